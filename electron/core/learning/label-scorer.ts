// Many one-vs-rest models laid out term by term, so that one article is scored against all labels in one walk.
// It must not know what a label stands for.
import type { LinearModel } from './linear-model.ts'
import type { SparseVector } from './sparse.ts'

/** Weights by column: labels `labels[starts[c] .. starts[c + 1])` with `weights` beside. Small weights are dropped. */
export interface LabelScorer {
  readonly starts: Int32Array
  readonly labels: Uint16Array
  readonly weights: Float32Array
  readonly biases: Float32Array
}

/** One label's model without the weights that do not matter. */
export interface SparseModel {
  readonly columns: Int32Array
  readonly weights: Float32Array
  readonly bias: number
}

/** Drops what is under `floor` in absolute value: some nine weights in ten, and no score changes by more than a hair. */
export function keepHeavy({ weights, bias }: LinearModel, floor = 0.02): SparseModel {
  const size = (at: number): number => Math.abs(weights[at]!)
  let count = 0
  for (let column = 0; column < weights.length; column += 1) if (size(column) >= floor && weights[column] !== 0) count += 1
  const kept = { columns: new Int32Array(count), weights: new Float32Array(count), bias }
  let to = 0
  for (let column = 0; column < weights.length; column += 1) {
    if (size(column) < floor || weights[column] === 0) continue
    kept.columns[to] = column
    kept.weights[to] = weights[column]!
    to += 1
  }
  return kept
}

/** Models laid out by column, in the order of their labels. */
export function layOut(models: readonly SparseModel[], columns: number): LabelScorer {
  const starts = new Int32Array(columns + 1)
  for (const model of models) for (const column of model.columns) starts[column + 1]! += 1
  for (let c = 0; c < columns; c += 1) starts[c + 1]! += starts[c]!
  const next = Int32Array.from(starts)
  const labels = new Uint16Array(starts[columns]!)
  const weights = new Float32Array(starts[columns]!)
  models.forEach((model, label) =>
    model.columns.forEach((column, at) => {
      const to = next[column]!
      next[column] = to + 1
      labels[to] = label
      weights[to] = model.weights[at]!
    }),
  )
  return { starts, labels, weights, biases: Float32Array.from(models, (model) => model.bias) }
}

/** Full models laid out, what is under `floor` dropped; one at a time, so that they may come from a generator. */
export function labelScorer(models: Iterable<LinearModel>, columns: number, floor = 0.02): LabelScorer {
  const kept: SparseModel[] = []
  for (const model of models) kept.push(keepHeavy(model, floor))
  return layOut(kept, columns)
}

/** The raw score of every label. */
export function scoreLabels(scorer: LabelScorer, vector: SparseVector): Float32Array {
  const scores = Float32Array.from(scorer.biases)
  for (let at = 0; at < vector.indices.length; at += 1) {
    const column = vector.indices[at]!
    const value = vector.values[at]!
    for (let w = scorer.starts[column]!; w < scorer.starts[column + 1]!; w += 1) scores[scorer.labels[w]!]! += value * scorer.weights[w]!
  }
  return scores
}
