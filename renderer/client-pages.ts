// A long list of the core, asked page by page as it is scrolled. It must not know what the rows are.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskError } from '../shared/domain/error.ts'
import { toDeskError } from './client.ts'
import { onDeskEvent, type DeskEventType } from './client-events.ts'

const pageSize = 100

export interface Page<T> {
  readonly total: number
  readonly items: readonly T[]
}

interface Held<T> {
  readonly key: string
  readonly total: number | undefined
  readonly pages: ReadonlyMap<number, readonly T[]>
  readonly error: DeskError | undefined
}

export interface Pages<T> {
  /** Undefined until the first answer. While the question changes, the last list stays. */
  readonly total: number | undefined
  readonly item: (index: number) => T | undefined
  /** To be given to the list: what is in sight. */
  readonly onRange: (first: number, last: number) => void
  readonly error: DeskError | undefined
  readonly reload: () => void
}

/** A list of any length. `key` names the question; `fetch` asks one page of it. */
export function usePages<T>(
  key: string,
  fetch: (offset: number, limit: number) => Promise<Page<T>>,
  refreshOn: readonly DeskEventType[] = [],
): Pages<T> {
  const [held, setHeld] = useState<Held<T>>({ key, total: undefined, pages: new Map(), error: undefined })
  const latest = useRef({ key, fetch, refreshOn })
  const asked = useRef(new Set<string>())
  const range = useRef<readonly [number, number]>([0, 0])
  const ask = useCallback(async (page: number, fresh: boolean) => {
    const source = latest.current
    const name = `${source.key}\n${page}`
    if (asked.current.has(name) && !fresh) return
    asked.current.add(name)
    try {
      const answer = await source.fetch(page * pageSize, pageSize)
      if (source.key !== latest.current.key) return
      setHeld((now) => {
        const pages = new Map(now.key === source.key && !fresh ? now.pages : [])
        return { key: source.key, total: answer.total, pages: pages.set(page, answer.items), error: undefined }
      })
    } catch (thrown) {
      asked.current.delete(name)
      if (source.key === latest.current.key) setHeld((now) => ({ ...now, error: toDeskError(thrown) }))
    }
  }, [])
  const onRange = useCallback(
    (first: number, last: number) => {
      range.current = [first, last]
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) void ask(page, false)
    },
    [ask],
  )
  const reload = useCallback(() => {
    asked.current.clear()
    void ask(Math.floor(range.current[0] / pageSize), true).then(() => onRange(range.current[0], range.current[1]))
  }, [ask, onRange])
  useEffect(() => {
    latest.current = { key, fetch, refreshOn }
  })
  useEffect(() => {
    asked.current.clear()
    range.current = [0, 0]
    void ask(0, true)
  }, [key, ask])
  useEffect(() => onDeskEvent((event) => latest.current.refreshOn.includes(event.type) && reload()), [reload])
  const item = useCallback((index: number) => held.pages.get(Math.floor(index / pageSize))?.[index % pageSize], [held])
  return { total: held.total, item, onRange, error: held.error, reload }
}
