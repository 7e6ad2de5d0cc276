// Readings on their way back: sealed on the laptop where they were given, taken in by the desk whose decisions they read.
// It must not let in a reading of what this desk never sent, never decided, or did not draw.
import { DeskError } from '../../../shared/domain/error.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import { readingsFormat, type PacketOpening, type ReadingsContent, type ReadingsPacket } from '../../../shared/domain/packet.ts'
import type { FirstDecision, ReadState } from '../../../shared/domain/reading.ts'
import { valueSchemas, type SuggestionValue, type Task } from '../../../shared/domain/suggestion.ts'
import type { Readable, Writable } from '../store/database.ts'
import { findExperiment } from '../store/experiment-rows.ts'
import { contentsOf, findExport, listBodiesById } from '../store/ledger-rows.ts'
import {
  dropUnsettled,
  listPacketReadings,
  listReceived,
  listReturned,
  saveReceived,
  saveReturned,
  type ReceivedPacket,
} from '../store/packet-reading-rows.ts'
import { fromJson, fromJsonOrNull } from '../store/rows.ts'
import { findSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { Answer } from '../workers/open-packet.ts'
import type { Actor, DeskContext } from './context.ts'
import { demandPacketsAllowed, sealNow } from './make-packet.ts'
import { demandPacket, packetSeed } from './packet-draw.ts'
import { askPacket } from './packet-worker.ts'
import { demandRole } from './people.ts'
import { drawPlace } from './reading-draw.ts'
import { agrees } from './reading-totals.ts'
import { packetDigest, refusePacket } from './read-packet.ts'

export type MadeReadings = { packet: string; digest: string; readings: number }

/** The readings given here of one packet, as one sealed text. Nobody’s name or id is in it. @throws DeskError `role-required`, `not-found`, `bad-transition`. */
export async function exportReadings(desk: DeskContext, actor: Actor, packet: string): Promise<MadeReadings> {
  demandRole(actor, 'referent')
  demandPacketsAllowed(desk)
  const { experiment } = await demandPacket(desk, packet)
  const stored = (await listPacketReadings(desk.store.read, packet)).filter(({ verdict }) => verdict !== null)
  const given = stored.flatMap(({ verdict, by: _by, packet: _packet, every: _every, undone, ...reading }) =>
    verdict === null ? [] : [{ ...reading, verdict, again: undone > 0 }],
  )
  if (given.length === 0) throw new DeskError('bad-transition', 'packet', 'has no second reading to send', { fault: 'none' })
  // The densest plan they were given under: a thinner one, or none, does not undo the draw.
  const every = Math.min(...stored.map((one) => one.every))
  const { drawn } = await askPacket(desk, packet, { kind: 'draw', seed: packetSeed(packet), every })
  const content: ReadingsContent = {
    desk: desk.pen.desk,
    madeAt: desk.clock().toISOString(),
    packet,
    experiment,
    every,
    drawn: drawn.length,
    readings: given,
  }
  const digest = packetDigest(content)
  const seal = await sealNow(desk, { act: 'readings.exported', subject: packet, actor, facts: { digest, packet, readings: given.length } })
  const made: ReadingsPacket = { format: readingsFormat, version: 1, content, seal }
  return { packet: JSON.stringify(made), digest, readings: given.length }
}

type Readings = Extract<Answer, { kind: 'readings' }>

/**
 * Takes readings in, beside the decisions they read; a later file of the same desk and key takes the place of an earlier one, but never of what
 * was settled. The same one again changes nothing.
 *
 * @throws DeskError `role-required`; `bad-input` for readings of what this desk did not send, or its own (`stranger`), or older than those
 *   it has; `ledger-broken` when another key than before signed and nobody vouches for it (`unknown-key`), or when one reads a decision this desk never took, or was not drawn.
 */
export async function receiveReadings(
  desk: DeskContext,
  actor: Actor,
  { digest, content, seq }: Readings,
  vouched: Pick<PacketOpening, 'signer' | 'fingerprints' | 'entries' | 'head'>,
): Promise<PacketOpening> {
  demandRole(actor, 'referent')
  if (content.desk === desk.pen.desk) return refusePacket('stranger', 'are readings of this very desk')
  const sent = await findExport(desk.store.read, 'packet.exported', content.packet)
  if (!sent || sent.subject !== content.experiment) return refusePacket('stranger', 'answers no packet of this desk')
  const title = (await findExperiment(desk.store.read, sent.subject))?.card.title ?? ''
  const firsts = await demandOurs(desk.store.read, content, sent)
  const openedAt = desk.clock().toISOString()
  await desk.pen.write(async (db) => {
    const before = (await listReceived(db)).filter((one) => one.packet === content.packet && one.desk === content.desk)
    if (before.some(({ id }) => id === digest)) return
    const { signer, fingerprints } = vouched
    // The desk and the place are the file's own word: only its key tells that it is the same laptop.
    const sameKeys = before.every((one) => fingerprints.every((key) => one.fingerprints.includes(key)))
    if (signer !== 'known' && !sameKeys) refusePacket('unknown-key', 'is signed with another key than the readings it would replace')
    if (before.some((one) => one.seq >= seq)) refusePacket('older', 'a later one was opened already')
    const facts = {
      digest,
      experiment: content.experiment,
      packet: content.packet,
      from: content.desk,
      signer,
      keys: fingerprints,
      readings: content.readings.length,
    }
    const { body } = await desk.pen.append(db, { act: 'readings.received', subject: content.experiment, actor, facts })
    const { packet, desk: from, experiment, every, drawn } = content
    await replace(
      db,
      { id: digest, packet, desk: from, experiment, seq, signer, fingerprints, every, drawn, receivedAt: openedAt, entry: body.id },
      before,
      content,
      firsts,
    )
  })
  desk.emit({ type: 'experiment.changed', id: content.experiment })
  const kept = (await listReturned(desk.store.read, content.experiment)).filter(({ source }) => source === digest)
  const differing = kept.filter(({ first, verdict }) => !agrees({ first: first.state, second: verdict }))
  const received = {
    packet: content.packet,
    readings: content.readings.length,
    disagreements: differing.filter(({ arbitration }) => arbitration === null).length,
    changed: kept.filter(({ suggestion, first }) => firsts.get(suggestion)?.now !== first.entry).length,
  }
  return { id: digest, desk: content.desk, experiment: content.experiment, title, openedAt, bytes: 0, ...vouched, decided: 0, received }
}

type First = { readonly decision: FirstDecision; readonly now: string | null }

async function replace(
  db: Writable,
  received: ReceivedPacket,
  before: readonly ReceivedPacket[],
  content: ReadingsContent,
  firsts: ReadonlyMap<string, First>,
): Promise<void> {
  const sources = before.map(({ id }) => id)
  await dropUnsettled(db, sources)
  const settled = new Set(
    (await listReturned(db, content.experiment)).flatMap((one) => (sources.includes(one.source) ? [one.suggestion] : [])),
  )
  await saveReceived(db, received)
  for (const { first: _first, ...reading } of content.readings) {
    const first = firsts.get(reading.suggestion)
    if (!first || settled.has(reading.suggestion)) continue
    await saveReturned(db, { ...reading, source: received.id, experiment: content.experiment, first: first.decision, arbitration: null })
  }
}

const statesOf: Readonly<Partial<Record<LedgerEntry['body']['act'], ReadState>>> = {
  'suggestion.accepted': 'accepted',
  'suggestion.edited': 'edited',
  'suggestion.rejected': 'rejected',
}

/** Every reading is of a decision this desk took before it sent the packet, of that experiment, drawn by the packet’s own seed; each once. */
async function demandOurs(db: Readable, content: ReadingsContent, sent: LedgerEntry['body']): Promise<Map<string, First>> {
  const { readings, every, experiment, packet } = content
  const entries = await listBodiesById(
    db,
    readings.map(({ first }) => first),
  )
  const rows = new Map(
    (
      await findSuggestions(
        db,
        readings.map(({ suggestion }) => suggestion),
      )
    ).map((row) => [row.id, row]),
  )
  const seed = packetSeed(packet)
  const found = new Map<string, First>()
  for (const { suggestion, first, verdict, value } of readings) {
    const [entry, row] = [entries.get(first), rows.get(suggestion)]
    const state = entry && statesOf[entry.act]
    if (!entry || !row || !state || entry.subject !== suggestion || entry.seq >= sent.seq || row.experiment !== experiment)
      return refusePacket('stranger', 'reads what this desk did not decide')
    if (found.has(suggestion) || drawPlace(seed, suggestion) >= 1 / every) return refusePacket('content', 'reads what was not drawn')
    if (!fits(row.task as Task, verdict, value)) return refusePacket('content', 'a reading is not one of its task')
    found.set(suggestion, {
      decision: await decisionAt(db, row, state, first),
      now: fromJsonOrNull<{ entry: string }>(row.decision)?.entry ?? null,
    })
  }
  return found
}

function fits(task: Task, verdict: string, value: SuggestionValue | null): boolean {
  if (task === 'moderation') return false
  return verdict === 'edit' ? task === 'key-points' && valueSchemas[task].safeParse(value).success : value === null
}

/** The decision that was read: as it stands, or from what the ledger kept of it when it was decided anew since. */
async function decisionAt(db: Readable, row: SuggestionRow, state: ReadState, entry: string): Promise<FirstDecision> {
  const standing = fromJsonOrNull<{ entry: string; reason: string | null }>(row.decision)
  if (standing?.entry === entry) return { state, value: fromJson(row.value), reason: standing.reason, entry }
  const kept = new Map((await contentsOf(db, [entry])).map(({ role, content }) => [role, content]))
  const words = kept.get('after') ?? kept.get('before') ?? null
  return { state, value: words === null ? fromJson(row.value) : fromJson(words), reason: kept.get('reason') ?? null, entry }
}
