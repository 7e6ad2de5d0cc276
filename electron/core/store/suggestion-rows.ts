// Suggestions. The only SQL over `suggestions` and `requests`.
import { sql, type Expression, type ExpressionBuilder, type Insertable, type Selectable, type SqlBool } from 'kysely'
import type { Origin, Suggestion, SuggestionState, Task } from '../../../shared/domain/suggestion.ts'
import type { Readable, Writable } from './database.ts'
import { fromJson, fromJsonOrNull } from './rows.ts'
import type { Schema, SuggestionsTable } from './schema.ts'

export type SuggestionRow = Selectable<SuggestionsTable>
export type NewSuggestion = Insertable<SuggestionsTable>

export function suggestionOfRow(row: SuggestionRow): Suggestion {
  return {
    id: row.id,
    task: row.task as Task,
    item: row.item,
    value: fromJson(row.value),
    score: row.score,
    evidence: fromJson(row.evidence),
    flags: fromJson(row.flags),
    state: row.state as SuggestionState,
    origin: row.origin as Origin,
    engine: row.engine,
    experiment: row.experiment,
    run: row.run,
    createdAt: row.created_at,
    proposed: fromJsonOrNull(row.proposed),
    decision: fromJsonOrNull(row.decision),
    exported: row.exported_at !== null,
  }
}

export async function findSuggestionRow(db: Readable, id: string): Promise<SuggestionRow | undefined> {
  return db.selectFrom('suggestions').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findSuggestions(db: Readable, ids: readonly string[]): Promise<SuggestionRow[]> {
  const byId = new Map<string, SuggestionRow>()
  for (let start = 0; start < ids.length; start += 500) {
    const part = ids.slice(start, start + 500)
    for (const row of await db.selectFrom('suggestions').selectAll().where('id', 'in', part).execute()) byId.set(row.id, row)
  }
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export async function insertSuggestions(db: Writable, rows: readonly NewSuggestion[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('suggestions').values(rows).execute()
}

export async function changeSuggestion(db: Writable, id: string, change: Partial<Omit<SuggestionRow, 'n' | 'id'>>): Promise<void> {
  await db.updateTable('suggestions').set(change).where('id', '=', id).execute()
}

export type SuggestionFilter = {
  task?: Task | undefined
  item?: string | undefined
  experiment?: string | undefined
  states?: readonly SuggestionState[]
  run?: string | undefined
  limit?: number
}

export async function listSuggestions(db: Readable, filter: SuggestionFilter): Promise<SuggestionRow[]> {
  return chosen(db, filter).execute()
}

/** What waits for a decision: new, left in doubt, or made from a text that changed since; not a try that a newer one replaced. */
export async function listWaiting(db: Readable, filter: Omit<SuggestionFilter, 'states'>): Promise<SuggestionRow[]> {
  return chosen(db, filter).where(stillWaits).execute()
}

/** In order of arrival. */
function chosen(db: Readable, filter: SuggestionFilter) {
  let query = db.selectFrom('suggestions').selectAll()
  if (filter.task !== undefined) query = query.where('task', '=', filter.task)
  if (filter.item !== undefined) query = query.where('item', '=', filter.item)
  // The plus keeps SQLite from the index on experiments, where all of its suggestions would be read for the few of one item.
  const experiment = filter.item === undefined ? sql.ref<string>('experiment') : sql<string>`+experiment`
  if (filter.experiment !== undefined) query = query.where(experiment, '=', filter.experiment)
  if (filter.run !== undefined) query = query.where('run', '=', filter.run)
  if (filter.states !== undefined) query = query.where('state', 'in', filter.states)
  return query.orderBy('n').limit(filter.limit ?? 100_000)
}

/** True of a suggestion that waits for a decision. */
export function stillWaits(eb: ExpressionBuilder<Schema, 'suggestions'>): Expression<SqlBool> {
  return eb.and([
    eb('suggestions.state', 'in', ['proposed', 'unsure', 'stale']),
    eb.not(eb.exists(eb.selectFrom('replaced_tries').select('suggestion').whereRef('suggestion', '=', 'suggestions.id'))),
  ])
}

/** A waiting free try whose place a newer one takes. */
export async function replaceTry(db: Writable, row: Pick<SuggestionRow, 'id' | 'state'>): Promise<void> {
  await changeSuggestion(db, row.id, { state: 'stale', previous_state: row.state })
  await db.insertInto('replaced_tries').values({ suggestion: row.id }).execute()
}

/** Which of these items have a suggestion of any of these experiments. */
export async function itemsOfExperiments(db: Readable, items: readonly string[], experiments: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (let start = 0; start < items.length; start += 500) {
    const part = items.slice(start, start + 500)
    const rows = await db
      .selectFrom('suggestions')
      .select('item')
      .distinct()
      .where('item', 'in', part)
      .where('experiment', 'in', experiments)
      .execute()
    found.push(...rows.map((row) => row.item))
  }
  return found
}

/** What the same request gave before: its suggestions and whether it abstained; null when it was never made. */
export async function findRequest(db: Readable, request: string): Promise<{ rows: SuggestionRow[]; abstained: string | null } | null> {
  const made = await db.selectFrom('requests').selectAll().where('request', '=', request).executeTakeFirst()
  if (!made) return null
  const all = await db
    .selectFrom('suggestions')
    .leftJoin('replaced_tries', 'replaced_tries.suggestion', 'suggestions.id')
    .selectAll('suggestions')
    .select('replaced_tries.suggestion as replaced')
    .where('request', '=', request)
    .orderBy('n')
    .execute()
  const rows = all.flatMap(({ replaced, ...row }) => (replaced === null ? [row] : []))
  // A newer try took its place, and what it rested on came back: it is asked anew.
  return rows.length === 0 && all.length > 0 ? null : { rows, abstained: made.abstained }
}

export async function rememberRequest(
  db: Writable,
  request: { request: string; item: string; task: Task; abstained: string | null; at: string },
): Promise<void> {
  await db
    .insertInto('requests')
    .values(request)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * What an older change of the item made stale although it was made from this very text; not a try that a newer one replaced, nor an
 * opinion: the comment may have been decided otherwise meanwhile.
 */
export async function staleSuggestionsOf(db: Readable, item: string, hash: string): Promise<SuggestionRow[]> {
  return db
    .selectFrom('suggestions')
    .selectAll()
    .where('item', '=', item)
    .where('item_hash', '=', hash)
    .where('task', '<>', 'moderation')
    .where('state', '=', 'stale')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('replaced_tries').select('suggestion').whereRef('suggestion', '=', 'suggestions.id'))))
    .orderBy('n')
    .execute()
}

/** True once somebody validated something on the item as it reads at `hash`. */
export async function isValidatedAt(db: Readable, item: string, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('suggestions')
    .select('id')
    .where('item', '=', item)
    .where('item_hash', '=', hash)
    .where('state', 'in', ['accepted', 'edited'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Suggestions of one item that are still open or validated, opinions in whatever state: what a change of the item makes stale. */
export async function liveSuggestionsOf(db: Readable, item: string): Promise<SuggestionRow[]> {
  return db
    .selectFrom('suggestions')
    .selectAll()
    .where('item', '=', item)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['proposed', 'accepted', 'edited', 'unsure']),
        eb.and([eb('task', '=', 'moderation'), eb('state', '=', 'rejected')]),
      ]),
    )
    .execute()
}
