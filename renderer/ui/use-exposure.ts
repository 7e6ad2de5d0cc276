// How many blurred texts were opened today on this computer: a count for the person's own sake, kept in the browser alone.
// It must not know whose texts they are; it never reaches the core.
import { useCallback } from 'react'
import { useRemembered } from './remembered.ts'

interface Exposure {
  readonly day: string
  readonly count: number
  readonly off: boolean
}

/** Opened since the page was; hiding a text and opening it again counts once. */
const opened = new Set<string>()

const today = () => new Date().toDateString()

/** From this many on, a break is suggested. */
export const manyOpened = 20

/** The count of today, `note` for a text that was just opened, and the switch. Nothing is counted while it is off. */
export function useExposure() {
  const [kept, keep] = useRemembered<Exposure>('exposure', { day: '', count: 0, off: false }, 'lasting')
  const count = kept.day === today() ? kept.count : 0
  const note = useCallback(
    (...ids: readonly string[]) => {
      if (kept.off) return
      const fresh = ids.filter((id) => !opened.has(id))
      for (const id of fresh) opened.add(id)
      if (fresh.length > 0) keep({ day: today(), count: count + fresh.length, off: false })
    },
    [kept.off, count, keep],
  )
  const turn = (off: boolean) => keep({ day: today(), count: off ? 0 : count, off })
  return { count, off: kept.off, note, turn }
}
