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

/** Keeps the weights that matter: what is under `floor` in absolute value goes, which shrinks the model about tenfold. */
export function labelScorer(models: readonly LinearModel[], columns: number, floor = 0.02): LabelScorer {
  const counts = new Int32Array(columns + 1)
  for (const model of models) for (let c = 0; c < columns; c += 1) if (Math.abs(model.weights[c]!) >= floor) counts[c + 1]! += 1
  for (let c = 0; c < columns; c += 1) counts[c + 1]! += counts[c]!
  const starts = Int32Array.from(counts)
  const next = Int32Array.from(counts)
  const labels = new Uint16Array(starts[columns]!)
  const weights = new Float32Array(starts[columns]!)
  models.forEach((model, label) => {
    for (let c = 0; c < columns; c += 1) {
      const weight = model.weights[c]!
      if (Math.abs(weight) < floor) continue
      const at = next[c]!
      next[c] = at + 1
      labels[at] = label
      weights[at] = weight
    }
  })
  return { starts, labels, weights, biases: Float32Array.from(models, (model) => model.bias) }
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
