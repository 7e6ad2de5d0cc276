// The few terms that say what an article is about: the query of the link search.
// It must not know the archive.
import type { Tfidf } from '../../learning/tfidf.ts'
import { termsOf } from '../../text/terms.ts'
import type { LsaText } from './lsa-model.ts'

export const mostTerms = 12
const titleBoost = 3
const leadCharacters = 600
const leadBoost = 1.5
const readCharacters = 20_000
/** What a term unknown to the archive's model weighs: rare, but perhaps only a misspelling. */
const unknownIdf = 3

/** Terms with their weight, heaviest first: (1 + ln tf) · idf, more in the title and the opening. Without a model, idf is 1. */
export function tellingTerms(text: LsaText, tfidf: Tfidf | null, limit = mostTerms): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (terms: readonly string[], weight: number): void => {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight)
  }
  add(termsOf(text.title, text.lang), titleBoost)
  add(termsOf(text.body.slice(0, leadCharacters), text.lang), leadBoost)
  add(termsOf(text.body.slice(leadCharacters, readCharacters), text.lang), 1)
  const idf = (term: string): number => {
    if (!tfidf) return 1
    const column = tfidf.columns.get(term)
    return column === undefined ? unknownIdf : tfidf.idf[column]!
  }
  const weighed = [...counts].filter(([term]) => term.length > 2).map(([term, count]) => [term, (1 + Math.log(count)) * idf(term)] as const)
  weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return new Map(weighed.slice(0, limit))
}
