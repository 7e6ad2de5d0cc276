// One queue of the review desk, read whole once, then kept by the few items that changed, in an order that does not move while somebody works.
// It must not know what is decided.
import { useCallback, useEffect, useRef, useState } from 'react'
import { client } from '../../client.ts'
import { useDeskEvent } from '../../client-events.ts'
import { forgetQuery, useQuery, whenIdle } from '../../client-query.ts'
import type { QueueItem } from '../../../shared/contract/reviews.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { addUnknown, mergeQueue, patchQueue } from './queue-order.ts'

/** Items asked at once: the contract's most. */
const page = 500
/** Items whose change is asked one by one; when more changed at once (an import, an experiment), the queue is read again. */
const fewItems = 200
/** How long changes are gathered before they are asked, in ms: the person's next item comes first. */
const gathered = 300
/** How long to wait before what failed is asked again, in ms. */
const failedWait = 3000

const asking = (task: Task, experiment: string | undefined) => ({ task, ...(experiment === undefined ? {} : { experiment }) })

/** `first` hears the first page: work can begin while the rest of a long queue is read. */
async function readAll(task: Task, experiment: string | undefined, first: (items: readonly QueueItem[]) => void): Promise<QueueItem[]> {
  const items: QueueItem[] = []
  for (;;) {
    const answer = await client.reviews.queue({ ...asking(task, experiment), offset: items.length, limit: page })
    items.push(...answer.items)
    if (answer.items.length === 0 || items.length >= answer.total) return items
    if (items.length === answer.items.length) first([...items])
  }
}

export type Queue = {
  items: readonly QueueItem[]
  loading: boolean
  error: DeskError | undefined
  reload: () => void
  /** Writes that an item waits no more, before the core's answer says so. */
  markDone: (item: string) => void
  /** Takes that back when the core refused: what it says of the item is asked anew. */
  recheck: (item: string) => void
}

/** What is on screen, and the last reading that was laid over it. */
type Shown = { items: readonly QueueItem[]; read: readonly QueueItem[] | undefined }

/** The queue of one task. Mount it with a `key` per task and experiment. */
export function useQueue(task: Task, experiment: string | undefined): Queue {
  const [{ items, read }, setShown] = useState<Shown>({ items: [], read: undefined })
  const key = `review-queue:${task}:${experiment ?? ''}`
  const begin = (first: readonly QueueItem[]) => setShown((shown) => (shown.items.length === 0 ? { ...shown, items: first } : shown))
  const answer = useQuery(key, () => readAll(task, experiment, begin))
  const { reload } = answer
  // What was patched since is only on this screen: coming back reads anew.
  useEffect(() => () => forgetQuery(key), [key])
  const fresh = answer.data
  // Laid over what is on screen while rendering, so that no frame shows the old figures. The first reading may be older than what was decided meanwhile.
  if (fresh && fresh !== read) setShown({ items: read === undefined ? addUnknown(items, fresh) : mergeQueue(items, fresh), read: fresh })
  const patch = useCallback((asked: readonly string[], said: readonly QueueItem[]) => {
    setShown((shown) => {
      const patched = patchQueue(shown.items, asked, said)
      return patched === shown.items ? shown : { ...shown, items: patched }
    })
  }, [])
  const markDone = useCallback((item: string) => {
    setShown((shown) => ({
      ...shown,
      items: shown.items.map((one) => (one.item === item ? { ...one, waiting: 0, decidedAt: new Date().toISOString() } : one)),
    }))
  }, [])
  const recheck = useChanges(task, experiment, patch, reload)
  return { items, loading: answer.loading, error: answer.error, reload, markDone, recheck }
}

type Patch = (asked: readonly string[], said: readonly QueueItem[]) => void

/** Hears which items changed and asks the core about these alone, gathered, when the page is idle. Returns how to say so of one. */
function useChanges(task: Task, experiment: string | undefined, patch: Patch, reload: () => void): (item: string) => void {
  const changed = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const ask = useCallback(
    function ask(wait: number): void {
      timer.current ??= setTimeout(
        () =>
          whenIdle(() => {
            timer.current = null
            const items = [...changed.current]
            changed.current.clear()
            if (items.length > fewItems) return reload()
            if (items.length === 0) return
            client.reviews.queue({ ...asking(task, experiment), items, limit: page }).then(
              (answer) => patch(items, answer.items),
              () => {
                for (const item of items) changed.current.add(item)
                ask(failedWait)
              },
            )
          }),
        wait,
      )
    },
    [task, experiment, patch, reload],
  )
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  useDeskEvent(['suggestion.changed', 'comment.changed', 'article.changed'], (event) => {
    const ids = event.type === 'suggestion.changed' ? event.items : event.ids
    // Of nothing in particular: everything may have changed.
    if (ids.length === 0) return reload()
    for (const id of ids) changed.current.add(id)
    ask(gathered)
  })
  return useCallback(
    (item) => {
      changed.current.add(item)
      ask(0)
    },
    [ask],
  )
}
