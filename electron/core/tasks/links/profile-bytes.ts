// A link profile as bytes, and back: some 500 bytes an article.
// It must not know where they are kept.
import type { LinkProfile } from './link-profile.ts'

const version = 1
const headerNumbers = 6

/**
 * Little-endian: version, lengths and words as Uint32, the title's square as Float32, then columns as Uint16 (the model has at
 * most 40,000), counts as Uint8 and the latent place as Int8, scaled by its largest coordinate.
 */
export function encodeProfile({ title, titleSquare, lead, names, nameCounts, words, latent }: LinkProfile): Uint8Array {
  const columns = [...title, ...lead, ...names]
  const bytes = new Uint8Array((headerNumbers + 1) * 4 + columns.length * 2 + nameCounts.length + latent.length)
  const view = new DataView(bytes.buffer)
  ;[version, title.length, lead.length, names.length, latent.length, words].forEach((value, at) => view.setUint32(at * 4, value, true))
  view.setFloat32(headerNumbers * 4, titleSquare, true)
  let to = (headerNumbers + 1) * 4
  for (const column of columns) {
    view.setUint16(to, column, true)
    to += 2
  }
  bytes.set(nameCounts, to)
  to += nameCounts.length
  const largest = latent.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
  latent.forEach((value, at) => view.setInt8(to + at, Math.round((value / largest) * 127)))
  return bytes
}

/** The latent place comes back with length 1, each coordinate within 1/254 of the largest. */
export function decodeProfile(bytes: Uint8Array): LinkProfile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [, titles, leads, names, rank, words] = Array.from({ length: headerNumbers }, (_, at) => view.getUint32(at * 4, true))
  let from = (headerNumbers + 1) * 4
  const columns = (length: number): Int32Array => {
    const read = new Int32Array(length)
    for (let at = 0; at < length; at += 1, from += 2) read[at] = view.getUint16(from, true)
    return read
  }
  const [title, lead, nameColumns] = [columns(titles ?? 0), columns(leads ?? 0), columns(names ?? 0)]
  const nameCounts = bytes.slice(from, from + nameColumns.length)
  from += nameColumns.length
  const latent = new Float32Array(rank ?? 0)
  let square = 0
  for (let at = 0; at < latent.length; at += 1) {
    const value = view.getInt8(from + at)
    latent[at] = value
    square += value * value
  }
  const length = Math.sqrt(square) || 1
  for (let at = 0; at < latent.length; at += 1) latent[at]! /= length
  return { title, titleSquare: view.getFloat32(headerNumbers * 4, true), lead, names: nameColumns, nameCounts, words: words ?? 0, latent }
}
