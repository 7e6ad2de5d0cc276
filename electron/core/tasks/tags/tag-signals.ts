// What speaks for each tag on one article: label words, the concept's own words, neighbours' votes, the linear model.
// It must not know how the signals are weighed or shown.
import { best } from '../../learning/inverted-index.ts'
import { scoreLabels } from '../../learning/label-scorer.ts'
import { nearest } from '../../learning/nearest.ts'
import { heaviest, type SparseVector } from '../../learning/sparse.ts'
import type { ArticleReading } from './article-reading.ts'
import type { LabelHit, LabelMatcher } from './label-matcher.ts'
import type { Tagger } from './tagger-model.ts'

export interface FieldHit extends LabelHit {
  readonly field: 'title' | 'body'
}
export interface Vote {
  readonly article: string
  readonly similarity: number
}

/** Everything known about one concept on one article. */
export interface TagSignal {
  readonly concept: string
  readonly hits: readonly FieldHit[]
  readonly votes: readonly Vote[]
  /** Share of the neighbours' weight that carries the tag, 0 to 1. */
  readonly vote: number
  /** Signed distance of the linear model; null when no example carried the concept. */
  readonly margin: number | null
  /** Cosine with the middle of the examples. */
  readonly centre: number
  /** Share of the examples that carry it, and of the latest ones. */
  readonly prior: number
  readonly recent: number
  /** Cosine of the article with the concept's labels and definition. */
  readonly likeness: number
}
type Gathered = { -readonly [K in keyof TagSignal]: TagSignal[K] } & { hits: FieldHit[]; votes: Vote[] }

/** What the signals are drawn from: an article already read and weighed. */
export interface WeighedArticle {
  readonly vector: SparseVector
  readonly hits: readonly FieldHit[]
  /** By concept of the vocabulary, in its order. */
  readonly likeness: Float32Array
  /** Characters read of the body. */
  readonly length: number
}

const neighbourCount = 20
/** The linear model's best labels, and the concepts most like the text, are candidates even when no word and no neighbour speaks for them. */
const linearCandidates = 25
const centralCandidates = 10
const likelyCandidates = 5
export const neighbourTerms = 60

/** Labels found in the title and the body. */
export function labelHits(reading: ArticleReading, matcher: LabelMatcher): FieldHit[] {
  const fields = ['title', 'body'] as const
  return fields.flatMap((field) => matcher.findIn(reading[field], reading.lang).map((hit) => ({ ...hit, field })))
}

type Of = (concept: string) => Gathered

function addVotes(tagger: Tagger, vector: SparseVector, allowed: (row: number) => boolean, of: Of): void {
  const { neighbours } = tagger
  const near = nearest(neighbours.index, heaviest(vector, neighbourTerms), neighbourCount, allowed)
  const total = near.reduce((sum, hit) => sum + hit.score, 0)
  for (const { row, score } of near) {
    for (let at = neighbours.labelStarts[row]!; at < neighbours.labelStarts[row + 1]!; at += 1) {
      const signal = of(tagger.concepts[neighbours.labels[at]!]!)
      signal.votes.push({ article: neighbours.ids[row]!, similarity: score })
      signal.vote += score / total
    }
  }
}

function addLearned(tagger: Tagger, vector: SparseVector, of: Of, all: () => Iterable<Gathered>): void {
  const margins = scoreLabels(tagger.scorer, vector)
  for (const { row } of best(margins, linearCandidates, undefined, Number.NEGATIVE_INFINITY)) of(tagger.concepts[row]!)
  const centres = scoreLabels(tagger.centres, vector)
  for (const { row } of best(centres, centralCandidates)) of(tagger.concepts[row]!)
  for (const signal of all()) {
    const label = tagger.labelOf.get(signal.concept)
    if (label === undefined || tagger.priors[label] === 0) continue
    signal.margin = margins[label]!
    signal.centre = centres[label]!
    signal.prior = tagger.priors[label]!
    signal.recent = tagger.recent[label]!
  }
}

/** The signals of one article; without a tagger only the vocabulary's words speak. `allowed` keeps rows from voting (the article itself). */
export function tagSignals(
  article: WeighedArticle,
  { concepts }: LabelMatcher,
  tagger: Tagger | null,
  allowed: (row: number) => boolean = () => true,
): TagSignal[] {
  const byConcept = new Map<string, Gathered>()
  const of: Of = (concept) => {
    const known = byConcept.get(concept)
    if (known) return known
    const made: Gathered = { concept, hits: [], votes: [], vote: 0, margin: null, centre: 0, prior: 0, recent: 0, likeness: 0 }
    byConcept.set(concept, made)
    return made
  }
  for (const hit of article.hits) of(hit.form.concept).hits.push(hit)
  for (const { row } of best(article.likeness, likelyCandidates)) of(concepts[row]!.id)
  if (tagger) {
    addVotes(tagger, article.vector, allowed, of)
    addLearned(tagger, article.vector, of, () => byConcept.values())
  }
  concepts.forEach(({ id }, at) => {
    const signal = byConcept.get(id)
    if (signal) signal.likeness = article.likeness[at]!
  })
  return [...byConcept.values()]
}
