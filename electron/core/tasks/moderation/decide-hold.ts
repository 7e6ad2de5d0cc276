// Hold, let pass, or "I don't know": the band between is wide on purpose.
// It must not know words, only what was found.
import type { ContextSignal } from './context-signals.ts'

/**
 * Chow's rule (1970): with a wrong hold costing 1, a harmful comment let pass 2 and a person's look 0.3,
 * a comment is held above 1 - 0.3 and passed under 0.3 / 2.
 */
export const holdAbove = 0.7
export const passUnder = 0.15
/** Rules alone are trusted from here: one word that leaves no doubt, or two that leave little. */
export const ruleHolds = 0.75

export interface Grounds {
  /** 0 to 1: what the house rules say. */
  readonly rules: number
  /** The model's calibrated probability; null when none is trained. */
  readonly probability: number | null
  readonly signals: readonly ContextSignal[]
}

/**
 * Without a trained model only rules speak, and their silence is not innocence: no rule means "don't know", never
 * "let pass". With one, a strong rule is never overruled into "let pass", and harsh words that are quoted, answered
 * or ironic are left to the person.
 */
export function decideHold({ rules, probability, signals }: Grounds): boolean | null {
  const strong = rules >= ruleHolds
  if (probability === null) return strong && signals.length === 0 ? true : null
  if (probability <= passUnder && !strong) return false
  const held = probability >= holdAbove || (strong && probability >= 0.5)
  return held && signals.length === 0 ? true : null
}
