// What a database is made of, and whether its pages hold together: for one that comes from elsewhere.
// It must not know which tables there should be.
import { sql } from 'kysely'
import type { Readable } from './database.ts'

/** Every table, index, view and trigger with the statement that made it, as one text to compare. */
export async function tablesOf(db: Readable): Promise<string> {
  const { rows } = await sql<{ type: string; name: string; sql: string }>`
    select type, name, sql from sqlite_schema where substr(name, 1, 7) <> 'sqlite_' order by type, name`.execute(db)
  return JSON.stringify(rows.map((row) => [row.type, row.name, row.sql]))
}

/** What SQLite finds wrong first when it looks at every page; null when nothing is. */
export async function firstDamage(db: Readable): Promise<string | null> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
  const found = rows[0]?.quick_check ?? 'nothing was said'
  return found === 'ok' ? null : found
}
