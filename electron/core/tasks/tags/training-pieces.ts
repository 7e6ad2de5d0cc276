// The pieces of a tagger's training as bytes, and what they are pieces of.
// It must not know files or workers.
import type { SparseModel } from '../../learning/label-scorer.ts'
import type { Digest } from '../../learning/model-file.ts'
import { partialRecord, readPartial } from '../../learning/partial-file.ts'
import type { Remember } from './learn-parts.ts'
import { taggerVersion } from './tagger-model.ts'
import type { TaggerTraining } from './training-set.ts'

const headSize = 16

/** Per model: number of weights and bias, then columns, then weights. */
export function modelBytes(models: readonly SparseModel[]): Uint8Array {
  const bytes = new Uint8Array(models.reduce((sum, model) => sum + headSize + 8 * model.columns.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const { columns, weights, bias } of models) {
    view.setUint32(at, columns.length, true)
    view.setFloat64(at + 8, bias, true)
    at += headSize
    for (const array of [columns, weights]) {
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
      at += array.byteLength
    }
  }
  return bytes
}

export function modelsFrom(bytes: Uint8Array): SparseModel[] {
  // A copy of its own starts on an aligned address; `slice` of a Buffer would be no copy.
  const whole = Uint8Array.from(bytes).buffer
  const view = new DataView(whole)
  const models: SparseModel[] = []
  for (let at = 0; at < whole.byteLength;) {
    const size = view.getUint32(at, true)
    const bias = view.getFloat64(at + 8, true)
    at += headSize
    models.push({ columns: new Int32Array(whole, at, size), weights: new Float32Array(whole, at + 4 * size, size), bias })
    at += 8 * size
  }
  return models
}

/** Of everything the training's outcome hangs on, texts included. */
export function trainingFingerprint({ examples, concepts }: TaggerTraining, seed: number, digest: Digest): string {
  const encoder = new TextEncoder()
  const hash = (value: unknown): string => digest(encoder.encode(JSON.stringify(value)))
  return hash([
    taggerVersion,
    seed,
    hash(concepts),
    examples.map(({ id, date, lang, title, body, tags }) => hash([id, date, lang, title, body, tags])),
  ])
}

/** Remembers pieces from the bytes of an earlier training, and hands every new one to `keep` as a record to append to them. */
export function rememberPieces(earlier: Uint8Array, fingerprint: string, digest: Digest, keep: (record: Uint8Array) => void): Remember {
  const known = readPartial(earlier, fingerprint, digest)
  return (name, train) => {
    const piece = known.get(name)
    if (piece) return modelsFrom(piece)
    const models = train()
    keep(partialRecord(name, modelBytes(models), fingerprint, digest))
    return models
  }
}
