// What happens in the core, heard once for the whole page, and whether the core answers.
// It must not know who listens.
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import type { DeskEvent } from '../shared/contract/events.ts'
import { client } from './client.ts'

export type DeskEventType = DeskEvent['type']
type Listener = (event: DeskEvent) => void

const listeners = new Set<Listener>()
const reconnected = new Set<() => void>()

/** `connecting` until the first answer; `lost` while the core does not answer. */
export const useConnection = create<{ readonly state: 'connecting' | 'open' | 'lost' }>()(() => ({ state: 'connecting' }))

/** Calls `listener` for every event; returns how to stop. */
export function onDeskEvent(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls `listener` when the core answers again after a silence; returns how to stop. */
export function onReconnected(listener: () => void): () => void {
  reconnected.add(listener)
  return () => reconnected.delete(listener)
}

function opened(): void {
  const before = useConnection.getState().state
  useConnection.setState({ state: 'open' })
  if (before === 'lost') for (const listener of reconnected) listener()
}

/** Watches for ever: when the stream ends or fails, waits a little and subscribes again. Started once by main. */
export async function watchDesk(): Promise<never> {
  for (let silence = 250; ; silence = Math.min(silence * 2, 4000)) {
    try {
      const stream = await client.events.watch({})
      opened()
      silence = 250
      for await (const event of stream) for (const listener of listeners) listener(event)
    } catch {
      // The reason does not matter here: calls made meanwhile report it to whoever made them.
    }
    useConnection.setState({ state: 'lost' })
    await new Promise((resolve) => setTimeout(resolve, silence))
  }
}

/** Listens to some events while the component is shown. */
export function useDeskEvent<T extends DeskEventType>(
  types: readonly T[],
  listener: (event: Extract<DeskEvent, { type: T }>) => void,
): void {
  const latest = useRef({ types, listener })
  useEffect(() => {
    latest.current = { types, listener }
  })
  useEffect(
    () =>
      onDeskEvent((event) => {
        const wanted = (one: DeskEvent): one is Extract<DeskEvent, { type: T }> => latest.current.types.some((type) => type === one.type)
        if (wanted(event)) latest.current.listener(event)
      }),
    [],
  )
}
