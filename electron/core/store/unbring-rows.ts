// The articles one import brought, whether anything rests on them, and taking them away with what is derived from them.
// It must not know who asks, nor when that is allowed.
import { sql } from 'kysely'
import type { Readable, Writable } from './database.ts'

/** Where one import's new articles stand: row numbers above `after` up to `upTo`, from these files, written between two ISO moments. */
export type Brought = { after: number; upTo: number; sources: readonly string[]; from: string; until: string }

/** Ids of the articles that still are as the import wrote them, in the order it did. */
export async function broughtArticles(db: Readable, { after, upTo, sources, from, until }: Brought): Promise<string[]> {
  if (sources.length === 0) return []
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where('n', '>', after)
    .where('n', '<=', upTo)
    .where('imported_at', '>=', from)
    .where('imported_at', '<=', until)
    .where('source', 'in', sources)
    .orderBy('n')
    .execute()
  return rows.map((row) => row.id)
}

/** Those of `ids` somebody worked with: outputs decided or brought from elsewhere (a free try has a request), run, read again, commented, named by a card, linked to, barred from links, or a term proposed for. */
export async function workedArticles(db: Readable, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    WITH asked AS (SELECT value AS id FROM json_each(${JSON.stringify(ids)}))
    SELECT s.item AS id FROM suggestions s WHERE s.item IN (SELECT id FROM asked) AND s.id NOT IN (SELECT suggestion FROM replaced_tries)
      AND (s.state <> 'proposed' OR s.decided_at IS NOT NULL OR s.run IS NOT NULL OR s.request IS NULL)
    UNION SELECT article FROM comments WHERE article IN (SELECT id FROM asked)
    UNION SELECT item FROM run_items WHERE item IN (SELECT id FROM asked)
    UNION SELECT item FROM comparison_pairs WHERE item IN (SELECT id FROM asked)
    UNION SELECT item FROM rubric_forms WHERE item IN (SELECT id FROM asked)
    UNION SELECT article FROM proposed_terms WHERE article IN (SELECT id FROM asked)
    UNION SELECT json_extract(s.value, '$.article') FROM suggestions s
      WHERE s.task = 'links' AND json_extract(s.value, '$.article') IN (SELECT id FROM asked) AND s.item NOT IN (SELECT id FROM asked)
    UNION SELECT id FROM articles WHERE do_not_link IS NOT NULL AND id IN (SELECT id FROM asked)
    UNION SELECT a.value FROM experiments e, json_each(e.card, '$.corpus.articles') a WHERE a.value IN (SELECT id FROM asked)
  `.execute(db)
  return rows.map((row) => row.id)
}

/** The articles, their full text and proposals nobody decided. Vectors are derived and go later. Returns how many articles went. */
export async function removeArticles(db: Writable, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  await sql`DELETE FROM replaced_tries WHERE suggestion IN (SELECT id FROM suggestions WHERE item IN ${list})`.execute(db)
  await sql`DELETE FROM suggestions WHERE item IN ${list}`.execute(db)
  await sql`DELETE FROM requests WHERE item IN ${list}`.execute(db)
  await sql`DELETE FROM articles_text WHERE rowid IN (SELECT n FROM articles WHERE id IN ${list})`.execute(db)
  const { numAffectedRows } = await sql`DELETE FROM articles WHERE id IN ${list}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
