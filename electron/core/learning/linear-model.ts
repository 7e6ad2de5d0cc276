// Linear classifiers by dual coordinate descent: numbers in, weights out.
// It must not know what a row or a label stands for.
import { seededRandom, shuffle, type Random } from './random.ts'
import type { SparseMatrix, SparseVector } from './sparse.ts'

export interface LinearOptions {
  /** `squared-hinge` is LinearSVC's loss, `logistic` gives log-odds. */
  readonly loss: 'squared-hinge' | 'logistic'
  /** Weight of an error against the size of the weights (LIBLINEAR's C). */
  readonly cost?: number
  /** Multiplies `cost` for positive rows: above 1 where they are rare. */
  readonly positiveWeight?: number
  readonly seed?: number
  readonly tolerance?: number
  readonly maxPasses?: number
}

/** score(x) = weights · x + bias */
export interface LinearModel {
  readonly weights: Float32Array
  readonly bias: number
}

interface Problem {
  readonly matrix: SparseMatrix
  /** +1 or -1 by row. */
  readonly labels: Int8Array
  readonly costs: Float64Array
  readonly squares: Float64Array
  /** The last entry is the bias, a feature that is always 1. */
  readonly weights: Float64Array
  readonly random: Random
  readonly tolerance: number
  readonly maxPasses: number
}

/** Squared length of each row, the bias feature included. */
export function rowSquares(matrix: SparseMatrix): Float64Array {
  const squares = new Float64Array(matrix.rows).fill(1)
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) squares[row]! += matrix.values[at]! * matrix.values[at]!
  }
  return squares
}

function scoreRow(problem: Problem, row: number): number {
  const { starts, indices, values, columns } = problem.matrix
  const { weights } = problem
  let sum = weights[columns]!
  for (let at = starts[row]!, end = starts[row + 1]!; at < end; at += 1) sum += weights[indices[at]!]! * values[at]!
  return sum
}

function addRow(problem: Problem, row: number, step: number): void {
  const { starts, indices, values, columns } = problem.matrix
  const { weights } = problem
  weights[columns]! += step
  for (let at = starts[row]!, end = starts[row + 1]!; at < end; at += 1) weights[indices[at]!]! += step * values[at]!
}

/**
 * L2-regularised squared-hinge SVM (Hsieh, Chang, Lin, Keerthi and Sundararajan, ICML 2008, algorithm 3: with shrinking).
 * Rows whose multiplier stays at zero leave the active set; before stopping, all rows are looked at once more.
 */
function descendSquaredHinge(problem: Problem): void {
  const { matrix, labels, costs, squares, random, tolerance, maxPasses, weights } = problem
  // Held in locals and summed in place: this loop is nearly all of the training time.
  const { starts, indices, values, columns } = matrix
  const alpha = new Float64Array(matrix.rows)
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row)
  let active = matrix.rows
  let shrinkAbove = Number.POSITIVE_INFINITY
  for (let pass = 0; pass < maxPasses; pass += 1) {
    let highest = Number.NEGATIVE_INFINITY
    let lowest = Number.POSITIVE_INFINITY
    shuffle(order, random, active)
    for (let at = 0; at < active; at += 1) {
      const row = order[at]!
      const label = labels[row]!
      const diagonal = 0.5 / costs[row]!
      const end = starts[row + 1]!
      let score = weights[columns]!
      for (let p = starts[row]!; p < end; p += 1) score += weights[indices[p]!]! * values[p]!
      const gradient = label * score - 1 + alpha[row]! * diagonal
      let projected = gradient
      if (alpha[row] === 0) {
        if (gradient > shrinkAbove) {
          active -= 1
          order[at] = order[active]!
          order[active] = row
          at -= 1
          continue
        }
        projected = Math.min(gradient, 0)
      }
      highest = Math.max(highest, projected)
      lowest = Math.min(lowest, projected)
      if (Math.abs(projected) > 1e-12) {
        const before = alpha[row]!
        alpha[row] = Math.max(before - gradient / (squares[row]! + diagonal), 0)
        const step = (alpha[row]! - before) * label
        weights[columns]! += step
        for (let p = starts[row]!; p < end; p += 1) weights[indices[p]!]! += step * values[p]!
      }
    }
    if (highest - lowest <= tolerance) {
      if (active === matrix.rows) return
      active = matrix.rows
      shrinkAbove = Number.POSITIVE_INFINITY
    } else shrinkAbove = highest > 0 ? highest : Number.POSITIVE_INFINITY
  }
}

