// Keys live in files only their owner reads, in vaults, or out of reach; canonical forms have one spelling.
// It must not know how the room does it: only what goes in and what comes out.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appendEntry, appendEntrySync, emptyChain } from '../../../electron/core/ledger/append-entry.ts'
import { canonicalForm } from '../../../electron/core/ledger/canonical-form.ts'
import {
  assertContinues,
  readCheckpoint,
  signCheckpoint,
  signCheckpointSync,
  writeCheckpoint,
} from '../../../electron/core/ledger/checkpoint.ts'
import { hashContent } from '../../../electron/core/ledger/content-hash.ts'
import { openFileSigner } from '../../../electron/core/ledger/file-signer.ts'
import { lockedSigner } from '../../../electron/core/ledger/locked-signer.ts'
import { keyRing } from '../../../electron/core/ledger/sign.ts'
import { openWrappedSigner } from '../../../electron/core/ledger/wrapped-signer.ts'
import { at, headOf, makeChain, parts } from './make-chain.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'marbre-ledger-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const coded = (code: string) => expect.objectContaining({ name: 'DeskError', code })

describe('canonicalForm', () => {
  it('is the example of RFC 8785, section 3.2.3', () => {
    const value: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"literals":[null,true,false],"é":1,"\\r":2,"1":3}',
    )
    expect(canonicalForm(value)).toBe(
      '{"\\r":2,"1":3,"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"é":1}',
    )
  })
  it('refuses what JSON cannot hold', () => {
    for (const value of [Number.NaN, Infinity, '\ud800', undefined, { a: -Infinity }])
      expect(() => canonicalForm(value)).toThrow(coded('bad-input'))
  })
})

describe('signers', () => {
  it('keeps the file key across openings, 0600 in a 0700 folder', () => {
    const signer = openFileSigner(folder)
    const again = openFileSigner(folder)
    expect(again.key).toBe(signer.key)
    expect(signer.key).toMatch(/^[0-9a-f]{64}$/)
    expect(readdirSync(join(folder, 'keys'))).toEqual(['desk.pk8'])
    const hash = 'ab'.repeat(32)
    const ring = keyRing([{ key: signer.key, publicKey: signer.publicKey, person: null }])
    expect(ring.verifies(signer.key, hash, again.sign(hash))).toBe(true)
    if (process.platform === 'win32') return
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'keys', 'desk.pk8')).mode & 0o777).toBe(0o600)
    chmodSync(join(folder, 'keys', 'desk.pk8'), 0o644)
    openFileSigner(folder)
    expect(statSync(join(folder, 'keys', 'desk.pk8')).mode & 0o777).toBe(0o600)
  })

  it('never replaces a damaged key, and gives no path a way out', () => {
    openFileSigner(folder)
    truncateSync(join(folder, 'keys', 'desk.pk8'), 10)
    expect(() => openFileSigner(folder)).toThrow(coded('key-locked'))
    expect(statSync(join(folder, 'keys', 'desk.pk8')).size).toBe(10)
    expect(() => openFileSigner(folder, '../x')).toThrow(coded('bad-input'))
  })

  it('opens a vault key, and a locked one refuses', async () => {
    let stored: Buffer | null = null
    const vault = {
      load: () => Promise.resolve(stored),
      store: (key: Buffer) => {
        stored = key
        return Promise.resolve()
      },
    }
    const signer = await openWrappedSigner(vault)
    expect((await openWrappedSigner(vault)).key).toBe(signer.key)
    expect(() => appendEntrySync(emptyChain, parts(1), lockedSigner(signer.key))).toThrow(coded('key-locked'))
    await expect(appendEntry(emptyChain, parts(1), lockedSigner(signer.key))).rejects.toThrow(coded('key-locked'))
    const remote = { key: signer.key, sign: (hash: string) => Promise.resolve(signer.sign(hash)) }
    expect(await appendEntry(emptyChain, parts(1), remote)).toEqual(appendEntrySync(emptyChain, parts(1), signer))
  })

  it('appends nothing that is not an entry', () => {
    const { signer } = makeChain(0)
    expect(() => appendEntrySync({ count: 1, head: 'x' }, parts(1), signer)).toThrow(coded('ledger-broken'))
    const smuggled = { ...parts(1), text: 'le texte' }
    expect(() => appendEntrySync(emptyChain, smuggled, signer)).toThrow(coded('bad-input'))
    expect(() => appendEntrySync(emptyChain, parts(1, { subject: '\udc00' }), signer)).toThrow(coded('bad-input'))
  })
})

describe('hashContent', () => {
  it('is SHA-256 of salt then content', () => {
    // printf '\0%.0s' {1..32} | cat - <(printf é) | sha256sum
    expect(hashContent('00'.repeat(32), 'é')).toBe('78630b6e34a699666152306d009a8d8dd1c58f2a2a79ae0d31ae6b98b8f3e6df')
  })
  it('refuses short salts and lone surrogates', () => {
    expect(() => hashContent('00', 'é')).toThrow(coded('bad-input'))
    expect(() => hashContent('00'.repeat(32), '\ud83d')).toThrow(coded('bad-input'))
  })
})

describe('checkpoint', () => {
  it('is written whole, read back, and leaves no draft', async () => {
    const { signer, entries, checkpoint } = makeChain(3)
    const path = join(folder, 'checkpoint.json')
    expect(readCheckpoint(path)).toBeNull()
    writeCheckpoint(path, checkpoint)
    writeCheckpoint(path, await signCheckpoint('desk-1', headOf(entries), at, signer))
    expect(readCheckpoint(path)).toEqual(checkpoint)
    writeCheckpoint(path, signCheckpointSync('desk-1', headOf(entries.slice(0, 2)), at, signer))
    expect(readCheckpoint(path)).toEqual(checkpoint)
    expect(readdirSync(folder)).toEqual(['checkpoint.json'])
    for (const text of ['', '{}', 'null', readFileSync(path, 'utf8').slice(0, -10), JSON.stringify({ ...checkpoint, more: 1 })]) {
      writeFileSync(path, text)
      expect(readCheckpoint(path)).toBe('unreadable')
    }
  })

  it('refuses to go on from a chain it contradicts', () => {
    const { signer, entries, checkpoint } = makeChain(3)
    const end = headOf(entries)
    const short = headOf(entries.slice(0, 2))
    expect(() => assertContinues(checkpoint, 'desk-1', end)).not.toThrow()
    expect(() => assertContinues(null, 'desk-1', end)).not.toThrow()
    expect(() => assertContinues(null, 'desk-1', { ...end, count: 9 })).toThrow(coded('ledger-broken'))
    expect(() => assertContinues(signCheckpointSync('desk-1', short, at, signer), 'desk-1', end)).not.toThrow()
    expect(() => assertContinues(checkpoint, 'desk-1', short)).toThrow(coded('ledger-broken'))
    expect(() => assertContinues(checkpoint, 'desk-1', { ...end, head: '1'.repeat(64) })).toThrow(coded('ledger-broken'))
    expect(() => assertContinues(checkpoint, 'desk-2', end)).toThrow(coded('ledger-broken'))
    expect(() => assertContinues('unreadable', 'desk-1', end)).toThrow(coded('ledger-broken'))
  })
})
