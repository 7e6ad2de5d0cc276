// The ledger's rows and the contents beside it. Inserts and reads; nothing else is possible (triggers).
import { sql } from 'kysely'
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

/** What of the ledger is asked for; `about` is the id of anything an entry speaks of, `since` and `until` are instants, the last not included. */
export type EntryFilter = {
  subject?: string | undefined
  about?: string | undefined
  acts?: readonly string[] | undefined
  person?: string | undefined
  since?: string | undefined
  until?: string | undefined
}

/** An entry speaks of a thing as its subject or in one of these facts; the quick look for its id spares reading most bodies as JSON. */
function speaksOf(id: string) {
  const fact = (name: string) => sql`json_extract(body, ${`$.facts.${name}`})`
  const named = sql.join(['item', 'experiment', 'concept', 'into'].map(fact))
  const quoted = JSON.stringify(id)
  // A decision on a tag names its proposal: the tag is in what was proposed.
  const tagged = sql`select id from suggestions where task = 'tags' and instr(value, ${quoted}) > 0 and json_extract(value, '$.concept') = ${id}`
  return sql<boolean>`(subject = ${id} or subject in (${tagged}) or (instr(body, ${quoted}) > 0 and ${id} in (${named})))`
}

export async function listEntries(
  db: Readable,
  filter: EntryFilter & { before?: number | undefined; limit: number; except?: readonly string[] | undefined },
): Promise<{ total: number; entries: LedgerEntry[] }> {
  let query = db.selectFrom('ledger')
  if (filter.subject !== undefined) query = query.where('subject', '=', filter.subject)
  if (filter.about !== undefined) query = query.where(speaksOf(filter.about))
  if (filter.acts !== undefined) query = query.where('act', 'in', [...filter.acts])
  if (filter.person !== undefined) query = query.where('person', '=', filter.person)
  if (filter.since !== undefined) query = query.where('at', '>=', filter.since)
  if (filter.until !== undefined) query = query.where('at', '<', filter.until)
  if (filter.except !== undefined && filter.except.length > 0)
    query = query.where(sql<boolean>`subject not in (select value from json_each(${toJson(filter.except)}))`)
  const count = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before)
  const rows = await query.select(['body', 'hash', 'signature', 'key']).orderBy('seq', 'desc').limit(filter.limit).execute()
  return { total: count.total, entries: rows.map(entryOfRow) }
}

/** Whether an entry is a person's, or about them beyond their coming to the desk and leaving it. */
export async function namesPerson(db: Readable, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('ledger')
    .select('id')
    .where((eb) =>
      eb.or([eb('person', '=', id), eb.and([eb('subject', '=', id), eb('act', 'not in', ['person.added', 'person.removed'])])]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
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

/** What the named entries say, by id. */
export async function listBodiesById(db: Readable, ids: readonly string[]): Promise<Map<string, LedgerEntry['body']>> {
  const found = new Map<string, LedgerEntry['body']>()
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

/** The entry that recorded the export of the content with this hash; null when this desk never made it. */
export async function findExport(db: Readable, act: LedgerEntry['body']['act'], digest: string): Promise<LedgerEntry['body'] | null> {
  const rows = await db.selectFrom('ledger').select('body').where('act', '=', act).execute()
  const bodies = rows.map((row) => fromJson<LedgerEntry['body']>(row.body))
  return bodies.find(({ facts }) => facts['digest'] === digest) ?? null
}
