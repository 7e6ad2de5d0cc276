// The signed count and head kept beside the database, so that a cut tail is seen.
// It must not know how entries are stored.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import type { ChainHead } from './append-entry.ts'
import { isExactly } from './exact-record.ts'
import { hasCode } from './has-code.ts'
import { hashValue } from './hash-entry.ts'
import type { Signer, SyncSigner } from './sign.ts'

/** How long a desk's chain was at `at`, and its head then. `signature` is over `checkpointHash`, by `key`. */
export type Checkpoint = { desk: string; count: number; head: string; at: string; signature: string; key: string }
/** What stands in the file: a checkpoint, none (null), or something that is none. */
export type CheckpointReading = Checkpoint | 'unreadable' | null

const shape = { desk: 'string', count: 'number', head: 'string', at: 'string', signature: 'string', key: 'string' } as const

/** Whether a parsed value has exactly a checkpoint's fields. Its signature is another question. */
export function isCheckpoint(value: unknown): value is Checkpoint {
  return isExactly(value, shape) && value.count >= 0
}

/** The hash a checkpoint's signature covers; `kind` keeps it from ever being the hash of an entry. */
export function checkpointHash(checkpoint: Pick<Checkpoint, 'desk' | 'count' | 'head' | 'at'>): string {
  const { desk, count, head, at } = checkpoint
  return hashValue({ kind: 'marbre-checkpoint', desk, count, head, at })
}

/** A checkpoint of a chain's end. */
export async function signCheckpoint(desk: string, end: ChainHead, at: Date, signer: Signer): Promise<Checkpoint> {
  const said = { desk, count: end.count, head: end.head, at: at.toISOString() }
  return { ...said, signature: await signer.sign(checkpointHash(said)), key: signer.key }
}

/** As `signCheckpoint`, with a signer that answers at once. */
export function signCheckpointSync(desk: string, end: ChainHead, at: Date, signer: SyncSigner): Checkpoint {
  const said = { desk, count: end.count, head: end.head, at: at.toISOString() }
  return { ...said, signature: signer.sign(checkpointHash(said)), key: signer.key }
}

/** Reads the checkpoint file. Never throws for what the file holds: verifying says what is wrong with it. */
export function readCheckpoint(path: string): CheckpointReading {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    return 'unreadable'
  }
  try {
    const value: unknown = JSON.parse(text)
    return isCheckpoint(value) ? value : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

/** A desk's first entries are written before its first checkpoint can be: up to this many may stand without one. */
const entriesOfABirth = 8

/**
 * Refuses (`ledger-broken`) to go on from a chain that the last checkpoint contradicts: shorter, or another head at the same
 * count; or whose checkpoint is gone. Call it before appending: otherwise the next checkpoint would launder a cut tail.
 * A chain longer than its checkpoint is what a crash between commit and checkpoint leaves: allowed.
 */
export function assertContinues(reading: CheckpointReading, desk: string, end: ChainHead): void {
  if (reading === null) {
    if (end.count <= entriesOfABirth) return
    throw new DeskError('ledger-broken', 'checkpoint', 'the checkpoint is gone', { entries: end.count })
  }
  if (reading === 'unreadable') throw new DeskError('ledger-broken', 'checkpoint', 'the checkpoint cannot be read')
  if (reading.desk !== desk) throw new DeskError('ledger-broken', 'checkpoint', 'the checkpoint belongs to another desk')
  const details = { checkpoint: reading.count, entries: end.count }
  if (reading.count > end.count) throw new DeskError('ledger-broken', 'ledger', 'entries are missing at the end', details)
  if (reading.count === end.count && reading.head !== end.head)
    throw new DeskError('ledger-broken', 'ledger', 'the last entry changed', details)
}

function syncFolder(path: string): void {
  // Windows cannot open a folder; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Leaves a later checkpoint of the same desk alone: of two decisions written at once the last one counts. Writes so that a crash leaves the old one or the new one, never half (draft, fsync, rename, fsync of the folder). */
export function writeCheckpoint(path: string, checkpoint: Checkpoint): void {
  const present = readCheckpoint(path)
  if (present !== null && present !== 'unreadable' && present.desk === checkpoint.desk && present.count > checkpoint.count) return
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, `${JSON.stringify(checkpoint)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}
