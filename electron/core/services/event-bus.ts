// Carries desk events from services to whoever watches. Slow watchers lose the oldest, never block a service.
import type { DeskEvent } from '../../../shared/contract/events.ts'

export type EventBus = {
  readonly emit: (event: DeskEvent) => void
  /** Events from now on, until `signal` aborts. */
  readonly watch: (signal?: AbortSignal) => AsyncGenerator<DeskEvent, void, void>
  readonly subscribe: (listener: (event: DeskEvent) => void) => () => void
}

/** Events a watcher may lag behind before the oldest are dropped: the page refetches anyway. */
const maxQueued = 1000

export function createEventBus(): EventBus {
  const listeners = new Set<(event: DeskEvent) => void>()
  const subscribe = (listener: (event: DeskEvent) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    subscribe,
    watch: (signal) => watch(subscribe, signal),
  }
}

async function* watch(subscribe: EventBus['subscribe'], signal?: AbortSignal): AsyncGenerator<DeskEvent, void, void> {
  const queue: DeskEvent[] = []
  let wake: () => void = () => undefined
  const unsubscribe = subscribe((event) => {
    queue.push(event)
    if (queue.length > maxQueued) queue.shift()
    wake()
  })
  const stop = () => wake()
  signal?.addEventListener('abort', stop)
  try {
    while (signal?.aborted !== true) {
      const event = queue.shift()
      if (event) yield event
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    unsubscribe()
    signal?.removeEventListener('abort', stop)
  }
}
