// What a killed restore or backup left in a data folder: finished when it was checked whole, removed otherwise.
// It must not know a desk: it comes before one is opened, and whoever calls it holds the folder's lock.
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DeskError } from '../../../../shared/domain/error.ts'
import { databaseName } from './backup-contents.ts'

/** Where a restore lies once it was checked whole: from here on it can only be finished. */
export const readyName = '.restored'
/** Where a restore is unpacked: of no use to anybody else. */
export const stagingStart = '.restore-'

const copyBeingWritten = /^\..*\.tmp$/

export async function tidyDataFolder(folder: string): Promise<void> {
  const names = await readdir(folder)
  for (const name of names.filter((one) => one.startsWith(stagingStart))) await rm(join(folder, name), { recursive: true, force: true })
  if (names.includes(readyName)) await placeRestored(folder)
  const copies = (await readdir(join(folder, 'backups')).catch(() => [])).filter((name) => copyBeingWritten.test(name))
  for (const name of copies) await rm(join(folder, 'backups', name), { force: true })
}

/** The database last: until it is there, the folder is still no desk. Begun again after a kill, it goes on where it was. */
export async function placeRestored(folder: string): Promise<void> {
  const ready = join(folder, readyName)
  const names = (await readdir(ready)).toSorted((a, b) => Number(a === databaseName) - Number(b === databaseName))
  for (const name of names) {
    if (await stat(join(folder, name)).catch(() => null))
      throw new DeskError('bad-input', 'data folder', 'holds something where a restored desk should go', { name })
    await rename(join(ready, name), join(folder, name))
  }
  await rm(ready, { recursive: true })
}
