// Listens for the review desk's keys and applies its brakes. It must not know what the actions do.
import { useEffect, useRef } from 'react'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { keyboardNow } from '../../ui/use-keyboard.ts'
import { useHeard } from '../../ui/use-keys.ts'
import { askedBy, braked, type Asked } from './review-keys.ts'

/**
 * Calls `act` for the keys of a queue. `shown` names what is judged now (a claim, an article, a comment):
 * when it changes, judging keys rest for 400 ms.
 */
export function useReviewKeys(task: Task, shown: string, act: (asked: Asked) => void, enabled: boolean): void {
  const shownAt = useRef(0)
  useEffect(() => {
    shownAt.current = performance.now()
  }, [shown])
  useHeard((event) => {
    const asked = askedBy(task, event, keyboardNow())
    if (!asked) return false
    if (!braked(asked, event, shownAt.current, event.timeStamp)) act(asked)
    return true
  }, enabled)
}
