// Packets of other desks, as they came. The only SQL over `packets`, `packet_parts` and `packet_abouts`: nothing joins them to this
// desk's own records. It must not know what a packet holds.
import type { PacketSummary } from '../../../shared/domain/packet.ts'
import type { Readable, Writable } from './database.ts'
import { toJson } from './rows.ts'

export type StoredPacket = PacketSummary & { openedBy: string; task: string; items: readonly string[] }

const summary = ['id', 'desk', 'experiment', 'title', 'opened_at as openedAt', 'bytes'] as const

/** Newest first. */
export async function listPackets(db: Readable): Promise<PacketSummary[]> {
  return db.selectFrom('packets').select(summary).orderBy('opened_at', 'desc').orderBy('id').execute()
}

export async function findPacket(db: Readable, id: string): Promise<PacketSummary | null> {
  return (await db.selectFrom('packets').select(summary).where('id', '=', id).executeTakeFirst()) ?? null
}

/** One slice of a packet's bytes; the packet itself is saved once all are there. */
export async function savePacketPart(db: Writable, packet: string, n: number, bytes: Uint8Array): Promise<void> {
  await db
    .insertInto('packet_parts')
    .values({ packet, n, bytes })
    .onConflict((conflict) => conflict.columns(['packet', 'n']).doUpdateSet({ bytes }))
    .execute()
}

/** A slice, or null after the last. */
export async function findPacketPart(db: Readable, packet: string, n: number): Promise<Uint8Array | null> {
  const row = await db.selectFrom('packet_parts').select('bytes').where('packet', '=', packet).where('n', '=', n).executeTakeFirst()
  return row?.bytes ?? null
}

export async function savePacket(db: Writable, { openedBy, openedAt, task, items, ...packet }: StoredPacket): Promise<void> {
  await db
    .insertInto('packets')
    .values({ ...packet, opened_by: openedBy, opened_at: openedAt, document: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('packet_abouts')
    .values({ packet: packet.id, task, items: toJson(items) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** With its plan and the readings given of it. Its bytes are left to `deletePacketPart`. */
export async function deletePacket(db: Writable, id: string): Promise<void> {
  await db.deleteFrom('packets').where('id', '=', id).execute()
}

/** The last slice of a packet; false when none is left. */
export async function deletePacketPart(db: Writable, packet: string): Promise<boolean> {
  const last = await db.selectFrom('packet_parts').select('n').where('packet', '=', packet).orderBy('n', 'desc').limit(1).executeTakeFirst()
  if (!last) return false
  await db.deleteFrom('packet_parts').where('packet', '=', packet).where('n', '=', last.n).execute()
  return true
}

/** The packet and all its bytes at once: for a purge. */
export async function erasePacket(db: Writable, id: string): Promise<void> {
  await db.deleteFrom('packet_parts').where('packet', '=', id).execute()
  await deletePacket(db, id)
}

/** Bytes of packets that are not open: what a killed opening or closing left. */
export async function eraseStrayParts(db: Writable): Promise<void> {
  await db
    .deleteFrom('packet_parts')
    .where('packet', 'not in', (eb) => eb.selectFrom('packets').select('id'))
    .execute()
}
