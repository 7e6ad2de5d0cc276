// Vectors, link profiles and signatures of the archive, kept beside SQLite's articles and made again when missing.
// It must not know how they are made: a worker does.
import type { Article } from '../../../shared/domain/article.ts'
import { articlesAfter, countArticles, lastArticleNumber } from '../store/article-rows.ts'
import { countProfiles, saveProfiles } from '../store/profile-rows.ts'
import { dayOf } from '../store/rows.ts'
import type { VectorHit, VectorIndex } from '../store/vectors.ts'
import type { Extract } from '../workers/extract.ts'
import { dayNumber } from './day-number.ts'
import type { DeskContext } from './context.ts'

/** The model in use and who reads articles with it; `digest` null before anything was learned: signatures alone then. */
export type Extraction = {
  readonly digest: string | null
  readonly dimensions: number
  readonly extract: (
    articles: readonly Pick<Article, 'id' | 'title' | 'body' | 'lang'>[],
    signal: AbortSignal,
  ) => Promise<readonly Extract[]>
}

export type ArticleVectors = {
  readonly nearest: (vector: Float32Array, options: { limit: number; before?: number }) => Promise<VectorHit[]>
  /** Reads the next articles that were not read with this model; true when there may be more. */
  readonly catchUp: (extraction: Extraction, signal: AbortSignal) => Promise<boolean>
  /** These articles are new or changed: they are read again. */
  readonly touch: (ids: readonly string[]) => void
}

const batchSize = 200
/** An evergreen page may be linked whatever its date: the index has it on no day. */
const noDay = 0

export function createArticleVectors(desk: Pick<DeskContext, 'store'>): ArticleVectors {
  let open: { model: string | null; index: VectorIndex | null } | null = null
  let after = 0
  const touched = new Set<string>()
  const openFor = async ({ digest, dimensions }: Extraction): Promise<VectorIndex | null> => {
    if (open && open.model === digest) return open.index
    const index = digest === null ? null : await openIndex(desk, digest.slice(0, 32), dimensions)
    open = { model: digest, index }
    after = 0
    return index
  }
  return {
    nearest: async (vector, options) => (open?.index ? open.index.nearest(vector, options) : []),
    touch: (ids) => ids.forEach((id) => touched.add(id)),
    catchUp: async (extraction, signal) => {
      const index = await openFor(extraction)
      // Full already: no second look is needed; the counts tell, cheaply.
      if (after === 0 && (await isFull(desk, extraction.digest, index))) after = await lastArticleNumber(desk.store.read)
      let rows = await articlesAfter(desk.store.read, after, batchSize)
      after = rows.at(-1)?.n ?? after
      if (rows.length === 0 && touched.size > 0) {
        const asked = [...touched].slice(0, batchSize)
        rows = await rowsOf(desk, asked)
        const there = new Set(rows.map((row) => row.id))
        const gone = asked.filter((id) => !there.has(id))
        await index?.remove(gone)
        for (const id of gone) touched.delete(id)
        if (rows.length === 0) return touched.size > 0
      }
      if (signal.aborted || rows.length === 0) return false
      const extracts = await extraction.extract(
        rows.map(({ id, title, body, lang }) => ({ id, title, body, lang })),
        signal,
      )
      await keep(desk, extraction.digest, index, rows, extracts)
      for (const row of rows) touched.delete(row.id)
      return true
    },
  }
}

type Row = Awaited<ReturnType<typeof articlesAfter>>[number]

async function openIndex(desk: Pick<DeskContext, 'store'>, model: string, dimensions: number): Promise<VectorIndex> {
  const vectors = await desk.store.vectors()
  const index = await vectors.open(model, dimensions)
  await vectors.keepOnly(model, 'latent')
  return index
}

async function isFull({ store }: Pick<DeskContext, 'store'>, model: string | null, index: VectorIndex | null): Promise<boolean> {
  const wanted = await countArticles(store.read)
  return (await countProfiles(store.read, model)) === wanted && (index === null || (await index.count()) === wanted)
}

async function rowsOf({ store }: Pick<DeskContext, 'store'>, ids: readonly string[]): Promise<Row[]> {
  return store.read.selectFrom('articles').selectAll().where('id', 'in', ids).execute()
}

async function keep(
  { store }: Pick<DeskContext, 'store'>,
  model: string | null,
  index: VectorIndex | null,
  rows: readonly Row[],
  extracts: readonly Extract[],
): Promise<void> {
  const byId = new Map(extracts.map((extract) => [extract.id, extract]))
  const read = rows.flatMap((row) => {
    const extract = byId.get(row.id)
    return extract ? [{ row, extract }] : []
  })
  await index?.put(
    read.flatMap(({ row, extract: { vector } }) =>
      vector ? [{ id: row.id, day: row.kind === 'resource' ? noDay : dayNumber(dayOf(row.date)), lang: row.lang ?? '', vector }] : [],
    ),
  )
  await store.write((db) =>
    saveProfiles(
      db,
      read.map(({ row, extract: { profile, signature } }) => ({ n: row.n, hash: row.hash, model, profile, signature })),
    ),
  )
}
