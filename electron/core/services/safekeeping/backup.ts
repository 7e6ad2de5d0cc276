// One file from which the whole desk can be made again, taken while the desk is in use.
// The index of vectors is left out: it is made from the rest. Keys are left out unless a passphrase locks them.
import { mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { BackupMade, BackupManifest } from '../../../../shared/domain/safekeeping.ts'
import { readCheckpoint } from '../../ledger/checkpoint.ts'
import { measureFile, packFiles, type PackedFile } from '../../store/archive-file.ts'
import type { Actor, DeskContext } from '../context.ts'
import { checkpointFile } from '../ledger-pen.ts'
import { databaseName, keyFileName, keysName, manifestName, modelName } from './backup-contents.ts'
import { lockKeys } from './key-box.ts'

export type BackupWish = {
  /** Absolute path of the file to make; null: a dated one among the desk's own backups. */
  readonly out: string | null
  readonly passphrase: string | null
  readonly told?: ((share: number) => void) | undefined
}

/** @throws DeskError `bad-input` when the place cannot be written or the passphrase is too short; `ledger-broken`. */
export async function makeBackup(desk: DeskContext, actor: Actor, wish: BackupWish): Promise<BackupMade> {
  const { folder } = desk.store
  const out = wish.out ?? join(folder, 'backups', `marbre-${desk.clock().toISOString().replaceAll(':', '-').slice(0, 19)}.marbre-backup`)
  if ((await stat(out).catch(() => null))?.isDirectory()) throw new DeskError('bad-input', 'backup', 'names a folder, not a file')
  const keys = wish.passphrase === null ? null : await lockKeys(await keyFiles(folder), wish.passphrase)
  const scratch = join(folder, 'incoming', `backup-${desk.ids()}`)
  const draft = join(dirname(out), `.${basename(out).slice(0, 80)}.${desk.ids()}.tmp`)
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  try {
    await desk.pen.write((db) =>
      desk.pen.append(db, { act: 'backup.made', subject: desk.pen.desk, actor, facts: { keys: keys === null ? 'left-out' : 'encrypted' } }),
    )
    const files = await filesOf(desk, scratch, keys, wish.told)
    const manifest = await manifestOf(desk, scratch, files, keys !== null)
    await packFiles(draft, [{ name: manifestName, from: Buffer.from(JSON.stringify(manifest, null, 2)) }, ...files]).catch(() => {
      throw new DeskError('bad-input', 'backup', 'cannot be written there')
    })
    await rename(draft, out)
    const { format: _format, version: _version, ...said } = manifest
    return { ...said, file: out, bytes: (await stat(out)).size, files: manifest.files.length }
  } finally {
    await rm(draft, { force: true })
    await rm(scratch, { recursive: true, force: true })
  }
}

/** The checkpoint first: entries written while the copy is made are then more than it vouches for, never fewer. */
async function filesOf(desk: DeskContext, scratch: string, keys: Buffer | null, told: BackupWish['told']): Promise<PackedFile[]> {
  const { folder } = desk.store
  const checkpoint = await readFile(join(folder, checkpointFile))
  const database = join(scratch, databaseName)
  await desk.store.copyTo(database, told)
  const models = (await readdir(join(folder, 'models'))).map((name) => `models/${name}`).filter((name) => modelName.test(name))
  return [
    { name: databaseName, from: database },
    { name: checkpointFile, from: checkpoint },
    ...models.map((name) => ({ name, from: join(folder, name) })),
    ...(keys === null ? [] : [{ name: keysName, from: keys }]),
  ]
}

async function manifestOf(desk: DeskContext, scratch: string, files: readonly PackedFile[], locked: boolean): Promise<BackupManifest> {
  const checkpoint = readCheckpoint(join(desk.store.folder, checkpointFile))
  if (checkpoint === null || checkpoint === 'unreadable')
    throw new DeskError('ledger-broken', 'checkpoint', 'cannot be read: verify the ledger first', { folder: basename(scratch) })
  const measured: BackupManifest['files'] = []
  for (const { name, from } of files) measured.push({ name, ...(await measureFile(from)) })
  return {
    format: 'marbre-backup',
    version: 1,
    desk: desk.pen.desk,
    madeAt: desk.clock().toISOString(),
    entries: checkpoint.count,
    head: checkpoint.head,
    keys: locked ? 'encrypted' : 'left-out',
    files: measured,
  }
}

/** The signing keys that are files here (in the window the system keeps them) and the pseudonyms' key. */
async function keyFiles(folder: string): Promise<Map<string, Buffer>> {
  const names = (await Promise.all(['keys', 'mapping'].map((part) => listIn(folder, part)))).flat().filter((name) => keyFileName.test(name))
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}

async function listIn(folder: string, part: string): Promise<string[]> {
  return (await readdir(join(folder, part)).catch(() => [])).map((name) => `${part}/${name}`)
}
