// Protocol of moderation: what scores, probabilities and "I don't know" are worth against what moderators did.
// It must not know how a comment is judged.
import { averagePrecision } from './average-precision.ts'
import { calibrationError } from './calibration-error.ts'
import { bestMacroThreshold, macroF1At } from './macro-f1.ts'
import { mean } from './means.ts'
import { rocAuc } from './roc-auc.ts'

/** One judged comment. */
export interface Opinion {
  /** Any order-keeping score: higher, sooner held. */
  readonly raw: number
  /** Calibrated P(held); null when the system gives none. */
  readonly probability: number | null
  /** Null: "I don't know". Undefined for systems that always answer. */
  readonly hold?: boolean | null
}

/** What is compared with a threshold: the probability, else the raw score. One item without an opinion must not change the others. */
function decisive(opinions: readonly Opinion[]): number[] {
  return opinions.map((one) => one.probability ?? one.raw)
}

/**
 * The threshold with the best macro-F1 on opinions about comments the system had not learned from. Files of past decisions hold
 * more refusals than a thread does: unless the test is known to have the same `share` of them, a share above one half is put
 * back to one half (prior correction, Saerens, Latinne and Decaestecker 2002).
 */
export function chooseThreshold(opinions: readonly Opinion[], held: readonly boolean[], share: 'same' | 'unknown'): number {
  const positives = held.filter(Boolean).length
  const weight = share === 'same' || positives === 0 ? 1 : Math.min(1, (held.length - positives) / positives)
  return bestMacroThreshold(decisive(opinions), held, weight)
}

/** `thresholds[i]`: the one chosen in the training that `opinions[i]` comes from. Null where a figure has no meaning. */
export function moderationMetrics(
  opinions: readonly Opinion[],
  held: readonly boolean[],
  thresholds: readonly number[],
): Record<string, number | null> {
  const raw = opinions.map((one) => one.raw)
  const known = opinions.flatMap((one, at) => (one.probability === null ? [] : [{ p: one.probability, held: held[at]! }]))
  const over = decisive(opinions).map((score, at) => (score >= thresholds[at]! ? 1 : 0))
  const abstains = opinions.some((one) => one.hold !== undefined)
  return {
    rocAuc: rocAuc(raw, held),
    averagePrecision: averagePrecision(raw, held),
    macroF1: macroF1At(over, held, 0.5),
    ece: calibrationError(
      known.map((one) => one.p),
      known.map((one) => one.held),
    ),
    ...(abstains ? { abstained: mean(opinions.map((one) => (one.hold === null ? 1 : 0))) } : {}),
  }
}
