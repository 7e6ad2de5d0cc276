// Which articles have no vector yet, and the vectors of a few of them. It must not know tables nor when this is done.
import { DeskError } from '../../../shared/domain/error.ts'
import type { LanguageModel } from '../engines/language-model.ts'
import { embeddableBefore, embeddableRows, type EmbeddableRow } from '../store/embedding-rows.ts'
import type { Readable } from '../store/database.ts'
import { dayNumber } from './day-number.ts'
import { passagesOf, pooled } from './embedding-passages.ts'
import type { MarkedRow } from './embedding-shelf.ts'

export type Unread = {
  /** Ids of articles whose present text has no vector, the last imported first. */
  missing: string[]
  /** Ids whose vector has no article any more, or one that AI may no longer read. */
  gone: string[]
}

const page = 2_000

export async function unread(db: Readable, marks: ReadonlyMap<string, string>, skipped: ReadonlySet<string>): Promise<Unread> {
  const missing: string[] = []
  const present = new Set<string>()
  for (let before = Number.MAX_SAFE_INTEGER, more = true; more;) {
    const rows = await embeddableBefore(db, before, page)
    for (const { id, hash } of rows) {
      present.add(id)
      if (marks.get(id) !== hash && !skipped.has(hash)) missing.push(id)
    }
    before = rows.at(-1)?.n ?? before
    more = rows.length === page
  }
  return { missing, gone: [...marks.keys()].filter((id) => !present.has(id)) }
}

type Wish = {
  readonly ids: readonly string[]
  readonly window: number | null
  /** Content hashes of texts the model cannot read: they are added here. */
  readonly skipped: Set<string>
  readonly signal: AbortSignal
}

/** An evergreen page is on no day, as in the latent index: any `before` lets it through. */
const noDay = 0

/** Vectors of those of `ids` that AI may read at this moment. @throws DeskError when the server does not do its work. */
export async function embedArticles(db: Readable, model: LanguageModel, wish: Wish): Promise<MarkedRow[]> {
  const rows = await embeddableRows(db, wish.ids)
  const vectors = await vectorsOf(model, rows, wish)
  return rows.flatMap(({ id, hash, lang, day, kind }) => {
    const vector = vectors.get(id)
    return vector ? [{ id, day: kind === 'resource' ? noDay : dayNumber(day), lang: lang ?? '', vector, mark: hash }] : []
  })
}

async function vectorsOf(model: LanguageModel, rows: readonly EmbeddableRow[], wish: Wish): Promise<Map<string, Float32Array>> {
  try {
    return await embedTogether(model, rows, wish)
  } catch (error) {
    if (!isOfOneText(error)) throw error
  }
  // One text of these was too much for the model: the others must not wait for it for ever.
  const vectors = new Map<string, Float32Array>()
  let failure: unknown = null
  for (const row of rows) {
    try {
      for (const [id, vector] of await embedTogether(model, [row], wish)) vectors.set(id, vector)
    } catch (error) {
      if (!isOfOneText(error)) throw error
      failure = error
      wish.skipped.add(row.hash)
    }
  }
  // All of them: it is the server then.
  if (vectors.size === 0 && rows.length > 1) {
    for (const { hash } of rows) wish.skipped.delete(hash)
    throw failure
  }
  return vectors
}

/** Too long all the same, or numbers that are none: some models make NaN of some texts, which Ollama answers with a 500. */
function isOfOneText(error: unknown): boolean {
  if (!(error instanceof DeskError)) return false
  return error.code === 'truncated-read' || error.details['reason'] === 'garbled' || error.details['reason'] === 'server-error'
}

async function embedTogether(
  model: LanguageModel,
  rows: readonly EmbeddableRow[],
  { window, signal }: Wish,
): Promise<Map<string, Float32Array>> {
  const read = rows.map((row) => ({ id: row.id, passages: passagesOf(row, window) })).filter(({ passages }) => passages.length > 0)
  const vectors = await model.embed(
    read.flatMap(({ passages }) => passages),
    'document',
    { signal },
  )
  let at = 0
  return new Map(read.map(({ id, passages }) => [id, pooled(vectors.slice(at, (at += passages.length)), passages)]))
}
