// Builds the next entry of a desk's chain: pure, so the store can do it inside the transaction that read the head.
// It must not know where entries are stored, nor which key signs.
import { DeskError } from '../../../shared/domain/error.ts'
import { ledgerBodySchema } from '../../../shared/domain/ledger.ts'
import type { LedgerBody, LedgerEntry } from '../../../shared/domain/ledger.ts'
import { genesisPrev, hashEntry, isHash } from './hash-entry.ts'
import type { Signer, SyncSigner } from './sign.ts'

/** What the caller says of an entry; its place in the chain is added here. */
export type EntryParts = Omit<LedgerBody, 'v' | 'seq' | 'prev'>
/** The end of a chain: how many entries, and the hash of the last (64 zeros before the first). */
export type ChainHead = { readonly count: number; readonly head: string }

/** The head of a desk that has no entry yet. */
export const emptyChain: ChainHead = { count: 0, head: genesisPrev }

function nextBody(end: ChainHead, parts: EntryParts): LedgerBody {
  if (!isHash(end.head)) throw new DeskError('ledger-broken', 'ledger', 'the head is not a hash', { count: end.count })
  const body = ledgerBodySchema.strict().safeParse({ ...parts, v: 1, seq: end.count + 1, prev: end.head })
  if (!body.success) {
    throw new DeskError('bad-input', 'entry', 'not a ledger entry', { field: body.error.issues[0]?.path.join('.') ?? '' })
  }
  return body.data
}

/** The next entry, signed. The signer may live in another process; for one that answers at once see `appendEntrySync`. */
export async function appendEntry(end: ChainHead, parts: EntryParts, signer: Signer): Promise<LedgerEntry> {
  const body = nextBody(end, parts)
  const hash = hashEntry(body)
  return { body, hash, signature: await signer.sign(hash), key: signer.key }
}

/** The next entry, signed at once: for use between `BEGIN IMMEDIATE` and `COMMIT`. */
export function appendEntrySync(end: ChainHead, parts: EntryParts, signer: SyncSigner): LedgerEntry {
  const body = nextBody(end, parts)
  const hash = hashEntry(body)
  return { body, hash, signature: signer.sign(hash), key: signer.key }
}

/**
 * The key an entry binds to the chain, or null: `key.registered`, by a key already in it; `backup.restored`, by a new key that
 * introduces itself, since the backup came without the old one.
 */
export function registeredKey(body: Pick<LedgerBody, 'act' | 'facts'>): string | null {
  const key = body.act === 'key.registered' || body.act === 'backup.restored' ? body.facts['key'] : undefined
  return typeof key === 'string' ? key : null
}

/** The facts of a `key.registered` entry, whose `subject` is the person: they bind a key to the chain. */
export function registrationFacts(key: { readonly key: string; readonly publicKey: string }): { key: string; publicKey: string } {
  return { key: key.key, publicKey: key.publicKey }
}
