// Judges one stored row against its place in the chain: is it whole, signed by a known key, and the next one?
// It must not know the rows after it, contents or checkpoints.
import { ledgerBodySchema, ledgerEntrySchema } from '../../../shared/domain/ledger.ts'
import type { Broken, LedgerEntry } from '../../../shared/domain/ledger.ts'
import { registeredKey } from './append-entry.ts'
import { hashEntry } from './hash-entry.ts'
import type { KeyRing } from './sign.ts'

const storedSchema = ledgerEntrySchema.extend({ body: ledgerBodySchema.strict() }).strict()

/** Where the walk stands before a row. `accepted`: the first entry's key and those registered in the chain since. */
export type Place = { readonly seq: number; readonly prev: string; readonly desk: string | null; readonly accepted: ReadonlySet<string> }
/** A row that fits, or why not. `gap`: another entry stands where this one is due; the walk must look further to say which. */
export type RowVerdict = { readonly entry: LedgerEntry } | { readonly broken: Broken } | { readonly gap: number }

function isEntry(row: unknown): row is LedgerEntry {
  return storedSchema.safeParse(row).success
}

/** The `seq` a row claims, or null where it is no entry. */
export function claimedSeq(row: unknown): number | null {
  return isEntry(row) ? row.body.seq : null
}

function isWhole(entry: LedgerEntry): boolean {
  try {
    // The row itself is hashed, not zod's copy: a copy could drop what was smuggled in (`__proto__`).
    return hashEntry(entry.body) === entry.hash
  } catch {
    return false
  }
}

function isSigned(entry: LedgerEntry, ring: KeyRing): boolean {
  if (!ring.verifies(entry.key, entry.hash, entry.signature)) return false
  const owner = ring.personOf(entry.key)
  const { identity, person } = entry.body
  // An identity taken from the OS account, signed with somebody else's key, is a forgery; a declared one only claims.
  return identity !== 'os-account' || person === 'machine' || owner === null || owner === person
}

/** A restored desk goes on under a new key: that entry alone is signed by the key it introduces, which the reader must trust as well. */
export function introducesItself(entry: LedgerEntry): boolean {
  return entry.body.act === 'backup.restored' && registeredKey(entry.body) === entry.key
}

function isKnown(entry: LedgerEntry, place: Place, ring: KeyRing): boolean {
  return ring.knows(entry.key) && (place.seq === 1 || place.accepted.has(entry.key) || introducesItself(entry))
}

/** Judges a row that should be entry `place.seq`. */
export function verifyRow(row: unknown, place: Place, ring: KeyRing): RowVerdict {
  const { seq } = place
  if (!isEntry(row) || !isWhole(row)) return { broken: { seq, why: 'altered' } }
  if (!ring.knows(row.key)) return { broken: { seq, why: 'unknown-key' } }
  if (!isSigned(row, ring)) return { broken: { seq, why: 'bad-signature' } }
  if (row.body.seq !== seq) return { gap: seq }
  if (!isKnown(row, place, ring)) return { broken: { seq, why: 'unknown-key' } }
  if (place.desk !== null && row.body.desk !== place.desk) return { broken: { seq, why: 'altered' } }
  // This row and its signature are right, so it is the one before that is no longer what this one was chained to.
  if (row.body.prev !== place.prev) return { broken: { seq: Math.max(1, seq - 1), why: 'altered' } }
  return { entry: row }
}
