// Vectors of the archive under the current LSA model, kept beside SQLite and rebuilt from it when missing.
import type { Article } from '../../../shared/domain/article.ts'
import { articleOfRow, articlesAfter, countArticles, findArticles, lastArticleNumber } from '../store/article-rows.ts'
import { dayOf } from '../store/rows.ts'
import type { VectorHit, VectorIndex, VectorRow } from '../store/vectors.ts'
import { dayNumber } from './day-number.ts'
import type { DeskContext } from './context.ts'

/** Turns an article into its vector, or null when the model knows none of its words. */
export type Projection = {
  readonly model: string
  readonly dimensions: number
  readonly project: (article: Article) => Float32Array | null
}

export type ArticleVectors = {
  readonly nearest: (vector: Float32Array, options: { limit: number; before?: number }) => Promise<VectorHit[]>
  /** Projects the next articles that have no vector; true when there may be more. */
  readonly catchUp: (projection: Projection, signal: AbortSignal) => Promise<boolean>
  /** These articles are new or changed: their vectors are made again. */
  readonly touch: (ids: readonly string[]) => void
}

const batchSize = 200

export function createArticleVectors(desk: Pick<DeskContext, 'store'>): ArticleVectors {
  let open: { model: string; index: VectorIndex } | null = null
  let after = 0
  const touched = new Set<string>()
  const openFor = async (projection: Pick<Projection, 'model' | 'dimensions'>): Promise<VectorIndex> => {
    if (open?.model === projection.model) return open.index
    const vectors = await desk.store.vectors()
    const index = await vectors.open(projection.model, projection.dimensions)
    await vectors.keepOnly(projection.model)
    open = { model: projection.model, index }
    after = 0
    return index
  }
  return {
    nearest: async (vector, options) => (open ? open.index.nearest(vector, options) : []),
    touch: (ids) => ids.forEach((id) => touched.add(id)),
    catchUp: async (projection, signal) => {
      const index = await openFor(projection)
      // A full index needs no second look: the count tells, cheaply.
      if (after === 0 && (await index.count()) === (await countArticles(desk.store.read))) {
        after = await lastArticleNumber(desk.store.read)
      }
      const rows = await articlesAfter(desk.store.read, after, batchSize)
      if (signal.aborted) return false
      const last = rows.at(-1)
      const again = last ? [] : [...touched].slice(0, batchSize)
      await index.put(
        [...rows.map(articleOfRow), ...(await findArticles(desk.store.read, again))].map((article) => vectorRow(projection, article)),
      )
      for (const id of [...rows.map((row) => row.id), ...again]) touched.delete(id)
      after = last?.n ?? after
      return rows.length + again.length > 0
    },
  }
}

function vectorRow(projection: Projection, article: Article): VectorRow {
  return {
    id: article.id,
    day: dayNumber(dayOf(article.date)),
    lang: article.lang ?? '',
    vector: projection.project(article) ?? new Float32Array(projection.dimensions),
  }
}
