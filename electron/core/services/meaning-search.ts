// Finds articles by meaning with the desk's embedding model; finds nothing, quietly, when it is not there in time.
// It must not know how vectors come to be, nor what else a search is made of.
import type { Article } from '../../../shared/domain/article.ts'
import type { Scored } from '../tasks/ports.ts'
import { dayNumber } from './day-number.ts'
import type { EmbeddingIndex } from './embedding-index.ts'
import { passagesOf } from './embedding-passages.ts'
import type { Shelf } from './embedding-shelf.ts'
import type { TimelyVectors } from './timely-vectors.ts'

export type MeaningSearch = {
  /** Nearest articles to what a person typed, best first; empty when the model is not ready or not in time. */
  readonly search: (query: string) => Promise<readonly Scored[]>
  /** Nearest to an article, by the vector kept of it, else by one made now; never of an article AI may not read. */
  readonly nearestTo: (article: Article, options: Near) => Promise<readonly Scored[]>
}

/** `before`: a day, inclusive. */
type Near = { before?: string; limit: number }

/** Articles a question brings by meaning: distances of two models do not compare, so the number is fixed. */
const mostHits = 30
/** One or two letters mean nothing yet. */
const shortestQuery = 3
const longestQuery = 500

export function createMeaningSearch(index: Pick<EmbeddingIndex, 'shelf' | 'isBusy'>, vectors: Pick<TimelyVectors, 'of'>): MeaningSearch {
  const quietly = async (find: (shelf: Shelf) => Promise<readonly Scored[]>): Promise<readonly Scored[]> => {
    try {
      const shelf = await index.shelf()
      return shelf === null || shelf.marks.size === 0 ? [] : await find(shelf)
    } catch {
      // A table deleted under way, or damaged: it is made again from SQLite.
      return []
    }
  }
  return {
    search: (query) =>
      quietly(async (shelf) => {
        const asked = query.trim().slice(0, longestQuery)
        if (asked.length < shortestQuery || index.isBusy()) return []
        const vector = await vectors.of(shelf.chosen, [asked], 'query')
        return vector === null ? [] : nearest(shelf, vector, { limit: mostHits })
      }),
    nearestTo: (article, options) =>
      quietly(async (shelf) => {
        if (!article.aiUse) return []
        const made = () => vectors.of(shelf.chosen, passagesOf(article, shelf.chosen.window), 'document')
        const vector = (await shelf.index.vectorOf(article.id, article.hash)) ?? (index.isBusy() ? null : await made())
        if (vector === null) return []
        const hits = await nearest(shelf, vector, { ...options, limit: options.limit + 1 })
        return hits.filter(({ id }) => id !== article.id).slice(0, options.limit)
      }),
  }
}

async function nearest({ index }: Shelf, vector: Float32Array, { before, limit }: Near): Promise<readonly Scored[]> {
  return index.nearest(vector, { limit, ...(before === undefined ? {} : { before: dayNumber(before) }) })
}
