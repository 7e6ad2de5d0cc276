// The most alike rows by cosine, over an inverted index.
// It must not know what a row is.
import { best, type Hit, type InvertedIndex } from './inverted-index.ts'
import type { SparseVector } from './sparse.ts'

/**
 * The `limit` rows with the highest product with `vector`: the cosine when both sides have length 1.
 * Rows that share no column are never returned.
 */
export function nearest(index: InvertedIndex, vector: SparseVector, limit: number, allowed?: (row: number) => boolean): Hit[] {
  const scores = new Float32Array(index.size)
  for (let at = 0; at < vector.indices.length; at += 1) {
    const column = vector.indices[at]!
    const value = vector.values[at]!
    for (let p = index.starts[column] ?? 0; p < (index.starts[column + 1] ?? 0); p += 1) scores[index.rows[p]!]! += value * index.values[p]!
  }
  return best(scores, limit, allowed)
}
