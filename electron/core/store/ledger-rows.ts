// The ledger's rows and the contents beside it. Inserts and reads; nothing else is possible (triggers).
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import type { Readable, Writable } from './database.ts'
import { fromJson, toJson } from './rows.ts'

export type StoredContent = {
  hash: string
  entry: string
  role: string
  salt: string | null
  content: string | null
  erasedAt: string | null
}

export async function ledgerHead(db: Readable): Promise<{ seq: number; hash: string } | null> {
  const row = await db.selectFrom('ledger').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row ?? null
}

export async function insertEntry(db: Writable, entry: LedgerEntry, contents: readonly StoredContent[]): Promise<void> {
  const { body } = entry
  await db
    .insertInto('ledger')
    .values({
      seq: body.seq,
      id: body.id,
      at: body.at,
      act: body.act,
      person: body.person,
      subject: body.subject,
      body: toJson(body),
      hash: entry.hash,
      signature: entry.signature,
      key: entry.key,
    })
    .execute()
  if (contents.length > 0) {
    await db
      .insertInto('contents')
      .values(contents.map(({ erasedAt, ...content }) => ({ ...content, erased_at: erasedAt })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

function entryOfRow(row: { body: string; hash: string; signature: string; key: string }): LedgerEntry {
  return { body: fromJson(row.body), hash: row.hash, signature: row.signature, key: row.key }
}

/** Every row in `seq` order, a page at a time. A body that is no JSON comes back as a broken entry, for the verifier to name. */
export async function* eachEntry(
  db: Readable,
): AsyncGenerator<{ seq: number; body: string; hash: string; signature: string; key: string }> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const rows = await db
      .selectFrom('ledger')
      .select(['seq', 'body', 'hash', 'signature', 'key'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(1000)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

export async function listEntries(
  db: Readable,
  filter: { subject?: string | undefined; before?: number | undefined; limit: number },
): Promise<{ total: number; entries: LedgerEntry[] }> {
  let query = db.selectFrom('ledger')
  if (filter.subject !== undefined) query = query.where('subject', '=', filter.subject)
  const count = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before)
  const rows = await query.select(['body', 'hash', 'signature', 'key']).orderBy('seq', 'desc').limit(filter.limit).execute()
  return { total: count.total, entries: rows.map(entryOfRow) }
}

export async function contentsOf(db: Readable, entries: readonly string[]): Promise<StoredContent[]> {
  if (entries.length === 0) return []
  const rows = await db.selectFrom('contents').selectAll().where('entry', 'in', entries).execute()
  return rows.map((row) => ({
    hash: row.hash,
    entry: row.entry,
    role: row.role,
    salt: row.salt,
    content: row.content,
    erasedAt: row.erased_at,
  }))
}

export async function allContents(db: Readable): Promise<StoredContent[]> {
  const rows = await db.selectFrom('contents').selectAll().execute()
  return rows.map((row) => ({
    hash: row.hash,
    entry: row.entry,
    role: row.role,
    salt: row.salt,
    content: row.content,
    erasedAt: row.erased_at,
  }))
}

export async function saveKey(db: Writable, key: { fingerprint: string; person: string; publicKey: string; at: string }): Promise<void> {
  await db
    .insertInto('keys')
    .values({ fingerprint: key.fingerprint, person: key.person, public_key: key.publicKey, created_at: key.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listKeys(db: Readable): Promise<{ fingerprint: string; person: string; publicKey: string }[]> {
  const rows = await db.selectFrom('keys').selectAll().orderBy('created_at').execute()
  return rows.map((row) => ({ fingerprint: row.fingerprint, person: row.person, publicKey: row.public_key }))
}

/** Channel, identity and role of each named entry. */
export async function listEntriesById(
  db: Readable,
  ids: readonly string[],
): Promise<Map<string, { channel: string; identity: string; role: string }>> {
  const found = new Map<string, { channel: string; identity: string; role: string }>()
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .selectFrom('ledger')
      .select(['id', 'body'])
      .where('id', 'in', ids.slice(start, start + 500))
      .execute()
    for (const row of rows) found.set(row.id, fromJson(row.body))
  }
  return found
}
