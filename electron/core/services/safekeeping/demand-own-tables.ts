// A backup's database may come from anyone: its tables, indexes and triggers must be the ones this Marbre makes, no more, no less.
// It must not know what stands in them.
import { join } from 'node:path'
import { sql } from 'kysely'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { Readable } from '../../store/database.ts'
import { openStore } from '../../store/store.ts'

/**
 * Compares with a desk just made in `scratch`, and has SQLite look at every page.
 *
 * @throws DeskError `bad-input`: a missing trigger would let the ledger be rewritten, a strange one would write by itself.
 */
export async function demandOwnTables(read: Readable, scratch: string): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(read)
  if (rows[0]?.quick_check !== 'ok') throw new DeskError('bad-input', 'backup', 'holds a damaged database')
  const fresh = await openStore(join(scratch))
  try {
    if ((await tablesOf(read)) !== (await tablesOf(fresh.read)))
      throw new DeskError('bad-input', 'backup', 'holds a database whose tables are not those of Marbre')
  } finally {
    await fresh.close()
  }
}

async function tablesOf(read: Readable): Promise<string> {
  const { rows } = await sql<{ type: string; name: string; sql: string }>`
    select type, name, sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\' order by type, name`.execute(read)
  return JSON.stringify(rows.map((row) => [row.type, row.name, row.sql]))
}
