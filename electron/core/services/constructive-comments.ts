// The lane of constructive comments: an order and its reasons. It publishes nothing, and decides nothing.
// It must not know what makes a comment constructive.
import type { ConstructiveComment } from '../../../shared/contract/moderation.ts'
import { findArticle } from '../store/article-rows.ts'
import { commentsNotRefused } from '../store/comment-rows.ts'
import { constructiveness } from '../tasks/moderation/constructiveness.ts'
import { compileLexicon, ownRulesScore } from '../tasks/moderation/lexicon.ts'
import { ruleHits } from '../tasks/moderation/rule-hits.ts'
import type { DeskContext } from './context.ts'
import { readShipped } from './evaluation/read-shipped.ts'

/** Read for one page of the lane: the newest of them. */
const mostRead = 1_000
/** Under this a comment is not constructive, however few better there are. */
const leastScore = 0.3

export async function listConstructive(
  desk: Pick<DeskContext, 'store' | 'resources'>,
  { article, limit }: { article?: string | undefined; limit: number },
): Promise<ConstructiveComment[]> {
  const lexicon = compileLexicon((await readShipped(desk.resources)).lexicons)
  const comments = await commentsNotRefused(desk.store.read, article, mostRead)
  const articles = await articlesOf(desk, comments)
  const scored = comments.map((comment) => {
    const under = comment.article === null ? null : (articles.get(comment.article) ?? null)
    const { score, merits } = constructiveness(
      comment.body,
      under && `${under.title}\n${under.body}`,
      ownRulesScore(ruleHits(comment.body, lexicon)),
    )
    return {
      id: comment.id,
      article: comment.article,
      title: under?.title ?? '',
      body: comment.body,
      date: comment.date,
      score,
      merits: merits.map(({ merit, places }) => ({ merit, places: [...places] })),
    }
  })
  return scored
    .filter((one) => one.score >= leastScore)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
}

async function articlesOf(
  desk: Pick<DeskContext, 'store'>,
  comments: readonly { article: string | null }[],
): Promise<Map<string, { title: string; body: string }>> {
  const ids = new Set(comments.flatMap((comment) => comment.article ?? []))
  const found = new Map<string, { title: string; body: string }>()
  for (const id of ids) {
    const article = await findArticle(desk.store.read, id)
    // What no engine may read is not compared with either.
    if (article?.aiUse === true) found.set(id, { title: article.title, body: article.body })
  }
  return found
}
