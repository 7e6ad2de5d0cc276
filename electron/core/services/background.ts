// Work that nobody waits for, one piece at a time: full text, training, vectors.
import { countUnindexed, indexNextArticles } from '../store/article-search.ts'
import type { DeskContext } from './context.ts'

export type Background = {
  /** Something was imported or decided: look again for work. */
  readonly wake: () => void
  /** Resolves when nothing is left to do. */
  readonly idle: () => Promise<void>
  /** Brings the full text up to date and does `chores`, now: for a shell that closes at once. */
  readonly prepare: (chores: readonly Chore[]) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Articles per indexing transaction: about 20 ms on a laptop. */
const indexBatch = 20

/** A further piece of background work. Returns true when it did something and may have more. */
export type Chore = (signal: AbortSignal) => Promise<boolean>

export function startBackground(desk: DeskContext, chores: readonly Chore[]): Background {
  const controller = new AbortController()
  let running: Promise<void> | null = null
  let again = false
  const prepare = async (wanted: readonly Chore[]): Promise<void> => {
    await indexAll(desk, controller.signal)
    for (const chore of wanted) while (!controller.signal.aborted && (await chore(controller.signal))) await breathe()
  }
  const loop = async (): Promise<void> => {
    do {
      again = false
      await prepare(chores)
    } while (again && !controller.signal.aborted)
  }
  const wake = (): void => {
    again = true
    if (controller.signal.aborted) return
    running ??= loop().finally(() => {
      running = null
      if (again && !controller.signal.aborted) wake()
    })
    // A failed chore is told by the chore itself; the loop must not bring the core down.
    running.catch(() => undefined)
  }
  return {
    wake,
    prepare,
    idle: async () => {
      while (running) await running.catch(() => undefined)
    },
    stop: async () => {
      controller.abort()
      await running?.catch(() => undefined)
    },
  }
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
