// A bundle verifies offline, and no single change in it goes unseen.
// It must not know how the room does it: only what goes in and what comes out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportBundle, verifyBundle } from '../../../electron/core/ledger/bundle.ts'
import { createKey, signerOf } from '../../../electron/core/ledger/sign.ts'
import { readTrustedKeys } from '../../../electron/core/ledger/trusted-keys.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Verification } from '../../../shared/domain/ledger.ts'
import { makeChain } from './make-chain.ts'
import type { Chain } from './make-chain.ts'

function bundleOf(chain: Chain, withContents = true): string {
  const { contents, ...rest } = chain
  return exportBundle(withContents ? { ...rest, contents: [...contents.values()] } : rest)
}

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof DeskError) return error.code
    throw error
  }
  return 'none'
}

describe('verifyBundle', () => {
  it('is intact, its signer unverified, until the reader trusts the key', () => {
    const chain = makeChain(5)
    const json = bundleOf(chain)
    expect(verifyBundle(json)).toMatchObject({ intact: true, signer: 'unverified', fingerprints: [chain.signer.key], entries: 5 })
    expect(verifyBundle(json, [chain.signer.key])).toMatchObject({ intact: true, signer: 'trusted' })
    expect(verifyBundle(json, ['0'.repeat(64)])).toMatchObject({
      intact: false,
      broken: { seq: 1, why: 'unknown-key' },
      signer: 'unverified',
    })
    expect(verifyBundle(bundleOf(chain, false))).toMatchObject({ intact: true })
  })

  it('sees a whole bundle made again with a foreign key, once keys are trusted', () => {
    const forged = makeChain(5, signerOf(createKey()))
    expect(verifyBundle(bundleOf(forged)).signer).toBe('unverified')
    expect(verifyBundle(bundleOf(forged), [makeChain(1).signer.key]).broken).toEqual({ seq: 1, why: 'unknown-key' })
  })

  it('carries no key that neither signed nor was registered', () => {
    const chain = makeChain(3)
    const stray = signerOf(createKey())
    chain.keys.push({ key: stray.key, publicKey: stray.publicKey, person: 'x' })
    expect(bundleOf(chain)).not.toContain(stray.key)
    expect(verifyBundle(bundleOf(chain)).intact).toBe(true)
  })

  it('answers bad-input to what is no bundle', () => {
    const texts = [
      '',
      '{',
      'null',
      '[]',
      '{}',
      '{"format":"marbre-ledger-bundle"}',
      bundleOf(makeChain(2)).replace('"version":1', '"version":2'),
    ]
    for (const text of texts) expect(codeOf(() => verifyBundle(text))).toBe('bad-input')
  })
})

type Path = (string | number)[]

function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [...(path.length > 0 ? [path] : []), ...entries.flatMap(([key, held]) => places(held, [...path, key]))]
}

function changed(value: unknown, pick: number): unknown {
  if (typeof value === 'number') return value + (pick % 2 === 0 ? 1 : 0.5)
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return 'x'
  if (value === '') return 'x'
  const at = pick % value.length
  const flipped = String.fromCharCode(value.charCodeAt(at) ^ (1 << (pick % 7)))
  return value.slice(0, at) + flipped + value.slice(at + 1)
}

type Holder = Record<string | number, unknown>

function mutate(json: string, how: string, pick: number, second: number): string | null {
  const document: unknown = JSON.parse(json)
  const all = places(document)
  const path = all[pick % all.length]!
  // Leaving the contents out altogether is a kind of bundle, not a break.
  if (how === 'remove' && path.length === 1 && path[0] === 'contents') return null
  const last = path.at(-1)!
  const holder = path.slice(0, -1).reduce<Holder>((held, key) => held[key] as Holder, document as Holder)
  const list = Array.isArray(holder) ? (holder as unknown[]) : null
  if (how === 'change') holder[last] = changed(holder[last], second)
  else if (how === 'remove' && list !== null) list.splice(Number(last), 1)
  else if (how === 'remove') delete holder[last]
  else if (how === 'add' && list !== null) list.splice(Number(last), 0, structuredClone(list[second % list.length]))
  else if (how === 'add') holder[`more${second}`] = 'x'
  else if (list !== null) [list[Number(last)], list[second % list.length]] = [list[second % list.length], list[Number(last)]]
  const mutated = JSON.stringify(document)
  return mutated === json ? null : mutated
}

/** Whether a changed bundle is refused as no bundle, or found broken. */
function isDetected(mutated: string): boolean {
  let found: Verification
  try {
    found = verifyBundle(mutated)
  } catch (error) {
    return error instanceof DeskError && error.code === 'bad-input'
  }
  return !found.intact && found.broken !== undefined
}

describe('any single mutation', () => {
  const json = bundleOf(makeChain(7))
  it('is detected', () => {
    expect(verifyBundle(json).intact).toBe(true)
    const how = fc.constantFrom('change', 'remove', 'add', 'swap')
    const property = fc.property(how, fc.nat(100_000), fc.nat(100_000), (kind, pick, second) => {
      const mutated = mutate(json, kind, pick, second)
      fc.pre(mutated !== null)
      return isDetected(mutated)
    })
    fc.assert(property, { numRuns: 2000 })
  })

  it('is detected byte by byte', () => {
    const bytes = Buffer.from(json)
    const property = fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const mutated = Buffer.from(bytes)
      mutated[at] = (bytes[at] ?? 0) ^ flip
      return isDetected(mutated.toString('utf8'))
    })
    fc.assert(property, { numRuns: 1000 })
  })
})

describe('readTrustedKeys', () => {
  const key = 'ab'.repeat(32)
  it('reads lines, JSON lists and documents, with colons and capitals', () => {
    expect(readTrustedKeys(`# Léa\n${key.toUpperCase()}  Léa\n\n${key.replace(/..(?!$)/g, '$&:')}\n`)).toEqual([key, key])
    expect(readTrustedKeys(JSON.stringify([key]))).toEqual([key])
    expect(readTrustedKeys(JSON.stringify({ keys: [{ key }] }))).toEqual([key])
  })
  it('says which entry is no fingerprint', () => {
    expect(() => readTrustedKeys(`${key}\nnope`)).toThrow(expect.objectContaining({ code: 'bad-input', details: { at: 2 } }))
    expect(() => readTrustedKeys('[')).toThrow(expect.objectContaining({ code: 'bad-input' }))
  })
})
