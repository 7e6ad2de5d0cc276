// The words of an article that pulled the linear model towards a tag.
// It must not know the other signals.
import type { Article } from '../../../../shared/domain/article.ts'
import type { SparseVector } from '../../learning/sparse.ts'
import { termsWithPlaces } from '../../text/terms.ts'
import type { Place } from '../evidence.ts'
import type { Tagger } from './tagger-model.ts'

/** Columns of the article that push a label up, strongest first. */
function pushing(tagger: Tagger, vector: SparseVector, label: number): string[] {
  const { scorer } = tagger
  const pushes: { term: string; push: number }[] = []
  vector.indices.forEach((column, at) => {
    for (let w = scorer.starts[column]!; w < scorer.starts[column + 1]!; w += 1) {
      const push = scorer.weights[w]! * vector.values[at]!
      const term = tagger.tfidf.terms[column]!
      // Pieces of words explain nothing to a reader.
      if (scorer.labels[w] === label && push > 0 && !term.startsWith('c:')) pushes.push({ term: term.replace(/^t:/u, ''), push })
    }
  })
  return pushes.sort((a, b) => b.push - a.push).map(({ term }) => term)
}

/** Up to `limit` places of the strongest words, the title first. */
export function triggerPlaces(article: Article, tagger: Tagger, vector: SparseVector, concept: string, limit: number): Place[] {
  const label = tagger.labelOf.get(concept)
  if (label === undefined) return []
  const wanted = new Set(
    pushing(tagger, vector, label)
      .filter((term) => !term.includes(' '))
      .slice(0, limit),
  )
  const places: Place[] = []
  for (const field of ['title', 'body'] as const) {
    for (const { stem, start, end } of termsWithPlaces(article[field], article.lang)) {
      if (wanted.delete(stem)) places.push({ field, start, end })
    }
  }
  return places
}
