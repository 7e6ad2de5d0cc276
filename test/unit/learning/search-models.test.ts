import { describe, expect, test } from 'vitest'
import { fitBm25, searchBm25 } from '../../../electron/core/learning/bm25.ts'
import { invert } from '../../../electron/core/learning/inverted-index.ts'
import { nearest } from '../../../electron/core/learning/nearest.ts'
import { dot, heaviest, matrixOf, norm, sparseVector } from '../../../electron/core/learning/sparse.ts'
import { fitTfidf, transform } from '../../../electron/core/learning/tfidf.ts'

const documents = [['port', 'boat', 'boat'], ['port', 'strike'], ['court']]

describe('TF-IDF', () => {
  test('idf and weights by hand', () => {
    const model = fitTfidf(documents)
    expect(model.terms).toEqual(['boat', 'court', 'port', 'strike'])
    expect(model.idf[model.columns.get('port')!]).toBeCloseTo(Math.log(4 / 3) + 1, 6)
    const vector = transform(model, ['boat', 'boat', 'port', 'unknown'])
    const boat = (1 + Math.log(2)) * (Math.log(4 / 2) + 1)
    const port = Math.log(4 / 3) + 1
    expect(vector.values[0]).toBeCloseTo(boat / Math.hypot(boat, port), 6)
    expect(norm(vector)).toBeCloseTo(1, 6)
  })

  test('rare and common terms are left out, and the order of documents does not matter', () => {
    expect(fitTfidf(documents, { minDocuments: 2 }).terms).toEqual(['port'])
    expect(fitTfidf(documents, { maxShare: 0.5 }).terms).not.toContain('port')
    expect(fitTfidf(documents, { maxTerms: 1 }).terms).toEqual(['port'])
    expect(fitTfidf([...documents].reverse())).toEqual(fitTfidf(documents))
  })
})

describe('BM25', () => {
  test('the score by hand', () => {
    const model = fitBm25(documents)
    const [first, second] = searchBm25(model, ['boat', 'port'], 5)
    const idf = (df: number) => Math.log(1 + (3 - df + 0.5) / (df + 0.5))
    const tf = (count: number, length: number) => (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / 2))
    expect(first!.row).toBe(0)
    expect(first!.score).toBeCloseTo(idf(1) * tf(2, 3) + idf(2) * tf(1, 3), 5)
    expect(second!).toEqual({ row: 1, score: expect.closeTo(idf(2) * tf(1, 2), 5) })
    expect(searchBm25(model, new Map([['port', 2]]), 1, (row) => row === 1)[0]!.score).toBeCloseTo(2 * idf(2) * tf(1, 2), 5)
  })
})

describe('nearest by cosine', () => {
  test('the order and the limit', () => {
    const model = fitTfidf(documents)
    const vectors = documents.map((document) => transform(model, document))
    const index = invert(matrixOf(vectors, model.terms.length))
    const hits = nearest(index, vectors[1]!, 2)
    expect(hits.map((hit) => hit.row)).toEqual([1, 0])
    expect(hits[1]!.score).toBeCloseTo(dot(vectors[0]!, vectors[1]!), 6)
    expect(nearest(index, vectors[1]!, 2, (row) => row !== 1).map((hit) => hit.row)).toEqual([0])
  })

  test('the heaviest entries stay in column order', () => {
    expect([
      ...heaviest(
        sparseVector([
          [4, 1],
          [2, -3],
          [1, 2],
        ]),
        2,
      ).indices,
    ]).toEqual([1, 2])
  })
})
