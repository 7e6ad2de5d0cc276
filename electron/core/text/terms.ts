// The terms of a text: what tags, links, key points and search count and compare.
// It must not know weights, fields or storage.
import { lexemesOf } from './lexemes.ts'
import { tokenize } from './tokens.ts'

/** A term and the place of the word it comes from. */
export type Term = { readonly stem: string; readonly start: number; readonly end: number }

/** Stems of the words that are neither stop words nor single letters, with UTF-16 offsets, in order. */
export function termsWithPlaces(text: string, lang: string | null): Term[] {
  const lexeme = lexemesOf(lang)
  const terms: Term[] = []
  for (const token of tokenize(text)) {
    const { stem, telling } = lexeme(token.text)
    if (telling) terms.push({ stem, start: token.start, end: token.end })
  }
  return terms
}

/** Stems without stop words, in order, repeats kept. */
export function termsOf(text: string, lang: string | null): string[] {
  return termsWithPlaces(text, lang).map((term) => term.stem)
}
