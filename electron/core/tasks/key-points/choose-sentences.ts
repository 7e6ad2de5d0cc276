// Chooses sentences that matter and do not repeat each other.
// It must not know where their worth comes from.
import { dot } from '../../learning/sparse.ts'
import type { PointCandidate } from './candidates.ts'

/** How much being unlike the chosen ones counts beside being good. */
const novelty = 0.35

/** `count` sentences by maximal marginal relevance (Carbonell and Goldstein 1998), in the order they were chosen. */
export function chooseSentences(candidates: readonly PointCandidate[], count: number): PointCandidate[] {
  const chosen: PointCandidate[] = []
  const top = Math.max(...candidates.map((one) => one.score), Number.MIN_VALUE)
  while (chosen.length < Math.min(count, candidates.length)) {
    let best: PointCandidate | null = null
    let bestGain = Number.NEGATIVE_INFINITY
    for (const one of candidates) {
      if (chosen.includes(one)) continue
      const repeats = Math.max(0, ...chosen.map((other) => dot(one.vector, other.vector)))
      const gain = one.score / top - novelty * repeats
      if (gain > bestGain) [best, bestGain] = [one, gain]
    }
    if (best) chosen.push(best)
  }
  return chosen
}
