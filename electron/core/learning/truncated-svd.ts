// Latent semantic analysis: the few directions that carry most of a term matrix.
// It must not know what the columns stand for.
import { dense, gram, multiply, orthonormalise, type Dense } from './dense.ts'
import { gaussian, seededRandom } from './random.ts'
import { symmetricEigen } from './symmetric-eigen.ts'
import type { SparseMatrix, SparseVector } from './sparse.ts'

export interface SvdOptions {
  /** Directions kept; fewer when the matrix has fewer. */
  readonly rank: number
  readonly oversampling?: number
  /** Each iteration sharpens the split between kept and dropped directions. */
  readonly powerIterations?: number
  readonly seed?: number
  /** Where to begin: right vectors (row-major `columns` × `rank`) of a matrix that was nearly this one. */
  readonly start?: { readonly rank: number; readonly basis: Float32Array }
}

export interface TruncatedSvd {
  readonly rank: number
  readonly columns: number
  /** Singular values, decreasing. */
  readonly singular: Float32Array
  /** Right singular vectors, row-major `columns` × `rank`. */
  readonly basis: Float32Array
}

/** A · right, with `right` of A's columns. */
function times(matrix: SparseMatrix, right: Dense): Dense {
  const product = dense(matrix.rows, right.columns)
  const width = right.columns
  for (let row = 0; row < matrix.rows; row += 1) {
    const to = row * width
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) {
      const value = matrix.values[at]!
      const from = matrix.indices[at]! * width
      for (let j = 0; j < width; j += 1) product.data[to + j]! += value * right.data[from + j]!
    }
  }
  return product
}

/** Aᵀ · right, with `right` of A's rows. */
function transposedTimes(matrix: SparseMatrix, right: Dense): Dense {
  const product = dense(matrix.columns, right.columns)
  const width = right.columns
  for (let row = 0; row < matrix.rows; row += 1) {
    const from = row * width
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) {
      const value = matrix.values[at]!
      const to = matrix.indices[at]! * width
      for (let j = 0; j < width; j += 1) product.data[to + j]! += value * right.data[from + j]!
    }
  }
  return product
}

/**
 * The leading singular values and right vectors of a sparse matrix by a randomised range finder
 * (Halko, Martinsson and Tropp 2011, algorithms 4.4 and 5.1), begun at random or, by `start`, where an earlier one ended
 * (warm-started subspace iteration: Golub and Van Loan, §8.2). Seeded: same input, same result.
 */
export function truncatedSvd(matrix: SparseMatrix, options: SvdOptions): TruncatedSvd {
  const most = Math.min(matrix.rows, matrix.columns)
  const rank = Math.min(options.rank, most)
  const width = Math.min(rank + (options.oversampling ?? 10), most)
  const random = seededRandom(options.seed ?? 0)
  const start = dense(matrix.columns, width)
  for (let i = 0; i < start.data.length; i += 1) start.data[i] = gaussian(random)
  if (options.start) begin(start, options.start)
  let range = times(matrix, start)
  orthonormalise(range)
  for (let round = 0; round < (options.powerIterations ?? 2); round += 1) {
    // Orthonormal once a round, on the side of the rows: in double precision one product with A·Aᵀ between is safe.
    range = times(matrix, transposedTimes(matrix, range))
    orthonormalise(range)
  }
  // B = QᵀA is width × columns; held transposed. B·Bᵀ is small: its eigenvectors give the left side.
  const transposed = transposedTimes(matrix, range)
  const { values, vectors } = symmetricEigen(gram(transposed))
  const kept = dense(width, rank)
  for (let row = 0; row < width; row += 1) for (let k = 0; k < rank; k += 1) kept.data[row * rank + k] = vectors.data[row * width + k]!
  return pick(multiply(transposed, kept), values, rank)
}

/** Known directions in place of random ones; what they miss is left to the random ones beside them. */
function begin(start: Dense, known: NonNullable<SvdOptions['start']>): void {
  const shared = Math.min(known.rank, start.columns)
  // A random column is about √rows long; a known one must not drown beside it.
  const scale = Math.sqrt(start.rows)
  for (let row = 0; row < start.rows; row += 1)
    for (let k = 0; k < shared; k += 1) start.data[row * start.columns + k] = scale * known.basis[row * known.rank + k]!
}

/** The first `rank` directions with length 1 and a sign that does not depend on chance. */
function pick(rotated: Dense, squares: Float64Array, rank: number): TruncatedSvd {
  const { rows, columns, data } = rotated
  const singular = Float32Array.from({ length: rank }, (_, k) => Math.sqrt(Math.max(squares[k]!, 0)))
  const basis = new Float32Array(rows * rank)
  for (let k = 0; k < rank; k += 1) {
    if (singular[k]! < 1e-9) continue
    let largest = 0
    for (let row = 0; row < rows; row += 1)
      if (Math.abs(data[row * columns + k]!) > Math.abs(largest) + 1e-12) largest = data[row * columns + k]!
    const factor = Math.sign(largest) / singular[k]!
    for (let row = 0; row < rows; row += 1) basis[row * rank + k] = data[row * columns + k]! * factor
  }
  return { rank, columns: rows, singular, basis }
}

/** A row's place in the latent space (x · V), scaled to length 1; all zeros when nothing of it is known. */
export function project(svd: TruncatedSvd, vector: SparseVector): Float32Array {
  const place = new Float32Array(svd.rank)
  for (let at = 0; at < vector.indices.length; at += 1) {
    const from = vector.indices[at]! * svd.rank
    const value = vector.values[at]!
    for (let k = 0; k < svd.rank; k += 1) place[k]! += value * svd.basis[from + k]!
  }
  let square = 0
  for (const value of place) square += value * value
  const length = Math.sqrt(square)
  return length === 0 ? place : place.map((value) => value / length)
}

/** Cosine of two projected places. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * (b[i] ?? 0)
  return sum
}
