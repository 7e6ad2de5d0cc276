// A queue while somebody works in it: nothing moves under the cursor.
import { describe, expect, test } from 'vitest'
import type { QueueItem } from '../../../shared/contract/reviews.ts'
import { addUnknown, mergeQueue, nextToReview, patchQueue } from '../../../renderer/features/review/queue-order.ts'

const item = (id: string, waiting = 1): QueueItem => ({
  item: id,
  title: id,
  excerpt: null,
  harsh: false,
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

describe('patchQueue', () => {
  const shown = [item('a'), item('b'), item('c')]
  test('changes what was asked about and leaves the others the very same', () => {
    const patched = patchQueue(shown, ['b', 'c'], [item('b', 3)])
    expect(patched.map((one) => one.waiting)).toEqual([1, 3, 0])
    expect(patched[0]).toBe(shown[0])
  })
  test('a decision the core refused waits again', () => {
    const done = [item('a', 0), item('b')]
    expect(patchQueue(done, ['a'], [item('a', 5)]).map((one) => one.waiting)).toEqual([5, 1])
  })
  test('what is new comes at the end, what is of another queue does not come', () => {
    expect(ids(patchQueue(shown, ['new', 'elsewhere'], [item('new')]))).toEqual(['a', 'b', 'c', 'new'])
  })
  test('nothing changed is the very same queue: nothing is drawn', () => {
    expect(patchQueue(shown, ['b'], [item('b')])).toBe(shown)
  })
})

test('the rest of a first reading comes after what is already worked on, which it does not touch', () => {
  const shown = [item('a', 0), item('b')]
  const whole = addUnknown(shown, [item('a'), item('b'), item('c')])
  expect(ids(whole)).toEqual(['a', 'b', 'c'])
  expect(whole[0]).toBe(shown[0])
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
