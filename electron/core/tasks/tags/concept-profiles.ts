// What each concept says of itself (labels and definition) as vectors, and how near an article comes to it.
// It must not know tagged articles: it serves concepts nobody has used yet.
import { invert, type InvertedIndex } from '../../learning/inverted-index.ts'
import { matrixOf } from '../../learning/sparse.ts'
import type { SparseVector } from '../../learning/sparse.ts'
import { fitTfidf, transform, type Tfidf } from '../../learning/tfidf.ts'
import { termsOf } from '../../text/terms.ts'
import type { Concept } from '../../../../shared/domain/vocabulary.ts'

export interface ConceptProfiles {
  /** Cosine of an article's vector (of the same TF-IDF) with each concept, in the order given; 0 to 1. */
  nearness(vector: SparseVector, lang: string | null): Float32Array
}

/** Labels with the preferred one twice, then the definition: words in the order of how surely they name the concept. */
export function profileTerms(concept: Concept, lang: string | null): string[] {
  const terms: string[] = []
  for (const label of concept.labels) {
    const stems = termsOf(label.text, label.lang ?? lang)
    terms.push(...stems)
    if (label.kind === 'preferred') terms.push(...stems)
  }
  return [...terms, ...termsOf(concept.definition ?? '', lang)]
}

function products(index: InvertedIndex, vector: SparseVector): Float32Array {
  const scores = new Float32Array(index.size)
  for (let at = 0; at < vector.indices.length; at += 1) {
    const column = vector.indices[at]!
    for (let p = index.starts[column] ?? 0; p < (index.starts[column + 1] ?? 0); p += 1)
      scores[index.rows[p]!]! += vector.values[at]! * index.values[p]!
  }
  return scores
}

/** Profiles in the columns of `tfidf`, made once per language of the articles. */
export function conceptProfiles(concepts: readonly Concept[], tfidf: Tfidf): ConceptProfiles {
  const made = new Map<string, InvertedIndex>()
  return {
    nearness(vector, lang) {
      const key = lang ?? ''
      const index =
        made.get(key) ??
        invert(
          matrixOf(
            concepts.map((concept) => transform(tfidf, profileTerms(concept, lang))),
            tfidf.terms.length,
          ),
        )
      made.set(key, index)
      return products(index, vector)
    },
  }
}

/** The words of the vocabulary itself weighed by how few concepts use them: for a desk that has learned nothing yet. */
export function vocabularyTfidf(concepts: readonly Concept[], lang: string | null): Tfidf {
  return fitTfidf(concepts.map((concept) => profileTerms(concept, lang)))
}
