// Okapi BM25 over terms: the classic ranking of full-text search.
// It must not know how a text becomes terms.
import { best, invert, type Hit, type InvertedIndex } from './inverted-index.ts'
import { matrixOf, sparseVector } from './sparse.ts'

export interface Bm25Options {
  /** How soon a repeated term stops counting. */
  readonly k1?: number
  /** How much long documents are held back. */
  readonly b?: number
}

export interface Bm25 {
  readonly columns: ReadonlyMap<string, number>
  /** Document weights, length normalisation and idf already inside. */
  readonly index: InvertedIndex
}

/** Indexes documents; idf is ln(1 + (N - df + 0.5) / (df + 0.5)), never negative (Robertson and Zaragoza 2009; Lucene's form). */
export function fitBm25(documents: readonly (readonly string[])[], options: Bm25Options = {}): Bm25 {
  const { k1 = 1.2, b = 0.75 } = options
  const columns = new Map<string, number>()
  const frequency: number[] = []
  const counted = documents.map((document) => {
    const counts = new Map<number, number>()
    for (const term of document) {
      const column = columns.get(term) ?? columns.size
      columns.set(term, column)
      counts.set(column, (counts.get(column) ?? 0) + 1)
    }
    for (const column of counts.keys()) frequency[column] = (frequency[column] ?? 0) + 1
    return counts
  })
  const mean = documents.reduce((sum, document) => sum + document.length, 0) / Math.max(1, documents.length)
  const idf = frequency.map((df) => Math.log(1 + (documents.length - df + 0.5) / (df + 0.5)))
  const vectors = counted.map((counts, row) => {
    const length = k1 * (1 - b + (b * documents[row]!.length) / (mean || 1))
    return sparseVector([...counts].map(([column, tf]) => [column, (idf[column]! * tf * (k1 + 1)) / (tf + length)] as const))
  })
  return { columns, index: invert(matrixOf(vectors, columns.size)) }
}

/** The best documents for the query's terms; a term asked twice counts twice, or by its weight. */
export function searchBm25(
  model: Bm25,
  query: readonly string[] | ReadonlyMap<string, number>,
  limit: number,
  allowed?: (row: number) => boolean,
): Hit[] {
  const weights = query instanceof Map ? query : countTerms(query as readonly string[])
  const scores = new Float64Array(model.index.size)
  for (const [term, weight] of weights) {
    const column = model.columns.get(term)
    if (column === undefined) continue
    for (let p = model.index.starts[column]!; p < model.index.starts[column + 1]!; p += 1)
      scores[model.index.rows[p]!]! += weight * model.index.values[p]!
  }
  return best(scores, limit, allowed)
}

function countTerms(query: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of query) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
