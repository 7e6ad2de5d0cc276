// The only home of better-sqlite3: opens the file, sets its pragmas, hands out a reader and a writer.
// It must not know any table.
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Schema } from './schema.ts'
import { migrate } from './migrate.ts'

/** Can read, and only read: services that list or show take this one. */
export type Readable = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'getExecutor' | 'fn'>
/** Can write. Obtained only inside `Store.write`. */
export type Writable = Kysely<Schema>

export type DatabaseFile = {
  readonly read: Readable
  /**
   * Runs `work` inside one `BEGIN IMMEDIATE` transaction, alone on the writer's connection.
   *
   * Keep it short (under 50 ms): other writers wait. A throw rolls everything back.
   */
  readonly write: <T>(work: (db: Writable) => Promise<T>) => Promise<T>
  /** Copies the database while it is in use, a few pages at a time, into one file that is not in WAL mode. `told` hears the share done, 0 to 1. */
  readonly copyTo: (path: string, told?: (share: number) => void) => Promise<void>
  /** Rewrites the file, so that nothing erased is left in its free pages, and empties the journal, in its turn among the writers. Blocks: for a purge only. */
  readonly rewrite: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Changes with every write of the other connections: while it stands, nothing need be read again. */
export async function dataVersion(db: Readable): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`PRAGMA data_version`.execute(db)
  return rows[0]?.data_version ?? 0
}

function connect(path: string, readonly: boolean): Database.Database {
  const db = new Database(path, { readonly })
  db.pragma('busy_timeout = 5000')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('temp_store = MEMORY')
  // Twice, for reader and writer: what is mapped counts as ours, and a laptop has other things to hold.
  db.pragma('mmap_size = 67108864')
  db.pragma('cache_size = -16000')
  return db
}

/**
 * Opens (and migrates) the desk's database.
 *
 * @param backupFolder where the copy made before a migration goes.
 * @throws DeskError `database-from-the-future` when a newer Marbre wrote it.
 */
export async function openDatabase(path: string, backupFolder: string): Promise<DatabaseFile> {
  const isNew = !existsSync(path)
  const writer = connect(path, false)
  writer.pragma('journal_mode = WAL')
  // FULL: a recorded decision must survive a power cut, not only a crash of the app.
  writer.pragma('synchronous = FULL')
  writer.pragma('secure_delete = ON')
  writer.pragma('cell_size_check = ON')
  try {
    migrate(writer, { isNew, backupFolder })
  } catch (error) {
    writer.close()
    throw error
  }
  const reader = connect(path, true)
  const write = new Kysely<Schema>({ dialect: new SqliteDialect({ database: writer }) })
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: reader }) })
  let last: Promise<unknown> = Promise.resolve()
  return {
    read,
    write: (work) => {
      // First come, first served: Kysely's own mutex lets a busy run overtake a person's decision for as long as it works.
      const turn = last.then(() => inTransaction(write, work))
      last = turn.catch(() => undefined)
      return turn
    },
    copyTo: (target, told) => copyOnline(writer, target, told),
    rewrite: () => {
      const turn = last.then(() => rewriteFile(writer))
      last = turn.catch(() => undefined)
      return turn
    },
    close: async () => {
      writer.pragma('optimize')
      await read.destroy()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      await write.destroy()
    },
  }
}

/** Pages copied between two looks at other work: about 4 MB. */
const pagesAtOnce = 1000

async function copyOnline(writer: Database.Database, target: string, told?: (share: number) => void): Promise<void> {
  // From the writer's own connection: what it writes meanwhile goes into the copy too, and the copy never starts over.
  await writer.backup(target, {
    progress: ({ totalPages, remainingPages }) => {
      told?.(totalPages === 0 ? 1 : 1 - remainingPages / totalPages)
      return pagesAtOnce
    },
  })
  const copy = new Database(target)
  copy.pragma('journal_mode = DELETE')
  copy.close()
}

/** Until the journal is emptied the file still holds what was erased, so a reader in the way is waited for. */
async function rewriteFile(writer: Database.Database): Promise<void> {
  writer.exec('VACUUM')
  // Readers are of this very process: SQLite's own waiting would keep them from ending.
  writer.pragma('busy_timeout = 0')
  try {
    for (let tries = 100; tries > 0; tries -= 1) {
      if (Number(writer.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 0) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    writer.pragma('busy_timeout = 5000')
  }
  throw new DeskError('internal', 'database', 'is still being read')
}

async function inTransaction<T>(db: Kysely<Schema>, work: (db: Writable) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection)
    try {
      const result = await work(connection)
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      // On a full disk SQLite has already rolled back: the first error is the one to tell.
      await sql`rollback`.execute(connection).catch(() => undefined)
      throw error
    }
  })
}
