// Experiments, runs and their items. The only SQL over `experiments`, `runs`, `run_items`.
import type { Card, Experiment, ExperimentState, Manifest, RunState } from '../../../shared/domain/experiment.ts'
import type { Readable, Writable } from './database.ts'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './rows.ts'

export type StoredExperiment = Omit<Experiment, 'runs'>

export async function findExperiment(db: Readable, id: string): Promise<StoredExperiment | null> {
  const row = await db.selectFrom('experiments').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? experimentOfRow(row) : null
}

export async function listExperiments(db: Readable): Promise<StoredExperiment[]> {
  const rows = await db.selectFrom('experiments').selectAll().orderBy('created_at').execute()
  return rows.map(experimentOfRow)
}

type ExperimentRow = {
  id: string
  card: string
  state: string
  hash: string
  standing: number
  approval: string | null
  conclusion: string | null
  created_at: string
}

function experimentOfRow(row: ExperimentRow): StoredExperiment {
  return {
    id: row.id,
    card: fromJson<Card>(row.card),
    state: row.state as ExperimentState,
    hash: row.hash,
    standing: row.standing === 1,
    approval: fromJsonOrNull(row.approval),
    conclusion: fromJsonOrNull(row.conclusion),
    createdAt: row.created_at,
  }
}

export async function saveExperiment(db: Writable, experiment: StoredExperiment): Promise<void> {
  const row = {
    title: experiment.card.title,
    card: toJson(experiment.card),
    state: experiment.state,
    hash: experiment.hash,
    standing: experiment.standing ? 1 : 0,
    approval: toJsonOrNull(experiment.approval),
    conclusion: toJsonOrNull(experiment.conclusion),
    created_at: experiment.createdAt,
  }
  await db
    .insertInto('experiments')
    .values({ id: experiment.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** The card alone: one with runs or outputs is refused by its keys. */
export async function deleteExperiment(db: Writable, id: string): Promise<void> {
  await db.deleteFrom('experiments').where('id', '=', id).execute()
}

export type StoredRun = {
  id: string
  experiment: string
  engine: string
  state: RunState
  manifest: Manifest
  createdAt: string
  finishedAt: string | null
}

export async function insertRun(db: Writable, run: StoredRun, items: readonly string[]): Promise<void> {
  await db
    .insertInto('runs')
    .values({
      id: run.id,
      experiment: run.experiment,
      engine: run.engine,
      state: run.state,
      manifest: toJson(run.manifest),
      created_at: run.createdAt,
      finished_at: null,
    })
    .execute()
  for (let start = 0; start < items.length; start += 1000) {
    await db
      .insertInto('run_items')
      .values(
        items.slice(start, start + 1000).map((item, index) => ({
          run: run.id,
          position: start + index,
          item,
          state: 'queued',
          reason: null,
          abstained: null,
          done_at: null,
        })),
      )
      .execute()
  }
}

export async function findRun(db: Readable, id: string): Promise<StoredRun | null> {
  const row = await db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? runOfRow(row) : null
}

export async function listRuns(
  db: Readable,
  filter: { experiment?: string | undefined; states?: readonly RunState[] },
): Promise<StoredRun[]> {
  let query = db.selectFrom('runs').selectAll()
  if (filter.experiment !== undefined) query = query.where('experiment', '=', filter.experiment)
  if (filter.states !== undefined) query = query.where('state', 'in', filter.states)
  return (await query.orderBy('created_at').execute()).map(runOfRow)
}

function runOfRow(row: {
  id: string
  experiment: string
  engine: string
  state: string
  manifest: string
  created_at: string
  finished_at: string | null
}): StoredRun {
  return {
    id: row.id,
    experiment: row.experiment,
    engine: row.engine,
    state: row.state as RunState,
    manifest: fromJson(row.manifest),
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}

export async function changeRun(db: Writable, id: string, change: { state: RunState; finishedAt?: string | null }): Promise<void> {
  await db
    .updateTable('runs')
    .set({ state: change.state, ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }) })
    .where('id', '=', id)
    .execute()
}

/** The next queued item of a run, in order; null when none is left. */
export async function nextQueued(db: Readable, run: string): Promise<string | null> {
  const row = await db
    .selectFrom('run_items')
    .select('item')
    .where('run', '=', run)
    .where('state', '=', 'queued')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return row?.item ?? null
}

export async function markItem(
  db: Writable,
  run: string,
  item: string,
  change: { state: 'queued' | 'taken' | 'done' | 'failed'; reason?: string | null; abstained?: string | null; doneAt?: string | null },
): Promise<void> {
  await db
    .updateTable('run_items')
    .set({ state: change.state, reason: change.reason ?? null, abstained: change.abstained ?? null, done_at: change.doneAt ?? null })
    .where('run', '=', run)
    .where('item', '=', item)
    .execute()
}

/** After a crash: what was taken but not done goes back to the queue. `failed` too when asked. */
export async function requeue(db: Writable, run: string, states: readonly ('taken' | 'failed')[]): Promise<void> {
  await db.updateTable('run_items').set({ state: 'queued', reason: null }).where('run', '=', run).where('state', 'in', states).execute()
}

export async function countItems(db: Readable, run: string): Promise<{ done: number; failed: number; total: number }> {
  const rows = await db
    .selectFrom('run_items')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('run', '=', run)
    .groupBy('state')
    .execute()
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  return { done: of('done'), failed: of('failed'), total: rows.reduce((sum, row) => sum + row.count, 0) }
}

/** Why an item was put back into the queue; null when it never was. */
export async function putBackReason(db: Readable, run: string, item: string): Promise<string | null> {
  const row = await db.selectFrom('run_items').select('reason').where('run', '=', run).where('item', '=', item).executeTakeFirst()
  return row?.reason ?? null
}

/** Items that failed, and the one that stopped the run and waits to be tried again. */
export async function failuresOf(db: Readable, run: string): Promise<{ item: string; code: string }[]> {
  const rows = await db
    .selectFrom('run_items')
    .select(['item', 'reason'])
    .where('run', '=', run)
    .where((eb) => eb.or([eb('state', '=', 'failed'), eb.and([eb('state', '=', 'queued'), eb('reason', 'is not', null)])]))
    .orderBy('position')
    .limit(200)
    .execute()
  return rows.map((row) => ({ item: row.item, code: row.reason ?? 'internal' }))
}

export async function itemsOf(db: Readable, run: string): Promise<{ item: string; state: string; abstained: string | null }[]> {
  return db.selectFrom('run_items').select(['item', 'state', 'abstained']).where('run', '=', run).orderBy('position').execute()
}
