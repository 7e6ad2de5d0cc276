// Chooses from which probability on a tag is given, on held-out articles.
// It must not know how the probabilities were made.
import type { TagThresholds } from './tagger-model.ts'

export interface ScoredTag {
  readonly concept: string
  readonly score: number
  readonly right: boolean
}

const f1 = (hits: number, given: number, wanted: number): number => (hits === 0 ? 0 : (2 * hits) / (given + wanted))

/**
 * The thresholds with the best micro-F1 and the best macro-F1 (mean of each tag's F1) over all candidates, by one walk down the
 * scores. `wanted` counts each concept's gold, found among the candidates or not.
 */
export function chooseThresholds(candidates: readonly ScoredTag[], wanted: ReadonlyMap<string, number>): TagThresholds {
  const ranked = [...candidates].sort((a, b) => b.score - a.score)
  const counts = new Map<string, { hits: number; given: number }>()
  const all = { hits: 0, given: 0, wanted: [...wanted.values()].reduce((sum, count) => sum + count, 0) }
  let macro = 0
  const best = { micro: { value: 0, threshold: 0.5 }, macro: { value: 0, threshold: 0.5 } }
  ranked.forEach(({ concept, right, score }, at) => {
    const own = counts.get(concept) ?? { hits: 0, given: 0 }
    const goal = wanted.get(concept) ?? 0
    macro -= f1(own.hits, own.given, goal)
    for (const tally of [own, all]) {
      tally.given += 1
      if (right) tally.hits += 1
    }
    macro += f1(own.hits, own.given, goal)
    counts.set(concept, own)
    // Equal scores stand or fall together.
    if (ranked[at + 1]?.score === score) return
    const micro = f1(all.hits, all.given, all.wanted)
    if (micro > best.micro.value) best.micro = { value: micro, threshold: score }
    if (macro > best.macro.value + 1e-12) best.macro = { value: macro, threshold: score }
  })
  return { micro: best.micro.threshold, macro: best.macro.threshold }
}
