// Second readings that travel: those given here of a packet, and those that came back. The only SQL over `packet_plans`,
// `packet_readings`, `readings_packets` and `returned_readings`. It must not know who may read what.
import type { Selectable } from 'kysely'
import type { Arbitration, FirstDecision, ReadingVerdict, SamplingPlan } from '../../../shared/domain/reading.ts'
import type { SuggestionValue } from '../../../shared/domain/suggestion.ts'
import type { Readable, Writable } from './database.ts'
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './rows.ts'
import type { Schema } from './schema.ts'

export type PacketPlan = Omit<SamplingPlan, 'experiment'> & { packet: string }
/** `first`: the entry of the decision that was read, in the other desk's ledger. `verdict` null: taken back. `every`: the plan that drew it. */
export type PacketReading = {
  packet: string
  suggestion: string
  verdict: ReadingVerdict | null
  value: SuggestionValue | null
  reason: string
  first: string
  every: number
  undone: number
  by: string
  at: string
  entry: string
}

export async function findPacketPlan(db: Readable, packet: string): Promise<PacketPlan | null> {
  const row = await db
    .selectFrom('packet_plans')
    .select(['packet', 'every', 'seed', 'set_at as setAt'])
    .where('packet', '=', packet)
    .executeTakeFirst()
  return row ?? null
}

export async function savePacketPlan(db: Writable, { setAt, ...plan }: PacketPlan & { entry: string }): Promise<void> {
  const row = { ...plan, set_at: setAt }
  await db
    .insertInto('packet_plans')
    .values(row)
    .onConflict((conflict) => conflict.column('packet').doUpdateSet(row))
    .execute()
}

export async function deletePacketPlan(db: Writable, packet: string): Promise<void> {
  await db.deleteFrom('packet_plans').where('packet', '=', packet).execute()
}

/** Every reading of a packet, those taken back too, oldest first. */
export async function listPacketReadings(db: Readable, packet: string): Promise<PacketReading[]> {
  const rows = await db.selectFrom('packet_readings').selectAll().where('packet', '=', packet).orderBy('at').orderBy('suggestion').execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as ReadingVerdict | null, value: fromJsonOrNull(row.value) }))
}

export async function findPacketReading(db: Readable, packet: string, suggestion: string): Promise<PacketReading | null> {
  return (await listPacketReadings(db, packet)).find((one) => one.suggestion === suggestion) ?? null
}

export async function savePacketReading(db: Writable, reading: PacketReading): Promise<void> {
  const row = { ...reading, value: toJsonOrNull(reading.value) }
  await db
    .insertInto('packet_readings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['packet', 'suggestion']).doUpdateSet(row))
    .execute()
}

/** A readings packet as it was received. */
export type ReceivedPacket = {
  id: string
  packet: string
  desk: string
  experiment: string
  seq: number
  signer: 'known' | 'unverified'
  fingerprints: readonly string[]
  every: number
  drawn: number
  receivedAt: string
  entry: string
}

export async function listReceived(db: Readable): Promise<ReceivedPacket[]> {
  const rows = await db.selectFrom('readings_packets').selectAll().orderBy('received_at').orderBy('seq').execute()
  return rows.map(({ received_at: receivedAt, ...row }) => ({
    ...row,
    receivedAt,
    signer: row.signer === 'known' ? ('known' as const) : ('unverified' as const),
    fingerprints: fromJson<string[]>(row.fingerprints),
  }))
}

export async function saveReceived(db: Writable, { receivedAt, fingerprints, ...packet }: ReceivedPacket): Promise<void> {
  await db
    .insertInto('readings_packets')
    .values({ ...packet, received_at: receivedAt, fingerprints: toJson(fingerprints) })
    .execute()
}

/** A reading given on another laptop; the first decision is this desk's own. */
export type ReturnedReading = {
  source: string
  suggestion: string
  experiment: string
  verdict: ReadingVerdict
  value: SuggestionValue | null
  reason: string
  first: FirstDecision
  again: boolean
  at: string
  entry: string
  arbitration: Arbitration | null
}

function returnedOfRow(row: Selectable<Schema['returned_readings']>): ReturnedReading {
  return {
    ...row,
    verdict: row.verdict as ReadingVerdict,
    value: fromJsonOrNull(row.value),
    first: fromJson(row.first),
    again: row.again === 1,
    arbitration: fromJsonOrNull(row.arbitration),
  }
}

export async function listReturned(db: Readable, experiment?: string): Promise<ReturnedReading[]> {
  let query = db.selectFrom('returned_readings').selectAll()
  if (experiment !== undefined) query = query.where('experiment', '=', experiment)
  return (await query.orderBy('at').orderBy('suggestion').execute()).map(returnedOfRow)
}

export async function findReturned(db: Readable, source: string, suggestion: string): Promise<ReturnedReading | null> {
  const row = await db
    .selectFrom('returned_readings')
    .selectAll()
    .where('source', '=', source)
    .where('suggestion', '=', suggestion)
    .executeTakeFirst()
  return row ? returnedOfRow(row) : null
}

export async function saveReturned(db: Writable, reading: ReturnedReading): Promise<void> {
  const row = {
    ...reading,
    value: toJsonOrNull(reading.value),
    first: toJson(reading.first),
    again: reading.again ? 1 : 0,
    arbitration: toJsonOrNull(reading.arbitration),
  }
  await db
    .insertInto('returned_readings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['source', 'suggestion']).doUpdateSet(row))
    .execute()
}

/** Later readings of the same packet by the same desk take the place of those nobody settled. */
export async function dropUnsettled(db: Writable, sources: readonly string[]): Promise<void> {
  await db.deleteFrom('returned_readings').where('source', 'in', sources).where('arbitration', 'is', null).execute()
}
