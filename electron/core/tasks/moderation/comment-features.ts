// A comment as hashed numbers: words, pairs, pieces of words, and the rules that speak.
// It must not know decisions or weights.
import { sparseVector, type SparseVector } from '../../learning/sparse.ts'
import type { PlainReading } from '../../text/obfuscation.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'
import { categorySchema, type RuleHit } from './lexicon.ts'

/** Hashed columns (Weinberger et al. 2009): a fixed size whatever the vocabulary; the rules' columns come after. */
export const hashedColumns = 1 << 18
const ruleLevels = 2
export const featureColumns = hashedColumns + categorySchema.options.length * ruleLevels
const longestRead = 4_000
const shortestPiece = 2
const longestPiece = 5

/** FNV-1a over UTF-16 units from a start that keeps the kinds apart. */
function hash(text: string, from: number, to: number, kind: number): number {
  let value = 2166136261 ^ kind
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619)
  return (value ^ (value >>> 15)) & (hashedColumns - 1)
}

/** The columns a single word feeds: itself and its pieces, its ends marked. */
export function wordColumns(word: string): number[] {
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
      const pair = `${folded} ${next.folded}`
      add(hash(pair, 0, pair.length, 2))
    }
  })
  return counts
}

/** Raw counts of the hashed columns: what the inverse frequencies are learned from. */
export function hashedCounts(words: readonly CommentWord[]): ReadonlyMap<number, number> {
  return countColumns(words)
}

/** Weighted to length 1 over the hashed part; the rules' columns keep their own weight beside it. */
export function commentVector(counts: ReadonlyMap<number, number>, hits: readonly RuleHit[], idf: Float32Array): SparseVector {
  let square = 0
  const entries: [number, number][] = []
  for (const [column, count] of counts) {
    const value = (1 + Math.log(count)) * idf[column]!
    square += value * value
    entries.push([column, value])
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (const entry of entries) entry[1] *= scale
  for (const [column, value] of ruleColumns(hits)) entries.push([column, value])
  return sparseVector(entries)
}

function ruleColumns(hits: readonly RuleHit[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const hit of hits) {
    const level = hit.weight >= 0.6 ? 0 : 1
    const column = hashedColumns + categorySchema.options.indexOf(hit.category) * ruleLevels + level
    sums.set(column, (sums.get(column) ?? 0) + 1)
  }
  return new Map([...sums].map(([column, count]) => [column, 0.5 * Math.log2(1 + count)]))
}
