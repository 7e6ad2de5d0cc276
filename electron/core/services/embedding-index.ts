// Vectors of the archive by the desk's embedding model, made in the background and kept up with what changes.
// It must not know what they are searched for, nor any server.
import type { SearchModel } from '../../../shared/domain/engine.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { LanguageModel } from '../engines/language-model.ts'
import { countEmbeddable } from '../store/embedding-rows.ts'
import type { DeskContext } from './context.ts'
import { embedArticles, unread, type Unread } from './embed-articles.ts'
import { createShelves, type MarkedRow, type Shelf, type Shelves } from './embedding-shelf.ts'
import { chosenModel, examineModel, rememberModel, type ChosenModel } from './search-model.ts'
import { createWorkLoop } from './work-loop.ts'

export type EmbeddingIndexParts = {
  readonly desk: Pick<DeskContext, 'store' | 'emit'>
  /** @throws DeskError `engine-refused`. */
  readonly open: (engine: string) => LanguageModel
  readonly reportUnexpected?: (error: unknown) => void
  /** Milliseconds before an absent server is looked for again. */
  readonly retryMs?: number
}

export type EmbeddingIndex = {
  readonly view: () => Promise<SearchModel>
  /** @throws DeskError as `examineModel` does; nothing changed then. */
  readonly choose: (engine: string | null) => Promise<SearchModel>
  /** The chosen model's vectors as far as they are made; null without a choice. Asks no server. */
  readonly shelf: () => Promise<Shelf | null>
  /** Much of the archive is being read: its server has no time for questions. */
  readonly isBusy: () => boolean
  /** Articles are new, changed or gone, or a server is back. */
  readonly wake: () => void
  /** The tables were deleted. */
  readonly forget: () => void
  /** Resolves when nothing writes vectors; the next `wake` goes on. */
  readonly interrupt: () => Promise<void>
  readonly idle: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Articles per question to the server: a person's question waits for no more than these. */
const batchSize = 4
/** Vectors per write: what a kill may lose, and few enough files for LanceDB. */
const writeSize = 32
/** Reading more than this keeps the server busy for minutes. */
const manyArticles = 64
/** No four articles take so long, in milliseconds: a server that never answers must not hold the work for ever. */
const longestBatch = 5 * 60_000

/** What one turn of the work shares with those who look on. */
type Progress = {
  /** Null before the first turn of this session. */
  state: Exclude<SearchModel['state'], 'off'> | null
  /** Articles changed since the archive was last looked through. */
  stale: boolean
  /** Articles still to read. */
  left: number
  /** Content hashes of texts the model cannot read. */
  readonly skipped: Set<string>
}

type Parts = EmbeddingIndexParts & { readonly shelves: Shelves; readonly progress: Progress }

export function createEmbeddingIndex(options: EmbeddingIndexParts): EmbeddingIndex {
  const { desk, retryMs = 60_000 } = options
  const progress: Progress = { state: null, stale: true, left: 0, skipped: new Set() }
  const parts: Parts = { ...options, shelves: createShelves(desk.store), progress }
  let retry: NodeJS.Timeout | undefined
  let turn = new AbortController()
  const loop = createWorkLoop(async (stopped) => {
    clearTimeout(retry)
    turn = new AbortController()
    const signal = AbortSignal.any([stopped, turn.signal])
    await workOnce(parts, signal)
    if (progress.state !== 'paused' || signal.aborted) return
    retry = setTimeout(() => loop.wake(), retryMs)
    retry.unref()
  })
  const wake = (): void => {
    progress.stale = true
    loop.wake()
  }
  return {
    view: () => view(parts),
    wake,
    idle: loop.idle,
    isBusy: () => progress.left > manyArticles,
    shelf: async () => {
      const chosen = await chosenModel(desk.store.read)
      return chosen && parts.shelves.of(chosen)
    },
    choose: async (engine) => {
      const chosen = engine === null ? null : await examineModel(options.open(engine))
      await rememberModel(desk, chosen)
      turn.abort()
      progress.skipped.clear()
      progress.state = chosen === null ? null : 'working'
      wake()
      await tell(parts, progress.state)
      return view(parts)
    },
    forget: parts.shelves.forget,
    interrupt: async () => {
      turn.abort()
      await loop.idle()
    },
    stop: async () => {
      clearTimeout(retry)
      await loop.stop()
    },
  }
}

async function view({ desk: { store }, shelves, progress }: Parts): Promise<SearchModel> {
  const chosen = await chosenModel(store.read)
  if (chosen === null) return { engine: null, done: 0, total: 0, state: 'off' }
  const [{ marks }, total] = [await shelves.of(chosen), await countEmbeddable(store.read)]
  const state = progress.state ?? (marks.size < total ? 'paused' : 'ready')
  return { engine: chosen.engine, done: Math.min(marks.size, total), total, state }
}

async function tell(parts: Parts, state: Progress['state']): Promise<void> {
  parts.progress.state = state
  parts.desk.emit({ type: 'search.progressed', search: await view(parts) })
}

/** Reads what is unread, to the end or until the server goes away; tells how that went. */
async function workOnce(parts: Parts, signal: AbortSignal): Promise<void> {
  const { store } = parts.desk
  const before = await chosenModel(store.read)
  if (before === null) return
  try {
    const model = parts.open(before.engine)
    const chosen = await renewed(parts, before, model, signal)
    await readAll(parts, chosen, model, signal)
    if (!signal.aborted && (await isChosen(parts, chosen))) await tell(parts, 'ready')
  } catch (error) {
    if (signal.aborted) return
    parts.shelves.forget()
    if (!(error instanceof DeskError) && !isTimeout(error)) parts.reportUnexpected?.(error)
    if ((await chosenModel(store.read)) === null) return
    await tell(parts, error instanceof DeskError && error.code === 'engine-refused' ? 'refused' : 'paused')
  } finally {
    parts.progress.left = 0
  }
}

/** The choice as it is now: a model fetched anew under its name is another model. */
async function renewed({ desk }: Parts, before: ChosenModel, model: LanguageModel, signal: AbortSignal): Promise<ChosenModel> {
  const { digest } = await model.describe({ signal })
  if (digest === before.digest) return before
  const chosen = await examineModel(model, signal)
  await rememberModel(desk, chosen)
  return chosen
}

async function isChosen({ desk }: Parts, { key }: ChosenModel): Promise<boolean> {
  return (await chosenModel(desk.store.read))?.key === key
}

async function readAll(parts: Parts, chosen: ChosenModel, model: LanguageModel, signal: AbortSignal): Promise<void> {
  const { desk, shelves, progress } = parts
  const shelf = await shelves.of(chosen)
  await shelves.keepOnly(chosen)
  let todo: Unread = { missing: [], gone: [] }
  progress.stale = true
  while (!signal.aborted && (await isChosen(parts, chosen))) {
    if (progress.stale) {
      progress.stale = false
      todo = await unread(desk.store.read, shelf.marks, progress.skipped)
      await shelf.remove(todo.gone)
    }
    progress.left = todo.missing.length
    if (progress.left === 0) break
    await tell(parts, 'working')
    await readNext(parts, { shelf, model, missing: todo.missing }, signal)
  }
  if (!signal.aborted) await shelf.tidy()
}

type Reading = {
  readonly shelf: Shelf
  readonly model: LanguageModel
  /** Ids; those read are taken off. */
  readonly missing: string[]
}

/** Reads up to one write's worth of articles; what was read before an error is kept. */
async function readNext({ desk, progress }: Parts, { shelf, model, missing }: Reading, stop: AbortSignal): Promise<void> {
  const rows: MarkedRow[] = []
  try {
    while (missing.length > 0 && rows.length < writeSize && !progress.stale && !stop.aborted) {
      const ids = missing.slice(0, batchSize)
      const signal = AbortSignal.any([stop, AbortSignal.timeout(longestBatch)])
      rows.push(...(await embedArticles(desk.store.read, model, { ids, window: shelf.chosen.window, skipped: progress.skipped, signal })))
      missing.splice(0, ids.length)
    }
  } finally {
    await shelf.put(rows)
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
}
