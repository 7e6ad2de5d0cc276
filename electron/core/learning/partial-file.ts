// A long training's finished pieces, one record after the other, so that a training cut short goes on where it was.
// It must not know the disk, nor what a piece holds.
import type { Digest } from './model-file.ts'

/** Each record: length of its head, the head (JSON), the piece. A record cut short, or altered, ends the reading. */
interface Head {
  readonly name: string
  /** What the pieces were made from: pieces of another training are of no use. */
  readonly fingerprint: string
  readonly length: number
  readonly digest: string
}

export function partialRecord(name: string, piece: Uint8Array, fingerprint: string, digest: Digest): Uint8Array {
  const head: Head = { name, fingerprint, length: piece.length, digest: digest(piece) }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const bytes = new Uint8Array(4 + text.length + piece.length)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  bytes.set(piece, 4 + text.length)
  return bytes
}

function readHead(bytes: Uint8Array): Head | null {
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof head !== 'object' || head === null) return null
    const { name, fingerprint, length, digest } = head as Partial<Record<keyof Head, unknown>>
    const fits = typeof name === 'string' && typeof fingerprint === 'string' && typeof length === 'number' && typeof digest === 'string'
    return fits ? { name, fingerprint, length, digest } : null
  } catch {
    return null
  }
}

/** The whole pieces of the training with this fingerprint, by name. */
export function readPartial(bytes: Uint8Array, fingerprint: string, digest: Digest): Map<string, Uint8Array> {
  const pieces = new Map<string, Uint8Array>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 4 <= bytes.length;) {
    const start = at + 4 + view.getUint32(at, true)
    const head = start <= bytes.length ? readHead(bytes.subarray(at + 4, start)) : null
    if (!head || start + head.length > bytes.length) break
    const piece = Uint8Array.from(bytes.subarray(start, start + head.length))
    if (digest(piece) !== head.digest) break
    if (head.fingerprint === fingerprint) pieces.set(head.name, piece)
    at = start + head.length
  }
  return pieces
}
