// Finds quantities in a sentence: a value, its unit or currency, and what is counted.
// It must not compare: numbers.ts, units-changed.ts and money.ts do.
import type { DateMention } from './dates-reading.ts'
import { readNumberWords } from './number-words.ts'
import type { Word } from './reading.ts'
import { CURRENCIES, CURRENCY_SIGNS, UNITS } from './units.ts'
import type { Unit } from './units.ts'

/** `value` as counted (3.2e6 for "3,2 millions"); `base` is in the dimension's base unit. */
export type Quantity = {
  readonly kind: 'count' | 'measure' | 'money' | 'ordinal'
  readonly value: number
  readonly unit: string | null
  readonly dimension: string | null
  readonly base: number
  /** Said to be approximate ("près de", "une centaine"). */
  readonly rough: boolean
  /** Stems of the content words that follow, nearest first: what is counted. */
  readonly counted: readonly string[]
  readonly start: number
  readonly end: number
  readonly text: string
}
type Raw = { value: number; start: number; end: number; ordinal: boolean; round: boolean; scaled: boolean }

const SPACE = '[ \\u00a0\\u202f]'
const DIGITS = {
  fr: new RegExp(`(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:(?:${SPACE}|\\.)\\d{3})+(?!\\d)(?:,\\d+)?|(?<![\\p{L}\\p{N}])\\d+(?:[.,]\\d+)?`, 'gu'),
  en: new RegExp(`(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:(?:${SPACE}|,)\\d{3})+(?!\\d)(?:\\.\\d+)?|(?<![\\p{L}\\p{N}])\\d+(?:[.,]\\d+)?`, 'gu'),
}
const ORDINAL_TAIL = /^(?:er|ère|re|e|ème|eme|st|nd|rd|th)(?![\p{L}\p{N}])/u
const SCALE =
  /^[ \u00a0\u202f-]?(millions?|milliards?|billions?|trillions?|thousand|hundred|mille|milliers?|M(?=[ \u00a0]?[€$£])|Md(?=[ \u00a0]?[€$£])|bn?(?![\p{L}])|m(?=illion)|k(?=[ \u00a0]?[€$£]))(?![\p{Ll}])/u
const SCALES: Readonly<Record<string, number>> = { h: 100, t: 1e3, k: 1e3, M: 1e6, Md: 1e9, b: 1e9, bn: 1e9 }
const ROUGH_BEFORE =
  /(?:près d[e'’]|environ|quelque|plus d[e'’]|moins d[e'’]|presque|autour d[e'’]|about|around|nearly|almost|some|roughly|approximately|more than|over|under|less than|fewer than|at least|au moins|up to|jusqu['’]à|une|a)\s*(?:of |de |d['’])?$/iu

/** Quantities of a sentence in order, dates left out. `offset` is added to places. */
export function readQuantities(
  text: string,
  lang: 'fr' | 'en',
  dates: readonly DateMention[],
  words: readonly Word[],
  offset: number,
): Quantity[] {
  const raws = [...digitNumbers(text, lang), ...wordNumbers(text, lang, words, offset)].sort((a, b) => a.start - b.start)
  const found: Quantity[] = []
  let last = -1
  for (const raw of raws) {
    if (raw.start < last || dates.some((date) => raw.start + offset < date.end && date.start < raw.end + offset)) continue
    const quantity = complete(raw, text, words, offset)
    found.push(quantity)
    last = quantity.end - offset
  }
  return found
}

function digitNumbers(text: string, lang: 'fr' | 'en'): Raw[] {
  return [...text.matchAll(DIGITS[lang])].map((match) => {
    const end = match.index + match[0].length
    const tail = ORDINAL_TAIL.exec(text.slice(end))?.[0].length ?? 0
    return { value: digitValue(match[0], lang), start: match.index, end: end + tail, ordinal: tail > 0, round: false, scaled: false }
  })
}

