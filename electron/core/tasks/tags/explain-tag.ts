// What the tagger has learned about one concept, for a person to look at.
// It must not know articles or the screen.
import type { Tagger } from './tagger-model.ts'

export interface LearnedWeight {
  /** A stem, a pair of stems, or a piece of a word of the title. */
  readonly term: string
  readonly kind: 'word' | 'pair' | 'title-word' | 'title-piece'
  readonly weight: number
}
export interface TagExplanation {
  /** Articles the model learned from that carry the concept; among the neighbours kept. */
  readonly examples: number
  /** Share of all examples, and of the latest ones. */
  readonly prior: number
  readonly recent: number
  /** Heaviest first; negative weights speak against the tag. */
  readonly towards: readonly LearnedWeight[]
  readonly against: readonly LearnedWeight[]
  /** Spellings met in tagged articles, with the (smoothed) share of those that carried the tag. */
  readonly spellings: readonly { readonly key: string; readonly precision: number }[]
}

function termOf(term: string): Pick<LearnedWeight, 'term' | 'kind'> {
  if (term.startsWith('t:')) return { term: term.slice(2), kind: 'title-word' }
  if (term.startsWith('c:')) return { term: term.slice(2), kind: 'title-piece' }
  return { term, kind: term.includes(' ') ? 'pair' : 'word' }
}

function weightsOf({ scorer, tfidf }: Tagger, label: number): LearnedWeight[] {
  const weights: LearnedWeight[] = []
  tfidf.terms.forEach((term, column) => {
    for (let at = scorer.starts[column]!; at < scorer.starts[column + 1]!; at += 1)
      if (scorer.labels[at] === label) weights.push({ ...termOf(term), weight: scorer.weights[at]! })
  })
  return weights.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
}

/** Null for a concept without examples: nothing was learned about it. */
export function explainTag(tagger: Tagger, concept: string, limit = 15): TagExplanation | null {
  const label = tagger.labelOf.get(concept)
  if (label === undefined) return null
  const weights = weightsOf(tagger, label)
  const spellings = [...tagger.precision].flatMap(([form, precision]) => {
    const [of, key] = form.split('\t')
    return of === concept && key !== undefined ? [{ key, precision }] : []
  })
  return {
    examples: tagger.neighbours.labels.reduce((count, one) => count + (one === label ? 1 : 0), 0),
    prior: tagger.priors[label]!,
    recent: tagger.recent[label]!,
    towards: weights.filter(({ weight }) => weight > 0).slice(0, limit),
    against: weights
      .filter(({ weight }) => weight < 0)
      .reverse()
      .slice(0, limit),
    spellings: spellings.sort((a, b) => b.precision - a.precision || (a.key < b.key ? -1 : 1)),
  }
}
