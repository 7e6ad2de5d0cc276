// The middle of a set of vectors, kept short: a model that never overfits (Rocchio 1971).
// It must not know what a row or a label stands for.
import type { SparseModel } from './label-scorer.ts'
import { heaviest, normalised, type SparseVector } from './sparse.ts'

/**
 * Direction of the sum of `vectors`, its `limit` heaviest entries, length 1 (0 when there is nothing). As a model its score of a
 * vector of length 1 is their cosine, but for what was left out. `sums` is a buffer of zeros, one per column, given back as such.
 */
export function centroid(vectors: Iterable<SparseVector>, limit: number, sums: Float64Array): SparseModel {
  const touched = new Set<number>()
  for (const { indices, values } of vectors) {
    for (let at = 0; at < indices.length; at += 1) {
      sums[indices[at]!]! += values[at]!
      touched.add(indices[at]!)
    }
  }
  const indices = Int32Array.from(touched).sort()
  const whole = { indices, values: Float32Array.from(indices, (column) => sums[column]!) }
  for (const column of indices) sums[column] = 0
  // Length 1 before the cut: what is left out is small, and a wide topic keeps its small cosines.
  const kept = heaviest(normalised(whole), limit)
  return { columns: kept.indices, weights: kept.values, bias: 0 }
}
