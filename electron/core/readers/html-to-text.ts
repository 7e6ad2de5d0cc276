// HTML to readable text: one pass over the characters, no tree, so no depth or size can hurt it.
// It must not know where the HTML comes from; scripts, styles and hidden parts never pass.
import { normalise } from '../text/normalise.ts'
import { decodeEntities } from './html-entities.ts'
import { TextBlocks } from './text-blocks.ts'

const dropped = new Set(
  'script style template iframe noembed noframes svg math textarea select button object canvas audio video xml title head'.split(' '),
)
const paragraphs = new Set(
  'p div h1 h2 h3 h4 h5 h6 blockquote section article aside header footer nav main figure figcaption table ul ol dl pre hr form fieldset address details summary body html center'.split(
    ' ',
  ),
)
const lines = new Set('tr dt dd li br caption'.split(' '))
const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const hiddenStyle = /\bstyle\s*=\s*(?:"[^"]*|'[^']*)(?:display\s*:\s*none|mso-list\s*:\s*ignore|mso-hide\s*:\s*all)/i
const hiddenAttribute = /\shidden(?=[\s=>/]|$)/i

type Tag = { name: string; closing: boolean; attributes: string; end: number }

/**
 * The text of an HTML page or fragment: NFC, LF, paragraphs separated by a blank line, list items as `- …`,
 * table cells joined by ` | `, links as their text. No-break spaces are kept (French typography).
 */
export function htmlToText(html: string): string {
  const blocks = new TextBlocks()
  const missing = new Set<string>()
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1 || open > at) blocks.text(decodeEntities(html.slice(at, open === -1 ? undefined : open)))
    if (open === -1) break
    const tag = readTag(html, open)
    if (tag === null) {
      at = skipMarkup(html, open, blocks)
      continue
    }
    at = tag.end
    const after = dropped.has(tag.name) || isHidden(tag) ? skipElement(html, tag, missing) : null
    if (after === null) place(tag, blocks)
    else at = after
  }
  return normalise(blocks.finish())
}

function place(tag: Tag, blocks: TextBlocks): void {
  const { name, closing } = tag
  if (name === 'br') blocks.line()
  else if (name === 'td' || name === 'th') {
    if (!closing) blocks.cell()
  } else if (lines.has(name)) {
    blocks.line()
    if (name === 'li' && !closing) blocks.item()
  } else if (paragraphs.has(name)) {
    blocks.paragraph()
    if (name === 'ul' || name === 'ol') blocks.nest(closing ? -1 : 1)
    if (name === 'pre') blocks.verbatim(!closing)
    if (name === 'p' && !closing && /\bMsoListParagraph/.test(tag.attributes)) blocks.item()
  }
}

/** The tag that starts at `open`, or null where `<` starts none. An unfinished tag ends the text, as in browsers. */
function readTag(html: string, open: number): Tag | null {
  const start = /<(\/?)([a-zA-Z][^\s/>]{0,60})/y
  start.lastIndex = open
  const match = start.exec(html)
  if (match === null) return null
  const end = findTagEnd(html, start.lastIndex)
  return { name: (match[2] ?? '').toLowerCase(), closing: match[1] === '/', attributes: html.slice(start.lastIndex, end), end: end + 1 }
}

function findTagEnd(html: string, from: number): number {
  const stop = /[>"']/g
  stop.lastIndex = from
  for (let match = stop.exec(html); match !== null; match = stop.exec(html)) {
    if (match[0] === '>') return match.index
    // A quotation mark opens a value only after `=`.
    if (!/=\s*$/.test(html.slice(Math.max(from, match.index - 8), match.index))) continue
    const close = html.indexOf(match[0], match.index + 1)
    if (close === -1) return html.length
    stop.lastIndex = close + 1
  }
  return html.length
}

/** Past a comment, a declaration, CDATA (its text is kept) or a lone `<`. */
function skipMarkup(html: string, open: number, blocks: TextBlocks): number {
  const past = (mark: string, length: number): number => {
    const close = html.indexOf(mark, open + length)
    return close === -1 ? html.length : close + mark.length
  }
  if (html.startsWith('<!--', open)) return past('-->', 4)
  if (html.startsWith('<![CDATA[', open)) {
    const end = past(']]>', 9)
    blocks.text(html.slice(open + 9, end === html.length ? end : end - 3))
    return end
  }
  const next = html[open + 1]
  if (next === '!' || next === '?' || next === '/') return past('>', 2)
  blocks.text('<')
  return open + 1
}

function isHidden(tag: Tag): boolean {
  return (
    !tag.closing &&
    !voids.has(tag.name) &&
    tag.attributes.length < 10_000 &&
    (hiddenStyle.test(tag.attributes) || hiddenAttribute.test(tag.attributes))
  )
}

/** Where the element ends, or null to read on (a stray end tag, a `head` never closed). */
function skipElement(html: string, tag: Tag, missing: Set<string>): number | null {
  if (tag.closing || tag.attributes.endsWith('/') || missing.has(tag.name)) return null
  const nested = !dropped.has(tag.name) || tag.name === 'svg' || tag.name === 'object'
  const mark = new RegExp(`<(/?)${tag.name.replaceAll(/[^a-z0-9]/g, '.')}(?=[\\s/>])`, 'gi')
  mark.lastIndex = tag.end
  let depth = 1
  for (let match = mark.exec(html); match !== null; match = mark.exec(html)) {
    if (match[1] === '/') depth -= 1
    else if (nested) depth += 1
    if (depth === 0) return findTagEnd(html, mark.lastIndex) + 1
  }
  if (tag.name === 'script' || tag.name === 'style') return html.length
  missing.add(tag.name)
  return null
}
