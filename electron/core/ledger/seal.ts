// The seal of a file that travels: one signed entry that holds the hash of its content, and the sender's signed checkpoint.
// It must not know the content, nor whether the reader trusts the key.
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import type { PacketSeal } from '../../../shared/domain/packet-seal.ts'
import { checkpointHash, type Checkpoint } from './checkpoint.ts'
import { hashEntry } from './hash-entry.ts'
import { keyRing, type KnownKey } from './sign.ts'

/** Only the keys that signed travel. */
export function sealOf(
  entry: LedgerEntry,
  keys: readonly Pick<KnownKey, 'key' | 'publicKey'>[],
  checkpoint: Checkpoint | null,
): PacketSeal {
  const signed = new Set([entry.key, ...(checkpoint ? [checkpoint.key] : [])])
  return { entry, keys: keys.filter(({ key }) => signed.has(key)).map(({ key, publicKey }) => ({ key, publicKey })), checkpoint }
}

/** What a seal must say: whose it is, and the SHA-256 of the content. */
export type Sealed = { readonly desk: string; readonly digest: string }
export type SealVerdict =
  | { readonly fault: 'ledger' | 'content' | 'unknown-key' }
  | { readonly fault: null; readonly entries: number; readonly head: string; readonly fingerprints: string[] }

/** Verifies a seal offline. `trusted`: fingerprints the reader trusts; null judges the signatures alone. */
export function verifySeal({ entry, keys, checkpoint }: PacketSeal, said: Sealed, trusted: readonly string[] | null): SealVerdict {
  const ring = keyRing(keys.map((key) => ({ ...key, person: null })))
  const signers = [...new Set([entry.key, ...(checkpoint ? [checkpoint.key] : [])])]
  const { body } = entry
  if (hashEntry(body) !== entry.hash || !ring.verifies(entry.key, entry.hash, entry.signature)) return { fault: 'ledger' }
  if (checkpoint && !ring.verifies(checkpoint.key, checkpointHash(checkpoint), checkpoint.signature)) return { fault: 'ledger' }
  if (checkpoint && (checkpoint.desk !== body.desk || checkpoint.count < body.seq)) return { fault: 'ledger' }
  if (body.desk !== said.desk || body.act !== 'packet.sealed' || body.facts['digest'] !== said.digest) return { fault: 'content' }
  if (trusted && !signers.every((key) => trusted.includes(key))) return { fault: 'unknown-key' }
  return { fault: null, entries: checkpoint?.count ?? body.seq, head: checkpoint?.head ?? entry.hash, fingerprints: signers }
}
