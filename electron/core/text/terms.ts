// The terms of a text: what tags, links, key points and search count and compare.
// It must not know weights, fields or storage.
import { stopWords } from './stop-words.ts'
import { stem } from './stems.ts'
import { foldToken, tokenize } from './tokens.ts'

/** A term and the place of the word it comes from. */
export type Term = { readonly stem: string; readonly start: number; readonly end: number }

/** Stems of the words that are neither stop words nor single letters, with UTF-16 offsets, in order. */
export function termsWithPlaces(text: string, lang: string | null): Term[] {
  const stops = stopWords(lang)
  const terms: Term[] = []
  for (const token of tokenize(text)) {
    const folded = foldToken(token.text)
    if (stops.has(folded) || (folded.length === 1 && !/\p{N}/u.test(folded))) continue
    terms.push({ stem: stem(token.text, lang), start: token.start, end: token.end })
  }
  return terms
}

/** Stems without stop words, in order, repeats kept. */
export function termsOf(text: string, lang: string | null): string[] {
  return termsWithPlaces(text, lang).map((term) => term.stem)
}
