// Which rows hold a column: the list that makes sparse search quick.
// It must not know how hits are scored.
import type { SparseMatrix } from './sparse.ts'

/** Column `c` stands in rows `rows[starts[c] .. starts[c + 1])` with `values` beside. */
export interface InvertedIndex {
  readonly size: number
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly values: Float32Array
}

export function invert(matrix: SparseMatrix): InvertedIndex {
  const starts = new Int32Array(matrix.columns + 1)
  for (const column of matrix.indices) starts[column + 1]! += 1
  for (let c = 0; c < matrix.columns; c += 1) starts[c + 1]! += starts[c]!
  const next = Int32Array.from(starts)
  const rows = new Int32Array(matrix.indices.length)
  const values = new Float32Array(matrix.indices.length)
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) {
      const column = matrix.indices[at]!
      const to = next[column]!
      next[column] = to + 1
      rows[to] = row
      values[to] = matrix.values[at]!
    }
  }
  return { size: matrix.rows, starts, rows, values }
}

export interface Hit {
  readonly row: number
  readonly score: number
}

/** The `limit` best scores above `floor`, decreasing, ties to the lower row. */
export function best(scores: Float32Array | Float64Array, limit: number, allowed?: (row: number) => boolean, floor = 0): Hit[] {
  const hits: Hit[] = []
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row]!
    if (score <= floor || (hits.length === limit && score <= hits[limit - 1]!.score) || (allowed && !allowed(row))) continue
    let at = hits.length === limit ? limit - 1 : hits.length
    while (at > 0 && hits[at - 1]!.score < score) {
      hits[at] = hits[at - 1]!
      at -= 1
    }
    hits[at] = { row, score }
  }
  return hits
}
