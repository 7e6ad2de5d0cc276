// Eigenvalues and eigenvectors of a symmetric matrix.
// It must not know what the matrix stands for.
import { dense, type Dense } from './dense.ts'

const mostSteps = 60

/**
 * Eigenvalues (decreasing) and eigenvectors (by column): Householder reduction to tridiagonal form, then QL with implicit
 * shifts (Martin, Reinsch and Wilkinson 1968, EISPACK `tred2` and `tql2`; Golub and Van Loan, §8.3). No chance in it: the same
 * matrix gives the same numbers.
 */
export function symmetricEigen(matrix: Dense): { values: Float64Array; vectors: Dense } {
  const n = matrix.rows
  // Held by column, so that a rotation of two vectors runs through contiguous memory.
  const form = tridiagonal(matrix)
  diagonalise(form)
  const { vectors: v, diagonal } = form
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => diagonal[y]! - diagonal[x]! || x - y)
  const vectors = dense(n, n)
  order.forEach((from, to) => {
    for (let i = 0; i < n; i += 1) vectors.data[i * n + to] = v[from * n + i]!
  })
  return { values: Float64Array.from(order, (i) => diagonal[i]!), vectors }
}

/** QᵀAQ by its diagonal and what is beside it (entry i between i and i + 1); Q by column. */
interface Tridiagonal {
  readonly size: number
  readonly vectors: Float64Array
  readonly diagonal: Float64Array
  readonly beside: Float64Array
}

function tridiagonal({ rows: n, data }: Dense): Tridiagonal {
  const a = Float64Array.from(data)
  const diagonal = new Float64Array(n)
  const beside = new Float64Array(n)
  const q = new Float64Array(n * n)
  for (let i = 0; i < n; i += 1) q[i * n + i] = 1
  const u = new Float64Array(n)
  const p = new Float64Array(n)
  for (let k = 0; k < n - 2; k += 1) {
    const beta = reflector(a, n, k, u)
    if (beta !== 0) {
      reflectBoth(a, k, { u, p, beta })
      reflectVectors(q, k, { u, beta })
    }
  }
  for (let i = 0; i < n; i += 1) {
    diagonal[i] = a[i * n + i]!
    if (i > 0) beside[i - 1] = a[i * n + i - 1]!
  }
  return { size: n, vectors: q, diagonal, beside }
}

/** The reflector u (from k + 1 on) that clears column k below its second row; returns 2 / uᵀu, or 0 when nothing is to clear. */
function reflector(a: Float64Array, n: number, k: number, u: Float64Array): number {
  let below = 0
  for (let i = k + 2; i < n; i += 1) below += a[i * n + k]! ** 2
  if (below === 0) return 0
  const first = a[(k + 1) * n + k]!
  const length = Math.sqrt(first * first + below)
  u[k + 1] = first + (first >= 0 ? length : -length)
  for (let i = k + 2; i < n; i += 1) u[i] = a[i * n + k]!
  return 2 / (u[k + 1]! ** 2 + below)
}

/** A ← HAH for the block from k on: p = βAu, w = p − (β pᵀu / 2) u, A ← A − uwᵀ − wuᵀ. */
function reflectBoth(a: Float64Array, k: number, { u, p, beta }: { u: Float64Array; p: Float64Array; beta: number }): void {
  const n = u.length
  let along = 0
  for (let i = k; i < n; i += 1) {
    let sum = 0
    for (let j = k + 1; j < n; j += 1) sum += a[i * n + j]! * u[j]!
    p[i] = beta * sum
    if (i > k) along += p[i]! * u[i]!
  }
  const half = (beta * along) / 2
  for (let i = k + 1; i < n; i += 1) p[i]! -= half * u[i]!
  for (let i = k + 1; i < n; i += 1) {
    const ui = u[i]!
    const wi = p[i]!
    for (let j = k + 1; j < n; j += 1) a[i * n + j]! -= ui * p[j]! + wi * u[j]!
  }
  // Row and column k keep one entry beside the diagonal.
  const kept = a[(k + 1) * n + k]! - p[k]! * u[k + 1]!
  for (let i = k + 1; i < n; i += 1) {
    a[i * n + k] = i === k + 1 ? kept : 0
    a[k * n + i] = a[i * n + k]!
  }
}

/** Q ← QH; q holds the columns of Q one after the other. */
function reflectVectors(q: Float64Array, k: number, { u, beta }: { u: Float64Array; beta: number }): void {
  const n = u.length
  const sums = new Float64Array(n)
  for (let j = k + 1; j < n; j += 1) for (let i = 0; i < n; i += 1) sums[i]! += q[j * n + i]! * u[j]!
  for (let j = k + 1; j < n; j += 1) {
    const factor = beta * u[j]!
    for (let i = 0; i < n; i += 1) q[j * n + i]! -= sums[i]! * factor
  }
}

function diagonalise(form: Tridiagonal): void {
  const { size, diagonal: d, beside: e } = form
  for (let l = 0; l < size; l += 1) {
    for (let step = 0; step < mostSteps; step += 1) {
      let m = l
      while (m < size - 1 && Math.abs(e[m]!) > Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m += 1
      if (m === l) break
      chase(form, l, m)
    }
  }
}

/** One implicit QL step on the block l..m. */
function chase({ size, vectors, diagonal: d, beside: e }: Tridiagonal, l: number, m: number): void {
  let g = (d[l + 1]! - d[l]!) / (2 * e[l]!)
  g = d[m]! - d[l]! + e[l]! / (g + (g >= 0 ? Math.hypot(g, 1) : -Math.hypot(g, 1)))
  let [s, c, p] = [1, 1, 0]
  for (let i = m - 1; i >= l; i -= 1) {
    const f = s * e[i]!
    const b = c * e[i]!
    const r = Math.hypot(f, g)
    e[i + 1] = r
    if (r === 0) {
      // The block splits here: what is done stands, the next step goes on.
      d[i + 1]! -= p
      e[m] = 0
      return
    }
    s = f / r
    c = g / r
    g = d[i + 1]! - p
    const t = (d[i]! - g) * s + 2 * c * b
    p = s * t
    d[i + 1] = g + p
    g = c * t - b
    turn(vectors, size, i, { s, c })
  }
  d[l]! -= p
  e[l] = g
  e[m] = 0
}

/** Turns eigenvectors i and i + 1. */
function turn(v: Float64Array, n: number, i: number, { s, c }: { s: number; c: number }): void {
  const from = i * n
  for (let k = 0; k < n; k += 1) {
    const next = v[from + n + k]!
    const here = v[from + k]!
    v[from + n + k] = s * here + c * next
    v[from + k] = c * here - s * next
  }
}
