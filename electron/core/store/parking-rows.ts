// What people made of the parking lane's terms, and the texts its terms are read from. The only SQL over `parked_terms`.
// It must not know how terms are found.
import type { Readable, Writable } from './database.ts'
import { dayOf } from './rows.ts'

export type ParkedMark = { key: string; term: string; state: 'dismissed' | 'adopted'; concept: string | null; by: string; at: string }

export async function listMarks(db: Readable): Promise<ParkedMark[]> {
  const rows = await db.selectFrom('parked_terms').selectAll().orderBy('key').execute()
  return rows.map((row) => ({ ...row, state: row.state === 'adopted' ? 'adopted' : 'dismissed' }))
}

export async function saveMark(db: Writable, { key, ...mark }: ParkedMark): Promise<void> {
  await db
    .insertInto('parked_terms')
    .values({ key, ...mark })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(mark))
    .execute()
}

/** False when it bears no mark. */
export async function deleteMark(db: Writable, key: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('parked_terms').where('key', '=', key).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export type ParkingText = { id: string; title: string; body: string; lang: string | null; day: string | null }

/** The newest articles whose rights allow it, newest first. */
export async function parkingTexts(db: Readable, limit: number): Promise<ParkingText[]> {
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'title', 'body', 'lang', 'day', 'imported_at'])
    .where('ai_use', '=', 1)
    .orderBy('day', 'desc')
    .orderBy('n', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ imported_at: importedAt, day, ...row }) => ({ ...row, day: day ?? dayOf(importedAt) }))
}

/** Changes when the articles the terms are read from do; cheap. */
export async function parkingMark(db: Readable, limit: number): Promise<string> {
  const rows = await db
    .selectFrom('articles')
    .select(['n', 'hash'])
    .where('ai_use', '=', 1)
    .orderBy('day', 'desc')
    .orderBy('n', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ n, hash }) => `${n}:${hash.slice(0, 12)}`).join(' ')
}
