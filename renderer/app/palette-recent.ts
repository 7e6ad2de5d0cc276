// What was chosen in Ctrl-K last, newest first, for as long as the window lives (titles are article text). It must not know what entries do.
import { useRemembered } from '../ui/remembered.ts'

export interface RecentEntry {
  readonly id: string
  readonly label: string
}

const key = 'palette.recent'
const most = 5
const none: readonly RecentEntry[] = []

/** The list, and how to change it. */
export function usePaletteRecent(): readonly [readonly RecentEntry[], (next: readonly RecentEntry[]) => void] {
  return useRemembered<readonly RecentEntry[]>(key, none)
}

/** The list with one more, once each. */
export function withRecent(recent: readonly RecentEntry[], { id, label }: RecentEntry): readonly RecentEntry[] {
  return [{ id, label }, ...recent.filter((one) => one.id !== id)].slice(0, most)
}
