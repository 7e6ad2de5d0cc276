// Cuts text into sentences that survive French newsprint: M., p. 12, « », initials, ellipses, lists.
// It must not know what a sentence is worth; it only finds its places.
import { abbreviations, CAPITAL_ONLY } from './abbreviations.ts'
import { primaryLanguage } from './stems.ts'

/** A sentence without its surrounding space: `source.slice(start, end) === text`. */
export type Sentence = { readonly start: number; readonly end: number; readonly text: string }

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(lang: string | null): Intl.Segmenter {
  const locale = /^[a-z]{2,3}$/u.exec(primaryLanguage(lang))?.[0] ?? 'fr'
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' })
  segmenters.set(locale, known)
  return known
}

/** The sentences of a text in order; list items, lines and paragraphs never share one. Offsets are UTF-16. */
export function segment(text: string, lang: string | null): Sentence[] {
  const sentences: Sentence[] = []
  for (const [from, to] of blocksOf(text)) {
    let start = from
    for (const cut of [...boundariesOf(text, from, to, lang), to]) {
      push(text, start, cut, sentences)
      start = cut
    }
  }
  return sentences
}

function push(text: string, from: number, to: number, into: Sentence[]): void {
  const raw = text.slice(from, to)
  const trimmed = raw.trim()
  if (trimmed === '') return
  const start = from + raw.indexOf(trimmed)
  into.push({ start, end: start + trimmed.length, text: trimmed })
}

const LIST_ITEM = /^\s*(?:[-*•‣◦–—]\s|\d{1,3}[.)]\s|[a-z]\)\s)/u
const OPEN_ENDED = /(?:,|;|\s(?:de|du|des|la|le|les|et|à|au|aux|en|par|pour|sur|the|of|and|in|to|for|a|an|with|by))$/iu

/** Lines, joined only where a line clearly goes on (hard wraps of plain-text files). */
function blocksOf(text: string): [number, number][] {
  const blocks: [number, number][] = []
  let at = 0
  for (const line of text.split('\n')) {
    const last = blocks.at(-1)
    if (last && at - last[1] === 1 && goesOn(text.slice(last[0], last[1]), line)) last[1] = at + line.length
    else if (line.trim() !== '') blocks.push([at, at + line.length])
    at += line.length + 1
  }
  return blocks
}

