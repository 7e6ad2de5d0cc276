// Keeps the full text up with the archive: stems are made in a worker while the batch before is written, in short transactions.
// It must not know what is searched.
import { setImmediate as breathe } from 'node:timers/promises'
import type { WorkerPool } from '../workers/pool.ts'
import {
  beginBulk,
  countUnindexed,
  endBulk,
  isBulk,
  mergeFullText,
  textToStem,
  unindexedArticles,
  writeFullText,
  type StemmedArticle,
  type UnindexedArticle,
} from '../store/article-search.ts'
import { stemText } from '../text/stems.ts'
import type { DeskContext } from './context.ts'

export type Indexing = {
  /** Makes every article searchable; stops early, with nothing lost, when `signal` aborts. */
  readonly catchUp: (signal: AbortSignal) => Promise<void>
}

/** Articles read and stemmed at once: a worker is asked a hundred times for an archive of 20,000. */
const chunk = 200
/** Below this many a worker would take longer to start than the work takes. */
const few = 100
/** What a transaction should take, in ms: a person's decision waits for one at most. */
const turn = 40
const firstBatch = 80
/** Fewer would not help a machine that is slow because it is busy: each commit costs, and leaves a piece to merge later. */
const smallestBatch = 40
const largestBatch = 120
/** Batches between two tidyings of the index: each leaves it a piece, and a search looks into all of them. */
const mergeEvery = 64
const toldEvery = 250

type Parts = { desk: Pick<DeskContext, 'store' | 'clock' | 'emit'>; workers: () => WorkerPool }

export function createIndexing(parts: Parts): Indexing {
  return { catchUp: (signal) => catchUp(parts, signal) }
}

async function catchUp({ desk, workers }: Parts, signal: AbortSignal): Promise<void> {
  const { store } = desk
  const total = await countUnindexed(store.read)
  const bulk = total > few
  // Left by a desk that was killed in the middle: it is tidied even when nothing else is to do.
  const untidy = await isBulk(store.read)
  if (total === 0 && !untidy) return
  if (bulk && !untidy) await store.write(beginBulk)
  const stems = bulk ? stemsInWorker(workers, signal) : stemsHere
  const writer = createWriter(desk, total)
  // Once more when articles changed or came while their stems were made.
  for (let found = total; found > 0 && !signal.aborted; found = await countUnindexed(store.read)) {
    if (!(await writePass(desk, stems, writer, signal))) break
  }
  if ((bulk || untidy) && !signal.aborted) {
    await writer.merge(signal)
    await store.write(endBulk)
  }
  writer.tell(true)
}

type Stems = (articles: readonly UnindexedArticle[]) => Promise<readonly string[]>
type Writer = ReturnType<typeof createWriter>

/** Every article once, in order. True when something was written. */
async function writePass(desk: Parts['desk'], stems: Stems, writer: Writer, signal: AbortSignal): Promise<boolean> {
  const next = async (after: number): Promise<StemmedArticle[]> => {
    const articles = await unindexedArticles(desk.store.read, after, chunk)
    const made = articles.length === 0 ? [] : await stems(articles)
    return articles.flatMap((article, at) => (made[at] === undefined ? [] : [{ ...article, stems: made[at] }]))
  }
  const before = writer.done()
  let ahead = next(0)
  for (;;) {
    const ready = await ahead
    const last = ready.at(-1)
    if (last === undefined || signal.aborted) return writer.done() > before
    ahead = next(last.n)
    // Awaited above; should writing fail before, its own failure must not go unheard.
    ahead.catch(() => undefined)
    await writer.write(ready, signal)
  }
}

/** Writes in batches that take about one turn each, whatever the machine. */
function createWriter(desk: Parts['desk'], total: number) {
  const now = (): number => desk.clock().getTime()
  let [size, done, batches, told] = [firstBatch, 0, 0, 0]
  const tell = (last: boolean): void => {
    if (!last && now() - told <= toldEvery) return
    told = now()
    desk.emit({ type: 'index.progressed', done, total: last ? done : Math.max(total, done) })
  }
  const merge = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && (await desk.store.write(mergeFullText))) await breathe()
  }
  const writeOne = async (articles: readonly StemmedArticle[]): Promise<void> => {
    let from = 0
    done += await desk.store.write((db) => {
      // From when it is its turn: waiting for others is not its own time.
      from = now()
      return writeFullText(db, articles)
    })
    const took = Math.max(1, now() - from)
    size = Math.round(Math.min(largestBatch, Math.max(smallestBatch, Math.min(size * 2, (articles.length * turn) / took))))
  }
  return {
    done: () => done,
    tell,
    merge,
    write: async (articles: readonly StemmedArticle[], signal: AbortSignal): Promise<void> => {
      for (let at = 0; at < articles.length && !signal.aborted;) {
        const batch = articles.slice(at, at + size)
        at += batch.length
        await writeOne(batch)
        batches += 1
        if (batches % mergeEvery === 0) await merge(signal)
        tell(false)
        await breathe()
      }
    },
  }
}

async function stemsHere(articles: readonly UnindexedArticle[]): Promise<string[]> {
  const made: string[] = []
  for (const article of articles) {
    const { text, lang } = textToStem(article)
    made.push(stemText(text, lang))
    if (made.length % 20 === 0) await breathe()
  }
  return made
}

/**
 * Here until a worker has started, which takes the time of some hundred articles, then there. A worker that cannot work (no memory
 * for a thread) makes the index slower, not wrong.
 */
function stemsInWorker(workers: () => WorkerPool, signal: AbortSignal): Stems {
  let started = false
  workers()
    .run('stem-texts', { texts: [] }, { signal })
    .then(
      () => (started = true),
      () => undefined,
    )
  return async (articles) => {
    if (!started) return stemsHere(articles)
    try {
      return await workers().run('stem-texts', { texts: articles.map(textToStem) }, { signal })
    } catch {
      return signal.aborted ? [] : stemsHere(articles)
    }
  }
}
