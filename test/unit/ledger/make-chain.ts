// A signed chain of sign-offs with contents, for the ledger's tests.
// It must not know what the tests break.
import { randomBytes } from 'node:crypto'
import { appendEntrySync, emptyChain, registrationFacts } from '../../../electron/core/ledger/append-entry.ts'
import type { ChainHead, EntryParts } from '../../../electron/core/ledger/append-entry.ts'
import { signCheckpointSync } from '../../../electron/core/ledger/checkpoint.ts'
import type { Checkpoint } from '../../../electron/core/ledger/checkpoint.ts'
import { sealContents } from '../../../electron/core/ledger/content-hash.ts'
import type { SealedContent } from '../../../electron/core/ledger/content-hash.ts'
import { createKey, signerOf } from '../../../electron/core/ledger/sign.ts'
import type { KeyedSigner, KnownKey } from '../../../electron/core/ledger/sign.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'

export type Chain = {
  desk: string
  signer: KeyedSigner
  entries: LedgerEntry[]
  contents: Map<string, SealedContent>
  keys: KnownKey[]
  checkpoint: Checkpoint
}

export const at = new Date('2026-11-22T10:00:00Z')

export function parts(seq: number, more: Partial<EntryParts> = {}): EntryParts {
  return {
    desk: 'desk-1',
    id: `entry-${seq}`,
    at: at.toISOString(),
    act: 'suggestion.accepted',
    person: 'me',
    role: 'journalist',
    channel: 'window',
    identity: 'os-account',
    subject: `suggestion-${seq}`,
    facts: { task: 'tags', checks: ['accuracy', 'plausibility'], score: 0.5, verbatim: true, note: null },
    contents: {},
    ...more,
  }
}

export function headOf(entries: readonly LedgerEntry[]): ChainHead {
  const last = entries.at(-1)
  return last === undefined ? emptyChain : { count: last.body.seq, head: last.hash }
}

/** Entry 1 makes the desk, 2 registers its key, the others are sign-offs with a `before` and an `after` each. */
export function makeChain(length: number, signer: KeyedSigner = signerOf(createKey())): Chain {
  const entries: LedgerEntry[] = []
  const contents = new Map<string, SealedContent>()
  for (let seq = 1; seq <= length; seq += 1) {
    const sealed = sealContents(seq > 2 ? { before: `avant ${seq}`, after: `après ${seq} œ 🗞` } : {}, () => randomBytes(32))
    for (const row of sealed.rows) contents.set(row.hash, row)
    const first = { act: 'desk.created', person: 'machine', subject: 'desk-1' } as const
    const second = { act: 'key.registered', subject: 'me', facts: registrationFacts(signer) } as const
    const more = seq === 1 ? first : seq === 2 ? second : { contents: sealed.hashes }
    entries.push(appendEntrySync(headOf(entries), parts(seq, more), signer))
  }
  const keys = [{ key: signer.key, publicKey: signer.publicKey, person: 'me' }]
  return { desk: 'desk-1', signer, entries, contents, keys, checkpoint: signCheckpointSync('desk-1', headOf(entries), at, signer) }
}
