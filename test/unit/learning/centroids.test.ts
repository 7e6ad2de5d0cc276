import { describe, expect, test } from 'vitest'
import { centroid } from '../../../electron/core/learning/centroids.ts'
import { best } from '../../../electron/core/learning/inverted-index.ts'
import { keepHeavy, layOut, scoreLabels } from '../../../electron/core/learning/label-scorer.ts'
import { sparseVector } from '../../../electron/core/learning/sparse.ts'
import { fitTfidf, fitTransform, transform } from '../../../electron/core/learning/tfidf.ts'

const row = (...values: number[]) => sparseVector(values.map((value, column) => [column, value] as const))

describe('the middle of vectors', () => {
  test('by hand, cut to the heaviest, and the buffer comes back empty', () => {
    const sums = new Float64Array(3)
    // (3, 0, 0) + (0, 4, 0) → (0.6, 0.8, 0)
    const middle = centroid([row(3, 0, 0), row(0, 4, 0)], 5, sums)
    expect([...middle.columns]).toEqual([0, 1])
    expect([...middle.weights]).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)])
    expect([...centroid([row(3, 0, 0), row(0, 4, 0)], 1, sums).columns]).toEqual([1])
    expect([...sums]).toEqual([0, 0, 0])
    expect([...centroid([], 5, sums).columns]).toEqual([])
  })

  test('laid out, a vector of length 1 scores its cosine', () => {
    const sums = new Float64Array(3)
    const scorer = layOut([centroid([row(3, 0, 0), row(0, 4, 0)], 5, sums), centroid([row(0, 0, 2)], 5, sums)], 3)
    expect([...scoreLabels(scorer, row(0, 1, 0))]).toEqual([expect.closeTo(0.8, 6), 0])
  })
})

test('light weights are dropped, heavy negative ones stay', () => {
  const kept = keepHeavy({ weights: Float32Array.of(0.5, 0.01, 0, -0.3), bias: 0.25 }, 0.02)
  expect({ columns: [...kept.columns], bias: kept.bias }).toEqual({ columns: [0, 3], bias: 0.25 })
})

test('the best of scores that may be negative', () => {
  expect(best(Float32Array.of(-3, -1, -2), 2, undefined, Number.NEGATIVE_INFINITY).map(({ row: at }) => at)).toEqual([1, 2])
  expect(best(Float32Array.of(-3, -1, -2), 2)).toEqual([])
})

test('learning and weighing in one reading gives what two readings give', () => {
  const documents = [['port', 'boat', 'boat'], ['port', 'strike', 'port'], ['court', 'boat'], []]
  const { model, vectors } = fitTransform(documents, { minDocuments: 2 })
  expect(model).toEqual(fitTfidf(documents, { minDocuments: 2 }))
  expect(fitTfidf(documents, { minDocuments: 2, maxTerms: 1, always: new Set(['court', 'never']) }).terms).toEqual([
    'boat',
    'court',
    'never',
  ])
  expect(vectors).toEqual(documents.map((document) => transform(model, document)))
})
