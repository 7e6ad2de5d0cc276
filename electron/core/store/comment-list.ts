// The list of comments: a page of it, and how long it is. It must not decide anything.
import { sql } from 'kysely'
import type { Comment, CommentState, CommentVerdict } from '../../../shared/domain/comment.ts'
import { withDecisions } from './comment-rows.ts'
import type { Readable } from './database.ts'

export type CommentFilter = {
  query?: string | undefined
  article?: string | undefined
  /** Decided on this desk or not. */
  decided?: boolean | undefined
  /** Who decided, if anybody. */
  state?: CommentState | undefined
  /** What was decided, here or else before the import. */
  verdict?: CommentVerdict | undefined
}

export type ListedComments = { total: number; counted: boolean; items: Comment[] }

const verdict = sql<string | null>`coalesce(comment_decisions.decision, comments.past_decision,
  CASE comments.label WHEN 1 THEN 'refuse' WHEN 0 THEN 'publish' END)`

function narrowed(db: Readable, filter: CommentFilter) {
  let query = db.selectFrom('comments').leftJoin('comment_decisions', 'comment_decisions.comment', 'comments.id')
  if (filter.article !== undefined) query = query.where('comments.article', '=', filter.article)
  if (filter.query !== undefined && filter.query.trim() !== '') {
    query = query.where('comments.body', 'like', `%${filter.query.trim().replaceAll(/[%_]/g, '')}%`)
  }
  if (filter.decided !== undefined) query = query.where('comment_decisions.comment', filter.decided ? 'is not' : 'is', null)
  if (filter.state === 'waiting') query = query.where(verdict, 'is', null)
  if (filter.state === 'here') query = query.where('comment_decisions.comment', 'is not', null)
  if (filter.state === 'before') query = query.where('comment_decisions.comment', 'is', null).where(verdict, 'is not', null)
  if (filter.verdict !== undefined) query = query.where(verdict, '=', filter.verdict)
  return query
}

/** In order of arrival. `uncounted`: there are at least `total`, unless the page ends the list. */
export async function listComments(
  db: Readable,
  filter: CommentFilter,
  { offset, limit, uncounted }: { offset: number; limit: number; uncounted?: boolean | undefined },
): Promise<ListedComments> {
  const rows = await narrowed(db, filter).selectAll('comments').orderBy('comments.n').limit(limit).offset(offset).execute()
  const items = await withDecisions(db, rows)
  if (rows.length < limit && (rows.length > 0 || offset === 0)) return { total: offset + rows.length, counted: true, items }
  if (uncounted === true && rows.length > 0) return { total: offset + rows.length + 1, counted: false, items }
  return { total: await countListedComments(db, filter), counted: true, items }
}

/** How many comments a filter lets through. */
export async function countListedComments(db: Readable, filter: CommentFilter): Promise<number> {
  const row = await narrowed(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}
