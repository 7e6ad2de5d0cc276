// Weighs a tag's signals into one probability.
// It must not know texts or where the signals come from.
import { sigmoid } from '../../learning/calibration.ts'
import { sparseVector, type SparseVector } from '../../learning/sparse.ts'
import { scoreOf, type LinearModel } from '../../learning/linear-model.ts'
import { bestForm, type TagSignal } from './tag-signals.ts'
import type { Tagger } from './tagger-model.ts'

/** The opening, where news says what it is about. */
const leadCharacters = 400
const logit = (p: number): number => Math.log(p / (1 - p))

function lexical(signal: TagSignal): { title: number; body: number; lead: number; trust: number } {
  let title = 0
  let body = 0
  let lead = 0
  let trust = 0
  for (const { field, form, start } of signal.hits) {
    trust = Math.max(trust, form.trust)
    if (field === 'title') title = Math.max(title, form.trust)
    else {
      body += form.trust
      if (start < leadCharacters) lead = Math.max(lead, form.trust)
    }
  }
  return { title, body: Math.log1p(body), lead, trust }
}

/** The inputs of the fusion, all near unit size so that one regularisation suits them. */
export function fusionFeatures(signal: TagSignal, precision: ReadonlyMap<string, number>): SparseVector {
  const words = lexical(signal)
  const found = signal.hits.length > 0
  const margin = Math.max(-2, Math.min(2, signal.margin ?? -1))
  const reliable = found ? logit(Math.min(0.98, Math.max(0.02, bestForm(signal, precision)))) / 2 : 0
  const values = [
    margin,
    Math.max(margin, 0),
    signal.vote,
    Math.sqrt(signal.vote),
    found ? 1 : 0,
    words.title,
    words.body,
    words.lead,
    reliable,
    reliable * words.title,
    found ? margin : 0,
    Math.log(signal.prior + 0.001) / 3,
    signal.margin === null ? 1 : 0,
    words.trust,
  ]
  return sparseVector(values.map((value, column) => [column, value] as const))
}
export const fusionSize = 14

/** The learned probability that the article carries the tag. */
export function fusedScore(signal: TagSignal, tagger: Pick<Tagger, 'fusion' | 'precision'>): number {
  return fusionScore(tagger.fusion, fusionFeatures(signal, tagger.precision))
}

export function fusionScore(fusion: LinearModel, features: SparseVector): number {
  return sigmoid(scoreOf(fusion, features))
}

/**
 * Without training: words in the title weigh most, repeated words more than single ones.
 * Not a probability, only an order between 0 and 1.
 */
export function untrainedScore(signal: TagSignal): number {
  const words = lexical(signal)
  return sigmoid(-2 + 1.8 * words.title + 0.7 * words.body + 0.5 * words.lead + 0.6 * words.trust)
}
/** Reached by a trusted label in the title, or by one met a few times in the text. */
export const untrainedFloor = 0.35
