// A ledger as one file another person can verify without this desk and without a network.
// It must not know the store; nothing in the file goes unchecked.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Broken, LedgerEntry, Verification } from '../../../shared/domain/ledger.ts'
import { registeredKey } from './append-entry.ts'
import { isCheckpoint } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { SealedContent } from './content-hash.ts'
import { isExactly } from './exact-record.ts'
import { keyRing } from './sign.ts'
import type { KnownKey } from './sign.ts'
import { verifyChain } from './verify-chain.ts'

/** The bundle's document. `contents` left out: only decisions travel. `checkpoint` is null only for a desk without entries. */
export type LedgerBundle = {
  format: 'marbre-ledger-bundle'
  version: 1
  desk: string
  entries: LedgerEntry[]
  contents?: SealedContent[]
  keys: KnownKey[]
  checkpoint: Checkpoint | null
}
type ParsedBundle = Omit<LedgerBundle, 'entries' | 'version' | 'format'> & { entries: unknown[] }

/** What a bundle is made of. Keys' persons are taken from the chain's own `key.registered` entries. */
export type BundleParts = {
  readonly desk: string
  readonly entries: readonly LedgerEntry[]
  readonly contents?: readonly SealedContent[]
  readonly keys: readonly Pick<KnownKey, 'key' | 'publicKey'>[]
  readonly checkpoint: Checkpoint | null
}

const bundleShape = {
  format: 'string',
  version: 'number',
  desk: 'string',
  entries: 'unknown',
  keys: 'unknown',
  checkpoint: 'unknown',
} as const
const contentShape = { hash: 'string', salt: 'string', content: 'string' } as const
const keyShape = { key: 'string', publicKey: 'string', person: 'string?' } as const

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type Said = Pick<LedgerEntry, 'key'> & { readonly body: Pick<LedgerEntry['body'], 'act' | 'subject' | 'facts' | 'contents'> }

/** Keys that signed or were registered, each with the person its registration names (null: none). */
function keyOwners(entries: readonly Said[]): Map<string, string | null> {
  const owners = new Map<string, string | null>()
  for (const { key, body } of entries) {
    if (!owners.has(key)) owners.set(key, null)
    const registered = registeredKey(body)
    if (registered !== null) owners.set(registered, body.subject)
  }
  return owners
}

/** The bundle as one JSON document. Keys that neither signed nor were registered stay out; keys and contents are sorted. */
export function exportBundle(parts: BundleParts): string {
  const owners = keyOwners(parts.entries)
  const keys = parts.keys
    .filter(({ key }) => owners.has(key))
    .map(({ key, publicKey }) => ({ key, publicKey, person: owners.get(key) ?? null }))
    .sort((a, b) => compare(a.key, b.key))
  const referred = new Set(parts.entries.flatMap(({ body }) => Object.values(body.contents)))
  const contents = parts.contents
    ?.filter(({ hash }) => referred.has(hash))
    .map(({ hash, salt, content }) => ({ hash, salt, content }))
    .sort((a, b) => compare(a.hash, b.hash))
  const bundle: LedgerBundle = {
    format: 'marbre-ledger-bundle',
    version: 1,
    desk: parts.desk,
    entries: [...parts.entries],
    ...(contents === undefined ? {} : { contents }),
    keys,
    checkpoint: parts.checkpoint,
  }
  return JSON.stringify(bundle)
}

function refuse(why: string): never {
  throw new DeskError('bad-input', 'bundle', why)
}

function listOf<T>(value: unknown, is: (item: unknown) => item is T, name: string): T[] {
  if (!Array.isArray(value)) return refuse(`no list of ${name}`)
  const items: T[] = []
  for (const item of value) items.push(is(item) ? item : refuse(`${name} of another shape`))
  return items
}

function parseBundle(json: string): ParsedBundle {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return refuse('not JSON')
  }
  const withContents = typeof value === 'object' && value !== null && 'contents' in value
  if (!isExactly(value, withContents ? { ...bundleShape, contents: 'unknown' } : bundleShape)) return refuse('not a ledger bundle')
  if (value.format !== 'marbre-ledger-bundle' || value.version !== 1) return refuse('not a ledger bundle of version 1')
  if (value.checkpoint !== null && !isCheckpoint(value.checkpoint)) return refuse('the checkpoint has another shape')
  const entries = listOf(value.entries, (item): item is unknown => item !== undefined, 'entries')
  const keys = listOf(value.keys, (item) => isExactly(item, keyShape), 'keys')
  const parsed = { desk: value.desk, entries, keys, checkpoint: value.checkpoint }
  if (!('contents' in value)) return parsed
  return { ...parsed, contents: listOf(value.contents, (item) => isExactly(item, contentShape), 'contents') }
}

function isRising(texts: readonly string[]): boolean {
  return texts.every((text, index) => index === 0 || compare(texts[index - 1] ?? '', text) < 0)
}

/** What the chain cannot vouch for: keys with the person they were registered for, no content nobody refers to. Seq 0: the bundle itself. */
function verifyRest(bundle: ParsedBundle, entries: readonly Said[]): Broken | null {
  const header: Broken = { seq: 0, why: 'altered' }
  const owners = keyOwners(entries)
  const ring = keyRing(bundle.keys)
  if (!isRising(bundle.keys.map(({ key }) => key))) return header
  if (!bundle.keys.every(({ key, person }) => ring.knows(key) && owners.has(key) && owners.get(key) === person)) return header
  const contents = bundle.contents ?? []
  const referred = new Set(entries.flatMap(({ body }) => Object.values(body.contents)))
  const inPlace = isRising(contents.map(({ hash }) => hash)) && contents.every(({ hash }) => referred.has(hash))
  return inPlace ? null : { seq: 0, why: 'content-altered' }
}

/**
 * Verifies a bundle offline. `trustedKeys`: fingerprints the reader trusts (`readTrustedKeys`); an entry signed with another
 * key is then `unknown-key`. Without them the bundle can be intact, its signer `unverified`, its fingerprints listed.
 * Throws `bad-input` for what is no bundle at all.
 */
export function verifyBundle(json: string, trustedKeys?: readonly string[]): Verification {
  const bundle = parseBundle(json)
  const trusted = trustedKeys === undefined ? null : new Set(trustedKeys)
  const contents = bundle.contents === undefined ? null : new Map(bundle.contents.map((kept) => [kept.hash, kept]))
  const found = verifyChain({
    desk: bundle.desk,
    rows: bundle.entries,
    keys: trusted === null ? bundle.keys : bundle.keys.filter(({ key }) => trusted.has(key)),
    checkpoint: bundle.checkpoint,
    trusted: trusted !== null,
    ...(contents === null ? {} : { contents: (hash: string) => contents.get(hash) ?? null }),
  })
  if (!found.intact) return found
  // An intact chain means every row was parsed strictly, so they are entries.
  const broken = verifyRest(bundle, bundle.entries as LedgerEntry[])
  return broken === null ? found : { ...found, intact: false, broken }
}
