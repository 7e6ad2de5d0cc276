// A backup's database may come from anyone: its tables, indexes and triggers must be the ones this Marbre makes, no more, no less.
// It must not know what stands in them.
import { DeskError } from '../../../../shared/domain/error.ts'
import type { Readable } from '../../store/database.ts'
import { firstDamage, tablesOf } from '../../store/own-tables.ts'
import { openStore } from '../../store/store.ts'

/**
 * Compares with a desk just made in `scratch`, and has SQLite look at every page.
 *
 * @throws DeskError `bad-input`: a missing trigger would let the ledger be rewritten, a strange one would write by itself.
 */
export async function demandOwnTables(read: Readable, scratch: string): Promise<void> {
  if ((await firstDamage(read)) !== null) throw new DeskError('bad-input', 'backup', 'holds a damaged database')
  const fresh = await openStore(scratch)
  try {
    if ((await tablesOf(read)) !== (await tablesOf(fresh.read)))
      throw new DeskError('bad-input', 'backup', 'holds a database whose tables are not those of Marbre')
  } finally {
    await fresh.close()
  }
}
