// What a plan draws of a packet, and what it takes to be read. It must not know what a reading says.
import { DeskError } from '../../../shared/domain/error.ts'
import type { PacketSummary } from '../../../shared/domain/packet.ts'
import type { Sampling, SamplingPlan } from '../../../shared/domain/reading.ts'
import { deletePacketPlan, findPacketPlan, listPacketReadings, savePacketPlan, type PacketPlan } from '../store/packet-reading-rows.ts'
import { findPacket } from '../store/packet-rows.ts'
import type { Drawn } from '../workers/open-packet.ts'
import { sha256 } from './card-hash.ts'
import type { Actor, DeskContext } from './context.ts'
import { askPacket } from './packet-worker.ts'
import { demandRole } from './people.ts'

export async function demandPacket(desk: Pick<DeskContext, 'store'>, id: string): Promise<PacketSummary> {
  const found = await findPacket(desk.store.read, id)
  if (!found) throw new DeskError('not-found', 'packet', 'is not open on this desk')
  return found
}

/** The seed of a packet’s draw follows from its content: the desk that made it can tell that nobody picked. */
export function packetSeed(packet: string): string {
  return sha256(`marbre-packet-sampling\n${packet}`)
}

export type PacketDraw = { readonly plan: PacketPlan | null; readonly decided: number; readonly drawn: readonly Drawn[] }

/** What the plan draws. Without a plan nothing is drawn. */
export async function drawPacket(desk: Pick<DeskContext, 'store'>, packet: string): Promise<PacketDraw> {
  const plan = await findPacketPlan(desk.store.read, packet)
  if (!plan) return { plan, decided: 0, drawn: [] }
  const { decided, drawn } = await askPacket(desk, packet, { kind: 'draw', seed: plan.seed, every: plan.every })
  return { plan, decided, drawn }
}

export async function countPacket(
  desk: Pick<DeskContext, 'store'>,
  packet: string,
  { plan, decided, drawn }: PacketDraw,
): Promise<Sampling> {
  const read = (await listPacketReadings(desk.store.read, packet)).flatMap((one) => (one.verdict === null ? [] : [one.suggestion]))
  const all = new Set([...drawn.map(({ suggestion }) => suggestion.id), ...read])
  return { every: plan?.every ?? null, decided, drawn: all.size, read: read.length, forOther: 0 }
}

export async function viewPacketPlan(desk: DeskContext, packet: string): Promise<SamplingPlan | null> {
  const plan = await findPacketPlan(desk.store.read, packet)
  return plan && { experiment: packet, every: plan.every, seed: plan.seed, setAt: plan.setAt }
}

/** One in `every` decided outputs of the packet is read again; null stops it, readings given stay. @throws DeskError `role-required`, `not-found`, `bad-transition`. */
export async function setPacketPlan(desk: DeskContext, actor: Actor, packet: string, every: number | null): Promise<SamplingPlan | null> {
  demandRole(actor, 'referent')
  if ((await demandPacket(desk, packet)).desk === desk.pen.desk)
    throw new DeskError('bad-transition', 'packet', 'is this desk’s own: another one reads it again')
  await desk.pen.write(async (db) => {
    const before = await findPacketPlan(db, packet)
    if ((before?.every ?? null) === every) return
    const seed = before?.seed ?? packetSeed(packet)
    const facts = { every, before: before?.every ?? null, seed, packet }
    const entry = await desk.pen.append(db, { act: 'packet.sampled', subject: packet, actor, facts })
    if (every === null) await deletePacketPlan(db, packet)
    else await savePacketPlan(db, { packet, every, seed, setAt: desk.clock().toISOString(), entry: entry.body.id })
  })
  desk.emit({ type: 'experiment.changed', id: packet })
  return viewPacketPlan(desk, packet)
}
