// Hold, let pass, or "I don't know": the band between is set by what errors and a person's look cost.
// It must not know words, only what was found.
import type { ContextSignal } from './context-signals.ts'

/** What a newsroom says its errors cost, against one another. */
export interface ModerationCosts {
  /** A decent comment held back. */
  readonly wrongHold: number
  /** A harmful comment let pass. */
  readonly wrongPublish: number
  /** A person reading one comment the tool left open. */
  readonly look: number
}
/** The shipped costs: a harmful comment let pass is twice as bad as a decent one held; a look is three tenths of the latter. */
export const usualCosts: ModerationCosts = { wrongHold: 1, wrongPublish: 2, look: 0.3 }

export interface Band {
  readonly passUnder: number
  readonly holdAbove: number
}

/**
 * Chow's rule (IEEE Trans. Information Theory 16, 1970): of holding, costing (1 - p) · wrongHold, letting pass, p · wrongPublish,
 * and asking, look, the cheapest. Where a look costs more than the better guess the band closes on the point of indifference.
 */
export function bandOf({ wrongHold, wrongPublish, look }: ModerationCosts): Band {
  const indifferent = wrongHold / (wrongHold + wrongPublish)
  return { passUnder: Math.min(look / wrongPublish, indifferent), holdAbove: Math.max(1 - look / wrongHold, indifferent) }
}

/** Rules alone are trusted from here: one word that leaves no doubt, or two that leave little. */
export const ruleHolds = 0.75

export interface Grounds {
  /** 0 to 1: what the house rules say, whoever's words they are. */
  readonly rules: number
  /** The model's calibrated probability; null when none is trained. */
  readonly probability: number | null
  readonly signals: readonly ContextSignal[]
  /** A rule that past decisions cannot overrule: a threat, a slur, contact data, an advertisement. */
  readonly certain?: boolean
  /** Whether the model has seen enough of the comment's words to have an opinion. */
  readonly familiar?: boolean
}

/**
 * Without a trained model only rules speak, and their silence is not innocence: no rule means "don't know", never
 * "let pass". With one, a strong rule is never overruled into "let pass", harsh words that are quoted or denounced are
 * left to the person, and so is what the model knows too few words of.
 */
export function decideHold(grounds: Grounds, costs: ModerationCosts = usualCosts): boolean | null {
  const { rules, probability, signals, certain = false, familiar = true } = grounds
  const { passUnder, holdAbove } = bandOf(costs)
  const strong = rules >= ruleHolds
  const taken = !signals.includes('quoted') && !signals.includes('counter-speech') && (strong || !signals.includes('irony'))
  if (probability === null) return strong && taken ? true : null
  if (probability <= passUnder && !strong) return familiar && !signals.includes('agrees-with-hostile') ? false : null
  const held = certain || (familiar && probability >= holdAbove) || (strong && probability >= 0.5)
  return held && taken ? true : null
}
