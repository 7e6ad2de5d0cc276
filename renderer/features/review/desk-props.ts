// What every desk of the review screen is given: its queue and where one is in it.
// It must not know the tasks.
import type { Queue } from './use-queue.ts'

export interface DeskProps {
  readonly queue: Queue
  readonly experiment: string | undefined
  /** The item looked at, its index, and the one to load ahead. */
  readonly item: string
  readonly at: number
  readonly next: string | null
  /** Goes to an item of the queue. */
  readonly onGo: (item: string) => void
  /** Goes `by` items further in the list. */
  readonly onWalk: (by: 1 | -1) => void
  /** Leaves a decided item for the next that waits; stays when there is none. */
  readonly onDone: () => void
}
