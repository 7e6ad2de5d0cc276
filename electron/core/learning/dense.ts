// Small dense linear algebra for the truncated SVD: row-major blocks of Float64.
// It must not know sparse data or texts.

/** `rows` × `columns`, row-major. */
export interface Dense {
  readonly rows: number
  readonly columns: number
  readonly data: Float64Array
}

export function dense(rows: number, columns: number): Dense {
  return { rows, columns, data: new Float64Array(rows * columns) }
}

function columnNorm({ rows, columns, data }: Dense, column: number): number {
  let sum = 0
  for (let at = column, row = 0; row < rows; row += 1, at += columns) sum += data[at]! * data[at]!
  return Math.sqrt(sum)
}

/** Columns made orthonormal in place: Cholesky of the Gram matrix, twice (CholeskyQR2, Yamamoto et al. 2015). Lost columns become zero. */
export function orthonormalise(block: Dense): void {
  for (let c = 0; c < block.columns; c += 1) scaleColumn(block, c, columnNorm(block, c))
  for (let round = 0; round < 2; round += 1) solveRight(block, choleskyUpper(gram(block)))
}

function scaleColumn({ rows, columns, data }: Dense, column: number, length: number): void {
  const factor = length > 0 ? 1 / length : 0
  for (let at = column, row = 0; row < rows; row += 1, at += columns) data[at]! *= factor
}

/** Aᵀ·A, symmetric. */
export function gram({ rows, columns, data }: Dense): Dense {
  const product = dense(columns, columns)
  const out = product.data
  for (let row = 0; row < rows; row += 1) {
    const at = row * columns
    for (let i = 0; i < columns; i += 1) {
      const left = data[at + i]!
      if (left === 0) continue
      const to = i * columns
      for (let j = i; j < columns; j += 1) out[to + j]! += left * data[at + j]!
    }
  }
  for (let i = 0; i < columns; i += 1) for (let j = 0; j < i; j += 1) out[i * columns + j] = out[j * columns + i]!
  return product
}

/** R with Rᵀ·R = A; a direction that carries nothing (rank lost) gets 0 on the diagonal. */
function choleskyUpper({ columns: n, data: a }: Dense): Dense {
  const upper = dense(n, n)
  const r = upper.data
  for (let i = 0; i < n; i += 1) {
    let pivot = a[i * n + i]!
    for (let k = 0; k < i; k += 1) pivot -= r[k * n + i]! * r[k * n + i]!
    if (pivot <= 1e-14) continue
    const root = Math.sqrt(pivot)
    r[i * n + i] = root
    for (let j = i + 1; j < n; j += 1) {
      let sum = a[i * n + j]!
      for (let k = 0; k < i; k += 1) sum -= r[k * n + i]! * r[k * n + j]!
      r[i * n + j] = sum / root
    }
  }
  return upper
}

/** Replaces A by A·R⁻¹, row by row; a zero pivot gives a zero column. */
function solveRight({ rows, columns: n, data }: Dense, { data: r }: Dense): void {
  for (let row = 0; row < rows; row += 1) {
    const at = row * n
    for (let j = 0; j < n; j += 1) {
      const pivot = r[j * n + j]!
      const value = pivot === 0 ? 0 : data[at + j]! / pivot
      data[at + j] = value
      if (value !== 0) for (let k = j + 1; k < n; k += 1) data[at + k]! -= value * r[j * n + k]!
    }
  }
}

/** Left(rows × k) · right(k × columns). */
export function multiply(left: Dense, right: Dense): Dense {
  const product = dense(left.rows, right.columns)
  for (let row = 0; row < left.rows; row += 1) {
    const to = row * right.columns
    for (let k = 0; k < left.columns; k += 1) {
      const value = left.data[row * left.columns + k]!
      if (value === 0) continue
      const from = k * right.columns
      for (let j = 0; j < right.columns; j += 1) product.data[to + j]! += value * right.data[from + j]!
    }
  }
  return product
}
