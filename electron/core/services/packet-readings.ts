// Second readings of another desk’s decisions: blind, kept on this desk beside the packet, recorded in this desk’s ledger.
// It must not tell what was decided: the packet’s own page does, once the reading is given.
import { DeskError } from '../../../shared/domain/error.ts'
import type { PacketSuggestion } from '../../../shared/domain/packet.ts'
import type { Reading, ReadingLine, ReadingPaper, Sampling } from '../../../shared/domain/reading.ts'
import type { Evidence, Flag, SuggestionValue } from '../../../shared/domain/suggestion.ts'
import { findPacketReading, listPacketReadings, savePacketReading, type PacketReading } from '../store/packet-reading-rows.ts'
import { toJson } from '../store/rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { countPacket, demandPacket, drawPacket } from './packet-draw.ts'
import { askPacket } from './packet-worker.ts'
import { demandRole } from './people.ts'
import { excerptLength, parseGiven, type Given, type Recorded } from './readings.ts'
import { wordsOf } from './report-quotes.ts'

function proposalOf({ value, proposed, flags, evidence, machine }: PacketSuggestion): {
  value: SuggestionValue
  flags: Flag[]
  evidence: Evidence[]
} {
  return { value: proposed ?? value, flags: machine?.flags ?? flags, evidence: machine?.evidence ?? evidence }
}

function viewReading({ verdict, value, reason, at, entry, undone }: PacketReading): Reading | null {
  return verdict === null ? null : { verdict, value, reason, at, entry, again: undone > 0, own: false }
}

/** What is drawn, in the order of the draw. Somebody else’s reading is not this person’s to see. */
export async function viewPacketQueue(desk: DeskContext, actor: Actor, packet: string): Promise<Sampling & { lines: ReadingLine[] }> {
  await demandPacket(desk, packet)
  const draw = await drawPacket(desk, packet)
  const readings = new Map((await listPacketReadings(desk.store.read, packet)).map((one) => [one.suggestion, one]))
  const lines = draw.drawn.flatMap(({ suggestion, title }): ReadingLine[] => {
    const { id, task, item } = suggestion
    const reading = readings.get(id)
    if (reading?.verdict && reading.by !== actor.person.id) return []
    const excerpt = wordsOf(proposalOf(suggestion).value).slice(0, excerptLength)
    return [{ suggestion: id, task, item, title, excerpt, verdict: reading?.verdict ?? null }]
  })
  return { ...(await countPacket(desk, packet, draw)), lines }
}

/** One output of a packet to read again. The body is empty where the packet came without the texts. @throws DeskError `bad-transition`. */
export async function showPacketPaper(desk: DeskContext, actor: Actor, packet: string, id: string): Promise<ReadingPaper> {
  await demandDrawn(desk, packet, id)
  const { article, suggestion, target } = await askPacket(desk, packet, { kind: 'output', suggestion: id })
  if (!suggestion || !article) throw new DeskError('not-found', `suggestion ${id}`, 'is not in this packet')
  const { value, flags, evidence } = proposalOf(suggestion)
  const stored = await findPacketReading(desk.store.read, packet, id)
  const { title, body, lang, date, section } = article
  return {
    suggestion: id,
    experiment: suggestion.experiment,
    task: suggestion.task,
    item: suggestion.item,
    value,
    evidence,
    flags,
    engine: suggestion.engine,
    target: 'article' in value ? { id: value.article, title: target ?? '' } : null,
    article: { title, body: body ?? '', lang, date, section, deck: null },
    comment: null,
    reading: stored && stored.by === actor.person.id ? viewReading(stored) : null,
  }
}

async function demandDrawn(desk: DeskContext, packet: string, id: string): Promise<{ suggestion: PacketSuggestion; every: number }> {
  await demandPacket(desk, packet)
  const { plan, drawn } = await drawPacket(desk, packet)
  const found = drawn.find((one) => one.suggestion.id === id)
  if (plan && found) return { suggestion: found.suggestion, every: plan.every }
  const { suggestion } = await askPacket(desk, packet, { kind: 'output', suggestion: id })
  if (!suggestion) throw new DeskError('not-found', `suggestion ${id}`, 'is not in this packet')
  const stored = await findPacketReading(desk.store.read, packet, id)
  if (stored?.verdict) return { suggestion, every: stored.every }
  throw new DeskError('bad-transition', `suggestion ${id}`, 'is not drawn for a second reading')
}

/** Writes a second reading of a packet’s output. @throws DeskError `role-required`, `bad-transition`, `bad-input`. */
export async function recordPacketReading(desk: DeskContext, actor: Actor, packet: string, id: string, given: Given): Promise<Recorded> {
  demandRole(actor, 'referent')
  const { suggestion, every } = await demandDrawn(desk, packet, id)
  const { task, decision } = suggestion
  if (!decision) throw new DeskError('bad-transition', `suggestion ${id}`, 'has no decision to read again')
  const value = parseGiven(task, given, proposalOf(suggestion).value)
  const reason = given.reason.trim()
  const entry = await desk.pen.write(async (db) => {
    const before = await findPacketReading(db, packet, id)
    if (before?.verdict) throw new DeskError('bad-transition', `suggestion ${id}`, 'has its second reading already')
    const undone = before?.undone ?? 0
    const { body } = await desk.pen.append(db, {
      act: 'packet.read',
      subject: id,
      actor,
      facts: { task, packet, verdict: given.verdict, first: decision.entry, own: false, again: undone > 0 },
      contents: { ...(value === null ? {} : { after: toJson(value) }), ...(reason === '' ? {} : { reason }) },
    })
    const { verdict } = given
    const at = desk.clock().toISOString()
    await savePacketReading(db, {
      packet,
      suggestion: id,
      verdict,
      value,
      reason,
      first: decision.entry,
      every,
      undone,
      by: actor.person.id,
      at,
      entry: body.id,
    })
    return body.id
  })
  desk.emit({ type: 'experiment.changed', id: packet })
  return { suggestion: id, entry }
}

/** Takes one’s own reading of a packet back. What is given after that says so, and what was sent already stays sent. */
export async function undoPacketReading(desk: DeskContext, actor: Actor, packet: string, id: string): Promise<Recorded> {
  demandRole(actor, 'referent')
  const entry = await desk.pen.write(async (db) => {
    const stored = await findPacketReading(db, packet, id)
    if (!stored?.verdict) throw new DeskError('bad-transition', `suggestion ${id}`, 'has no second reading to undo')
    if (stored.by !== actor.person.id) throw new DeskError('role-required', `suggestion ${id}`, 'is somebody else’s reading')
    const { body } = await desk.pen.append(db, { act: 'packet.unread', subject: id, actor, facts: { packet, verdict: stored.verdict } })
    await savePacketReading(db, { ...stored, verdict: null, value: null, reason: '', undone: stored.undone + 1, entry: body.id })
    return body.id
  })
  desk.emit({ type: 'experiment.changed', id: packet })
  return { suggestion: id, entry }
}
