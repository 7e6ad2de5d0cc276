// Brings a database file to the newest schema, or refuses one it does not understand.
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Migration } from './migration.ts'
import { migrations } from './migrations/list.ts'

/** @throws DeskError `database-from-the-future` when a file's version is above ours. */
export function demandKnownVersion(found: number, newest = migrations.at(-1)?.version ?? 0): void {
  if (found <= newest) return
  throw new DeskError('database-from-the-future', 'database', `version ${found}, this Marbre knows ${newest}: install the newer Marbre`, {
    found,
    known: newest,
  })
}

/**
 * Runs the migrations the file lacks, in one transaction, after a backup of a file that had data.
 *
 * @throws DeskError `database-from-the-future` when the file's version is above ours.
 */
export function migrate(
  db: Database.Database,
  options: { isNew: boolean; backupFolder: string; upTo?: readonly Migration[] },
): { from: number; to: number; backup: string | null } {
  const list = options.upTo ?? migrations
  const newest = list.at(-1)?.version ?? 0
  const from = Number(db.pragma('user_version', { simple: true }))
  demandKnownVersion(from, newest)
  const missing = list.filter((migration) => migration.version > from)
  if (missing.length === 0) return { from, to: from, backup: null }
  let backup: string | null = null
  if (!options.isNew && from > 0) {
    backup = join(options.backupFolder, `before-${newest}-from-${from}-${Date.now()}.sqlite`)
    db.prepare('VACUUM INTO ?').run(backup)
  }
  db.transaction(() => {
    for (const migration of missing) {
      for (const statement of migration.statements) db.exec(statement)
      db.pragma(`user_version = ${migration.version}`)
    }
  }).immediate()
  return { from, to: newest, backup }
}
