// A queue while somebody works in it: nothing moves under the cursor.
import { describe, expect, test } from 'vitest'
import type { QueueItem } from '../../../shared/contract/reviews.ts'
import { mergeQueue, nextToReview } from '../../../renderer/features/review/queue-order.ts'

const item = (id: string, waiting = 1): QueueItem => ({
  item: id,
  title: id,
  excerpt: null,
  section: null,
  date: null,
  waiting,
  decided: 0,
  toCheck: 0,
  decidedAt: null,
})
const ids = (items: readonly QueueItem[]) => items.map((one) => one.item)

describe('mergeQueue', () => {
  test('keeps the places on screen, takes the new figures, puts newcomers last', () => {
    const merged = mergeQueue([item('a'), item('b'), item('c')], [item('new'), item('c', 4), item('a', 2), item('b')])
    expect(ids(merged)).toEqual(['a', 'b', 'c', 'new'])
    expect(merged.map((one) => one.waiting)).toEqual([2, 1, 4, 1])
  })
  test('an item the core lists no more stays in its place and waits no more', () => {
    const merged = mergeQueue([item('a'), item('gone'), item('b')], [item('b'), item('a')])
    expect(ids(merged)).toEqual(['a', 'gone', 'b'])
    expect(merged[1]?.waiting).toBe(0)
  })
  test('a first reading is taken as it is, and nothing given is changed', () => {
    const fresh = [item('b'), item('a')]
    expect(mergeQueue([], fresh)).toEqual(fresh)
    const shown = [item('a')]
    mergeQueue(shown, [])
    expect(shown[0]?.waiting).toBe(1)
  })
})

describe('nextToReview', () => {
  const items = [item('a'), item('b', 0), item('c'), item('d', 0)]
  test('goes on, and round once', () => {
    expect(nextToReview(items, 0)).toBe('c')
    expect(nextToReview(items, 2)).toBe('a')
  })
  test('is never the item in hand, and null at the end of the work', () => {
    expect(nextToReview([item('a'), item('b', 0)], 0)).toBeNull()
    expect(nextToReview([], -1)).toBeNull()
  })
  test('from no place at all, it is the first that waits', () => {
    expect(nextToReview(items, -1)).toBe('a')
  })
})
