import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deserialise, readManifest, serialise } from '../../../electron/core/learning/model-file.ts'

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const manifest = { kind: 'lsa', version: 1, trainedAt: '2026-11-22T00:00:00Z', examples: 3, labels: 0, corpusHash: 'é', seed: 0 } as const
const bytes = serialise(
  manifest,
  { settings: { words: ['œuvre'] }, arrays: { a: Float32Array.of(1.5, 2), b: Uint8Array.of(7), c: Float64Array.of(Math.PI) } },
  digest,
)

describe('model file', () => {
  test('comes back as it went', () => {
    const model = deserialise(bytes, { kind: 'lsa', version: 1 }, digest)
    expect(model.settings).toEqual({ words: ['œuvre'] })
    expect([...model.array('a', 'f32')]).toEqual([1.5, 2])
    expect([...model.array('b', 'u8')]).toEqual([7])
    expect([...model.array('c', 'f64')]).toEqual([Math.PI])
    expect(readManifest(bytes)).toMatchObject(manifest)
  })

  test.each(['one bit', 'a cut', 'another kind', 'another version', 'a missing part', 'no model'])('refuses %s', (what) => {
    const read = () => {
      if (what === 'one bit') return deserialise(bytes.with(bytes.length - 3, 99), { kind: 'lsa', version: 1 }, digest)
      if (what === 'a cut') return deserialise(bytes.subarray(0, bytes.length - 8), { kind: 'lsa', version: 1 }, digest)
      if (what === 'another kind') return deserialise(bytes, { kind: 'tagger', version: 1 }, digest)
      if (what === 'another version') return deserialise(bytes, { kind: 'lsa', version: 2 }, digest)
      if (what === 'a missing part') return deserialise(bytes, { kind: 'lsa', version: 1 }, digest).array('a', 'i32')
      return deserialise(Uint8Array.of(1, 2, 3), { kind: 'lsa', version: 1 }, digest)
    }
    expect(read).toThrow(expect.objectContaining({ code: 'bad-input', what: 'model' }))
  })
})
