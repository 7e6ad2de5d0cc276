// What Accueil shows, and the four queues.
import type { QueueItem } from '../../../shared/contract/reviews.ts'
import type { Run } from '../../../shared/domain/experiment.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { listArticles } from '../store/article-list.ts'
import { articleHeads, findArticles } from '../store/article-rows.ts'
import { countUnindexed } from '../store/article-search.ts'
import { countComments, findComment, listUndecided } from '../store/comment-rows.ts'
import { countConcepts } from '../store/concept-rows.ts'
import { listExperiments } from '../store/experiment-rows.ts'
import { countWaitingItems, queueOf } from '../store/queue-rows.ts'
import { markComments } from './comment-marks.ts'
import type { DeskContext } from './context.ts'
import { viewRuns } from './runs.ts'

export type Waiting = Record<Task, number>

/** Items that wait, by task. Every undecided comment waits, with or without an opinion. */
export async function countWaiting(desk: Pick<DeskContext, 'store'>): Promise<Waiting> {
  const counts = await countWaitingItems(desk.store.read)
  const comments = await listUndecided(desk.store.read, { offset: 0, limit: 1 })
  return {
    tags: counts.get('tags') ?? 0,
    'key-points': counts.get('key-points') ?? 0,
    links: counts.get('links') ?? 0,
    moderation: comments.total,
  }
}

export type Home = {
  waiting: Waiting
  articles: number
  comments: number
  concepts: number
  experiments: number
  runs: Run[]
  recent: { id: string; title: string; at: string }[]
  indexing: { done: number; total: number } | null
}

export async function viewHome(desk: DeskContext): Promise<Home> {
  const archive = await listArticles(desk.store.read, { match: null }, { offset: 0, limit: 5 })
  const articles = await findArticles(
    desk.store.read,
    archive.items.map((article) => article.id),
  )
  const left = await countUnindexed(desk.store.read)
  const experiments = await listExperiments(desk.store.read)
  const runs = await viewRuns(desk, {})
  return {
    waiting: await countWaiting(desk),
    articles: archive.total,
    comments: await countComments(desk.store.read),
    concepts: await countConcepts(desk.store.read),
    experiments: experiments.filter((experiment) => !experiment.standing).length,
    runs: runs.filter((run) => run.state !== 'cancelled' && (run.state !== 'finished' || run.failed > 0)),
    recent: articles.map((article) => ({ id: article.id, title: article.title, at: article.importedAt })),
    indexing: left === 0 ? null : { done: archive.total - left, total: archive.total },
  }
}

/** `items`: only these, wherever they are in the queue. */
export type QueueWish = { task: Task; experiment?: string | undefined; items?: readonly string[] | undefined }

export async function viewQueue(
  desk: DeskContext,
  filter: QueueWish,
  page: { offset: number; limit: number },
): Promise<{ total: number; items: QueueItem[] }> {
  if (filter.task === 'moderation') return commentQueue(desk, filter, page)
  const since = new Date(desk.clock().getTime() - 24 * 3600_000).toISOString()
  const { total, items } = await queueOf(desk.store.read, { ...filter, since }, page)
  const articles = await articleHeads(
    desk.store.read,
    items.map((item) => item.item),
  )
  return {
    total,
    items: items.map((row) => ({
      item: row.item,
      title: articles.get(row.item)?.title ?? '',
      excerpt: null,
      harsh: false,
      section: articles.get(row.item)?.section ?? null,
      date: articles.get(row.item)?.date ?? null,
      waiting: row.waiting,
      decided: row.decided,
      toCheck: row.flagged,
      decidedAt: row.decidedAt,
    })),
  }
}

async function commentQueue(
  desk: DeskContext,
  { experiment, items: only }: QueueWish,
  page: { offset: number; limit: number },
): Promise<{ total: number; items: QueueItem[] }> {
  const { total, ids } = await listUndecided(desk.store.read, page, experiment, only)
  const harsh = new Set((await markComments(desk, ids)).flatMap((mark) => (mark.harsh ? [mark.comment] : [])))
  const items: QueueItem[] = []
  for (const id of ids) {
    const comment = await findComment(desk.store.read, id)
    if (!comment) continue
    const article = comment.article === null ? undefined : (await articleHeads(desk.store.read, [comment.article])).get(comment.article)
    items.push({
      item: id,
      title: article?.title ?? '',
      excerpt: comment.body.slice(0, 140),
      harsh: harsh.has(id),
      section: article?.section ?? null,
      date: comment.date,
      waiting: 1,
      decided: 0,
      toCheck: 0,
      decidedAt: comment.decided?.at ?? null,
    })
  }
  return { total, items }
}
