// Where tags stand: on articles, in what waits for a decision, in what was decided. Reads, and the two moves a retired tag needs.
// It must not know why a tag leaves.
import { sql } from 'kysely'
import type { TagValue } from '../../../shared/domain/suggestion.ts'
import type { Readable, Writable } from './database.ts'
import { fromJson, toJson } from './rows.ts'

export type WaitingTag = {
  id: string
  item: string
  itemHash: string
  lang: string | null
  state: 'proposed' | 'unsure'
  value: TagValue
}

type WaitingRow = { id: string; item: string; item_hash: string; lang: string | null; state: 'proposed' | 'unsure'; value: string }

/** Proposals that wait under a tag that is out of use, in order of arrival. */
export async function waitingOfRetired(db: Readable): Promise<WaitingTag[]> {
  return waiting(db, sql`json_extract(s.value, '$.concept') IN (SELECT id FROM concepts WHERE active = 0)`)
}

/** Proposals that wait under one tag, in order of arrival. */
export async function waitingOf(db: Readable, concept: string): Promise<WaitingTag[]> {
  return waiting(db, sql`json_extract(s.value, '$.concept') = ${concept}`)
}

async function waiting(db: Readable, which: ReturnType<typeof sql>): Promise<WaitingTag[]> {
  const { rows } = await sql<WaitingRow>`
    SELECT s.id, s.item, s.item_hash, a.lang, s.state, s.value FROM suggestions s LEFT JOIN articles a ON a.id = s.item
    WHERE s.task = 'tags' AND s.state IN ('proposed', 'unsure') AND ${which} ORDER BY s.n
  `.execute(db)
  return rows.map(({ item_hash: itemHash, value, ...row }) => ({ ...row, itemHash, value: fromJson<TagValue>(value) }))
}

/** Articles that have this tag already, waiting or validated. */
export async function itemsWithTag(db: Readable, concept: string): Promise<Set<string>> {
  const { rows } = await sql<{ item: string }>`
    SELECT DISTINCT item FROM suggestions WHERE task = 'tags' AND state IN ('proposed', 'unsure', 'accepted', 'edited')
      AND json_extract(value, '$.concept') = ${concept}
  `.execute(db)
  return new Set(rows.map((row) => row.item))
}

/** Decisions that stand on this tag: validated or refused. */
export async function countDecisionsOn(db: Readable, concept: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM suggestions WHERE task = 'tags' AND state IN ('accepted', 'edited', 'rejected')
      AND json_extract(value, '$.concept') = ${concept}
  `.execute(db)
  return rows[0]?.total ?? 0
}

/** Whether any proposal, in whatever state, is or was of this tag. */
export async function isTagProposed(db: Readable, concept: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM suggestions WHERE task = 'tags'
      AND (json_extract(value, '$.concept') = ${concept} OR json_extract(proposed, '$.value.concept') = ${concept}) LIMIT 1
  `.execute(db)
  return rows.length > 0
}

export async function moveWaitingTag(db: Writable, id: string, value: TagValue): Promise<void> {
  await db
    .updateTable('suggestions')
    .set({ value: toJson(value) })
    .where('id', '=', id)
    .where('state', 'in', ['proposed', 'unsure'])
    .execute()
}

/** Brings back what `replaceTry` took away; false when it was not taken away, or its article changed since. */
export async function returnTry(db: Writable, id: string): Promise<boolean> {
  const { rows } = await sql<{ previous_state: string | null }>`
    SELECT s.previous_state FROM suggestions s JOIN replaced_tries r ON r.suggestion = s.id LEFT JOIN articles a ON a.id = s.item
    WHERE s.id = ${id} AND s.state = 'stale' AND (a.hash IS NULL OR a.hash = s.item_hash)
  `.execute(db)
  const state = rows[0]?.previous_state
  if (state !== 'proposed' && state !== 'unsure') return false
  await db.deleteFrom('replaced_tries').where('suggestion', '=', id).execute()
  await db.updateTable('suggestions').set({ state, previous_state: null }).where('id', '=', id).execute()
  return true
}

export type TagSpan = { concept: string; articles: number; first: string | null; last: string | null; recent: number }

/** Of each tag the articles carry: how many, the first and last day, and how many since `since` (`YYYY-MM-DD`). */
export async function tagSpans(db: Readable, since: string): Promise<Map<string, TagSpan>> {
  const { rows } = await sql<TagSpan>`
    SELECT concept, count(*) AS articles, min(day) AS first, max(day) AS last, coalesce(sum(day >= ${since}), 0) AS recent FROM (
      SELECT DISTINCT l.concept, t.article, a.day FROM concept_labels l JOIN article_tags t ON t.folded = l.folded JOIN articles a ON a.id = t.article)
    GROUP BY concept
  `.execute(db)
  return new Map(rows.map((row) => [row.concept, row]))
}

export async function newestDay(db: Readable): Promise<string | null> {
  const row = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.max('day').as('day'))
    .executeTakeFirst()
  return row?.day ?? null
}

export type TaggedArticle = { id: string; title: string; day: string | null }

/** The latest articles that carry the tag, by any of its labels or by a validated proposal. */
export async function latestWithTag(db: Readable, concept: string, limit: number): Promise<TaggedArticle[]> {
  const { rows } = await sql<TaggedArticle>`
    SELECT id, title, day FROM articles WHERE id IN (
        SELECT t.article FROM concept_labels l JOIN article_tags t ON t.folded = l.folded WHERE l.concept = ${concept})
      OR id IN (SELECT item FROM suggestions WHERE task = 'tags' AND state IN ('accepted', 'edited')
        AND json_extract(value, '$.concept') = ${concept})
    ORDER BY day DESC, n DESC LIMIT ${limit}
  `.execute(db)
  return rows
}

/** Which tags are out of use and where they lead, as one text to compare. */
export async function replacements(db: Readable): Promise<string> {
  const rows = await db.selectFrom('concepts').select(['id', 'active', 'replaced_by']).where('active', '=', 0).orderBy('id').execute()
  return rows.map((row) => `${row.id}>${row.replaced_by ?? ''}`).join(' ')
}
