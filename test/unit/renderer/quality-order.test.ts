// The orders of the table of tags.
import { expect, test } from 'vitest'
import type { TagQuality } from '../../../shared/contract/vocabulary-edits.ts'
import { qualityOrders, sortQuality, type QualityOrder } from '../../../renderer/features/vocabulary/quality-order.ts'

const tag = (concept: string, value: number | null, more: Partial<TagQuality> = {}): TagQuality => ({
  concept,
  label: concept,
  active: true,
  accepted: 0,
  rejected: 0,
  added: 0,
  precision: value === null ? null : { value, low: 0, high: 1, of: 9 },
  recall: null,
  articles: 0,
  recent: 0,
  first: null,
  last: null,
  drift: 'unused',
  ...more,
})
const tags = [tag('b', null), tag('a', 0.2, { last: '2026-01-02' }), tag('c', 0.9, { accepted: 3, last: '2025-01-02' })]
const order = (...wish: [QualityOrder, boolean]) => sortQuality(tags, ...wish).map((one) => one.concept)

test('what has no figure comes last, whichever way', () => {
  expect(order('precision', true)).toEqual(['a', 'c', 'b'])
  expect(order('precision', false)).toEqual(['c', 'a', 'b'])
  expect(order('last', false)).toEqual(['a', 'c', 'b'])
})

test('every column orders the rows', () => {
  for (const one of qualityOrders) expect(order(one, true), one).toHaveLength(3)
  expect(order('kept', false)[0]).toBe('c')
})

test('by decisions and by name', () => {
  expect(order('decisions', false)).toEqual(['c', 'b', 'a'])
  expect(order('label', true)).toEqual(['a', 'b', 'c'])
  expect(order('label', false)).toEqual(['c', 'b', 'a'])
})
