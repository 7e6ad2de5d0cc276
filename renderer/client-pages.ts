// A long list of the core for a screen: what it holds now, and how to tell it what is in sight. It must not know what the rows are.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DeskError } from '../shared/domain/error.ts'
import { toDeskError } from './client.ts'
import { onDeskEvent, type DeskEventType } from './client-events.ts'
import { createPageReader, nothingHeld, type Held, type Question } from './client-page-reader.ts'

/** Bursts of events (a run's progress) ask again at most this often, in ms. */
const calm = 250

export interface Pages<T> {
  /** The question whose answer is held; null before the first. */
  readonly key: string | null
  /** Undefined until the first answer. While the question changes, the last list stays. */
  readonly total: number | undefined
  /** Whether `total` is how many there are, and not only how many there are at least. */
  readonly counted: boolean
  readonly item: (index: number) => T | undefined
  /** To be given to the list: what is in sight. */
  readonly onRange: (first: number, last: number) => void
  readonly error: DeskError | undefined
  readonly reload: () => void
}

/** A list of any length. A question with another key is another list; what was asked before is taken back. */
export function usePages<T>(question: Question<T>, refreshOn: readonly DeskEventType[] = []): Pages<T> {
  const [held, setHeld] = useState<Held<T>>(nothingHeld)
  const [reader] = useState(() => createPageReader<T>(setHeld, toDeskError))
  const latest = useRef({ question, refreshOn })
  useEffect(() => {
    latest.current = { question, refreshOn }
  })
  const { key } = question
  useEffect(() => {
    reader.open({ ...latest.current.question, key })
    return () => reader.close()
  }, [key, reader])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let again = false
    const soon = (): void => {
      if (timer !== undefined) return void (again = true)
      again = false
      reader.reload()
      timer = setTimeout(() => {
        timer = undefined
        if (again) soon()
      }, calm)
    }
    const stop = onDeskEvent((event) => latest.current.refreshOn.includes(event.type) && soon())
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [reader])
  return useMemo(
    () => ({
      key: held.key,
      total: held.total,
      counted: held.counted,
      item: reader.item,
      onRange: reader.look,
      error: held.error,
      reload: reader.reload,
    }),
    [held, reader],
  )
}
