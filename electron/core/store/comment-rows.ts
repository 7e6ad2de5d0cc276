// Comments and what people decided about them. The only SQL over `comments` and `comment_decisions`.
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Comment, CommentDraft, CommentVerdict } from '../../../shared/domain/comment.ts'
import type { Readable, Writable } from './database.ts'
import type { CommentsTable, Schema } from './schema.ts'

export type StoredComment = Omit<CommentDraft, 'author'> & {
  author: string | null
  source: string
  hash: string
  masked: number
  importedAt: string
}
type CommentRow = Selectable<CommentsTable>
type DecisionRow = Selectable<Schema['comment_decisions']>

function commentOfRow(row: CommentRow, decision: DecisionRow | undefined): Comment {
  return {
    id: row.id,
    article: row.article,
    parent: row.parent,
    author: row.author,
    body: row.body,
    lang: row.lang,
    date: row.date,
    label: row.label === null ? null : row.label === 1 ? 1 : 0,
    decision: row.past_decision as CommentVerdict | null,
    clause: row.past_clause,
    hash: row.hash,
    masked: row.masked,
    importedAt: row.imported_at,
    decided: decision
      ? {
          decision: decision.decision as CommentVerdict,
          clause: decision.clause,
          publicReason: decision.public_reason,
          note: decision.note,
          by: decision.person,
          at: decision.at,
          entry: decision.entry,
        }
      : null,
  }
}

function rowOfComment(comment: StoredComment): Insertable<CommentsTable> {
  return {
    id: comment.id,
    source: comment.source,
    article: comment.article,
    parent: comment.parent,
    author: comment.author,
    body: comment.body,
    lang: comment.lang,
    date: comment.date,
    label: comment.label,
    past_decision: comment.decision,
    past_clause: comment.clause,
    masked: comment.masked,
    hash: comment.hash,
    imported_at: comment.importedAt,
  }
}

export async function knownComments(db: Readable, ids: readonly string[]): Promise<Map<string, { hash: string; source: string }>> {
  const rows = await db.selectFrom('comments').select(['id', 'hash', 'source']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { hash: row.hash, source: row.source }]))
}

export async function insertComments(db: Writable, comments: readonly StoredComment[]): Promise<void> {
  if (comments.length > 0) await db.insertInto('comments').values(comments.map(rowOfComment)).execute()
}

export async function updateComment(db: Writable, comment: StoredComment): Promise<void> {
  const { id, ...row } = rowOfComment(comment)
  await db.updateTable('comments').set(row).where('id', '=', id).execute()
}

/** The comments of these rows, with what was decided here. */
export async function withDecisions(db: Readable, rows: readonly CommentRow[]): Promise<Comment[]> {
  if (rows.length === 0) return []
  const decisions: DecisionRow[] = []
  for (let start = 0; start < rows.length; start += 500) {
    const ids = rows.slice(start, start + 500).map((row) => row.id)
    decisions.push(...(await db.selectFrom('comment_decisions').selectAll().where('comment', 'in', ids).execute()))
  }
  const byComment = new Map(decisions.map((decision) => [decision.comment, decision]))
  return rows.map((row) => commentOfRow(row, byComment.get(row.id)))
}

export async function findComment(db: Readable, id: string): Promise<Comment | null> {
  const row = await db.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? ((await withDecisions(db, [row]))[0] ?? null) : null
}

/** The comments this one answers, oldest first; stops at a loop. */
export async function findParents(db: Readable, comment: Comment): Promise<Comment[]> {
  const parents: Comment[] = []
  const seen = new Set([comment.id])
  let next = comment.parent
  while (next !== null && !seen.has(next) && parents.length < 20) {
    seen.add(next)
    const parent = await findComment(db, next)
    if (!parent) break
    parents.unshift(parent)
    next = parent.parent
  }
  return parents
}

/** Ids and content hashes of the comments of these articles, or of all of them (null), in order of arrival. */
export async function commentMarks(db: Readable, articles: readonly string[] | null): Promise<{ id: string; hash: string }[]> {
  if (articles === null) return db.selectFrom('comments').select(['id', 'hash']).orderBy('n').execute()
  const marks: { id: string; hash: string }[] = []
  for (let start = 0; start < articles.length; start += 500) {
    const part = articles.slice(start, start + 500)
    marks.push(...(await db.selectFrom('comments').select(['id', 'hash']).where('article', 'in', part).orderBy('n').execute()))
  }
  return marks
}

/** Those of these comments that nobody has decided on this desk. */
export async function undecidedAmong(db: Readable, ids: readonly string[]): Promise<Set<string>> {
  const undecided = new Set(ids)
  for (let start = 0; start < ids.length; start += 500) {
    const part = ids.slice(start, start + 500)
    for (const row of await db.selectFrom('comment_decisions').select('comment').where('comment', 'in', part).execute())
      undecided.delete(row.comment)
  }
  return undecided
}

/** Comments that nobody has decided, neither here nor in the imported past; with `experiment`, those it has an opinion on. */
export async function listUndecided(
  db: Readable,
  page: { offset: number; limit: number },
  experiment?: string,
  only?: readonly string[],
): Promise<{ total: number; ids: string[] }> {
  let query = db
    .selectFrom('comments')
    .leftJoin('comment_decisions', 'comment_decisions.comment', 'comments.id')
    .where('comments.past_decision', 'is', null)
    .where('comments.label', 'is', null)
    .where((eb) => eb.or([eb('comment_decisions.comment', 'is', null), eb('comment_decisions.decision', '=', 'doubt')]))
  if (only !== undefined) query = query.where('comments.id', 'in', only)
  if (experiment !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('suggestions')
          .select('suggestions.id')
          .whereRef('suggestions.item', '=', 'comments.id')
          .where('suggestions.task', '=', 'moderation')
          .where('suggestions.experiment', '=', experiment),
      ),
    )
  const count = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query.select('comments.id').orderBy('comments.n').limit(page.limit).offset(page.offset).execute()
  return { total: count.total, ids: rows.map((row) => row.id) }
}

