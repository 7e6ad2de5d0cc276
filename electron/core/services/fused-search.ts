// One list of two searches: by words and by meaning. It must not know how either searches.
import { articleSummaries, countListed, idsAmong, listArticles, type ListedArticles } from '../store/article-list.ts'
import type { NarrowFilter } from '../store/article-query.ts'
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
): Promise<ListedArticles> {
  const wordy = await idsAmong(db, filter, await bestMatches(db, filter.match, mostByWords))
  const ids = hits.map(({ id }) => id)
  // Nothing finds an article by its meaning where AI may not read it.
  const near = filter.aiUse === false ? [] : await idsAmong(db, { ...filter, match: null, aiUse: true }, ids)
  const byWords = new Set([...wordy, ...(await idsAmong(db, filter, near))])
  const head = fuseRanks([wordy, near])
  const shown = await articleSummaries(db, head.slice(offset, offset + limit))
  const place = { offset: Math.max(0, offset - head.length), limit: limit - shown.length, uncounted: true }
  const tail = place.limit === 0 ? [] : (await listArticles(db, { ...filter, except: head }, place)).items
  const marked = shown.map((article) => (byWords.has(article.id) ? article : { ...article, byMeaning: true }))
  const total = (await countListed(db, filter)) + head.filter((id) => !byWords.has(id)).length
  return { total, counted: true, items: [...marked, ...tail] }
}