function goesOn(before: string, line: string): boolean {
  if (line.trim() === '' || LIST_ITEM.test(line) || /[.!?…:»”"]\s*$/u.test(before)) return false
  return /^\s*\p{Ll}/u.test(line) || OPEN_ENDED.test(before.trimEnd())
}

function boundariesOf(text: string, from: number, to: number, lang: string | null): number[] {
  const block = text.slice(from, to)
  const cuts: number[] = []
  const quoted = quotations(block)
  let start = 0
  for (const cut of candidateCuts(block, lang)) {
    const moved = pastClosers(block, start, cut)
    if (quoted.some(([open, close]) => moved > open && moved < close)) continue
    if (moved >= block.length || moved <= start || !isBoundary(block.slice(start, moved), block.slice(moved), lang)) continue
    cuts.push(from + moved)
    start = moved
  }
  return cuts
}

// Intl.Segmenter misses an end of sentence before a footnote mark: "la fin.[1] Le".
const FOOTNOTE = /[.!?…](?:\[\d+\])+\s+(?=[\p{Lu}«“])/gu
// …and after the single character "…", which Unicode does not count as an end.
const ELLIPSIS = /…\s+(?=[\p{Lu}«“])/gu
// …nor before a figure that a small letter follows: "Il est parti. 20 personnes restent."
const BEFORE_FIGURE = /[.!?…][»”"’)]*\s+(?=\p{N})/gu
// …nor behind German closing quotes, which Unicode takes for opening ones: "„Ja.“ Er ging."
const AFTER_WINGED = /[.!?…]“\s+(?=\p{Lu})/gu

function candidateCuts(block: string, lang: string | null): number[] {
  const cuts = new Set<number>()
  // A lone line break inside a block is a hard wrap, not an end.
  for (const part of segmenterFor(lang).segment(block.replace(/[\n\u2028\u2029\u0085]/g, ' '))) if (part.index > 0) cuts.add(part.index)
  for (const extra of [FOOTNOTE, ELLIPSIS, BEFORE_FIGURE, AFTER_WINGED])
    for (const match of block.matchAll(extra)) cuts.add(match.index + match[0].length)
  return [...cuts].sort((a, b) => a - b)
}

// Longer than that, a quotation is a text of its own and is cut as one.
const LONGEST_QUOTATION = 300
const QUOTATION = /«[^«»]*»|“[^“”„]*”|„[^„“”]*[“”]|(?<![\p{L}\p{N}])"[^"]*"/gu

/** Where a quotation opens and closes: its sentences stay together, with what is said of who speaks. */
function quotations(block: string): [number, number][] {
  return Array.from(block.matchAll(QUOTATION), ({ index, 0: all }): [number, number] => [index, index + all.length]).filter(
    ([open, close]) => close - open <= LONGEST_QUOTATION,
  )
}

/** Moves a cut behind the quotes and brackets that close what came before it. */
function pastClosers(block: string, start: number, cut: number): number {
  const closers = /^\s*[»”’)\]]+\s*/u.exec(block.slice(cut))
  if (closers) return cut + closers[0].length
  const straight = /^\s*"\s*/u.exec(block.slice(cut))
  const open = (block.slice(start, cut).match(/"/g) ?? []).length % 2 === 1
  return straight && open ? cut + straight[0].length : cut
}

const INITIAL = /(?:^|[\s(«“"'’./-])\p{Lu}\.$/u
// "U.S.", "N. Y.": an acronym with points may end a sentence, when a usual opening follows.
const POINTED = /(?:\p{Lu}\.\s?){2,}$/u
// "J. Le Goff" is a name, "vitamine C. Le maire" two sentences: an article opens one before a small letter.
const OPENING =
  /^(?:(?:The|An|In|On|At|He|She|It|They|We|But|And|This|That|Il|Elle|Ils|Elles|Mais|Dans|En|Au|Cette|Ce|Er|Sie|Es|Wir|Ella|Ellos|Lui)\s|(?:A|Le|La|Les|Un|Une|Der|Die|Das|El|Los|Las|Lo|Gli)\s\p{Ll})/u
const ORDINAL = /(?:^|\s)(?:am|der|die|das|dem|den|des|im|vom|zum|zur|beim|bis|seit|ab|und)\s\d{1,2}\.$/iu
// German streets are written as one word.
const HOUSE_NUMBER = /\p{L}{3}str$/u
const CLOCK = /\b[ap]\.\s?m\.$/iu
const AFTER_CLOCK = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{1,3}T)\b/u
const NUMBERED_NEXT = /^(?:[\p{N}(§]|[IVXLC]+\b|\p{Lu}\.\s?\d|\p{Lu}\d)/u

function isBoundary(before: string, after: string, lang: string | null): boolean {
  const tail = before.trimEnd()
  const head = after.trimStart()
  if (head === '' || /^[\p{Ll},;:]/u.test(head)) return false
  if (/[[(«]$/u.test(tail) || (tail.endsWith('“') && !tail.includes('„')) || /^\d+\]/u.test(head)) return false
  if (/^(?:\(?\d{1,3}[.)]|[a-z]\)|[-*•–—])$/u.test(tail)) return false
  if (!tail.endsWith('.') || /(?:\.\.\.)$/u.test(tail)) return true
  return pointEnds(tail, head, lang)
}

// Enough for any abbreviation; a slice, so that each end of sentence costs the same.
const longestWord = 40

/** Whether a lone point ends the sentence, rather than an abbreviation, an initial or an ordinal. */
function pointEnds(tail: string, head: string, lang: string | null): boolean {
  // A point before the word makes it part of an address: "Data.gov."
  const spelled = /(?:^|[^\p{L}\p{N}.])([\p{L}\p{N}°ª§-]+)\.$/u.exec(tail.slice(-longestWord))?.[1] ?? ''
  const word = spelled.toLowerCase()
  const { leading, numbered, ending } = abbreviations(lang)
  if (leading.has(word) && (word !== spelled || !CAPITAL_ONLY.has(word))) return false
  if (POINTED.test(tail)) return OPENING.test(head)
  if (INITIAL.test(tail)) return /\p{Ll}{3,}\s\p{Lu}\.$/u.test(tail) && OPENING.test(head)
  if (CLOCK.test(tail) && AFTER_CLOCK.test(head)) return false
  if (numbered.has(word) || HOUSE_NUMBER.test(word)) return !NUMBERED_NEXT.test(head)
  if (ending.has(word)) return !/^[\p{N}(]/u.test(head)
  if (primaryLanguage(lang) === 'de' && ORDINAL.test(tail)) return false
  // Before a figure, a short word is more often an abbreviation nobody listed.
  return !(/^\p{N}+(?!\p{L})/u.test(head) && /^(?:\p{Ll}{1,3}|\p{Lu}\p{L}{0,3})$/u.test(spelled))
}
