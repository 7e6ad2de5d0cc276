// Writes ledger entries inside the transaction of the decision they record.
// It must not know what is decided: services bring act, subject, facts and contents.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { LedgerAct, LedgerBody, LedgerEntry } from '../../../shared/domain/ledger.ts'
import { appendEntry, emptyChain, type ChainHead } from '../ledger/append-entry.ts'
import { assertContinues, readCheckpoint, signCheckpoint, writeCheckpoint } from '../ledger/checkpoint.ts'
import { sealContents } from '../ledger/content-hash.ts'
import type { Signer } from '../ledger/sign.ts'
import type { Clock, Ids } from '../ports.ts'
import type { Writable } from '../store/database.ts'
import { insertEntry, ledgerHead } from '../store/ledger-rows.ts'
import type { Store } from '../store/store.ts'
import type { Actor } from './context.ts'

export type Note = {
  readonly act: LedgerAct
  readonly subject: string
  /** Null when the desk itself records what happened. */
  readonly actor: Actor | null
  readonly facts?: LedgerBody['facts']
  /** Contents by role; they are stored beside the chain under salted hashes, and can be erased. */
  readonly contents?: Readonly<Record<string, string>>
}

export type LedgerPen = {
  readonly desk: string
  /** Appends one entry in the running transaction; its head is read inside it. */
  readonly append: (db: Writable, note: Note) => Promise<LedgerEntry>
  /** Runs `work` in one write transaction, then brings the checkpoint file up to the new head. */
  readonly write: <T>(work: (db: Writable) => Promise<T>) => Promise<T>
}

type PenParts = { store: Store; desk: string; clock: Clock; ids: Ids; signer: Signer; shell: Actor['channel'] }

export const checkpointFile = 'ledger-checkpoint.json'

export function createLedgerPen(parts: PenParts): LedgerPen {
  const path = join(parts.store.folder, checkpointFile)
  return {
    desk: parts.desk,
    append: (db, note) => appendNote(parts, db, note),
    write: async (work) => {
      const { result, end } = await parts.store.write(async (db) => {
        const before = await chainEnd(db)
        // A cut tail must be refused before the next checkpoint would launder it.
        assertContinues(readCheckpoint(path), parts.desk, before)
        const done = await work(db)
        const after = await chainEnd(db)
        return { result: done, end: after.count === before.count ? null : after }
      })
      if (end) writeCheckpoint(path, await signCheckpoint(parts.desk, end, parts.clock(), parts.signer))
      return result
    },
  }
}

async function chainEnd(db: Writable): Promise<ChainHead> {
  const head = await ledgerHead(db)
  return head ? { count: head.seq, head: head.hash } : emptyChain
}

async function appendNote(parts: PenParts, db: Writable, note: Note): Promise<LedgerEntry> {
  const id = parts.ids()
  const sealed = sealContents(note.contents ?? {}, () => randomBytes(32))
  const roleOf = new Map(Object.entries(sealed.hashes).map(([role, hash]) => [hash, role]))
  const entry = await appendEntry(
    await chainEnd(db),
    {
      desk: parts.desk,
      id,
      at: parts.clock().toISOString(),
      act: note.act,
      person: note.actor?.person.id ?? 'machine',
      role: note.actor?.person.roles.join('+') ?? 'machine',
      channel: note.actor?.channel ?? parts.shell,
      identity: note.actor?.identity ?? 'os-account',
      subject: note.subject,
      facts: note.facts ?? {},
      contents: sealed.hashes,
    },
    parts.signer,
  )
  await insertEntry(
    db,
    entry,
    sealed.rows.map((row) => ({ ...row, entry: id, role: roleOf.get(row.hash) ?? '', erasedAt: null })),
  )
  return entry
}
