// A comment as hashed numbers: words, pairs, pieces of words, and the rules that speak.
// It must not know decisions or weights.
import type { SparseVector } from '../../learning/sparse.ts'
import { identityWords } from '../../text/identity-words.ts'
import type { PlainReading } from '../../text/obfuscation.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'
import { categorySchema, type RuleHit } from './lexicon.ts'

/** Hashed columns (Weinberger et al. 2009): a fixed size whatever the vocabulary; the rules' columns come after. */
export const hashedColumns = 1 << 18
const ruleLevels = 2
export const featureColumns = hashedColumns + categorySchema.options.length * ruleLevels
/** The rules' columns are few and always there: held small, or one archive's use of a category would drown the words. */
const ruleScale = 0.1
const longestRead = 4_000
const shortestPiece = 2
const longestPiece = 5

/** FNV-1a over UTF-16 units from a start that keeps the kinds apart. */
function hash(text: string, from: number, to: number, kind: number): number {
  let value = 2166136261 ^ kind
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619)
  return (value ^ (value >>> 15)) & (hashedColumns - 1)
}

/**
 * Who somebody is must not speak against them: words of identity feed no column of their own, and stand in pairs under
 * one name ("sale ~", "~ de merde" stay learnable). Masking before training: Dixon et al., AIES 2018; Park et al., EMNLP 2018.
 */
const someone = '~'
const masked = (word: string): string => (identityWords.has(word) ? someone : word)

/** The columns a single word feeds: itself and its pieces, its ends marked. None for a word of identity. */
export function wordColumns(word: string): number[] {
  if (identityWords.has(word)) return []
  const columns = [hash(word, 0, word.length, 1)]
  const padded = ` ${word} `
  for (let size = shortestPiece; size <= longestPiece; size += 1) {
    for (let at = 0; at + size <= padded.length; at += 1) columns.push(hash(padded, at, at + size, 3))
  }
  return columns
}

export interface CommentWord {
  readonly folded: string
  /** In the plain reading. */
  readonly start: number
  readonly end: number
}

export function commentWords(reading: PlainReading): CommentWord[] {
  return tokenize(reading.text.slice(0, longestRead)).map((token) => ({
    folded: foldToken(token.text),
    start: token.start,
    end: token.end,
  }))
}

function countColumns(words: readonly CommentWord[]): Map<number, number> {
  const counts = new Map<number, number>()
  const add = (column: number): void => void counts.set(column, (counts.get(column) ?? 0) + 1)
  words.forEach(({ folded }, at) => {
    for (const column of wordColumns(folded)) add(column)
    const next = words[at + 1]
    if (next) {
      const pair = `${masked(folded)} ${masked(next.folded)}`
      add(hash(pair, 0, pair.length, 2))
    }
  })
  return counts
}

/** Raw counts of the hashed columns: what the inverse frequencies are learned from. */
export function hashedCounts(words: readonly CommentWord[]): ReadonlyMap<number, number> {
  return countColumns(words)
}

/** Weighted to length 1 over the hashed part; the rules' columns, all after those, keep their own weight beside it. */
export function commentVector(counts: ReadonlyMap<number, number>, hits: readonly RuleHit[], idf: Float32Array): SparseVector {
  const rules = [...ruleColumns(hits)].sort((a, b) => a[0] - b[0])
  const hashed = Int32Array.from(counts.keys()).sort()
  const indices = new Int32Array(hashed.length + rules.length)
  const values = new Float32Array(indices.length)
  indices.set(hashed)
  let square = 0
  hashed.forEach((column, at) => {
    const value = (1 + Math.log(counts.get(column)!)) * idf[column]!
    square += value * value
    values[at] = value
  })
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let at = 0; at < hashed.length; at += 1) values[at]! *= scale
  rules.forEach(([column, value], at) => {
    indices[hashed.length + at] = column
    values[hashed.length + at] = value
  })
  return { indices, values }
}

/** A bit for every word seen in training (one hash, no list of words is kept): what the model can know something about. */
export function knownWords(comments: readonly (readonly CommentWord[])[]): Uint8Array {
  const bits = new Uint8Array(hashedColumns >> 3)
  for (const words of comments) {
    for (const { folded } of words) {
      const column = hash(folded, 0, folded.length, 4)
      bits[column >> 3]! |= 1 << (column & 7)
    }
  }
  return bits
}

/** Share of a comment's different words seen in training; 1 for a comment without words. */
export function familiarity(words: readonly CommentWord[], known: Uint8Array): number {
  const different = new Set(words.map((word) => word.folded))
  let seen = 0
  for (const word of different) {
    const column = hash(word, 0, word.length, 4)
    if ((known[column >> 3]! & (1 << (column & 7))) !== 0) seen += 1
  }
  return different.size === 0 ? 1 : seen / different.size
}

function ruleColumns(hits: readonly RuleHit[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const hit of hits) {
    if (hit.reported) continue
    const level = hit.weight >= 0.6 ? 0 : 1
    const column = hashedColumns + categorySchema.options.indexOf(hit.category) * ruleLevels + level
    sums.set(column, (sums.get(column) ?? 0) + 1)
  }
  return new Map([...sums].map(([column, count]) => [column, ruleScale * Math.log2(1 + count)]))
}
