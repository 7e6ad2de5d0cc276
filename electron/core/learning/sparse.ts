// Sparse vectors and matrices on typed arrays: the common currency of this room.
// It must not know what a column means.

/** Columns in increasing order, one value each. */
export interface SparseVector {
  readonly indices: Int32Array
  readonly values: Float32Array
}

/** Compressed rows: row `i` is `indices[starts[i] .. starts[i + 1])`. */
export interface SparseMatrix {
  readonly rows: number
  readonly columns: number
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float32Array
}

/** A vector from column → value pairs; zeros are left out. */
export function sparseVector(entries: Iterable<readonly [number, number]>): SparseVector {
  const kept = [...entries].filter((entry) => entry[1] !== 0).sort((a, b) => a[0] - b[0])
  return { indices: Int32Array.from(kept, (entry) => entry[0]), values: Float32Array.from(kept, (entry) => entry[1]) }
}

/** A vector from all its values in order: column `i` has `values[i]`; zeros are left out. */
export function vectorOf(values: readonly number[]): SparseVector {
  let size = 0
  for (const value of values) if (value !== 0) size += 1
  const vector = { indices: new Int32Array(size), values: new Float32Array(size) }
  let to = 0
  for (let column = 0; column < values.length; column += 1) {
    if (values[column] === 0) continue
    vector.indices[to] = column
    vector.values[to] = values[column]!
    to += 1
  }
  return vector
}

export function norm(vector: SparseVector): number {
  let sum = 0
  for (const value of vector.values) sum += value * value
  return Math.sqrt(sum)
}

/** The same direction with length 1; an empty vector stays empty. */
export function normalised(vector: SparseVector): SparseVector {
  const length = norm(vector)
  return length === 0 ? vector : { indices: vector.indices, values: vector.values.map((value) => value / length) }
}

export function dot(a: SparseVector, b: SparseVector): number {
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.indices.length && j < b.indices.length) {
    const gap = a.indices[i]! - b.indices[j]!
    if (gap === 0) sum += a.values[i++]! * b.values[j++]!
    else if (gap < 0) i += 1
    else j += 1
  }
  return sum
}

/** Product with a dense vector; columns beyond its end count for nothing. */
export function dotDense(vector: SparseVector, dense: Float32Array | Float64Array): number {
  let sum = 0
  for (let at = 0; at < vector.indices.length; at += 1) sum += vector.values[at]! * (dense[vector.indices[at]!] ?? 0)
  return sum
}

/** A vector from counts by column, each turned into a weight: the quick way for texts. */
export function weighedVector(counts: ReadonlyMap<number, number>, weight: (column: number, count: number) => number): SparseVector {
  const indices = Int32Array.from(counts.keys()).sort()
  const values = new Float32Array(indices.length)
  for (let at = 0; at < indices.length; at += 1) values[at] = weight(indices[at]!, counts.get(indices[at]!)!)
  return { indices, values }
}

/** The heaviest `limit` entries (by absolute value), ties to the lower column. */
export function heaviest(vector: SparseVector, limit: number): SparseVector {
  const size = vector.indices.length
  if (size <= limit) return vector
  const sizes = new Float32Array(size)
  for (let at = 0; at < size; at += 1) sizes[at] = Math.abs(vector.values[at]!)
  const least = new Float32Array(sizes).sort()[size - limit]!
  let ties = limit
  for (let at = 0; at < size; at += 1) if (sizes[at]! > least) ties -= 1
  const indices = new Int32Array(limit)
  const values = new Float32Array(limit)
  let to = 0
  for (let at = 0; at < size; at += 1) {
    if (sizes[at]! < least || (sizes[at] === least && ties-- <= 0)) continue
    indices[to] = vector.indices[at]!
    values[to] = vector.values[at]!
    to += 1
  }
  return { indices, values }
}

export function matrixOf(vectors: readonly SparseVector[], columns: number): SparseMatrix {
  const starts = new Int32Array(vectors.length + 1)
  vectors.forEach((vector, row) => (starts[row + 1] = starts[row]! + vector.indices.length))
  const size = starts[vectors.length]!
  const indices = new Int32Array(size)
  const values = new Float32Array(size)
  vectors.forEach((vector, row) => {
    indices.set(vector.indices, starts[row])
    values.set(vector.values, starts[row])
  })
  return { rows: vectors.length, columns, starts, indices, values }
}

export function rowOf(matrix: SparseMatrix, row: number): SparseVector {
  const from = matrix.starts[row]!
  const to = matrix.starts[row + 1]!
  return { indices: matrix.indices.subarray(from, to), values: matrix.values.subarray(from, to) }
}
