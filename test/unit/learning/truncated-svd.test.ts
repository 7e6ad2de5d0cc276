import { describe, expect, test } from 'vitest'
import { dense, gram, multiply, orthonormalise } from '../../../electron/core/learning/dense.ts'
import { symmetricEigen } from '../../../electron/core/learning/symmetric-eigen.ts'
import { gaussian, seededRandom } from '../../../electron/core/learning/random.ts'
import { matrixOf, rowOf, sparseVector } from '../../../electron/core/learning/sparse.ts'
import { cosine, project, truncatedSvd } from '../../../electron/core/learning/truncated-svd.ts'

const row = (...values: number[]) => sparseVector(values.map((value, column) => [column, value] as const))

describe('truncated SVD', () => {
  test('the singular values of a known matrix', () => {
    // [[3,0],[4,5]]: AᵀA has eigenvalues 45 and 5, right vectors (1,1)/√2 and (1,-1)/√2.
    const svd = truncatedSvd(matrixOf([row(3, 0), row(4, 5)], 2), { rank: 2 })
    expect(svd.singular[0]).toBeCloseTo(Math.sqrt(45), 5)
    expect(svd.singular[1]).toBeCloseTo(Math.sqrt(5), 5)
    expect(Math.abs(svd.basis[0]!)).toBeCloseTo(Math.SQRT1_2, 5)
    expect(svd.basis[0]! * svd.basis[2]!).toBeCloseTo(0.5, 5)
    expect(svd.basis[1]! * svd.basis[3]!).toBeCloseTo(-0.5, 5)
  })

  test('a matrix of rank two is rebuilt from two directions, and rank asked beyond it does not hurt', () => {
    const random = seededRandom(7)
    const left = Array.from({ length: 40 }, () => [gaussian(random), gaussian(random)])
    const right = Array.from({ length: 25 }, () => [gaussian(random), gaussian(random)])
    const rows = left.map(([a, b]) => row(...right.map(([c, d]) => a! * c! + b! * d!)))
    const matrix = matrixOf(rows, 25)
    const svd = truncatedSvd(matrix, { rank: 5, seed: 1 })
    expect(svd.singular[2]).toBeLessThan(1e-3)
    const first = rowOf(matrix, 0)
    const places = [0, 1].map((k) => first.values.reduce((sum, value, at) => sum + value * svd.basis[first.indices[at]! * 5 + k]!, 0))
    first.values.forEach((value, at) => {
      const rebuilt = places[0]! * svd.basis[first.indices[at]! * 5]! + places[1]! * svd.basis[first.indices[at]! * 5 + 1]!
      expect(rebuilt).toBeCloseTo(value, 3)
    })
    expect(truncatedSvd(matrix, { rank: 5, seed: 1 })).toEqual(svd)
  })

  test('words that keep the same company come together though they never meet', () => {
    // Columns: boat, ship, harbour, judge, court. Boat and ship share only the harbour.
    const matrix = matrixOf(
      [row(1, 0, 1, 0, 0), row(0, 1, 1, 0, 0), row(1, 0, 1, 0, 0), row(0, 1, 1, 0, 0), row(0, 0, 0, 1, 1), row(0, 0, 0, 1, 1)],
      5,
    )
    const svd = truncatedSvd(matrix, { rank: 2 })
    const place = (column: number) => project(svd, sparseVector([[column, 1]]))
    expect(cosine(place(0), place(1))).toBeGreaterThan(0.99)
    expect(Math.abs(cosine(place(0), place(3)))).toBeLessThan(0.01)
    expect([...project(svd, sparseVector([]))]).toEqual([0, 0])
  })
})

describe('dense parts', () => {
  test('orthonormal columns, even when one repeats another', () => {
    const random = seededRandom(2)
    const block = dense(30, 4)
    for (let i = 0; i < 30; i += 1) {
      for (let c = 0; c < 3; c += 1) block.data[i * 4 + c] = gaussian(random)
      block.data[i * 4 + 3] = block.data[i * 4]!
    }
    orthonormalise(block)
    const product = gram(block)
    for (let i = 0; i < 3; i += 1) for (let j = 0; j < 3; j += 1) expect(product.data[i * 4 + j]).toBeCloseTo(i === j ? 1 : 0, 9)
    expect(product.data[15]).toBeCloseTo(0, 9)
  })

  test('eigenvalues of [[2,1],[1,2]] are 3 and 1', () => {
    const { values, vectors } = symmetricEigen({ rows: 2, columns: 2, data: Float64Array.of(2, 1, 1, 2) })
    expect(values[0]).toBeCloseTo(3, 10)
    expect(values[1]).toBeCloseTo(1, 10)
    expect(vectors.data[0]! * vectors.data[2]!).toBeCloseTo(0.5, 10)
  })
})

describe('eigenvectors', () => {
  test.each([1, 2, 5, 40])('of a matrix of %d columns stand upright and give it back', (n) => {
    const random = seededRandom(n)
    const block = dense(n + 3, n)
    for (let i = 0; i < block.data.length; i += 1) block.data[i] = gaussian(random)
    // One column twice: a direction is lost, an eigenvalue is zero.
    if (n > 2) for (let at = 0; at < block.data.length; at += n) block.data[at + 1] = block.data[at]!
    const matrix = gram(block)
    const { values, vectors } = symmetricEigen(matrix)
    const turned = multiply(matrix, vectors)
    turned.data.forEach((value, at) => expect(value).toBeCloseTo(values[at % n]! * vectors.data[at]!, 8))
    gram(vectors).data.forEach((value, at) => expect(value).toBeCloseTo(at % (n + 1) === 0 ? 1 : 0, 10))
    expect([...values]).toEqual([...values].sort((a, b) => b - a))
  })

  test('of nothing, and of what is diagonal already', () => {
    expect([...symmetricEigen(dense(4, 4)).values]).toEqual([0, 0, 0, 0])
    const { values } = symmetricEigen({ rows: 3, columns: 3, data: Float64Array.of(1, 0, 0, 0, 3, 0, 0, 0, 2) })
    expect([...values]).toEqual([3, 2, 1])
  })
})
