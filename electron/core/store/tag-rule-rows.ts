// One-line tag rules, marks of resets, and the decisions on tags. The only SQL over `tag_rules` and `tag_resets`.
// It must not know how rules are read or what decisions teach.
import { sql } from 'kysely'
import type { SuggestionState } from '../../../shared/domain/suggestion.ts'
import type { Readable, Writable } from './database.ts'

export type StoredRule = {
  id: string
  line: string
  concept: string
  until: string | null
  added: { by: string; at: string }
  entry: string
}

/** In the order they were written. */
export async function listRules(db: Readable): Promise<StoredRule[]> {
  const rows = await db.selectFrom('tag_rules').selectAll().orderBy('added_at').orderBy('id').execute()
  return rows.map(({ added_by: by, added_at: at, ...row }) => ({ ...row, added: { by, at } }))
}

export async function insertRule(db: Writable, { added, ...row }: StoredRule): Promise<void> {
  await db
    .insertInto('tag_rules')
    .values({ ...row, added_by: added.by, added_at: added.at })
    .execute()
}

/** False when there is none of that id. */
export async function deleteRule(db: Writable, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('tag_rules').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** `concept` null: everything was forgotten at that entry of the ledger. */
export type StoredReset = { concept: string | null; at: string; entry: string }
const everything = ''

export async function saveReset(db: Writable, { concept, at, entry }: StoredReset): Promise<void> {
  await db
    .insertInto('tag_resets')
    .values({ concept: concept ?? everything, at, entry })
    .onConflict((conflict) => conflict.column('concept').doUpdateSet({ at, entry }))
    .execute()
}

export async function deleteReset(db: Writable, concept: string | null): Promise<void> {
  await db
    .deleteFrom('tag_resets')
    .where('concept', '=', concept ?? everything)
    .execute()
}

export async function listResets(db: Readable): Promise<StoredReset[]> {
  const rows = await db.selectFrom('tag_resets').selectAll().orderBy('concept').execute()
  return rows.map((row) => ({ ...row, concept: row.concept === everything ? null : row.concept }))
}

export type DecidedTag = {
  item: string
  value: string
  /** The machine's own value (JSON with `value`) when a person edited it. */
  proposed: string | null
  score: number
  evidence: string
  state: SuggestionState
  origin: string
  engine: string
}

const mostDecisions = 100_000

/**
 * Decisions on tags that still stand, in the order they were taken; those a reset forgot are left out. A stale output counts in the
 * state it had: the decision was right about the text of its day.
 */
export async function decidedTags(db: Readable): Promise<DecidedTag[]> {
  const { rows } = await sql<DecidedTag>`
    WITH forgotten AS (SELECT concept, (SELECT seq FROM ledger WHERE id = tag_resets.entry) AS seq FROM tag_resets),
      taken AS (
        SELECT n, item, value, proposed, score, evidence, origin, engine, decided_at,
          CASE state WHEN 'stale' THEN previous_state ELSE state END AS state,
          CASE WHEN EXISTS (SELECT 1 FROM forgotten)
            THEN (SELECT seq FROM ledger WHERE id = json_extract(decision, '$.entry')) END AS seq
        FROM suggestions WHERE task = 'tags' AND decided_at IS NOT NULL)
    SELECT item, value, proposed, score, evidence, state, origin, engine FROM taken
    WHERE state IN ('accepted', 'edited', 'rejected') AND NOT EXISTS (
      SELECT 1 FROM forgotten WHERE taken.seq < forgotten.seq AND forgotten.concept IN (${everything}, json_extract(taken.value, '$.concept'),
        json_extract(taken.proposed, '$.value.concept')))
    ORDER BY decided_at DESC, n DESC LIMIT ${mostDecisions}
  `.execute(db)
  return rows.toReversed()
}

/** Decisions on tags, whatever they say. */
export async function countDecidedTags(db: Readable): Promise<number> {
  const row = await db
    .selectFrom('suggestions')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('task', '=', 'tags')
    .where('decided_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return row.total
}

/** Names the last reset; empty when there was none. */
export async function lastReset(db: Readable): Promise<string> {
  const row = await db.selectFrom('tag_resets').select('entry').orderBy('at', 'desc').orderBy('entry', 'desc').limit(1).executeTakeFirst()
  return row?.entry ?? ''
}
