// Opens a packet's text: its form, its ledger, and that its content is what the ledger says was exported. Pure.
// It must not know the desk it is opened on; it names no file and no path.
import { DeskError } from '../../../shared/domain/error.ts'
import type { LedgerAct, LedgerEntry, Verification } from '../../../shared/domain/ledger.ts'
import { largestPacket, packetSchema, type Packet, type PacketContent, type PacketFault } from '../../../shared/domain/packet.ts'
import type { SuggestionState } from '../../../shared/domain/suggestion.ts'
import { verifyBundle } from '../ledger/bundle.ts'
import { canonicalForm } from '../ledger/canonical-form.ts'
import { readTrustedKeys } from '../ledger/trusted-keys.ts'
import { cardHash, sha256 } from './card-hash.ts'
import { articleHash } from './content-hashes.ts'

export type ReadPacket = { readonly packet: Packet; readonly digest: string; readonly verification: Verification }

/** SHA-256 of the content's canonical form: what the exporting desk wrote in its ledger. */
export function packetDigest(content: PacketContent): string {
  return sha256(canonicalForm(content))
}

function refuse(fault: PacketFault, why: string, more: Readonly<Record<string, string | number>> = {}): never {
  const code = fault === 'form' || fault === 'size' ? 'bad-input' : 'ledger-broken'
  throw new DeskError(code, 'packet', why, { ...more, fault })
}

const decided: readonly LedgerAct[] = ['suggestion.accepted', 'suggestion.edited', 'suggestion.rejected', 'suggestion.added']
/** What the ledger must say of an output that carries a decision; a stale one keeps the decision it had. */
const actsOf: Record<SuggestionState, readonly LedgerAct[]> = {
  proposed: [],
  accepted: ['suggestion.accepted', 'suggestion.added'],
  edited: ['suggestion.edited'],
  rejected: ['suggestion.rejected'],
  unsure: ['suggestion.unsure'],
  withdrawn: ['suggestion.withdrawn'],
  stale: [...decided, 'suggestion.unsure', 'suggestion.withdrawn'],
}

/** @throws DeskError `bad-input` for what is no packet, `ledger-broken` for one that was changed; details: `fault`. */
export function readPacket(text: string, trust?: string): ReadPacket {
  if (Buffer.byteLength(text, 'utf8') > largestPacket) refuse('size', 'is larger than 64 MB')
  const packet = parsePacket(text)
  const verification = verifyLedger(packet, trust)
  // Intact: every entry was parsed strictly.
  const { entries } = JSON.parse(packet.ledger) as { entries: LedgerEntry[] }
  const digest = packetDigest(packet.content)
  demandBound(packet.content, digest, new Map(entries.map((entry) => [entry.body.id, entry])))
  return { packet, digest, verification }
}

function parsePacket(text: string): Packet {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuse('form', 'is not JSON')
  }
  const parsed = packetSchema.safeParse(value)
  if (!parsed.success) return refuse('form', 'is not a review packet', { field: fieldOf(parsed.error.issues[0]?.path ?? []) })
  return parsed.data
}

/** A path of the schema, never a word of the file: what `parameters` holds goes by names of the file's own. */
function fieldOf(path: readonly PropertyKey[]): string {
  const free = path.indexOf('parameters')
  const known = free === -1 ? path : path.slice(0, free + 1)
  return known.filter((part) => typeof part === 'string').join('.')
}

function verifyLedger({ ledger, content }: Packet, trust: string | undefined): Verification {
  const verification = verifyBundle(ledger, trust === undefined ? undefined : readTrustedKeys(trust))
  if (!verification.intact) {
    const { seq, why } = verification.broken ?? { seq: 0, why: 'altered' as const }
    refuse(why === 'unknown-key' ? 'unknown-key' : 'ledger', `entry ${seq} of its ledger is ${why}`, { seq, broken: why })
  }
  const { desk } = JSON.parse(ledger) as { desk: string }
  if (desk !== content.desk) refuse('content', 'its ledger is another desk’s')
  return verification
}

/** The content is what the ledger says: exported as it stands, its card as approved, its decisions as entered, its texts as hashed. */
function demandBound(content: PacketContent, digest: string, entries: ReadonlyMap<string, LedgerEntry>): void {
  const exported = [...entries.values()].some(({ body }) => body.act === 'packet.exported' && body.facts['digest'] === digest)
  if (!exported) refuse('content', 'its content is not what was exported')
  const { card, hash, approval } = content.experiment
  const approved = approval === null ? null : entries.get(approval.entry)
  const asApproved = approved === null || (approved?.body.act === 'card.approved' && approved.body.facts['hash'] === hash)
  if (cardHash(card) !== hash || !asApproved) refuse('card', 'its card is not the one the ledger names')
  for (const { id, state, decision } of content.suggestions) {
    const body = decision === null ? null : entries.get(decision.entry)?.body
    if (body === null) continue
    if (body?.subject !== id || !actsOf[state].includes(body.act)) refuse('decision', 'a decision is not in its ledger')
  }
  for (const { title, body, hash: said } of content.articles) {
    if (body !== null && articleHash({ title, body }) !== said) refuse('article', 'the text of an article was changed')
  }
}
