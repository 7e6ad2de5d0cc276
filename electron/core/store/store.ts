// The desk's storage in one folder: SQLite is the truth, vectors are an index beside it.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase, type DatabaseFile } from './database.ts'
import { openVectors, type Vectors } from './vectors.ts'

export type Store = Pick<DatabaseFile, 'read' | 'write' | 'copyTo' | 'rewrite'> & {
  readonly folder: string
  /** Opens LanceDB at first use: a desk that only reviews never loads it. */
  readonly vectors: () => Promise<Vectors>
  readonly close: () => Promise<void>
}

/** Opens the store of a data folder, making what is missing. */
export async function openStore(folder: string): Promise<Store> {
  const backups = join(folder, 'backups')
  await mkdir(backups, { recursive: true, mode: 0o700 })
  const database = await openDatabase(join(folder, 'desk.sqlite'), backups)
  let vectors: Promise<Vectors> | null = null
  return {
    folder,
    read: database.read,
    write: database.write,
    copyTo: database.copyTo,
    rewrite: database.rewrite,
    vectors: () => (vectors ??= openVectors(join(folder, 'vectors'))),
    close: async () => {
      if (vectors) (await vectors).close()
      await database.close()
    },
  }
}
