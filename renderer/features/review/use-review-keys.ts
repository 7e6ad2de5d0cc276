// Listens for the review desk's keys and applies its brakes. It must not know what the actions do.
import { useEffect, useMemo, useRef } from 'react'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { useKeys, type KeyMap } from '../../ui/use-keys.ts'
import { askedBy, braked, pressNames, type Asked } from './review-keys.ts'

/**
 * Calls `act` for the keys of a queue. `shown` names what is judged now (a claim, an article, a comment):
 * when it changes, judging keys rest for 400 ms.
 */
export function useReviewKeys(task: Task, shown: string, act: (asked: Asked) => void, enabled: boolean): void {
  const shownAt = useRef(0)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    shownAt.current = performance.now()
  }, [shown])
  const keys = useMemo((): KeyMap => {
    const press = (event: KeyboardEvent) => {
      const asked = askedBy(task, event)
      if (asked && !braked(asked, event, shownAt.current, event.timeStamp)) latest.current(asked)
    }
    return Object.fromEntries(pressNames(task).map((name) => [name, press]))
  }, [task])
  useKeys(keys, enabled)
}
