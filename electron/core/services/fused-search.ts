// One list of two searches: by words and by meaning. It must not know how either searches.
import type { ArticleSummary } from '../../../shared/domain/article.ts'
import { articleSummaries, idsAmong, listArticles, type NarrowFilter } from '../store/article-rows.ts'
import { bestMatches } from '../store/article-search.ts'
import type { Readable } from '../store/database.ts'
import type { Scored } from '../tasks/ports.ts'

/** Cormack, Clarke and Büttcher, SIGIR 2009: a rank counts 1 / (60 + rank). */
const k = 60
/** Best matches by words that take part in the fusion; the others follow, newest first. */
const mostByWords = 200

/** Reciprocal rank fusion of ids, best first; ties go to the earlier list, then to the better rank in it. */
export function fuseRanks(lists: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>()
  for (const list of lists) list.forEach((id, at) => scores.set(id, (scores.get(id) ?? 0) + 1 / (k + at + 1)))
  // A stable sort over insertion order settles ties.
  return [...scores].toSorted((a, b) => b[1] - a[1]).map(([id]) => id)
}

/**
 * Articles found by words (as without a search model) and by meaning (`hits`, best first): fused first, then the other
 * matches by words, newest first. What no word brought is marked `byMeaning`. Filters hold for both.
 */
export async function listFused(
  db: Readable,
  filter: NarrowFilter & { match: string },
  hits: readonly Scored[],
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; items: ArticleSummary[] }> {
  const wordy = await idsAmong(db, { ...filter, aiUse: undefined }, await bestMatches(db, filter.match, mostByWords))
  const ids = hits.map(({ id }) => id)
  const near = await idsAmong(db, { ...filter, match: null, aiUse: true }, ids)
  const matching = new Set(await idsAmong(db, filter, near))
  const head = fuseRanks([wordy, near])
  const shown = await articleSummaries(db, head.slice(offset, offset + limit))
  const tail = await listArticles(
    db,
    { ...filter, except: head },
    { offset: Math.max(0, offset - head.length), limit: Math.max(0, limit - shown.length) },
  )
  const byWords = new Set([...wordy, ...matching])
  const marked = shown.map((article) => (byWords.has(article.id) ? article : { ...article, byMeaning: true }))
  return { total: head.length + tail.total, items: [...marked, ...tail.items] }
}
