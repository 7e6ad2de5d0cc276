// Work that nobody waits for, one piece at a time: full text, training, vectors.
import type { Indexing } from './indexing.ts'
import { createWorkLoop } from './work-loop.ts'

export type Background = {
  /** Something was imported or decided: look again for work. */
  readonly wake: () => void
  /** Resolves when nothing is left to do. */
  readonly idle: () => Promise<void>
  /** Brings the full text up to date and does `chores`, now: for a shell that closes at once. */
  readonly prepare: (chores: readonly Chore[]) => Promise<void>
  readonly stop: () => Promise<void>
}

/** A further piece of background work. Returns true when it did something and may have more. */
export type Chore = (signal: AbortSignal) => Promise<boolean>

export function startBackground(indexing: Indexing, chores: readonly Chore[]): Background {
  const prepare = async (wanted: readonly Chore[], signal: AbortSignal): Promise<void> => {
    await indexing.catchUp(signal)
    for (const chore of wanted) while (!signal.aborted && (await chore(signal))) await breathe()
  }
  // A failed chore is told by the chore itself; the loop must not bring the core down.
  const { wake, idle, stop, signal } = createWorkLoop((stopped) => prepare(chores, stopped))
  return { wake, idle, stop, prepare: (wanted) => prepare(wanted, signal) }
}

/** Lets requests through between two pieces of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
