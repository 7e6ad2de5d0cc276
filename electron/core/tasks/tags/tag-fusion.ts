// Weighs a tag's signals into one probability.
// It must not know texts or where the signals come from.
import { sigmoid } from '../../learning/calibration.ts'
import { scoreOf } from '../../learning/linear-model.ts'
import { lexicalSignal, newcomerFeatures, tagFeatures } from './tag-features.ts'
import type { TagSignal } from './tag-signals.ts'
import type { Fusion, Tagger } from './tagger-model.ts'

/** Log-odds of a concept without examples: half what it has to show, half what became of others like it, if it was there to be used. */
function unlearnedOdds(showing: number, likeOthers: number, offered: boolean, { unusedPenalty }: Fusion): number {
  return offered ? (showing + unusedPenalty + likeOthers) / 2 : showing
}

/** The learned probability that the article carries each tag, in the order of the signals. */
export function fusedScores(signals: readonly TagSignal[], tagger: Tagger, length: number): number[] {
  const { fusion, precision, offered } = tagger
  const features = tagFeatures(signals, precision, length)
  const newcomers = signals.some((signal) => signal.margin === null) ? newcomerFeatures(signals, length) : []
  return signals.map(({ concept, margin }, at) => {
    const odds = scoreOf(fusion.known, features[at]!)
    return sigmoid(margin !== null ? odds : unlearnedOdds(scoreOf(fusion.newcomers, newcomers[at]!), odds, offered.has(concept), fusion))
  })
}

/**
 * Without training: words in the title weigh most, repeated words more than single ones, then how much the text resembles the
 * definition. Not a probability, only an order between 0 and 1.
 */
export function untrainedScore(signal: TagSignal): number {
  const { title, body, lead, trust } = lexicalSignal(signal.hits)
  return sigmoid(-2 + 1.8 * title + 0.7 * Math.log1p(body) + 0.5 * lead + 0.6 * trust + 2 * signal.likeness)
}
/** Reached by a trusted label in the title, or by one met a few times in the text. */
export const untrainedFloor = 0.35
