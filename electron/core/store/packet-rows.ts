// Packets of other desks, as they came. The only SQL over `packets`: nothing joins them to this desk's own records.
import type { PacketSummary } from '../../../shared/domain/packet.ts'
import type { Readable, Writable } from './database.ts'

export type StoredPacket = PacketSummary & { openedBy: string; document: string }

/** Newest first, without their documents. */
export async function listPackets(db: Readable): Promise<PacketSummary[]> {
  return db
    .selectFrom('packets')
    .select(['id', 'desk', 'experiment', 'title', 'opened_at as openedAt', 'bytes'])
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function findPacket(db: Readable, id: string): Promise<(PacketSummary & { document: string }) | null> {
  const row = await db
    .selectFrom('packets')
    .select(['id', 'desk', 'experiment', 'title', 'opened_at as openedAt', 'bytes', 'document'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function savePacket(db: Writable, { openedBy, openedAt, ...packet }: StoredPacket): Promise<void> {
  await db
    .insertInto('packets')
    .values({ ...packet, opened_by: openedBy, opened_at: openedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deletePacket(db: Writable, id: string): Promise<void> {
  await db.deleteFrom('packets').where('id', '=', id).execute()
}
