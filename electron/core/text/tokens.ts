// Cuts text into word tokens with their places, and folds a token for comparison.
// It must not know languages' stems or stop words.

/** A word of a text: `source.slice(start, end) === text`, UTF-16 offsets. */
export type Token = { readonly text: string; readonly start: number; readonly end: number }

// A figure keeps its inner separators ("3,5", "12.000"); a word keeps inner apostrophes, judged below.
const WORD = /\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{M}\p{N}_]+(?:['’ʼ][\p{L}\p{M}\p{N}_]+)*/gu
const APOSTROPHE = /['’ʼ]/u
const ELISIONS = new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu'])
const KEPT_WHOLE = new Set(["d'abord", "d'ailleurs"])

/**
 * Words and figures in order of appearance. French elisions (l', d', qu'…) and the English
 * possessive 's become tokens of their own; "aujourd'hui", "quelqu'un", "don't" stay whole;
 * hyphens separate ("Saint-Nazaire" is two tokens).
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    if (APOSTROPHE.test(word)) splitApostrophes(word, match.index, tokens)
    else tokens.push({ text: word, start: match.index, end: match.index + word.length })
  }
  return tokens
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
