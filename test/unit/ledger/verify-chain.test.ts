// Every way of breaking a chain is told apart and named at its first entry.
// It must not know how the room does it: only what goes in and what comes out.
import { describe, expect, it } from 'vitest'
import { appendEntrySync, registrationFacts } from '../../../electron/core/ledger/append-entry.ts'
import { signCheckpointSync } from '../../../electron/core/ledger/checkpoint.ts'
import type { CheckpointReading } from '../../../electron/core/ledger/checkpoint.ts'
import { purgeFacts } from '../../../electron/core/ledger/content-hash.ts'
import { hashEntry } from '../../../electron/core/ledger/hash-entry.ts'
import { createKey, signerOf } from '../../../electron/core/ledger/sign.ts'
import { verifyChain } from '../../../electron/core/ledger/verify-chain.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import { at, headOf, makeChain, parts } from './make-chain.ts'
import type { Chain } from './make-chain.ts'

function verify(chain: Chain, rows: unknown[] = chain.entries, checkpoint: CheckpointReading = chain.checkpoint) {
  return verifyChain({ desk: chain.desk, rows, keys: chain.keys, contents: (hash) => chain.contents.get(hash) ?? null, checkpoint })
}

function entryAt(chain: Chain, seq: number): LedgerEntry {
  const entry = chain.entries[seq - 1]
  if (entry === undefined) throw new Error('no such entry')
  return structuredClone(entry)
}

function replaced(chain: Chain, seq: number, entry: unknown): unknown[] {
  return chain.entries.map((kept, index) => (index === seq - 1 ? entry : kept))
}

