// The order of a queue while somebody works in it: nothing moves under the cursor.
// It must not know React or the server.
import type { QueueItem } from '../../../shared/contract/reviews.ts'

/**
 * A fresh reading laid over what is on screen: known items keep their place and get new figures,
 * new ones come at the end, items the core no longer lists stay in their place and wait no more.
 */
export function mergeQueue(shown: readonly QueueItem[], fresh: readonly QueueItem[]): QueueItem[] {
  const byId = new Map(fresh.map((item) => [item.item, item]))
  const kept = shown.map((item) => byId.get(item.item) ?? { ...item, waiting: 0 })
  return addUnknown(kept, fresh)
}

/** What is on screen as it is, then what else a reading brought. */
export function addUnknown(shown: readonly QueueItem[], fresh: readonly QueueItem[]): QueueItem[] {
  const known = new Set(shown.map((item) => item.item))
  return [...shown, ...fresh.filter((item) => !known.has(item.item))]
}

/** What the core says of the items of `asked`, laid over the queue: the others stay the very same, so that nothing of them is drawn again. */
export function patchQueue(shown: readonly QueueItem[], asked: readonly string[], fresh: readonly QueueItem[]): readonly QueueItem[] {
  const byId = new Map(fresh.map((item) => [item.item, item]))
  const left = new Set(asked)
  const kept = shown.map((item) => {
    if (!left.delete(item.item)) return item
    const now = byId.get(item.item) ?? { ...item, waiting: 0 }
    return isSame(item, now) ? item : now
  })
  const added = fresh.filter((item) => left.has(item.item))
  return added.length === 0 && kept.every((item, at) => item === shown[at]) ? shown : [...kept, ...added]
}

function isSame(a: QueueItem, b: QueueItem): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The next item that waits after `from`, going round once; null when the queue is done. */
export function nextToReview(items: readonly QueueItem[], from: number): string | null {
  for (let step = 1; step <= items.length; step += 1) {
    const at = (from + step) % items.length
    const item = items[at]
    if (item && at !== from && item.waiting > 0) return item.item
  }
  return null
}
