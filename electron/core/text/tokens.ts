// Cuts text into word tokens with their places, and folds a token for comparison.
// It must not know languages' stems or stop words.

/** A word of a text: `source.slice(start, end) === text`, UTF-16 offsets. */
export type Token = { readonly text: string; readonly start: number; readonly end: number }

// A figure keeps its inner separators ("3,5", "12.000"); a word keeps inner apostrophes, judged below.
const WORD = /\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{M}\p{N}_]+(?:['’ʼ][\p{L}\p{M}\p{N}_]+)*/gu
const APOSTROPHE = /['’ʼ]/u
const SURROGATE = /[\uD800-\uDFFF]/
const ELISIONS = new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu'])
const KEPT_WHOLE = new Set(["d'abord", "d'ailleurs"])

/**
 * Words and figures in order of appearance. French elisions (l', d', qu'…) and the English
 * possessive 's become tokens of their own; "aujourd'hui", "quelqu'un", "don't" stay whole;
 * hyphens separate ("Saint-Nazaire" is two tokens).
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  eachWord(text, (start, end, apostrophe) => {
    if (apostrophe) splitApostrophes(text.slice(start, end), start, tokens)
    else tokens.push({ text: text.slice(start, end), start, end })
  })
  return tokens
}

/** The places of `tokenize`, without cutting anything out. */
export function eachTokenPlace(text: string, take: (start: number, end: number) => void): void {
  eachWord(text, (start, end, apostrophe) => {
    if (!apostrophe) return take(start, end)
    const parts: Token[] = []
    splitApostrophes(text.slice(start, end), start, parts)
    for (const part of parts) take(part.start, part.end)
  })
}

type TakeWord = (start: number, end: number, apostrophe: boolean) => void

/** What `WORD` matches, in order. By hand where every character is one code unit: several times faster than the expression. */
function eachWord(text: string, take: TakeWord): void {
  if (SURROGATE.test(text)) {
    for (const { 0: word, index } of text.matchAll(WORD)) take(index, index + word.length, APOSTROPHE.test(word))
    return
  }
  const classes = (unitClasses ??= classifyUnits())
  const classAt = (at: number): number => classes[text.charCodeAt(at)] ?? 0 // past the end: NaN, so 0
  for (let at = 0; at < text.length;) {
    const first = classAt(at)
    if (first === 0) {
      at += 1
      continue
    }
    const start = at
    const figure = first === DIGIT ? endOfFigure(text, at, classes) : at
    if (figure > at) at = figure
    let apostrophe = false
    while (figure === start) {
      for (let kind = classAt(at); kind !== 0; kind = classAt(at)) {
        apostrophe ||= kind === APOSTROPHE_LETTER
        at += 1
      }
      if (!isApostrophe(text.charCodeAt(at)) || classAt(at + 1) === 0) break
      apostrophe = true
      at += 1
    }
    take(start, at, apostrophe)
  }
}

/** Where a figure with inner separators ends ("12.000,5"); `start` when there is none. */
function endOfFigure(text: string, start: number, classes: Uint8Array): number {
  const isDigit = (at: number): boolean => classes[text.charCodeAt(at)] === DIGIT
  let end = start
  while (isDigit(end)) end += 1
  let found = start
  for (let unit = text.charCodeAt(end); (unit === 0x2e || unit === 0x2c) && isDigit(end + 1); unit = text.charCodeAt(end)) {
    end += 1
    while (isDigit(end)) end += 1
    found = end
  }
  return found
}

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019
const LETTER = 1
const DIGIT = 2
/** U+02BC is a letter for Unicode and an apostrophe for us. */
const APOSTROPHE_LETTER = 3
let unitClasses: Uint8Array | null = null

/** Of each UTF-16 code unit what `WORD` takes it for; 0: nothing. Asked of the expressions themselves, so that they agree. */
function classifyUnits(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const character = String.fromCharCode(unit)
    if (/[\p{L}\p{M}\p{N}_]/u.test(character)) classes[unit] = /\p{Nd}/u.test(character) ? DIGIT : LETTER
  }
  classes[0x2bc] = APOSTROPHE_LETTER
  return classes
}

function splitApostrophes(word: string, offset: number, into: Token[]): void {
  let rest = word
  let start = offset
  for (;;) {
    const at = rest.search(APOSTROPHE)
    if (at < 0 || !ELISIONS.has(rest.slice(0, at).toLowerCase())) break
    if (KEPT_WHOLE.has(rest.toLowerCase().replace(APOSTROPHE, "'"))) break
    into.push({ text: rest.slice(0, at), start, end: start + at })
    start += at + 1
    rest = rest.slice(at + 1)
  }
  const possessive = /^(.+)['’ʼ](s)$/iu.exec(rest)
  if (possessive?.[1] === undefined) {
    into.push({ text: rest, start, end: start + rest.length })
    return
  }
  const owner = possessive[1].length
  into.push({ text: rest.slice(0, owner), start, end: start + owner })
  into.push({ text: rest.slice(owner + 1), start: start + owner + 1, end: start + rest.length })
}

const PLAIN = /^[a-z0-9]*$/

/** Lower case, œ→oe and æ→ae, apostrophes straight, diacritics off: "Élysée" → "elysee". */
export function foldToken(token: string): string {
  const lower = token.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return openLigatures(lower)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
}

/** œ→oe, æ→ae and straight apostrophes in a lower-case word; diacritics stay, as stemmers need them. */
export function openLigatures(lower: string): string {
  return lower.replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[’ʼ]/g, "'")
}
