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

interface Kept {
  readonly columns: Int32Array
  readonly weights: Float32Array
}

function keepHeavy({ weights }: LinearModel, floor: number): Kept {
  let count = 0
  for (const weight of weights) if (Math.abs(weight) >= floor) count += 1
  const kept = { columns: new Int32Array(count), weights: new Float32Array(count) }
  let to = 0
  weights.forEach((weight, column) => {
    if (Math.abs(weight) < floor) return
    kept.columns[to] = column
    kept.weights[to] = weight
    to += 1
  })
  return kept
}

/** Keeps the weights that matter: what is under `floor` in absolute value goes, which shrinks the model about tenfold. */
export function labelScorer(models: Iterable<LinearModel>, columns: number, floor = 0.02): LabelScorer {
  const biases: number[] = []
  const lists: Kept[] = []
  for (const model of models) {
    biases.push(model.bias)
    lists.push(keepHeavy(model, floor))
  }
  const starts = new Int32Array(columns + 1)
  for (const list of lists) for (const column of list.columns) starts[column + 1]! += 1
  for (let c = 0; c < columns; c += 1) starts[c + 1]! += starts[c]!
  const next = Int32Array.from(starts)
  const labels = new Uint16Array(starts[columns]!)
  const weights = new Float32Array(starts[columns]!)
  lists.forEach((list, label) =>
    list.columns.forEach((column, at) => {
      const to = next[column]!
      next[column] = to + 1
      labels[to] = label
      weights[to] = list.weights[at]!
    }),
  )
  return { starts, labels, weights, biases: Float32Array.from(biases) }
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
