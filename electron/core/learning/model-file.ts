// A model as one run of bytes: manifest, small settings, typed arrays, digest.
// It must not know the disk, nor what any kind of model does.
import { z } from 'zod'
import { DeskError } from '../../../shared/domain/error.ts'

/** SHA-256 in hexadecimal, handed in: this room has no crypto of its own. */
export type Digest = (bytes: Uint8Array) => string

export const modelManifestSchema = z.object({
  kind: z.enum(['tagger', 'moderator', 'lsa']),
  /** Of the format; a model of another version is trained anew, never guessed. */
  version: z.int(),
  trainedAt: z.string(),
  examples: z.int(),
  labels: z.int(),
  corpusHash: z.string(),
  seed: z.int(),
  /** Of everything after the manifest. */
  digest: z.string(),
})
export type ModelManifest = z.infer<typeof modelManifestSchema>
/** What the trainer is told about the training and passes on to the manifest. */
export interface TrainingStamp {
  readonly trainedAt: string
  readonly corpusHash: string
  readonly seed: number
}

export type ModelArray = Float32Array | Float64Array | Int32Array | Uint16Array | Uint8Array
export interface ModelParts {
  /** JSON-safe settings and word lists. */
  readonly settings: unknown
  readonly arrays: Readonly<Record<string, ModelArray>>
}

const arrayKinds = {
  f32: Float32Array,
  f64: Float64Array,
  i32: Int32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const
type ArrayKind = keyof typeof arrayKinds
const indexSchema = z.object({ name: z.string(), kind: z.enum(['f32', 'f64', 'i32', 'u16', 'u8']), length: z.int().min(0) })
const bodySchema = z.object({ settings: z.unknown(), arrays: z.array(indexSchema) })

/** "MRBL" and a format number. */
const magic = Uint8Array.of(0x4d, 0x52, 0x42, 0x4c, 1, 0, 0, 0)
const align = (size: number): number => (size + 7) & ~7

function kindOf(array: ModelArray): ArrayKind {
  if (array instanceof Float32Array) return 'f32'
  if (array instanceof Float64Array) return 'f64'
  if (array instanceof Int32Array) return 'i32'
  return array instanceof Uint16Array ? 'u16' : 'u8'
}

function bodyBytes(parts: ModelParts): Uint8Array {
  const names = Object.keys(parts.arrays).sort()
  const index = names.map((name) => ({ name, kind: kindOf(parts.arrays[name]!), length: parts.arrays[name]!.length }))
  const head = new TextEncoder().encode(JSON.stringify({ settings: parts.settings, arrays: index }))
  let size = align(8 + head.length)
  for (const name of names) size += align(parts.arrays[name]!.byteLength)
  const bytes = new Uint8Array(size)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 8)
  let at = align(8 + head.length)
  for (const name of names) {
    const array = parts.arrays[name]!
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += align(array.byteLength)
  }
  return bytes
}

/** The whole model as bytes. The layout is little-endian, as every machine Marbre runs on. */
export function serialise(manifest: Omit<ModelManifest, 'digest'>, parts: ModelParts, digest: Digest): Uint8Array {
  const body = bodyBytes(parts)
  const head = new TextEncoder().encode(JSON.stringify({ ...manifest, digest: digest(body) }))
  const bytes = new Uint8Array(16 + align(head.length) + body.length)
  bytes.set(magic, 0)
  new DataView(bytes.buffer).setUint32(8, head.length, true)
  bytes.set(head, 16)
  bytes.set(body, 16 + align(head.length))
  return bytes
}

function broken(why: string): DeskError {
  return new DeskError('bad-input', 'model', why)
}

function frame(bytes: Uint8Array): { manifest: ModelManifest; body: Uint8Array<ArrayBuffer> } {
  if (bytes.length < 16 || magic.some((value, at) => bytes[at] !== value)) throw broken('not a model file')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true)
  const manifest = modelManifestSchema.safeParse(parseJson(bytes.subarray(16, 16 + length)))
  if (!manifest.success) throw broken('its manifest does not read')
  // A copy starts on an aligned address, which typed arrays need.
  return { manifest: manifest.data, body: Uint8Array.from(bytes.subarray(16 + align(length))) }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

/** The manifest alone, digest unchecked: for lists. */
export function readManifest(bytes: Uint8Array): ModelManifest {
  return frame(bytes).manifest
}

export interface ReadModel {
  readonly manifest: ModelManifest
  readonly settings: unknown
  /** The named array in the asked kind, or a `bad-input`. */
  array<K extends ArrayKind>(name: string, kind: K): InstanceType<(typeof arrayKinds)[K]>
}

/** The model back; `bad-input` when it is damaged, of another kind or of another version. */
export function deserialise(bytes: Uint8Array, wanted: { kind: ModelManifest['kind']; version: number }, digest: Digest): ReadModel {
  const { manifest, body } = frame(bytes)
  if (manifest.kind !== wanted.kind || manifest.version !== wanted.version) throw broken('another kind or version')
  if (digest(body) !== manifest.digest) throw broken('its digest does not match')
  const length = new DataView(body.buffer).getUint32(0, true)
  const head = bodySchema.safeParse(parseJson(body.subarray(8, 8 + length)))
  if (!head.success) throw broken('its index does not read')
  const places = new Map<string, { kind: ArrayKind; at: number; length: number }>()
  let at = align(8 + length)
  for (const entry of head.data.arrays) {
    places.set(entry.name, { kind: entry.kind, at, length: entry.length })
    at += align(entry.length * arrayKinds[entry.kind].BYTES_PER_ELEMENT)
  }
  return {
    manifest,
    settings: head.data.settings,
    array(name, kind) {
      const place = places.get(name)
      if (place?.kind !== kind) throw broken('a part is missing')
      return new arrayKinds[kind](body.buffer, place.at, place.length) as InstanceType<(typeof arrayKinds)[typeof kind]>
    },
  }
}