/** How many comments teach something, without reading one. */
export async function countDecidedComments(db: Readable): Promise<number> {
  const verdict = sql<string | null>`coalesce(comment_decisions.decision, comments.past_decision)`
  const row = await db
    .selectFrom('comments')
    .leftJoin('comment_decisions', 'comment_decisions.comment', 'comments.id')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where((eb) =>
      eb.or([eb(verdict, 'in', ['refuse', 'publish']), eb.and([eb(verdict, 'is', null), eb('comments.label', 'is not', null)])]),
    )
    .executeTakeFirstOrThrow()
  return row.total
}

export type PastDecision = { id: string; body: string; lang: string | null; held: 0 | 1 }

/** What the newsroom decided, past and here, to learn from, the newest `limit`: 1 = held. Doubt teaches nothing. */
export async function decidedComments(db: Readable, limit: number): Promise<PastDecision[]> {
  const rows = await judgedComments(db).orderBy('comments.n', 'desc').limit(limit).execute()
  return rows.toReversed().flatMap(pastDecision)
}

/**
 * Which they are and the hash of each text, as `decidedComments` would give them, newest first, a page at a time: enough to see
 * what is new. `before`: the `n` the last page ended with.
 */
export async function decidedHashes(
  db: Readable,
  { before, limit }: { before: number; limit: number },
): Promise<{ marks: { id: string; hash: string }[]; last: number | null }> {
  const rows = await judged(db)
    .select(['comments.n', 'comments.id', 'comments.hash', 'comments.lang', 'comments.label', 'comments.past_decision'])
    .select('comment_decisions.decision')
    .where('comments.n', '<', before)
    .orderBy('comments.n', 'desc')
    .limit(limit)
    .execute()
  return { marks: rows.flatMap((row) => (verdictOf(row) === null ? [] : [{ id: row.id, hash: row.hash }])), last: rows.at(-1)?.n ?? null }
}

/** The texts of these comments. */
export async function commentTexts(db: Readable, ids: readonly string[]): Promise<Pick<CommentRow, 'id' | 'body' | 'lang' | 'hash'>[]> {
  return db.selectFrom('comments').select(['id', 'body', 'lang', 'hash']).where('id', 'in', ids).execute()
}

/** The same in the order they were taken: by the decision's own time, else the comment's date, else its arrival. The newest `limit`. */
export async function decisionsInOrder(db: Readable, limit: number): Promise<PastDecision[]> {
  const rows = await judgedComments(db)
    .orderBy(sql`coalesce(comment_decisions.at, comments.date, comments.imported_at)`, 'desc')
    .orderBy('comments.n', 'desc')
    .limit(limit)
    .execute()
  return rows.toReversed().flatMap(pastDecision)
}

function judgedComments(db: Readable) {
  return judged(db).select([
    'comments.id',
    'comments.body',
    'comments.lang',
    'comments.label',
    'comments.past_decision',
    'comment_decisions.decision',
  ])
}

function judged(db: Readable) {
  return db
    .selectFrom('comments')
    .leftJoin('comment_decisions', 'comment_decisions.comment', 'comments.id')
    .where((eb) =>
      eb.or([
        eb('comments.past_decision', 'is not', null),
        eb('comments.label', 'is not', null),
        eb('comment_decisions.comment', 'is not', null),
      ]),
    )
}

type JudgedRow = Pick<CommentRow, 'id' | 'body' | 'lang' | 'label' | 'past_decision'> & { decision: string | null }

/** 1: held; null: left in doubt. */
function verdictOf(row: Omit<JudgedRow, 'body'>): number | null {
  const verdict = row.decision ?? row.past_decision
  return verdict === 'refuse' ? 1 : verdict === 'publish' ? 0 : verdict === null ? row.label : null
}

function pastDecision(row: JudgedRow): PastDecision[] {
  const held = verdictOf(row)
  return held === null ? [] : [{ id: row.id, body: row.body, lang: row.lang, held: held === 1 ? (1 as const) : (0 as const) }]
}

/** The newest `limit` comments that were not refused, here or in the past, of one article or of all. */
export async function commentsNotRefused(
  db: Readable,
  article: string | undefined,
  limit: number,
): Promise<{ id: string; article: string | null; body: string; date: string | null }[]> {
  let query = db
    .selectFrom('comments')
    .leftJoin('comment_decisions', 'comment_decisions.comment', 'comments.id')
    .select(['comments.id', 'comments.article', 'comments.body', 'comments.date'])
    .where(
      sql<boolean>`coalesce(comment_decisions.decision, comments.past_decision, case when comments.label = 1 then 'refuse' end, '') <> 'refuse'`,
    )
  if (article !== undefined) query = query.where('comments.article', '=', article)
  return query.orderBy('comments.n', 'desc').limit(limit).execute()
}

export async function saveCommentDecision(db: Writable, decision: DecisionRow): Promise<void> {
  await db
    .insertInto('comment_decisions')
    .values(decision)
    .onConflict((conflict) => conflict.column('comment').doUpdateSet(decision))
    .execute()
}

export async function removeCommentDecision(db: Writable, comment: string): Promise<void> {
  await db.deleteFrom('comment_decisions').where('comment', '=', comment).execute()
}

export async function countComments(db: Readable): Promise<number> {
  const row = await db
    .selectFrom('comments')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}
