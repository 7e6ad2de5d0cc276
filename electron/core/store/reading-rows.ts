// Sampling plans and second readings. The only SQL over `sampling_plans` and `second_readings`.
// It must not know who may read what.
import { sql, type Selectable } from 'kysely'
import { readStates, type Arbitration, type FirstDecision, type ReadingVerdict, type SamplingPlan } from '../../../shared/domain/reading.ts'
import { blockingFlags, type SuggestionValue, type Task } from '../../../shared/domain/suggestion.ts'
import type { Readable, Writable } from './database.ts'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './rows.ts'
import type { Schema } from './schema.ts'

export type StoredReading = {
  suggestion: string
  experiment: string
  /** Null after it was undone, until it is given again. */
  verdict: ReadingVerdict | null
  value: SuggestionValue | null
  reason: string
  /** The decision that stood when the reading was given. */
  first: FirstDecision
  own: boolean
  undone: number
  by: string
  at: string
  entry: string
  arbitration: Arbitration | null
}

/** A decided output, as much as the draw needs. */
export type DecidedOutput = { id: string; item: string; task: Task; experiment: string; by: string }

function readingOfRow(row: Selectable<Schema['second_readings']>): StoredReading {
  return {
    ...row,
    verdict: row.verdict as ReadingVerdict | null,
    value: fromJsonOrNull(row.value),
    first: fromJson(row.first),
    own: row.own === 1,
    arbitration: fromJsonOrNull(row.arbitration),
  }
}

export async function findPlan(db: Readable, experiment: string): Promise<SamplingPlan | null> {
  return (await listPlans(db, experiment))[0] ?? null
}

export async function listPlans(db: Readable, experiment?: string): Promise<SamplingPlan[]> {
  let query = db.selectFrom('sampling_plans').select(['experiment', 'every', 'seed', 'set_at as setAt'])
  if (experiment !== undefined) query = query.where('experiment', '=', experiment)
  return query.execute()
}

export async function savePlan(db: Writable, plan: SamplingPlan & { entry: string }): Promise<void> {
  const { experiment, setAt, ...row } = plan
  await db
    .insertInto('sampling_plans')
    .values({ experiment, set_at: setAt, ...row })
    .onConflict((conflict) => conflict.column('experiment').doUpdateSet({ set_at: setAt, ...row }))
    .execute()
}

export async function deletePlan(db: Writable, experiment: string): Promise<void> {
  await db.deleteFrom('sampling_plans').where('experiment', '=', experiment).execute()
}

/** What a machine or another tool proposed and a person decided; additions have nothing to compare. Comments come by one opinion about each. */
export async function listDecided(db: Readable, experiment?: string, item?: string): Promise<DecidedOutput[]> {
  let query = db
    .selectFrom('suggestions')
    .select(['id', 'item', 'task', 'experiment', sql<string>`coalesce(json_extract(decision, '$.by'), '')`.as('by')])
    .where('state', 'in', readStates)
    .where('origin', '<>', 'human')
    .where('task', '<>', 'moderation')
  if (experiment !== undefined) query = query.where('experiment', '=', experiment)
  if (item !== undefined) query = query.where('item', '=', item)
  const outputs = (await query.orderBy('n').execute()).map((row) => ({ ...row, task: row.task as Task }))
  return [...outputs, ...(await listDecidedComments(db, experiment, item))]
}

/** Comments published or refused, each by the first opinion the experiment has on it: a second engine's opinion is no second comment. */
async function listDecidedComments(db: Readable, experiment?: string, item?: string): Promise<DecidedOutput[]> {
  let query = db
    .selectFrom('suggestions')
    .innerJoin('comment_decisions', 'comment_decisions.comment', 'suggestions.item')
    .select(['suggestions.id', 'suggestions.item', 'suggestions.experiment', 'comment_decisions.person as by'])
    .where('suggestions.task', '=', 'moderation')
    .where('suggestions.state', '<>', 'stale')
    .where('suggestions.origin', '<>', 'human')
    .where('comment_decisions.decision', 'in', ['publish', 'refuse'])
  if (experiment !== undefined) query = query.where('suggestions.experiment', '=', experiment)
  if (item !== undefined) query = query.where('suggestions.item', '=', item)
  const first = new Map<string, DecidedOutput>()
  for (const row of await query.orderBy('suggestions.n').execute()) {
    const key = JSON.stringify([row.experiment, row.item])
    if (!first.has(key)) first.set(key, { ...row, task: 'moderation' })
  }
  return [...first.values()]
}

export async function findReading(db: Readable, suggestion: string): Promise<StoredReading | null> {
  const row = await db.selectFrom('second_readings').selectAll().where('suggestion', '=', suggestion).executeTakeFirst()
  return row ? readingOfRow(row) : null
}

/** Given ones, oldest first. */
export async function listReadings(db: Readable, experiment?: string): Promise<(StoredReading & { verdict: ReadingVerdict })[]> {
  let query = db.selectFrom('second_readings').selectAll().where('verdict', 'is not', null)
  if (experiment !== undefined) query = query.where('experiment', '=', experiment)
  const rows = await query.orderBy('at').orderBy('suggestion').execute()
  return rows.map(readingOfRow).flatMap(({ verdict, ...row }) => (verdict === null ? [] : [{ ...row, verdict }]))
}

export async function saveReading(db: Writable, reading: StoredReading): Promise<void> {
  const row = {
    ...reading,
    value: toJsonOrNull(reading.value),
    first: toJson(reading.first),
    own: reading.own ? 1 : 0,
    arbitration: toJsonOrNull(reading.arbitration),
  }
  await db
    .insertInto('second_readings')
    .values(row)
    .onConflict((conflict) => conflict.column('suggestion').doUpdateSet(row))
    .execute()
}

/** Counts of one experiment's proposals, as the referent's desk shows them. */
export type ExperimentCounts = { experiment: string; proposed: number; kept: number; decided: number; overrides: number }

export async function countByExperiment(db: Readable): Promise<Map<string, ExperimentCounts>> {
  const count = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`
  const rows = await db
    .selectFrom('suggestions')
    .select(['experiment', sql<number>`count(*)`.as('proposed')])
    .select([
      count(sql<boolean>`state = 'accepted'`).as('kept'),
      count(sql<boolean>`state in ('accepted', 'edited', 'rejected')`).as('decided'),
      // As the Bilan counts them: a reason given where the fact-lock objected.
      sql<number>`coalesce(sum(case when coalesce(json_extract(decision, '$.override'), '') = '' then 0 else
        (select count(*) from json_each(flags) where json_extract(json_each.value, '$.code') in (${sql.join(blockingFlags)})) end), 0)`.as(
        'overrides',
      ),
    ])
    .where('origin', '<>', 'human')
    .groupBy('experiment')
    .execute()
  return new Map(rows.map((row) => [row.experiment, row]))
}

/** Items on which a run failed, by experiment. */
export async function countFailedItems(db: Readable): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('run_items')
    .innerJoin('runs', 'runs.id', 'run_items.run')
    .select(['runs.experiment as experiment', sql<number>`count(*)`.as('failed')])
    .where('run_items.state', '=', 'failed')
    .groupBy('runs.experiment')
    .execute()
  return new Map(rows.map((row) => [row.experiment, row.failed]))
}
