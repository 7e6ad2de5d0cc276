import { describe, expect, test } from 'vitest'
import { applyIsotonic, applyPlatt, fitIsotonic, fitPlatt, sigmoid } from '../../../electron/core/learning/calibration.ts'
import { seededRandom } from '../../../electron/core/learning/random.ts'

describe('Platt', () => {
  test('finds the curve the outcomes were drawn from', () => {
    const random = seededRandom(11)
    const scores = Array.from({ length: 20_000 }, () => random() * 8 - 4)
    const positive = scores.map((score) => (random() < sigmoid(1.5 * score - 1) ? 1 : 0))
    const platt = fitPlatt(scores, positive)
    expect(platt.slope).toBeCloseTo(-1.5, 0)
    expect(applyPlatt(platt, 2)).toBeCloseTo(sigmoid(2), 1)
  })

  test('separable scores do not give certainty', () => {
    const platt = fitPlatt([-1, -1, 1, 1], [0, 0, 1, 1])
    expect(applyPlatt(platt, 1)).toBeCloseTo(3 / 4, 2)
    expect(applyPlatt(platt, -1)).toBeCloseTo(1 / 4, 2)
  })
})

describe('isotonic', () => {
  test('pools what goes the wrong way, by hand', () => {
    const isotonic = fitIsotonic([1, 2, 3, 4, 5], [0, 1, 0, 1, 1])
    expect([...isotonic.from]).toEqual([1, 2, 4])
    expect([...isotonic.values]).toEqual([0, 0.5, 1])
    expect(applyIsotonic(isotonic, 0)).toBe(0)
    expect(applyIsotonic(isotonic, 3.5)).toBe(0.5)
    expect(applyIsotonic(isotonic, 9)).toBe(1)
  })

  test('equal scores share one value', () => {
    expect([...fitIsotonic([1, 1, 2], [1, 0, 1]).values]).toEqual([0.5, 1])
  })
})
