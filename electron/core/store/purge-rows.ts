// Erases for good: comments past their time, or everything a desk was given. The ledger's rows stay; what they point at goes.
// It must not know why, nor who asked.
import { sql } from 'kysely'
import type { Readable, Writable } from './database.ts'
import { erasePacket, eraseStrayParts } from './packet-rows.ts'

export type Erased = Record<string, number>

const batch = 500

/** Ids of comments written (where unknown: imported) before `before`, an ISO moment. */
export async function commentsBefore(db: Readable, before: string): Promise<string[]> {
  const rows = await db
    .selectFrom('comments')
    .select('id')
    .where((eb) =>
      eb(sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', date), imported_at))`, '<', before),
    )
    .execute()
  return rows.map((row) => row.id)
}

/** Comments, decisions on them and opinions about them; returns how many of each, and the ids the ledger knows them by. */
export async function eraseComments(db: Writable, ids: readonly string[]): Promise<{ erased: Erased; subjects: string[] }> {
  const subjects = [...ids]
  let opinions = 0
  for (const part of parts(ids)) {
    const rows = await db.selectFrom('suggestions').select('id').where('item', 'in', part).where('task', '=', 'moderation').execute()
    const made = rows.map((row) => row.id)
    subjects.push(...made)
    opinions += made.length
    const pairs = (await db.selectFrom('comparison_pairs').select('id').where('item', 'in', part).execute()).map((row) => row.id)
    subjects.push(...pairs)
    await db.deleteFrom('comparison_votes').where('pair', 'in', pairs).execute()
    await db.deleteFrom('comparison_pairs').where('id', 'in', pairs).execute()
    await db.deleteFrom('replaced_tries').where('suggestion', 'in', made).execute()
    await db.deleteFrom('suggestions').where('id', 'in', made).execute()
    await db.deleteFrom('requests').where('item', 'in', part).where('task', '=', 'moderation').execute()
    await db.deleteFrom('comments').where('id', 'in', part).execute()
  }
  return { erased: { comments: ids.length, opinions }, subjects }
}

/**
 * Packets whose opinions quote comments: those that speak of these, and those opened before `before`, whose comments
 * are another desk's. Nothing else of the desk knew them; the one who made a packet can send it again.
 */
export async function erasePacketsOfComments(db: Writable, ids: readonly string[], before: string): Promise<number> {
  const gone = new Set(ids)
  const rows = await db
    .selectFrom('packets')
    .innerJoin('packet_abouts', 'packet_abouts.packet', 'packets.id')
    .select(['id', 'opened_at', 'items'])
    .where('task', '=', 'moderation')
    .execute()
  const leaving = rows.filter((row) => row.opened_at < before || (JSON.parse(row.items) as string[]).some((item) => gone.has(item)))
  for (const { id } of leaving) await erasePacket(db, id)
  await eraseStrayParts(db)
  return leaving.length
}

/** How many of each a purge of everything takes; `names` are people's, their ids stay. The free trial's card is no experiment of anybody's. */
export async function countEverything(db: Readable): Promise<Erased> {
  const erased: Erased = {}
  for (const [name, table] of counted) {
    const all = db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count'))
    const { count } = await (table === 'experiments' ? all.where('standing', '=', 0) : all).executeTakeFirstOrThrow()
    erased[name] = Number(count)
  }
  return erased
}

const counted = [
  ['articles', 'articles'],
  ['comments', 'comments'],
  ['suggestions', 'suggestions'],
  ['experiments', 'experiments'],
  ['concepts', 'concepts'],
  ['names', 'people'],
] as const

/** Everything of the newsroom but its people's ids, its keys, its settings and its ledger. */
export async function eraseEverything(db: Writable): Promise<Erased> {
  const erased = await countEverything(db)
  const tables = [
    'rubric_forms',
    'comparison_votes',
    'comparison_pairs',
    'comparisons',
    'returned_readings',
    'readings_packets',
    'packet_readings',
    'packet_plans',
    'packet_abouts',
    'packet_parts',
    'packets',
    'second_readings',
    'sampling_plans',
    'replaced_tries',
    'suggestions',
    'requests',
    'run_items',
    'runs',
    'comments',
  ] as const
  for (const table of tables) await db.deleteFrom(table).execute()
  await db.deleteFrom('experiments').where('standing', '=', 0).execute()
  await sql`insert into articles_text(articles_text) values ('delete-all')`.execute(db)
  for (const table of ['articles', 'concepts', 'proposed_terms', 'tag_rules', 'tag_resets', 'parked_terms', 'models'] as const)
    await db.deleteFrom(table).execute()
  await db
    .updateTable('people')
    .set({ name: sql`id` })
    .execute()
  return erased
}

/** Salts and contents of the entries about `subjects` (null: of every entry) go; returns their hashes, which the ledger keeps. */
export async function eraseContents(db: Writable, subjects: readonly string[] | null, at: string): Promise<string[]> {
  const hashes: string[] = []
  for (const part of subjects === null ? [null] : parts(subjects)) {
    let query = db.selectFrom('contents').innerJoin('ledger', 'ledger.id', 'contents.entry').where('contents.salt', 'is not', null)
    if (part !== null) query = query.where('ledger.subject', 'in', part)
    hashes.push(...(await query.select('contents.hash').execute()).map((row) => row.hash))
  }
  for (const part of parts(hashes))
    await db.updateTable('contents').set({ salt: null, content: null, erased_at: at }).where('hash', 'in', part).execute()
  return hashes
}

function* parts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += batch) yield all.slice(start, start + batch)
}
