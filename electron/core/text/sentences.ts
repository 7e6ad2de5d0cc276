// Cuts text into sentences that survive French newsprint: M., p. 12, « », initials, ellipses, lists.
// It must not know what a sentence is worth; it only finds its places.
import { ENDING_ABBREVIATIONS, LEADING_ABBREVIATIONS } from './abbreviations.ts'
import { primaryLanguage } from './stems.ts'

/** A sentence without its surrounding space: `source.slice(start, end) === text`. */
export type Sentence = { readonly start: number; readonly end: number; readonly text: string }

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(lang: string | null): Intl.Segmenter {
  const locale = primaryLanguage(lang) === 'en' ? 'en' : 'fr'
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
  let start = 0
  for (const cut of candidateCuts(block, lang)) {
    const moved = pastClosers(block, start, cut)
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

function candidateCuts(block: string, lang: string | null): number[] {
  const cuts = new Set<number>()
  // A lone line break inside a block is a hard wrap, not an end.
  for (const part of segmenterFor(lang).segment(block.replace(/[\n\u2028\u2029\u0085]/g, ' '))) if (part.index > 0) cuts.add(part.index)
  for (const extra of [FOOTNOTE, ELLIPSIS]) for (const match of block.matchAll(extra)) cuts.add(match.index + match[0].length)
  return [...cuts].sort((a, b) => a - b)
}

/** Moves a cut behind the quotes and brackets that close what came before it. */
function pastClosers(block: string, start: number, cut: number): number {
  const closers = /^\s*[»”’)\]]+\s*/u.exec(block.slice(cut))
  if (closers) return cut + closers[0].length
  const straight = /^\s*"\s*/u.exec(block.slice(cut))
  const open = (block.slice(start, cut).match(/"/g) ?? []).length % 2 === 1
  return straight && open ? cut + straight[0].length : cut
}

const INITIAL = /(?:^|[\s(«“"'’.-])\p{Lu}\.$/u
// "U.S.", "N. Y.": an acronym with points may end a sentence, when a usual opening follows.
const POINTED = /(?:\p{Lu}\.\s?){2,}$/u
const OPENING = /^(?:The|A|An|In|On|At|He|She|It|They|We|But|And|This|That|Le|La|Les|Un|Une|Il|Elle|Ils|Elles|Mais|Dans|En|Au|Cette|Ce)\s/u

function isBoundary(before: string, after: string, lang: string | null): boolean {
  const tail = before.trimEnd()
  const head = after.trimStart()
  if (head === '' || /^[\p{Ll},;:]/u.test(head)) return false
  if (/[[(«“]$/u.test(tail) || /^\d+\]/u.test(head)) return false
  if (/^(?:\(?\d{1,3}[.)]|[a-z]\)|[-*•–—])$/u.test(tail)) return false
  if (!tail.endsWith('.') || /(?:\.\.\.)$/u.test(tail)) return true
  if (POINTED.test(tail)) return OPENING.test(head)
  if (INITIAL.test(tail)) return false
  const word = /([\p{L}\p{N}°-]+)\.$/u.exec(tail)?.[1]?.toLowerCase() ?? ''
  const language = primaryLanguage(lang) === 'en' ? 'en' : 'fr'
  if (LEADING_ABBREVIATIONS[language].has(word)) return false
  return !(ENDING_ABBREVIATIONS[language].has(word) && /^[\p{N}(]/u.test(head))
}
