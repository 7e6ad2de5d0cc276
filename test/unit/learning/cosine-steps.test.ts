// A search in steps finds what a search at once does, and stops often enough for others to have their turn.
import { expect, it } from 'vitest'
import { createCosineIndex } from '../../../electron/core/learning/cosine-index.ts'

it('gives way every few hundred texts and answers the same', () => {
  const index = createCosineIndex()
  const terms = (n: number) => [`a${n % 7}`, `b${n % 11}`, `c${n % 13}`].map((term) => [{ term, weight: 1 }])
  for (let n = 0; n < 2100; n += 1) index.put(`t${n}`, terms(n))
  const options = { limit: 20, floor: 0.2, except: 't5' }
  const steps = index.nearestInSteps(terms(5), options)
  let breaths = 0
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) breaths += 1
  expect(breaths).toBe(4)
  expect(step.value).toEqual(index.nearest(terms(5), options))
  expect(step.value).toHaveLength(20)
})