/** One-variable minimum of the dual of logistic loss by Newton steps, kept inside (0, cost). */
function logisticStep(alpha: number, cost: number, square: number, slope: number): number {
  // Minimise z·ln z + (C - z)·ln(C - z) + a/2·(z - alpha)² + b·(z - alpha), as LIBLINEAR does.
  let z = alpha
  if (cost - z < 0.5 * cost) z = Math.min(z, cost - cost * 1e-12)
  for (let step = 0; step < 30; step += 1) {
    const gradient = square * (z - alpha) + slope + Math.log(z / (cost - z))
    if (Math.abs(gradient) < 1e-6) break
    const curvature = square + cost / (z * (cost - z))
    const next = z - gradient / curvature
    z = next <= 0 ? z * 0.1 : next >= cost ? cost - (cost - z) * 0.1 : next
  }
  return z
}

/** L2-regularised logistic regression (Yu, Huang and Lin, Machine Learning 2011, algorithm 5). */
function descendLogistic(problem: Problem): void {
  const { matrix, labels, costs, squares, random, tolerance, maxPasses } = problem
  const alpha = Float64Array.from(costs, (cost) => Math.min(0.001 * cost, 1e-8))
  for (let row = 0; row < matrix.rows; row += 1) addRow(problem, row, alpha[row]! * labels[row]!)
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row)
  for (let pass = 0; pass < maxPasses; pass += 1) {
    let largest = 0
    shuffle(order, random)
    for (const row of order) {
      const before = alpha[row]!
      const slope = labels[row]! * scoreRow(problem, row)
      const gradient = slope + Math.log(before / (costs[row]! - before))
      largest = Math.max(largest, Math.abs(gradient))
      if (Math.abs(gradient) < tolerance * 0.1) continue
      alpha[row] = logisticStep(before, costs[row]!, squares[row]!, slope)
      addRow(problem, row, (alpha[row]! - before) * labels[row]!)
    }
    if (largest < tolerance) return
  }
}

/**
 * One two-class model. `positive[row]` is 1 for the class, 0 for the rest.
 * Same seed and same rows give the same weights, bit for bit.
 */
export function trainLinear(matrix: SparseMatrix, positive: Uint8Array, options: LinearOptions, squares = rowSquares(matrix)): LinearModel {
  const { loss, cost = 1, positiveWeight = 1, seed = 0 } = options
  const problem: Problem = {
    matrix,
    labels: Int8Array.from(positive, (value) => (value ? 1 : -1)),
    costs: Float64Array.from(positive, (value) => (value ? cost * positiveWeight : cost)),
    squares,
    weights: new Float64Array(matrix.columns + 1),
    random: seededRandom(seed),
    tolerance: options.tolerance ?? (loss === 'logistic' ? 0.01 : 0.1),
    maxPasses: options.maxPasses ?? (loss === 'logistic' ? 200 : 300),
  }
  if (loss === 'logistic') descendLogistic(problem)
  else descendSquaredHinge(problem)
  return { weights: new Float32Array(problem.weights.subarray(0, matrix.columns)), bias: problem.weights[matrix.columns]! }
}

/** Columns renumbered, the most used first: the weights touched all the time then lie side by side in the cache. */
function frequentFirst(matrix: SparseMatrix): { matrix: SparseMatrix; places: Int32Array } {
  const uses = new Int32Array(matrix.columns)
  for (const column of matrix.indices) uses[column]! += 1
  const order = Int32Array.from(uses.keys()).sort((a, b) => uses[b]! - uses[a]! || a - b)
  const places = new Int32Array(matrix.columns)
  order.forEach((column, place) => (places[column] = place))
  return { matrix: { ...matrix, indices: matrix.indices.map((column) => places[column]!) }, places }
}

/** Prepares the rows once; the function gives the model of one label, whose positive rows it is handed, against all others. */
export function oneVsRest(matrix: SparseMatrix, options: LinearOptions): (rows: readonly number[]) => LinearModel {
  const squares = rowSquares(matrix)
  const { matrix: arranged, places } = frequentFirst(matrix)
  return (rows) => {
    const positive = new Uint8Array(matrix.rows)
    for (const row of rows) positive[row] = 1
    const { weights, bias } = trainLinear(arranged, positive, options, squares)
    const back = new Float32Array(matrix.columns)
    for (let column = 0; column < back.length; column += 1) back[column] = weights[places[column]!]!
    return { weights: back, bias }
  }
}

/**
 * One model per label against all others, one at a time: a thousand dense ones would not fit a laptop.
 * `rowsOf[label]` lists the label's positive rows.
 */
export function* trainOneVsRest(
  matrix: SparseMatrix,
  rowsOf: readonly (readonly number[])[],
  options: LinearOptions,
): Generator<LinearModel> {
  const train = oneVsRest(matrix, options)
  for (const rows of rowsOf) yield train(rows)
}

/** The raw score: distance to the border (hinge) or log-odds (logistic). */
export function scoreOf(model: LinearModel, vector: SparseVector): number {
  let sum = model.bias
  for (let at = 0; at < vector.indices.length; at += 1) sum += vector.values[at]! * (model.weights[vector.indices[at]!] ?? 0)
  return sum
}
