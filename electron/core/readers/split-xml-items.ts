// Cuts a feed or WordPress export into its items, as a stream, so that one broken item cannot harm the next.
// It must not know what an item means.
import type { ByteStream } from './byte-stream.ts'
import { decodeText } from './decode-text.ts'
import { limits } from './source.ts'

/** `head` is everything before the first item: the root tag with its namespaces, the channel's own fields. */
export type XmlItem = { at: string; head: string; xml: string } | { at: string; reason: string }

const tooLarge = `larger than ${limits.record / 1024 / 1024} MB`
/** Longer than any mark looked for, so none is missed at the border of two chunks. */
const longestMark = 16

type Cut = { end: number; whole: boolean } | 'more'

/** Yields `<item>` (RSS, RDF, WXR) or `<entry>` (Atom) elements as text. */
export async function* splitXmlItems(stream: ByteStream): AsyncGenerator<XmlItem> {
  let held: Buffer = Buffer.alloc(0)
  let head: string | null = null
  let name = 'item'
  let number = 0
  const drain = function* (last: boolean): Generator<XmlItem> {
    // Latin-1 keeps one character per byte, so places found in the text are places in the bytes.
    const text = held.toString('latin1')
    let from = 0
    const unclosed = new Set<string>()
    for (;;) {
      const open = head === null ? firstItem(text, unclosed) : nextOpen(text, name, from, unclosed)
      if (open === null) {
        if (head !== null) held = held.subarray(last ? text.length : Math.max(from, text.length - longestMark))
        return
      }
      name = open.name
      head ??= decodeText(held.subarray(0, open.at), stream.strict) ?? text.slice(0, open.at)
      const cut = cutItem(text, open.at, name)
      if (cut === 'more' && !last && text.length - open.at <= limits.record) {
        held = held.subarray(open.at)
        return
      }
      number += 1
      const at = `item ${number}`
      from = cut === 'more' ? open.at + 1 : cut.end
      if (cut === 'more') yield { at, reason: last ? 'the file ends inside this item' : `${tooLarge}, or never closed` }
      else if (!cut.whole) yield { at, reason: 'never closed' }
      else if (from - open.at > limits.record) yield { at, reason: tooLarge }
      else yield decodeItem(held.subarray(open.at, from), stream.strict, at, head)
    }
  }
  for await (const chunk of stream.chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    if (head === null && held.length > limits.record && firstItem(held.toString('latin1'), new Set()) === null)
      return yield { at: 'item 1', reason: 'no item in the first 5 MB' }
    yield* drain(false)
  }
  yield* drain(true)
  if (number === 0) yield { at: 'item 1', reason: 'no item in this file' }
}

function decodeItem(bytes: Buffer, strict: boolean, at: string, head: string): XmlItem {
  const xml = decodeText(bytes, strict)
  return xml === null ? { at, reason: 'broken encoding' } : { at, head, xml }
}

function firstItem(text: string, unclosed: Set<string>): { at: number; name: string } | null {
  const item = nextOpen(text, 'item', 0, unclosed)
  const entry = nextOpen(text, 'entry', 0, unclosed)
  if (item === null || entry === null) return item ?? entry
  return item.at < entry.at ? item : entry
}

/** The next opening tag outside comments and CDATA (an item may be quoted in either). `unclosed` is shared by all searches of one text. */
function nextOpen(text: string, name: string, from: number, unclosed: Set<string>): { at: number; name: string } | null {
  const mark = new RegExp(`<!\\[CDATA\\[|<!--|<${name}(?=[\\s>])`, 'g')
  mark.lastIndex = from
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    if (match[0].startsWith(`<${name}`)) return { at: match.index, name }
    const end = match[0] === '<!--' ? '-->' : ']]>'
    // Searched for once: a mark that is nowhere further on must not be sought again at every opening.
    const close = unclosed.has(end) ? -1 : text.indexOf(end, mark.lastIndex)
    if (close === -1) unclosed.add(end)
    else mark.lastIndex = close + 3
  }
  return null
}

/** Where the item ends. Not whole: another item begins before this one is closed. */
function cutItem(text: string, open: number, name: string): Cut {
  const mark = new RegExp(`<!\\[CDATA\\[|<!--|</${name}\\s*>|<${name}(?=[\\s>])`, 'g')
  mark.lastIndex = open + 1
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    if (match[0].startsWith('</')) return { end: mark.lastIndex, whole: true }
    if (match[0].startsWith(`<${name}`)) return { end: match.index, whole: false }
    const next = match[0] === '<!--' ? /-->|<!--/g : /\]\]>|<!\[CDATA\[/g
    next.lastIndex = mark.lastIndex
    const found = next.exec(text)
    if (found === null) return 'more'
    // A second opening before the close: the first was never closed, and what follows belongs to another field.
    if (found[0].startsWith('<')) return { end: found.index, whole: false }
    mark.lastIndex = next.lastIndex
  }
  return 'more'
}
