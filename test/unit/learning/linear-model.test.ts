import { describe, expect, test } from 'vitest'
import { labelScorer, scoreLabels } from '../../../electron/core/learning/label-scorer.ts'
import { scoreOf, trainLinear, trainOneVsRest } from '../../../electron/core/learning/linear-model.ts'
import { gaussian, seededRandom } from '../../../electron/core/learning/random.ts'
import { matrixOf, rowOf, sparseVector } from '../../../electron/core/learning/sparse.ts'

const row = (...values: number[]) => sparseVector(values.map((value, column) => [column, value] as const))

function noisyRows(count: number) {
  const random = seededRandom(4)
  const rows = Array.from({ length: count }, () => [gaussian(random), gaussian(random), gaussian(random)])
  const positive = Uint8Array.from(rows, ([a, b, c]) => (2 * a! - b! + 0.5 + 0.3 * c! + gaussian(random) > 0 ? 1 : 0))
  return {
    matrix: matrixOf(
      rows.map((values) => row(...values)),
      3,
    ),
    positive,
  }
}

/** ½‖w‖² + C Σ loss, the bias counted as a weight: what LIBLINEAR minimises. */
function objective(loss: 'squared-hinge' | 'logistic', weights: number[], cost: number): number {
  const { matrix, positive } = noisyRows(120)
  let sum = weights.reduce((total, weight) => total + (weight * weight) / 2, 0)
  for (let r = 0; r < matrix.rows; r += 1) {
    const values = rowOf(matrix, r)
    const score = weights[3]! + values.values.reduce((total, value, at) => total + value * weights[values.indices[at]!]!, 0)
    const margin = (positive[r] ? 1 : -1) * score
    sum += cost * (loss === 'logistic' ? Math.log1p(Math.exp(-margin)) : Math.max(0, 1 - margin) ** 2)
  }
  return sum
}

describe('dual coordinate descent', () => {
  test('two points: the hinge solution is the one worked by hand', () => {
    // x = ±1 with bias: w = 2·2α, b = 0; α = 1/(2 + 1/(2C))… with C = 1: minimise w²/2 + 2(1-w)² → w = 4/5.
    const model = trainLinear(matrixOf([row(1), row(-1)], 1), Uint8Array.of(1, 0), { loss: 'squared-hinge', tolerance: 1e-9 })
    expect(model.weights[0]).toBeCloseTo(0.8, 5)
    expect(model.bias).toBeCloseTo(0, 5)
  })

  test('two points: the logistic solution solves w = 2 / (1 + exp(w))', () => {
    const model = trainLinear(matrixOf([row(1), row(-1)], 1), Uint8Array.of(1, 0), { loss: 'logistic', tolerance: 1e-7, maxPasses: 2000 })
    const w = model.weights[0]!
    expect(w).toBeCloseTo(2 / (1 + Math.exp(w)), 4)
    expect(w).toBeCloseTo(0.6748, 3)
  })

  test.each(['squared-hinge', 'logistic'] as const)('%s reaches a minimum of the primal objective', (loss) => {
    const { matrix, positive } = noisyRows(120)
    const model = trainLinear(matrix, positive, { loss, cost: 0.7, tolerance: 1e-6, maxPasses: 5000 })
    const found = [...model.weights, model.bias]
    const lowest = objective(loss, found, 0.7)
    for (let at = 0; at < 4; at += 1) {
      for (const step of [-0.02, 0.02]) expect(objective(loss, found.with(at, found[at]! + step), 0.7)).toBeGreaterThan(lowest)
    }
  })

  test('the same seed gives the same weights, a heavier positive class raises the bias', () => {
    const { matrix, positive } = noisyRows(120)
    const one = trainLinear(matrix, positive, { loss: 'squared-hinge', seed: 3 })
    expect(trainLinear(matrix, positive, { loss: 'squared-hinge', seed: 3 })).toEqual(one)
    expect(trainLinear(matrix, positive, { loss: 'squared-hinge', seed: 3, positiveWeight: 5 }).bias).toBeGreaterThan(one.bias)
  })

  test('one-vs-rest laid out by term scores as its models do', () => {
    const matrix = matrixOf([row(1, 0, 0), row(0, 1, 0), row(0, 0, 1), row(1, 1, 0)], 3)
    const models = [...trainOneVsRest(matrix, [[0, 3], [1, 3], [2]], { loss: 'squared-hinge' })]
    const scorer = labelScorer(models, 3, 0)
    for (let r = 0; r < 4; r += 1) {
      const scores = scoreLabels(scorer, rowOf(matrix, r))
      models.forEach((model, label) => expect(scores[label]).toBeCloseTo(scoreOf(model, rowOf(matrix, r)), 5))
    }
    const last = scoreLabels(scorer, rowOf(matrix, 2))
    expect(last[2]).toBeGreaterThan(Math.max(last[0]!, last[1]!))
  })
})
