// Words to weighted vectors: which terms count, and how much each.
// It must not know how a text becomes terms, nor any language.
import { normalised, weighedVector, type SparseVector } from './sparse.ts'

export interface TfidfOptions {
  /** Terms in fewer documents are left out. */
  readonly minDocuments?: number
  /** Terms in a larger share of documents are left out. */
  readonly maxShare?: number
  /** At most this many terms: the ones in most documents. */
  readonly maxTerms?: number
}

export interface Tfidf {
  /** Term → column, in the order of `terms`. */
  readonly columns: ReadonlyMap<string, number>
  readonly terms: readonly string[]
  /** ln((1 + N) / (1 + df)) + 1 by column. */
  readonly idf: Float32Array
}

function documentFrequencies(documents: readonly (readonly string[])[]): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (const document of documents) for (const term of new Set(document)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  return frequencies
}

/**
 * Learns columns and inverse document frequencies (smoothed as in scikit-learn's TfidfVectorizer).
 * Columns are sorted by term, so the same documents in another order give the same model.
 */
export function fitTfidf(documents: readonly (readonly string[])[], options: TfidfOptions = {}): Tfidf {
  const { minDocuments = 1, maxShare = 1, maxTerms = Number.POSITIVE_INFINITY } = options
  const most = maxShare * documents.length
  let kept = [...documentFrequencies(documents)].filter(([, count]) => count >= minDocuments && count <= most)
  if (kept.length > maxTerms) kept = kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, maxTerms)
  kept.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const idf = Float32Array.from(kept, ([, count]) => Math.log((1 + documents.length) / (1 + count)) + 1)
  return tfidfFrom(
    kept.map(([term]) => term),
    idf,
  )
}

/** The model back from its stored parts. */
export function tfidfFrom(terms: readonly string[], idf: Float32Array): Tfidf {
  return { terms, idf, columns: new Map(terms.map((term, column) => [term, column])) }
}

/** (1 + ln tf) · idf, length 1. Unknown terms are passed over. */
export function transform(model: Tfidf, document: readonly string[]): SparseVector {
  const counts = new Map<number, number>()
  for (const term of document) {
    const column = model.columns.get(term)
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  return normalised(weighedVector(counts, (column, count) => (1 + Math.log(count)) * model.idf[column]!))
}
