// What an experiment rested on: articles and comments, their rights and days. It must not know decisions.
import type { Rights } from '../../../shared/domain/article.ts'
import type { ReportSources } from '../../../shared/domain/experiment.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { findArticles, knownArticles } from '../store/article-rows.ts'
import { findComment } from '../store/comment-rows.ts'
import { itemsOf } from '../store/experiment-rows.ts'
import { dayOf } from '../store/rows.ts'
import type { DeskContext } from './context.ts'

const mostListed = 60
/** Above this the days are left out: they need every article read. */
const mostRead = 500
const page = 500

/** `items`: those that have an output; what the runs read without one is added. */
export async function sourcesOf(
  desk: Pick<DeskContext, 'store'>,
  task: Task,
  runs: readonly string[],
  items: readonly string[],
): Promise<ReportSources> {
  const all = new Set(items)
  for (const run of runs) for (const { item } of await itemsOf(desk.store.read, run)) all.add(item)
  const articles = task === 'moderation' ? await articlesOfComments(desk, all) : [...all]
  const rights = await rightsOf(desk, articles)
  const read = articles.length > mostRead ? [] : await findArticles(desk.store.read, articles)
  const dated = read.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.id.localeCompare(b.id))
  const days = dated.flatMap((article) => dayOf(article.date) ?? []).toSorted()
  return {
    articles: Object.values(rights).reduce((sum, count) => sum + count, 0),
    comments: task === 'moderation' ? all.size : 0,
    rights,
    from: days.at(0) ?? null,
    to: days.at(-1) ?? null,
    list: dated.slice(0, mostListed).map(({ id, title, date, rights: own }) => ({ id, title, date, rights: own })),
  }
}

async function articlesOfComments(desk: Pick<DeskContext, 'store'>, comments: ReadonlySet<string>): Promise<string[]> {
  const articles = new Set<string>()
  for (const id of comments) {
    const article = (await findComment(desk.store.read, id))?.article
    if (article) articles.add(article)
  }
  return [...articles]
}

async function rightsOf(desk: Pick<DeskContext, 'store'>, ids: readonly string[]): Promise<Record<Rights, number>> {
  const counts: Record<Rights, number> = { own: 0, agency: 0, 'third-party': 0, unknown: 0 }
  for (let start = 0; start < ids.length; start += page)
    for (const { rights } of (await knownArticles(desk.store.read, ids.slice(start, start + page))).values()) counts[rights as Rights] += 1
  return counts
}
