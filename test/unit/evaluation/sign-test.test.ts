// The exact binomial against published figures.
import { expect, it } from 'vitest'
import { exactShare, signTest } from '../../../electron/core/evaluation/sign-test.ts'

it('gives the two-sided p of the sign test', () => {
  expect(signTest(10, 0)).toBeCloseTo(2 / 1024, 12)
  expect(signTest(8, 2)).toBeCloseTo(0.109375, 10)
  expect(signTest(2, 8)).toBeCloseTo(0.109375, 10)
  expect(signTest(5, 5)).toBe(1)
  expect(signTest(0, 0)).toBe(1)
})

it('gives Clopper and Pearson’s interval', () => {
  // R: binom.test(7, 20), binom.test(0, 10), binom.test(10, 10)
  const seven = exactShare(7, 20)
  expect(seven.low).toBeCloseTo(0.1539092, 5)
  expect(seven.high).toBeCloseTo(0.5921885, 5)
  expect(exactShare(0, 10)).toMatchObject({ share: 0, low: 0 })
  expect(exactShare(0, 10).high).toBeCloseTo(0.3084971, 5)
  expect(exactShare(10, 10).low).toBeCloseTo(0.6915029, 5)
  expect(exactShare(0, 0)).toEqual({ share: null, low: null, high: null })
})
