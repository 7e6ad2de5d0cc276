// One file from which the whole desk can be made again, taken while the desk is in use.
// The index of vectors is left out: it is made from the rest. Keys are left out unless a passphrase locks them.
import { copyFile, mkdir, readFile, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { DeskError } from '../../../../shared/domain/error.ts'
import type { BackupKeys, BackupMade, BackupManifest } from '../../../../shared/domain/safekeeping.ts'
import { readCheckpoint } from '../../ledger/checkpoint.ts'
import { measureFile, packFiles, type PackedFile } from '../../store/archive-file.ts'
import { hasCode } from '../../guard/has-code.ts'
import type { Actor, DeskContext } from '../context.ts'
import { checkpointFile } from '../ledger-pen.ts'
import { databaseName, keyFileName, keysName, manifestName, modelName } from './backup-contents.ts'
import { lockKeys } from './key-box.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type BackupWish = {
  /** Absolute path of the file to make; null: a dated one among the desk's own backups. */
  readonly out: string | null
  readonly passphrase: string | null
  readonly told?: ((share: number) => void) | undefined
}

/** @throws DeskError `bad-input` when the place cannot be written or the passphrase is too short; `ledger-broken`. */
export function makeBackup(desk: DeskContext, actor: Actor, wish: BackupWish): Promise<BackupMade> {
  return oneAtATime(desk.store, () => writeBackup(desk, actor, wish))
}

async function writeBackup(desk: DeskContext, actor: Actor, wish: BackupWish): Promise<BackupMade> {
  const { folder } = desk.store
  const out = wish.out ?? join(folder, 'backups', `marbre-${desk.clock().toISOString().replaceAll(':', '-').slice(0, 19)}.marbre-backup`)
  await demandPlace(folder, out)
  const found = wish.passphrase === null ? null : await keyFiles(folder)
  const box = found === null || wish.passphrase === null ? null : await lockKeys(found, wish.passphrase)
  const keys = carried(found)
  const scratch = join(folder, 'incoming', `backup-${desk.ids()}`)
  const draft = join(dirname(out), `.${basename(out).slice(0, 80)}.${desk.ids()}.tmp`)
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  try {
    await desk.pen.write((db) => desk.pen.append(db, { act: 'backup.made', subject: desk.pen.desk, actor, facts: { keys } }))
    const files = await filesOf(desk, scratch, box, wish.told)
    const manifest = await manifestOf(desk, scratch, files, keys)
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
  await copyFile(join(folder, checkpointFile), join(scratch, checkpointFile))
  const database = join(scratch, databaseName)
  await desk.store.copyTo(database, told)
  const models = await copyModels(folder, scratch)
  return [
    { name: databaseName, from: database },
    { name: checkpointFile, from: join(scratch, checkpointFile) },
    ...models.map((name) => ({ name, from: join(scratch, name) })),
    ...(keys === null ? [] : [{ name: keysName, from: keys }]),
  ]
}

/** Copied aside at once: a training that ends meanwhile removes the model it replaces. */
async function copyModels(folder: string, scratch: string): Promise<string[]> {
  await mkdir(join(scratch, 'models'), { mode: 0o700 })
  const names = (await listIn(folder, 'models')).filter((name) => modelName.test(name))
  const copied: string[] = []
  for (const name of names) {
    const copy = await copyFile(join(folder, name), join(scratch, name)).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return 'gone'
      throw error
    })
    if (copy !== 'gone') copied.push(name)
  }
  return copied
}

async function manifestOf(desk: DeskContext, scratch: string, files: readonly PackedFile[], keys: BackupKeys): Promise<BackupManifest> {
  const checkpoint = readCheckpoint(join(scratch, checkpointFile))
  if (checkpoint === null || checkpoint === 'unreadable')
    throw new DeskError('ledger-broken', 'checkpoint', 'cannot be read: verify the ledger first')
  const measured: BackupManifest['files'] = []
  for (const { name, from } of files) measured.push({ name, ...(await measureFile(from)) })
  return {
    format: 'marbre-backup',
    version: 1,
    desk: desk.pen.desk,
    madeAt: desk.clock().toISOString(),
    entries: checkpoint.count,
    head: checkpoint.head,
    keys,
    files: measured,
  }
}

/** Nothing of the desk itself is written over, and a copy inside it is one a purge knows of. @throws DeskError `bad-input`. */
async function demandPlace(folder: string, out: string): Promise<void> {
  if (!isAbsolute(out)) throw new DeskError('bad-input', 'backup', 'is not an absolute path')
  if ((await stat(out).catch(() => null))?.isDirectory()) throw new DeskError('bad-input', 'backup', 'names a folder, not a file')
  const parent = await realpath(dirname(out)).catch(() => {
    throw new DeskError('bad-input', 'backup', 'cannot be written there')
  })
  const inside = relative(folder, parent)
  if (inside !== 'backups' && !inside.startsWith('..') && !isAbsolute(inside))
    throw new DeskError('bad-input', 'backup', 'lies in the data folder: name another place')
}

/** A key the system keeps (the window's) is no file: a backup cannot carry it, and says so. */
function carried(found: ReadonlyMap<string, Buffer> | null): BackupKeys {
  if (found === null) return 'left-out'
  return [...found.keys()].some((name) => name.startsWith('keys/')) ? 'encrypted' : 'pseudonyms'
}

/** The signing keys that are files here (in the window the system keeps them) and the pseudonyms' key. */
async function keyFiles(folder: string): Promise<Map<string, Buffer>> {
  const names = (await Promise.all(['keys', 'mapping'].map((part) => listIn(folder, part)))).flat().filter((name) => keyFileName.test(name))
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}

async function listIn(folder: string, part: string): Promise<string[]> {
  return (await readdir(join(folder, part)).catch(() => [])).map((name) => `${part}/${name}`)
}
