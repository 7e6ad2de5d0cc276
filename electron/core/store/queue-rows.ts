// The review queues: what waits by item, kept by triggers beside the suggestions, and what was decided lately.
// It must not know what a suggestion says.
import { sql } from 'kysely'
import type { Task } from '../../../shared/domain/suggestion.ts'
import type { Readable } from './database.ts'
import { stillWaits } from './suggestion-rows.ts'

export type QueueRow = { item: string; waiting: number; decided: number; flagged: number; decidedAt: string | null }

export type QueueFilter = {
  task: Task
  experiment?: string | undefined
  /** ISO moment: what was decided since is still shown. */
  since: string
  /** These items only, wherever they are in the queue. */
  items?: readonly string[] | undefined
}

type Placed = QueueRow & { first: number }

/** Counts of items that wait, by task; comments are not among them. */
export async function countWaitingItems(db: Readable): Promise<Map<Task, number>> {
  const rows = await db
    .selectFrom('review_queue')
    .select((eb) => ['task', eb.fn.countAll<number>().as('items')])
    .where('experiment', '=', '')
    .where(sql<boolean>`waiting > 0`)
    .groupBy('task')
    .execute()
  return new Map(rows.map((row) => [row.task as Task, row.items]))
}

/** Items of one queue: those that wait in order of arrival, then those decided since `since` in experiments still open. */
export async function queueOf(
  db: Readable,
  filter: QueueFilter,
  page: { offset: number; limit: number },
): Promise<{ total: number; items: QueueRow[] }> {
  const waiting = placed(db, filter).where(sql<boolean>`waiting > 0`)
  const { total } = await waiting.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const lately = new Map((await decidedLately(db, filter)).map((row) => [row.item, row]))
  const idle = (await columns(placed(db, filter).where(sql<boolean>`waiting = 0`)).execute()).map((row) =>
    joined(row, lately.get(row.item)),
  )
  const shown = new Set(idle.map((row) => row.item))
  const gone = [...lately.values()].flatMap(({ queued, ...row }) => (queued === null && !shown.has(row.item) ? [row] : []))
  const rest = [...idle, ...gone].toSorted((a, b) => a.first - b.first)
  const rows = page.offset < total ? await columns(waiting).limit(page.limit).offset(page.offset).execute() : []
  const after = Math.max(0, page.offset - total)
  const items = [...rows.map((row) => joined(row, lately.get(row.item))), ...rest.slice(after, after + page.limit - rows.length)]
  return { total: total + rest.length, items: items.map(({ first: _first, ...row }) => row) }
}

function placed(db: Readable, { task, experiment, items }: QueueFilter) {
  const all = db
    .selectFrom('review_queue')
    .where('task', '=', task)
    .where('experiment', '=', experiment ?? '')
  return items === undefined ? all : all.where('item', 'in', items)
}

function columns(query: ReturnType<typeof placed>) {
  return query.select(['item', 'first', 'waiting', 'flagged', 'decided', 'decided_at as decidedAt']).orderBy('first')
}

function joined(row: Placed, lately: Placed | undefined): Placed {
  if (!lately) return row
  const decidedAt = row.decidedAt === null || (lately.decidedAt ?? '') > row.decidedAt ? lately.decidedAt : row.decidedAt
  return { ...row, first: Math.min(row.first, lately.first), decided: row.decided + lately.decided, decidedAt }
}

/** By item, what does not wait any more; `queued` tells whether something else of the item does. */
async function decidedLately(db: Readable, filter: QueueFilter): Promise<(Placed & { queued: number | null })[]> {
  let query = db
    .selectFrom('suggestions')
    .leftJoin('review_queue', (join) =>
      join
        .onRef('review_queue.task', '=', 'suggestions.task')
        .onRef('review_queue.item', '=', 'suggestions.item')
        .on('review_queue.experiment', '=', filter.experiment ?? ''),
    )
    .where('suggestions.task', '=', filter.task)
    .where('suggestions.decided_at', '>=', filter.since)
  if (filter.experiment !== undefined) query = query.where('suggestions.experiment', '=', filter.experiment)
  if (filter.items !== undefined) query = query.where('suggestions.item', 'in', filter.items)
  return query
    .where((eb) => eb('suggestions.experiment', 'not in', eb.selectFrom('experiments').select('id').where('state', '=', 'concluded')))
    .where((eb) => eb.not(stillWaits(eb)))
    .groupBy('suggestions.item')
    .select((eb) => [
      'suggestions.item as item',
      eb.val(0).as('waiting'),
      eb.val(0).as('flagged'),
      eb.fn.countAll<number>().as('decided'),
      eb.fn.max('suggestions.decided_at').as('decidedAt'),
      eb.fn.min('suggestions.n').as('first'),
      eb.fn.max('review_queue.waiting').as('queued'),
    ])
    .execute()
}
