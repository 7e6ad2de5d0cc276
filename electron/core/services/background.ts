// Work that nobody waits for, one piece at a time: full text, training, vectors.
import { countUnindexed, indexNextArticles } from '../store/article-search.ts'
import type { DeskContext } from './context.ts'
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

/** Articles per indexing transaction: about 40 ms on a laptop; each commit makes the full text a segment to merge later. */
const indexBatch = 40

/** A further piece of background work. Returns true when it did something and may have more. */
export type Chore = (signal: AbortSignal) => Promise<boolean>

export function startBackground(desk: DeskContext, chores: readonly Chore[]): Background {
  const prepare = async (wanted: readonly Chore[], signal: AbortSignal): Promise<void> => {
    await indexAll(desk, signal)
    for (const chore of wanted) while (!signal.aborted && (await chore(signal))) await breathe()
  }
  // A failed chore is told by the chore itself; the loop must not bring the core down.
  const { wake, idle, stop, signal } = createWorkLoop((stopped) => prepare(chores, stopped))
  return { wake, idle, stop, prepare: (wanted) => prepare(wanted, signal) }
}

async function indexAll(desk: DeskContext, signal: AbortSignal): Promise<void> {
  const total = await countUnindexed(desk.store.read)
  if (total === 0) return
  let done = 0
  let told = 0
  for (let batch = indexBatch; batch === indexBatch && !signal.aborted; done += batch) {
    batch = await desk.store.write((db) => indexNextArticles(db, indexBatch))
    if (desk.clock().getTime() - told > 250) {
      told = desk.clock().getTime()
      desk.emit({ type: 'index.progressed', done: done + batch, total })
    }
    await breathe()
  }
  desk.emit({ type: 'index.progressed', done, total: done })
}

/** Lets requests through between two pieces of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
