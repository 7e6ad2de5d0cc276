// A desk made again from a backup, in a folder that holds none: checked whole before anything is put in place.
// It must not know a running desk: there is none here yet.
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DeskError } from '../../../../shared/domain/error.ts'
import { backupManifestSchema, type BackupManifest } from '../../../../shared/domain/safekeeping.ts'
import { openDataFolder } from '../../guard/data-folder.ts'
import { acquireDeskLock } from '../../guard/desk-lock.ts'
import type { Clock } from '../../ports.ts'
import { unpackFiles, type Unpacked } from '../../store/archive-file.ts'
import { readSetting } from '../../store/desk-rows.ts'
import { openStore } from '../../store/store.ts'
import { verifyLedger } from '../ledger-view.ts'
import { checkpointFile } from '../ledger-pen.ts'
import { leaveRestoreNote } from './after-restore.ts'
import { databaseName, keyFileName, keysName, largestBackupFile, manifestName } from './backup-contents.ts'
import { demandOwnTables } from './demand-own-tables.ts'
import { unlockKeys } from './key-box.ts'
import { placeRestored, readyName, stagingStart, tidyDataFolder } from './tidy-data-folder.ts'

/** A desk made and thrown away beside the unpacked one, to compare with. */
const scratchName = '.scratch'

export type Restored = Pick<BackupManifest, 'desk' | 'madeAt'> & {
  readonly entries: number
  readonly head: string
  readonly intact: true
  readonly erased: number
  /** `left-out`: the backup has none, or no passphrase was given; `pseudonyms`: that key alone, the desk signs with a new one. */
  readonly keys: 'left-out' | 'pseudonyms' | 'restored'
}

export type RestoreWish = {
  readonly file: string
  readonly dataDir: string
  readonly passphrase: string | null
  readonly allowSynced: boolean
  readonly clock: Clock
}

/**
 * Puts the desk back; its indexes are made again when it is opened.
 *
 * @throws DeskError `bad-input` for a folder in use, or a file that is no whole backup; `ledger-broken` when the chain in it does
 *   not verify; `database-from-the-future`; `key-locked` for a wrong passphrase; `desk-in-use`. The folder is then as it was.
 */
export async function restoreDesk(wish: RestoreWish): Promise<Restored> {
  const folder = openDataFolder(wish.dataDir, { allowSynced: wish.allowSynced })
  const release = acquireDeskLock(folder, wish.clock)
  const staging = join(folder, `${stagingStart}${randomUUID()}`)
  try {
    await tidyDataFolder(folder)
    await demandUnused(folder)
    await mkdir(staging, { mode: 0o700 })
    const manifest = await unpackChecked(wish.file, staging)
    const ledger = await verifyStaged(staging, manifest)
    const keys = await stageKeys(staging, manifest, wish.passphrase)
    await leaveRestoreNote(staging, { madeAt: manifest.madeAt, entries: ledger.entries, head: ledger.head })
    await settle(staging, folder)
    return { desk: manifest.desk, madeAt: manifest.madeAt, ...ledger, intact: true, keys }
  } finally {
    await rm(staging, { recursive: true, force: true })
    release()
  }
}

async function demandUnused(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name !== 'desk.lock')
  if (names.length > 0)
    throw new DeskError('bad-input', 'data folder', 'is in use: restore into one that holds nothing', { files: names.length })
}

async function unpackChecked(file: string, staging: string): Promise<BackupManifest> {
  const unpacked = await unpackFiles(file, staging, (name) => largestBackupFile(name, checkpointFile))
  const manifest = backupManifestSchema.safeParse(parseOrNull(await readFile(join(staging, manifestName), 'utf8').catch(() => '')))
  if (!manifest.success) throw new DeskError('bad-input', 'backup', 'has no list of its files that can be read')
  const found = new Map(unpacked.filter(({ name }) => name !== manifestName).map((one) => [one.name, one]))
  for (const listed of manifest.data.files) demandSame(listed, found.get(listed.name))
  if (found.size !== manifest.data.files.length || !found.has(databaseName) || !found.has(checkpointFile))
    throw new DeskError('bad-input', 'backup', 'does not hold the files it lists')
  return manifest.data
}

function demandSame(listed: BackupManifest['files'][number], found: Unpacked | undefined): void {
  if (found?.bytes !== listed.bytes || found.sha256 !== listed.sha256)
    throw new DeskError('bad-input', 'backup', 'was changed since it was made: a file in it is not the one listed')
}

/** Opened where it lies, so that a chain that does not verify never becomes a desk. */
async function verifyStaged(staging: string, manifest: BackupManifest): Promise<{ entries: number; head: string; erased: number }> {
  const store = await openStore(staging)
  try {
    if ((await readSetting<string>(store.read, 'desk-id')) !== manifest.desk)
      throw new DeskError('bad-input', 'backup', 'holds another desk than it says')
    await demandOwnTables(store.read, join(staging, scratchName))
    const { intact, entries, head, erased, broken } = await verifyLedger({ store, pen: { desk: manifest.desk } })
    if (!intact)
      throw new DeskError('ledger-broken', 'backup', `entry ${broken?.seq ?? '?'} of its ledger is ${broken?.why ?? 'broken'}`, {
        seq: broken?.seq ?? null,
        why: broken?.why ?? null,
      })
    return { entries, head, erased }
  } finally {
    await store.close()
    await rm(join(staging, scratchName), { recursive: true, force: true })
  }
}

async function stageKeys(staging: string, manifest: BackupManifest, passphrase: string | null): Promise<Restored['keys']> {
  const box = join(staging, keysName)
  if (manifest.keys === 'left-out' || passphrase === null) return 'left-out'
  const files = await unlockKeys(await readFile(box), passphrase)
  for (const [name, bytes] of files) {
    if (!keyFileName.test(name)) throw new DeskError('bad-input', 'backup', 'holds a key that has no place in a desk')
    await mkdir(dirname(join(staging, name)), { recursive: true, mode: 0o700 })
    await writeFile(join(staging, name), bytes, { mode: 0o600, flag: 'wx' })
  }
  return [...files.keys()].some((name) => name.startsWith('keys/')) ? 'restored' : 'pseudonyms'
}

/** One rename makes it a desk to be: a kill before leaves nothing but a folder to remove, a kill after is finished by the next start. */
async function settle(staging: string, folder: string): Promise<void> {
  await rm(join(staging, manifestName))
  await rm(join(staging, keysName), { force: true })
  await rename(staging, join(folder, readyName))
  await placeRestored(folder)
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
