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
  const known = new Set(shown.map((item) => item.item))
  return [...kept, ...fresh.filter((item) => !known.has(item.item))]
}

/** The next item that waits after `from`, going round once; null when the queue is done. */
export function nextToReview(items: readonly QueueItem[], from: number): string | null {
  const order = [...items.slice(from + 1), ...items.slice(0, Math.max(0, from))]
  return order.find((item) => item.waiting > 0)?.item ?? null
}