describe('verifyChain', () => {
  it('finds an untouched chain intact', () => {
    const chain = makeChain(6)
    const head = chain.entries[5]?.hash
    expect(verify(chain)).toEqual({ entries: 6, head, intact: true, erased: 0, signer: 'trusted', fingerprints: [chain.signer.key] })
    expect(verify(makeChain(0), [], null)).toMatchObject({ entries: 0, intact: true, head: '0'.repeat(64) })
  })

  it('names a byte changed in any field of any entry', () => {
    const chain = makeChain(4)
    const flips: ((entry: LedgerEntry) => void)[] = [
      (entry) => (entry.body.desk += 'x'),
      (entry) => (entry.body.seq += 1),
      (entry) => (entry.body.id += 'x'),
      (entry) => (entry.body.at = entry.body.at.replace('10', '11')),
      (entry) => (entry.body.act = 'suggestion.rejected'),
      (entry) => (entry.body.person = 'you'),
      (entry) => (entry.body.role = 'referent'),
      (entry) => (entry.body.channel = 'cli'),
      (entry) => (entry.body.identity = 'declared'),
      (entry) => (entry.body.subject += 'x'),
      (entry) => (entry.body.facts['score'] = 0.51),
      (entry) => (entry.body.facts['added'] = null),
      (entry) => Object.defineProperty(entry.body.facts, '__proto__', { value: 'x', enumerable: true }),
      (entry) => (entry.body.contents['more'] = '0'.repeat(64)),
      (entry) => (entry.body.prev = entry.body.prev.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))),
      (entry) => (entry.hash = entry.hash.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))),
      (entry) => (entry.hash = entry.hash.toUpperCase()),
      (entry) => Object.assign(entry, { extra: 1 }),
      (entry) => Object.assign(entry.body, { extra: 1 }),
      (entry) => Object.assign(entry.body, { v: 2 }),
    ]
    for (const flip of flips)
      for (const seq of [1, 2, 3, 4]) {
        const entry = entryAt(chain, seq)
        flip(entry)
        expect(verify(chain, replaced(chain, seq, entry)).broken, `${String(flip)} at ${seq}`).toEqual({ seq, why: 'altered' })
      }
  })

  it('names a changed signature, also one that decodes to the same bytes', () => {
    const chain = makeChain(3)
    const entry = entryAt(chain, 2)
    const other = entryAt(chain, 3)
    expect(verify(chain, replaced(chain, 2, { ...entry, signature: other.signature })).broken).toEqual({ seq: 2, why: 'bad-signature' })
    const twin = entry.signature.replace(/.==$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}==`)
    expect(Buffer.from(twin, 'base64')).toEqual(Buffer.from(entry.signature, 'base64'))
    expect(verify(chain, replaced(chain, 2, { ...entry, signature: twin })).broken).toEqual({ seq: 2, why: 'bad-signature' })
    expect(verify(chain, replaced(chain, 2, { ...entry, signature: '' })).broken).toEqual({ seq: 2, why: 'bad-signature' })
  })

  it('tells a body whose hash was recomputed without the key', () => {
    const chain = makeChain(4)
    const entry = entryAt(chain, 3)
    entry.body.act = 'suggestion.rejected'
    entry.hash = hashEntry(entry.body)
    expect(verify(chain, replaced(chain, 3, entry)).broken).toEqual({ seq: 3, why: 'bad-signature' })
  })

  it('names the entry re-signed with its own key but not re-chained', () => {
    const chain = makeChain(5)
    const prev = { count: 2, head: entryAt(chain, 2).hash }
    const forged = appendEntrySync(prev, parts(3, { act: 'suggestion.rejected' }), chain.signer)
    expect(verify(chain, replaced(chain, 3, forged)).broken).toEqual({ seq: 3, why: 'altered' })
    const last = appendEntrySync({ count: 4, head: entryAt(chain, 4).hash }, parts(5, { act: 'suggestion.rejected' }), chain.signer)
    expect(verify(chain, replaced(chain, 5, last)).broken).toEqual({ seq: 5, why: 'altered' })
  })

  it('tells removed from reordered, at the start, in the middle and at the end', () => {
    const chain = makeChain(5)
    const [a, b, c, d, e] = chain.entries
    expect(verify(chain, [b, c, d, e]).broken).toEqual({ seq: 1, why: 'removed' })
    expect(verify(chain, [a, b, d, e]).broken).toEqual({ seq: 3, why: 'removed' })
    expect(verify(chain, [a, e]).broken).toEqual({ seq: 2, why: 'removed' })
    expect(verify(chain, [a, b, c, d]).broken).toEqual({ seq: 5, why: 'truncated' })
    expect(verify(chain, [a]).broken).toEqual({ seq: 2, why: 'truncated' })
    expect(verify(chain, []).broken).toEqual({ seq: 1, why: 'truncated' })
    expect(verify(chain, [a, c, b, d, e]).broken).toEqual({ seq: 2, why: 'reordered' })
    expect(verify(chain, [e, b, c, d, a]).broken).toEqual({ seq: 1, why: 'reordered' })
    expect(verify(chain, [a, b, c, e, d]).broken).toEqual({ seq: 4, why: 'reordered' })
    expect(verify(chain, [a, b, b, c, d, e]).broken).toEqual({ seq: 3, why: 'reordered' })
  })

  it('sees a cut tail through the checkpoint, and a checkpoint that is gone, unreadable or changed', () => {
    const chain = makeChain(5)
    const tail = (checkpoint: CheckpointReading) => verify(chain, chain.entries, checkpoint).broken
    expect(tail(null)).toEqual({ seq: 6, why: 'truncated' })
    expect(tail('unreadable')).toEqual({ seq: 5, why: 'altered' })
    expect(tail({ ...chain.checkpoint, count: 4 })?.why).toBe('bad-signature')
    expect(tail({ ...chain.checkpoint, head: '1'.repeat(64) })?.why).toBe('bad-signature')
    expect(tail({ ...chain.checkpoint, at: 'x' })?.why).toBe('bad-signature')
    expect(tail({ ...chain.checkpoint, key: '1'.repeat(64) })?.why).toBe('unknown-key')
    expect(tail(signCheckpointSync('other', headOf(chain.entries), at, chain.signer))?.why).toBe('altered')
    expect(tail(signCheckpointSync('desk-1', { count: 3, head: '1'.repeat(64) }, at, chain.signer))).toEqual({ seq: 3, why: 'altered' })
    // A crash between commit and checkpoint leaves an older checkpoint: that is no break.
    expect(tail(signCheckpointSync('desk-1', { count: 4, head: entryAt(chain, 4).hash }, at, chain.signer))).toBeUndefined()
  })

  it('refuses a chain recomputed, or an entry re-signed, with a foreign key', () => {
    const chain = makeChain(4)
    const foreign = makeChain(4, signerOf(createKey()))
    expect(verify(chain, foreign.entries).broken).toEqual({ seq: 1, why: 'unknown-key' })
    expect(verify(chain, foreign.entries).signer).toBe('unverified')
    const resigned = appendEntrySync({ count: 2, head: entryAt(chain, 2).hash }, parts(3), foreign.signer)
    expect(verify(chain, replaced(chain, 3, resigned)).broken).toEqual({ seq: 3, why: 'unknown-key' })
    // Even when the foreign key was slipped into the desk's table: no entry of this chain registers it.
    const slipped = { ...chain, keys: [...chain.keys, ...foreign.keys] }
    expect(verify(slipped, replaced(chain, 3, resigned)).broken).toEqual({ seq: 3, why: 'unknown-key' })
    // A key in the table whose fingerprint is another key's does not help either.
    const posing = { ...chain, keys: [{ ...chain.keys[0]!, publicKey: foreign.signer.publicKey }] }
    expect(verify(posing).broken).toEqual({ seq: 1, why: 'unknown-key' })
  })

  it('accepts a second key once the chain registers it, and holds it to its person', () => {
    const chain = makeChain(3)
    const second = signerOf(createKey())
    chain.keys.push({ key: second.key, publicKey: second.publicKey, person: 'lea' })
    const registered = parts(4, { act: 'key.registered', subject: 'lea', facts: registrationFacts(second) })
    chain.entries.push(appendEntrySync(headOf(chain.entries), registered, chain.signer))
    const end = headOf(chain.entries)
    const byLea = appendEntrySync(end, parts(5, { person: 'lea' }), second)
    const asMe = appendEntrySync(end, parts(5, { person: 'me' }), second)
    const declared = appendEntrySync(end, parts(5, { person: 'me', identity: 'declared' }), second)
    const checkpoint = signCheckpointSync('desk-1', end, at, chain.signer)
    expect(verify(chain, [...chain.entries, byLea], checkpoint)).toMatchObject({
      intact: true,
      fingerprints: [chain.signer.key, second.key],
    })
    expect(verify(chain, [...chain.entries, asMe], checkpoint).broken).toEqual({ seq: 5, why: 'bad-signature' })
    expect(verify(chain, [...chain.entries, declared], checkpoint).intact).toBe(true)
  })

  it('refuses another desk spliced in with the same key', () => {
    const chain = makeChain(3)
    const other = appendEntrySync(headOf(chain.entries), parts(4, { desk: 'desk-2' }), chain.signer)
    expect(verify(chain, [...chain.entries, other]).broken).toEqual({ seq: 4, why: 'altered' })
    expect(verify({ ...chain, desk: 'desk-2' }).broken).toEqual({ seq: 1, why: 'altered' })
  })
})

describe('contents', () => {
  const hashOf = (chain: Chain, seq: number): string => entryAt(chain, seq).body.contents['after'] ?? ''

  it('names the entry whose content or salt was edited', () => {
    const chain = makeChain(5)
    const hash = hashOf(chain, 4)
    const kept = chain.contents.get(hash)!
    for (const edited of [
      { ...kept, content: `${kept.content}.` },
      { ...kept, salt: '0'.repeat(64) },
      { ...kept, salt: kept.salt.toUpperCase() },
    ]) {
      chain.contents.set(hash, edited)
      expect(verify(chain).broken).toEqual({ seq: 4, why: 'content-altered' })
    }
  })

  it('tells an erasure the ledger records from one it does not', () => {
    const chain = makeChain(5)
    const [one, two] = [hashOf(chain, 3), hashOf(chain, 4)]
    chain.contents.delete(one)
    expect(verify(chain).broken).toEqual({ seq: 3, why: 'content-altered' })
    const purge = parts(6, { act: 'contents.purged', person: 'machine', facts: purgeFacts([one], 'retention')[0]! })
    chain.entries.push(appendEntrySync(headOf(chain.entries), purge, chain.signer))
    expect(verify(chain)).toMatchObject({ intact: true, erased: 1 })
    chain.contents.delete(two)
    expect(verify(chain).broken).toEqual({ seq: 4, why: 'content-altered' })
  })

  it('reports the cut tail, not the contents whose purge entry went with it', () => {
    const chain = makeChain(4)
    const hash = hashOf(chain, 3)
    chain.contents.delete(hash)
    const purge = parts(5, { act: 'contents.purged', person: 'machine', facts: purgeFacts([hash], 'retention')[0]! })
    chain.entries.push(appendEntrySync(headOf(chain.entries), purge, chain.signer))
    const checkpoint = signCheckpointSync('desk-1', headOf(chain.entries), at, chain.signer)
    expect(verify(chain, chain.entries.slice(0, 4), checkpoint).broken).toEqual({ seq: 5, why: 'truncated' })
  })

  it('splits a big purge over several entries', () => {
    const facts = purgeFacts(
      Array.from({ length: 2001 }, (_, i) => String(i)),
      'request',
    )
    expect(facts.map(({ count }) => count)).toEqual([1000, 1000, 1])
  })
})