/** "12 500,5" and "12.500,5" in French, "12,500.5" in English. */
export function digitValue(digits: string, lang: 'fr' | 'en'): number {
  const tight = digits.replace(/[\s\u00a0\u202f]/gu, '')
  const [group, decimal] = lang === 'fr' ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^\\d{1,3}(?:[${group}]\\d{3})+(?:[${decimal}]\\d+)?$`, 'u')
  if (grouped.test(tight)) return Number(tight.replaceAll(group, '').replace(decimal, '.'))
  return Number(tight.replace(',', '.'))
}

function wordNumbers(text: string, lang: 'fr' | 'en', words: readonly Word[], offset: number): Raw[] {
  // Figures end a run of number words: "3,2 millions" is read from its digits.
  return readNumberWords(
    words.map((word) => word.fold),
    lang,
  ).flatMap((run) => {
    const first = words[run.from]
    const last = words[run.to - 1]
    if (!first || !last || /\d\s*$/u.test(text.slice(0, first.start - offset))) return []
    // "le Premier ministre", "the Second World War": a name, not a rank.
    if (run.ordinal && first.start > offset && /^\p{Lu}/u.test(first.text)) return []
    return [{ value: run.value, start: first.start - offset, end: last.end - offset, ordinal: run.ordinal, round: run.round, scaled: true }]
  })
}

function complete(raw: Raw, text: string, words: readonly Word[], offset: number): Quantity {
  const scale = raw.ordinal || raw.scaled ? null : SCALE.exec(text.slice(raw.end))
  const value = raw.value * (scale ? scaleOf(scale[1] ?? '') : 1)
  const scaledEnd = raw.end + lengthOf(scale)
  const sign = /(?:US)?([$€£¥])[ \u00a0]?$/u.exec(text.slice(0, raw.start))
  const start = raw.start - lengthOf(sign)
  const known = unitAfter(text.slice(scaledEnd), raw.ordinal)
  const end = scaledEnd + (known?.length ?? 0)
  const money = currencyOf(known?.unit, sign)
  const counted = words.filter((word) => word.start >= end + offset && word.content).slice(0, 3)
  return {
    kind: kindOf(raw.ordinal, money, known?.unit),
    value,
    unit: money ?? known?.unit.name ?? null,
    dimension: money ? 'money' : dimensionOf(known?.unit),
    base: value * (known?.unit.factor ?? 1),
    rough: raw.round || ROUGH_BEFORE.test(text.slice(0, start)),
    counted: counted.map((word) => word.stem),
    start: start + offset,
    end: end + offset,
    text: text.slice(start, end),
  }
}

const lengthOf = (match: RegExpExecArray | null): number => match?.[0].length ?? 0
const dimensionOf = (unit: Unit | undefined): string | null => unit?.dimension ?? null

function currencyOf(unit: Unit | undefined, sign: RegExpExecArray | null): string | undefined {
  return unit?.dimension === 'money' ? unit.name : CURRENCY_SIGNS[sign?.[1] ?? '']
}

function kindOf(ordinal: boolean, money: string | undefined, unit: Unit | undefined): Quantity['kind'] {
  if (ordinal) return 'ordinal'
  if (money) return 'money'
  return unit ? 'measure' : 'count'
}

/** The currency or unit right after a number, and how many characters it takes with "de", "d'". */
function unitAfter(rest: string, ordinal: boolean): { unit: Unit; length: number } | null {
  const gap = /^[ \u00a0\u202f-]?(?:de |d['’] ?)?/u.exec(rest)?.[0].length ?? 0
  const tail = rest.slice(gap)
  const unit = [...CURRENCIES, ...(ordinal ? [] : UNITS)].find((one) => one.pattern.test(tail))
  return unit ? { unit, length: gap + (unit.pattern.exec(tail)?.[0].length ?? 0) } : null
}

function scaleOf(word: string): number {
  if (word.startsWith('trillion')) return 1e12
  if (/^(?:milliard|billion)/u.test(word)) return 1e9
  if (word.startsWith('million')) return 1e6
  if (/^(?:mille|millier|thousand)/u.test(word)) return 1e3
  return SCALES[word] ?? SCALES[word[0] ?? ''] ?? 1
}
