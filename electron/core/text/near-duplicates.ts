// Finds texts that are almost the same: word shingles and MinHash (A. Z. Broder, "On the
// resemblance and containment of documents", 1997). It must not know articles or storage.
import { foldToken, tokenize } from './tokens.ts'

/** Words per shingle: short enough to survive an edited dispatch, long enough not to match by chance. */
const SHINGLE = 3
/** Hash functions of a signature: a standard error of about 1/√128 ≈ 0.09. */
const SIZE = 128
const SEED = 0x9e3779b9

/** The set of hashed 3-word shingles of a text (folded words); shorter texts give one shingle, empty ones none. */
export function shinglesOf(text: string): Set<number> {
  const words = tokenize(text).map((token) => foldToken(token.text))
  const shingles = new Set<number>()
  if (words.length === 0) return shingles
  for (let at = 0; at <= Math.max(0, words.length - SHINGLE); at++) shingles.add(hash(words.slice(at, at + SHINGLE).join(' ')))
  return shingles
}

/** Broder's resemblance of two texts: Jaccard of their shingles, 0–1; two empty texts are not alike (0). */
export function resemblance(a: string, b: string): number {
  const left = shinglesOf(a)
  const right = shinglesOf(b)
  const shared = sharedShingles(left, right)
  const union = left.size + right.size - shared
  return union === 0 ? 0 : shared / union
}

/** Broder's containment: the share of `part`'s shingles that `whole` has, 0–1 (a dispatch inside a longer piece). */
export function containment(part: string, whole: string): number {
  const left = shinglesOf(part)
  return left.size === 0 ? 0 : sharedShingles(left, shinglesOf(whole)) / left.size
}

/** How many shingles two texts have in common. */
export function sharedShingles(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared++
  return shared
}

/** MinHash signature: 128 unsigned 32-bit minima, the same on every machine. Compare with `estimateResemblance`. */
export function signatureOf(text: string): Uint32Array {
  const signature = new Uint32Array(SIZE).fill(0xffffffff)
  for (const shingle of shinglesOf(text)) {
    for (let row = 0; row < SIZE; row++) {
      const value = mix(shingle ^ Math.imul(row + 1, SEED))
      if (value < (signature[row] ?? 0)) signature[row] = value
    }
  }
  return signature
}

/** The share of equal minima, an unbiased estimate of `resemblance`; 0 for signatures of empty texts. */
export function estimateResemblance(a: Uint32Array, b: Uint32Array): number {
  let equal = 0
  for (let row = 0; row < SIZE; row++) if (a[row] === b[row] && a[row] !== 0xffffffff) equal++
  return equal / SIZE
}

/** The low 16 bits of each minimum: half the bytes, chance matches one in 65,536 (b-bit minwise hashing, Li and König 2010). */
export function packSignature(signature: Uint32Array): Uint8Array {
  const packed = new Uint8Array(SIZE * 2)
  const empty = signature.every((value) => value === 0xffffffff)
  signature.forEach((value, row) => {
    packed[row * 2] = empty ? 0xff : value & 0xff
    packed[row * 2 + 1] = empty ? 0xff : (value >>> 8) & 0xff
  })
  return packed
}

/** The share of equal packed minima; 0 for empty texts. */
export function comparePacked(a: Uint8Array, b: Uint8Array): number {
  if (a.every((byte) => byte === 0xff) || b.every((byte) => byte === 0xff)) return 0
  let equal = 0
  for (let at = 0; at < SIZE * 2; at += 2) if (a[at] === b[at] && a[at + 1] === b[at + 1]) equal++
  return equal / SIZE
}

const BAND_ROWS = 5
/** Bands of five minima: two texts that share s of them meet in one with 1 − (1 − s⁵)²⁵; half-alike ones in 55 of 100 cases, 0.7 in 99. */
export const BANDS = Math.floor(SIZE / BAND_ROWS)

/** Locality-sensitive key of one band of a packed signature; null for an empty text. */
export function bandKey(packed: Uint8Array, band: number): number | null {
  if (packed.every((byte) => byte === 0xff)) return null
  let value = mix(band + 1)
  for (let at = band * BAND_ROWS * 2; at < (band + 1) * BAND_ROWS * 2; at++) value = mix(value ^ Math.imul((packed[at] ?? 0) + 1, SEED))
  return value
}

// FNV-1a over UTF-16 code units.
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return mix(value)
}

// The finaliser of MurmurHash3 (A. Appleby, public domain): spreads every bit.
function mix(input: number): number {
  let value = input
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
