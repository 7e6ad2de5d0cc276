// The ledger for people: entries with names and what contents remain; verification; bundles.
import { join } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import type { LedgerEntry, Verification } from '../../../shared/domain/ledger.ts'
import type { LedgerView } from '../../../shared/contract/desk.ts'
import { exportBundle, verifyBundle } from '../ledger/bundle.ts'
import { readCheckpoint } from '../ledger/checkpoint.ts'
import type { SealedContent } from '../ledger/content-hash.ts'
import { readTrustedKeys } from '../ledger/trusted-keys.ts'
import { verifyChain } from '../ledger/verify-chain.ts'
import { listPeople } from '../store/desk-rows.ts'
import { allContents, contentsOf, eachEntry, listEntries, listKeys, type StoredContent } from '../store/ledger-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { checkpointFile } from './ledger-pen.ts'
import { subjectsOf } from './ledger-subjects.ts'
import { waitingReadings } from './withheld-decisions.ts'
import { withholdVotes } from './withheld-votes.ts'

export type LedgerFilter = Omit<Parameters<typeof listEntries>[1], 'person' | 'except'> & { who?: 'me' | 'desk' | undefined }

/** Newest first, as the person who asks may read it. By person only for oneself and the desk (trust.md). */
export async function viewLedger(
  desk: DeskContext,
  actor: Actor,
  { who, ...filter }: LedgerFilter,
): Promise<{ total: number; entries: LedgerView[]; inReading: number }> {
  // Everything about what waits for this person’s second reading is left out until they gave it.
  const waiting = await waitingReadings(desk.store.read, actor)
  const except = waiting.flatMap(({ id, item, task }) => (task === 'moderation' ? [id, item] : [id]))
  const person = who === 'me' ? actor.person.id : who === 'desk' ? 'machine' : undefined
  const { total, entries: signed } = await listEntries(desk.store.read, { ...filter, person, except })
  const { entries, withheldOf } = await withholdVotes(desk, actor, signed)
  const names = new Map((await listPeople(desk.store.read)).map(({ id, name }) => [id, name]))
  const contents = Map.groupBy(
    await contentsOf(
      desk.store.read,
      entries.map((entry) => entry.body.id),
    ),
    (content) => content.entry,
  )
  const contentOf = (entry: LedgerEntry) => contents.get(entry.body.id) ?? []
  const about = await subjectsOf(
    desk.store.read,
    entries.map((entry) => ({ body: entry.body, contents: contentOf(entry).map((content) => content.content) })),
  )
  return {
    total,
    inReading: waiting.length,
    entries: entries.map((entry, index) => ({
      ...entry,
      personName: names.get(entry.body.person) ?? null,
      withheld: [...withheldOf(entry)],
      contents: Object.fromEntries(
        contentOf(entry).flatMap((content) => (withheldOf(entry).has(content.role) ? [] : [[content.role, content.content]])),
      ),
      about: about[index] ?? [],
    })),
  }
}

/** The stored row as the verifier wants it; a body that is no JSON, or not byte for byte as it was written, stays a string, which no entry is. */
function rawRow(row: { body: string; hash: string; signature: string; key: string }): unknown {
  try {
    const body: unknown = JSON.parse(row.body)
    return JSON.stringify(body) === row.body ? { body, hash: row.hash, signature: row.signature, key: row.key } : row
  } catch {
    return row
  }
}

/** What verifying needs of a desk; a backup that is no desk yet has it too. */
type Chained = { readonly store: Pick<DeskContext['store'], 'read' | 'folder'>; readonly pen: { readonly desk: string } }

export async function verifyLedger(desk: Chained): Promise<Verification> {
  const rows: unknown[] = []
  for await (const row of eachEntry(desk.store.read)) rows.push(rawRow(row))
  const kept = new Map(
    (await allContents(desk.store.read)).flatMap((content) => sealedForm(content).map((sealed) => [sealed.hash, sealed] as const)),
  )
  return verifyChain({
    desk: desk.pen.desk,
    rows,
    keys: await knownKeys(desk),
    contents: (hash) => kept.get(hash) ?? null,
    checkpoint: readCheckpoint(join(desk.store.folder, checkpointFile)),
    trusted: true,
  })
}

function sealedForm(content: StoredContent): SealedContent[] {
  return content.salt === null || content.content === null ? [] : [{ hash: content.hash, salt: content.salt, content: content.content }]
}

async function knownKeys(desk: Pick<Chained, 'store'>): Promise<{ key: string; publicKey: string; person: string }[]> {
  return (await listKeys(desk.store.read)).map((key) => ({ key: key.fingerprint, publicKey: key.publicKey, person: key.person }))
}

function readBody(row: { seq: number; body: string }): LedgerEntry['body'] {
  try {
    return JSON.parse(row.body) as LedgerEntry['body']
  } catch {
    throw new DeskError('ledger-broken', 'ledger', 'an entry cannot be read: verify the ledger first', { seq: row.seq })
  }
}

export async function makeBundle(desk: DeskContext): Promise<{ bundle: string; entries: number }> {
  const entries: LedgerEntry[] = []
  for await (const row of eachEntry(desk.store.read)) {
    entries.push({ body: readBody(row), hash: row.hash, signature: row.signature, key: row.key })
  }
  const checkpoint = readCheckpoint(join(desk.store.folder, checkpointFile))
  if (checkpoint === 'unreadable') throw new DeskError('ledger-broken', 'checkpoint', 'cannot be read: verify the ledger first')
  const contents = (await allContents(desk.store.read)).flatMap(sealedForm)
  return {
    bundle: exportBundle({ desk: desk.pen.desk, entries, contents, keys: await knownKeys(desk), checkpoint }),
    entries: entries.length,
  }
}

/** Verifies a bundle file offline. `trust` is the text of a list of fingerprints the reader trusts. */
export function checkBundle(bundle: string, trust: string | undefined): Verification {
  return verifyBundle(bundle, trust === undefined ? undefined : readTrustedKeys(trust))
}
