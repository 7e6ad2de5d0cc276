// Verifies a desk's ledger from its rows, and names the first entry that is wrong and how.
// It must not know where rows, contents and keys are stored.
import type { Broken, LedgerEntry, Verification } from '../../../shared/domain/ledger.ts'
import { registeredKey } from './append-entry.ts'
import { checkpointHash } from './checkpoint.ts'
import type { CheckpointReading } from './checkpoint.ts'
import { genesisPrev } from './hash-entry.ts'
import { keyRing } from './sign.ts'
import type { KeyRing, KnownKey } from './sign.ts'
import { walkContents } from './verify-contents.ts'
import type { FindContent } from './verify-contents.ts'
import { claimedSeq, introducesItself, verifyRow } from './verify-row.ts'

/**
 * What is verified. `rows`: the stored entries, in stored order, as they are (parsed JSON, not yet trusted).
 * `desk`: whose chain it must be; null takes the first entry's word. `keys`: the registered keys.
 * `contents`: left out, contents are not looked at. `checkpoint`: null where the file is missing (the tail cannot be
 * vouched for: `truncated`); left out, the tail is not looked at. `trusted`: whether the keys come from whom the reader trusts.
 */
export type ChainToVerify = {
  readonly desk: string | null
  readonly rows: Iterable<unknown>
  readonly keys: readonly KnownKey[]
  readonly contents?: FindContent
  readonly checkpoint?: CheckpointReading
  readonly trusted?: boolean
}

type Walk = {
  count: number
  head: string
  desk: string | null
  broken: Broken | null
  /** The seq that was due when another entry stood in its place: found later it is `reordered`, else `removed`. */
  due: number | null
  headAtCheckpoint: string | null
  readonly accepted: Set<string>
  /** Entries by which a restored desk went on under a new key. */
  readonly restored: number[]
}

function accept(walk: Walk, entry: LedgerEntry, checkpointCount: number): void {
  walk.head = entry.hash
  walk.desk ??= entry.body.desk
  if (walk.count === 1) walk.accepted.add(entry.key)
  const registered = registeredKey(entry.body)
  if (registered !== null) walk.accepted.add(registered)
  if (introducesItself(entry)) walk.restored.push(walk.count)
  if (walk.count === checkpointCount) walk.headAtCheckpoint = entry.hash
}

/** Returns the entry when it fits; otherwise notes what is wrong. Once something is, only the missing entry is looked for. */
function step(walk: Walk, row: unknown, ring: KeyRing, checkpointCount: number): LedgerEntry | null {
  walk.count += 1
  if (walk.due !== null) {
    if (claimedSeq(row) !== walk.due) return null
    walk.broken = { seq: walk.due, why: 'reordered' }
    walk.due = null
    return null
  }
  if (walk.broken !== null) return null
  const verdict = verifyRow(row, { seq: walk.count, prev: walk.head, desk: walk.desk, accepted: walk.accepted }, ring)
  if ('entry' in verdict) {
    accept(walk, verdict.entry, checkpointCount)
    return verdict.entry
  }
  if ('broken' in verdict) {
    walk.broken = verdict.broken
    return null
  }
  const claimed = claimedSeq(row)
  // A row with a lower number than is due was put there twice or moved; a higher one leaves the question open.
  if (claimed !== null && claimed < verdict.gap) walk.broken = { seq: verdict.gap, why: 'reordered' }
  else walk.due = verdict.gap
  return null
}

function verifyCheckpoint(walk: Walk, reading: CheckpointReading, ring: KeyRing): Broken | null {
  if (reading === null) return walk.count === 0 ? null : { seq: walk.count + 1, why: 'truncated' }
  if (reading === 'unreadable') return { seq: walk.count, why: 'altered' }
  const seq = Math.min(reading.count, walk.count)
  if (!ring.knows(reading.key) || (walk.count > 0 && !walk.accepted.has(reading.key))) return { seq, why: 'unknown-key' }
  if (!ring.verifies(reading.key, checkpointHash(reading), reading.signature)) return { seq, why: 'bad-signature' }
  if (walk.desk !== null && reading.desk !== walk.desk) return { seq, why: 'altered' }
  if (reading.count > walk.count) return { seq: walk.count + 1, why: 'truncated' }
  const head = reading.count === 0 ? genesisPrev : walk.headAtCheckpoint
  return head === reading.head ? null : { seq, why: 'altered' }
}

function firstOf(chain: Broken | null, altered: Broken | null, missing: Broken | null): Broken | null {
  // With a broken chain the purge entry that covers a missing content may itself be gone, so only certain facts compete.
  const content = chain === null && missing !== null && (altered === null || missing.seq < altered.seq) ? missing : altered
  if (chain === null || content === null) return chain ?? content
  return content.seq < chain.seq ? content : chain
}

/** Verifies a whole chain in one pass; about 0.3 ms an entry, memory independent of its length. */
export function verifyChain(chain: ChainToVerify): Verification {
  const ring = keyRing(chain.keys)
  const contents = walkContents(chain.contents ?? null)
  const fingerprints = new Set<string>()
  const at = chain.checkpoint
  const checkpointCount = at === undefined || at === null || at === 'unreadable' ? -1 : at.count
  const walk: Walk = {
    count: 0,
    head: genesisPrev,
    desk: chain.desk,
    broken: null,
    due: null,
    headAtCheckpoint: null,
    accepted: new Set(),
    restored: [],
  }
  for (const row of chain.rows) {
    const entry = step(walk, row, ring, checkpointCount)
    if (entry === null) continue
    fingerprints.add(entry.key)
    contents.follow(entry)
  }
  if (walk.due !== null) walk.broken = { seq: walk.due, why: 'removed' }
  if (walk.broken === null && at !== undefined) walk.broken = verifyCheckpoint(walk, at, ring)
  const { erased, altered, missing } = contents.verdict()
  const broken = firstOf(walk.broken, altered, missing)
  const signer = (chain.trusted ?? true) && broken?.why !== 'unknown-key' ? 'trusted' : 'unverified'
  const found = { entries: walk.count, head: walk.head, intact: broken === null, erased, signer, fingerprints: [...fingerprints] } as const
  return {
    ...found,
    fingerprints: [...fingerprints],
    ...(walk.restored.length === 0 ? {} : { restored: walk.restored }),
    ...(broken === null ? {} : { broken }),
  }
}
