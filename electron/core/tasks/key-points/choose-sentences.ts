// Chooses the sentences that together say most of what a summary would say, in the fewest words.
// It must not know where their worth comes from.
import { dot, type SparseVector } from '../../learning/sparse.ts'

/** What choosing needs of a sentence: its words, the share of them expected in a summary, its unit vector. */
export interface Choosable {
  readonly words: number
  readonly share: number
  readonly vector: SparseVector
  /** Its place in the article, counted in sentences, and the share where the sentence just before is chosen too. */
  readonly place: number
  readonly shareAfter: number
}

/** Words a written summary spends on one point; half of what two short sentences take. */
const wordsPerPoint = 7.5
/** How much of what two sentences share counts once. */
const novelty = 0.8
/** Only these many, the best alone, are tried together. */
const mostTried = 15

/**
 * The worth of a sentence chosen alone: expected words in common over its words and those of a point (an F-measure,
 * so that a long sentence must say more than a short one).
 */
export const worthAlone = (one: Pick<Choosable, 'words' | 'share'>): number => (one.share * one.words) / (one.words + wordsPerPoint)

/** The same for a set: what two sentences both say is counted once. */
function worthTogether(chosen: readonly Choosable[]): number {
  let common = 0
  let words = wordsPerPoint * chosen.length
  const says = chosen.map((one) => (chosen.some((other) => other.place === one.place - 1) ? one.shareAfter : one.share) * one.words)
  chosen.forEach((one, at) => {
    const own = says[at]!
    const repeated = chosen.slice(0, at).map((other, before) => dot(one.vector, other.vector) * Math.min(own, says[before]!))
    common += Math.max(0, own - novelty * Math.max(0, ...repeated))
    words += one.words
  })
  return common / words
}

function bestAddition<T extends Choosable>(chosen: readonly T[], pool: readonly T[]): T | undefined {
  let best: T | undefined
  let bestWorth = Number.NEGATIVE_INFINITY
  for (const one of pool) {
    if (chosen.includes(one)) continue
    const worth = worthTogether([...chosen, one])
    if (worth > bestWorth) [best, bestWorth] = [one, worth]
  }
  return best
}

/**
 * `count` sentences (fewer when there are fewer), in the order of the candidates. Greedy, then each is exchanged for a
 * better one while any is; ties go to the earlier sentence.
 */
export function chooseSentences<T extends Choosable>(candidates: readonly T[], count: number): T[] {
  const tried = [...candidates].sort((a, b) => worthAlone(b) - worthAlone(a)).slice(0, Math.max(mostTried, count))
  const pool = candidates.filter((one) => tried.includes(one))
  let chosen: T[] = []
  while (chosen.length < Math.min(count, pool.length)) chosen = [...chosen, bestAddition(chosen, pool)!]
  for (let round = 0; round < count; round += 1) {
    const better = exchanged(chosen, pool)
    if (!better) break
    chosen = better
  }
  return candidates.filter((one) => chosen.includes(one))
}

function exchanged<T extends Choosable>(chosen: readonly T[], pool: readonly T[]): T[] | null {
  let best: T[] | null = null
  let bestWorth = worthTogether(chosen) + 1e-12
  chosen.forEach((_, out) => {
    const rest = chosen.filter((_one, at) => at !== out)
    const other = bestAddition(rest, pool)
    if (!other) return
    const worth = worthTogether([...rest, other])
    if (worth > bestWorth) [best, bestWorth] = [[...rest, other], worth]
  })
  return best
}
