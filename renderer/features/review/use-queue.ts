// One queue of the review desk, read whole, in an order that does not move while somebody works.
// It must not know what is decided.
import { useCallback, useState } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { QueueItem } from '../../../shared/contract/reviews.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { mergeQueue } from './queue-order.ts'

/** Items asked at once: the contract's most. */
const page = 500
/** Beyond this many items a decision does not read the queue again: the shown figures are patched instead. */
const rereadUpTo = 1000

async function readAll(task: Task, experiment: string | undefined): Promise<QueueItem[]> {
  const items: QueueItem[] = []
  for (;;) {
    const filter = experiment === undefined ? {} : { experiment }
    const answer = await client.reviews.queue({ task, ...filter, offset: items.length, limit: page })
    items.push(...answer.items)
    if (answer.items.length === 0 || items.length >= answer.total) return items
  }
}

export type Queue = {
  items: readonly QueueItem[]
  loading: boolean
  error: DeskError | undefined
  reload: () => void
  /** Writes that an item waits no more, before the core's answer says so. */
  markDone: (item: string) => void
}

/** What is on screen, and the last reading that was laid over it. */
type Shown = { items: readonly QueueItem[]; read: readonly QueueItem[] | undefined }

/** The queue of one task. Mount it with a `key` per task and experiment. */
export function useQueue(task: Task, experiment: string | undefined): Queue {
  const [{ items, read }, setShown] = useState<Shown>({ items: [], read: undefined })
  const answer = useQuery(`review-queue:${task}:${experiment ?? ''}`, () => readAll(task, experiment), {
    refreshOn: ['suggestion.changed', 'comment.changed', 'article.changed'],
    when: () => items.length <= rereadUpTo,
  })
  const fresh = answer.data
  // Laid over what is on screen while rendering, so that no frame shows the old figures.
  if (fresh && fresh !== read) setShown({ items: mergeQueue(items, fresh), read: fresh })
  const markDone = useCallback((item: string) => {
    setShown((shown) => ({
      ...shown,
      items: shown.items.map((one) => (one.item === item ? { ...one, waiting: 0, decidedAt: new Date().toISOString() } : one)),
    }))
  }, [])
  return { items, loading: answer.loading, error: answer.error, reload: answer.reload, markDone }
}
