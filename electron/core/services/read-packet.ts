// Opens a packet's text: its form, its seal, and that its content is what the sender's ledger says was exported. Pure.
// It must not know the desk it is opened on; it names no file and no path.
import { DeskError } from '../../../shared/domain/error.ts'
import type { LedgerAct, LedgerEntry } from '../../../shared/domain/ledger.ts'
import {
  largestPacket,
  packetSchema,
  readingsFormat,
  readingsPacketSchema,
  type Packet,
  type PacketContent,
  type PacketFault,
  type ReadingsContent,
  type ReadingsPacket,
} from '../../../shared/domain/packet.ts'
import type { SuggestionState } from '../../../shared/domain/suggestion.ts'
import { verifyBundle } from '../ledger/bundle.ts'
import { canonicalForm } from '../ledger/canonical-form.ts'
import { verifySeal } from '../ledger/seal.ts'
import { readTrustedKeys } from '../ledger/trusted-keys.ts'
import { cardHash, sha256 } from './card-hash.ts'
import { articleHash } from './content-hashes.ts'

/** What the signatures say: `entries` and `head` tell where the sender's chain stood. */
export type Vouched = { readonly fingerprints: readonly string[]; readonly entries: number; readonly head: string }
export type ReadPacket = { readonly content: PacketContent; readonly digest: string; readonly vouched: Vouched }
/** `seq`: the place of the export in the sender's chain; later readings take the place of earlier ones. */
export type ReadReadings = { readonly content: ReadingsContent; readonly digest: string; readonly vouched: Vouched; readonly seq: number }

/** SHA-256 of the content's canonical form: what the exporting desk wrote in its ledger. */
export function packetDigest(content: PacketContent | ReadingsContent): string {
  return sha256(canonicalForm(content))
}

export function refusePacket(fault: PacketFault, why: string, more: Readonly<Record<string, string | number>> = {}): never {
  const code = fault === 'form' || fault === 'size' || fault === 'stranger' || fault === 'older' ? 'bad-input' : 'ledger-broken'
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
export function readPacket(text: string, trust?: string): ReadPacket | ReadReadings {
  if (Buffer.byteLength(text, 'utf8') > largestPacket) refusePacket('size', 'is larger than 64 MB')
  const value = parseJson(text)
  const trusted = trust === undefined ? null : readTrustedKeys(trust)
  const readings = typeof value === 'object' && value !== null && 'format' in value && value.format === readingsFormat
  return readings
    ? openReadings(parsed(readingsPacketSchema.safeParse(value)), trusted)
    : openReview(parsed(packetSchema.safeParse(value)), trusted)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refusePacket('form', 'is not JSON')
  }
}

type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } }

function parsed<T>(result: Parsed<T>): T {
  if (!result.success) return refusePacket('form', 'is not a review packet', { field: fieldOf(result.error.issues[0]?.path ?? []) })
  return result.data
}

/** A path of the schema, never a word of the file: what `parameters` and `facts` hold goes by names of the file's own. */
function fieldOf(path: readonly PropertyKey[]): string {
  const free = path.findIndex((part) => part === 'parameters' || part === 'facts' || part === 'contents')
  const known = free === -1 ? path : path.slice(0, free + 1)
  return known.filter((part) => typeof part === 'string').join('.')
}

function openReview(packet: Packet, trusted: readonly string[] | null): ReadPacket {
  const { content } = packet
  const digest = packetDigest(content)
  const vouched = packet.version === 1 ? verifyChainOf(packet, digest, trusted) : vouchFor(packet.seal, content.desk, digest, trusted)
  for (const { title, body, hash: said } of content.articles) {
    if (body !== null && articleHash({ title, body }) !== said) refusePacket('article', 'the text of an article was changed')
  }
  return { content, digest, vouched }
}

function openReadings({ content, seal }: ReadingsPacket, trusted: readonly string[] | null): ReadReadings {
  const digest = packetDigest(content)
  return { content, digest, vouched: vouchFor(seal, content.desk, digest, trusted), seq: seal.entry.body.seq }
}

function vouchFor(seal: ReadingsPacket['seal'], desk: string, digest: string, trusted: readonly string[] | null): Vouched {
  const verdict = verifySeal(seal, { desk, digest }, trusted)
  if (verdict.fault === 'ledger') refusePacket('ledger', 'its seal does not hold')
  if (verdict.fault === 'content') refusePacket('content', 'its content is not what was exported')
  if (verdict.fault !== null) return refusePacket('unknown-key', 'is signed with a key that is not trusted')
  return verdict
}

/** Version 1: the whole chain came with the packet, and every decision is looked up in it. */
function verifyChainOf({ ledger, content }: Extract<Packet, { version: 1 }>, digest: string, trusted: readonly string[] | null): Vouched {
  const verification = verifyBundle(ledger, trusted ?? undefined)
  if (!verification.intact) {
    const { seq, why } = verification.broken ?? { seq: 0, why: 'altered' as const }
    refusePacket(why === 'unknown-key' ? 'unknown-key' : 'ledger', `entry ${seq} of its ledger is ${why}`, { seq, broken: why })
  }
  // Intact: every entry was parsed strictly.
  const { desk, entries } = JSON.parse(ledger) as { desk: string; entries: LedgerEntry[] }
  if (desk !== content.desk) refusePacket('content', 'its ledger is another desk’s')
  const exported = entries.some(({ body }) => body.act === 'packet.exported' && body.facts['digest'] === digest)
  if (!exported) refusePacket('content', 'its content is not what was exported')
  demandEntries(content, new Map(entries.map(({ body }) => [body.id, body])))
  return verification
}

type Said = { readonly act: LedgerAct; readonly subject: string; readonly facts: LedgerEntry['body']['facts'] }

/** The card is as approved, the decisions are as entered: a desk asks it of its own packet before it seals it. */
export function demandEntries(
  { experiment, suggestions }: Pick<PacketContent, 'experiment' | 'suggestions'>,
  entries: ReadonlyMap<string, Said>,
): void {
  const { card, hash, approval } = experiment
  const approved = approval === null ? null : entries.get(approval.entry)
  const asApproved = approved === null || (approved?.act === 'card.approved' && approved.facts['hash'] === hash)
  if (cardHash(card) !== hash || !asApproved) refusePacket('card', 'its card is not the one the ledger names')
  for (const { id, state, decision } of suggestions) {
    if (decision === null) continue
    const said = entries.get(decision.entry)
    if (said?.subject !== id || !actsOf[state].includes(said.act)) refusePacket('decision', 'a decision is not in its ledger')
  }
}
