// Validated links between articles, read from the suggestions.
// It must not know why they are asked for.
import { sql } from 'kysely'
import type { Readable } from './database.ts'

/** Which of `others` a validated link of `id` points at already, or point at `id` by one of theirs. */
export async function linkedWith(db: Readable, id: string, others: readonly string[]): Promise<string[]> {
  if (others.length === 0) return []
  const { rows } = await sql<{ other: string }>`
    SELECT json_extract(value, '$.article') AS other FROM suggestions
      WHERE item = ${id} AND task = 'links' AND state IN ('accepted', 'edited') AND json_extract(value, '$.article') IN (${sql.join([...others])})
    UNION SELECT item FROM suggestions
      WHERE item IN (${sql.join([...others])}) AND task = 'links' AND state IN ('accepted', 'edited') AND json_extract(value, '$.article') = ${id}
  `.execute(db)
  return rows.map((row) => row.other)
}
