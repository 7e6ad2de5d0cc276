// What speaks for each tag on one article: label words, neighbours' votes, the linear model.
// It must not know how the signals are weighed or shown.
import type { SparseVector } from '../../learning/sparse.ts'
import { heaviest } from '../../learning/sparse.ts'
import { nearest } from '../../learning/nearest.ts'
import { scoreLabels } from '../../learning/label-scorer.ts'
import { transform } from '../../learning/tfidf.ts'
import { articleTerms, type TaggedText } from './article-terms.ts'
import type { LabelHit, LabelMatcher } from './label-matcher.ts'
import { formKey, type Tagger } from './tagger-model.ts'

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
  readonly hits: FieldHit[]
  readonly votes: Vote[]
  /** Share of the neighbours' weight that carries the tag, 0 to 1. */
  vote: number
  /** Signed distance of the linear model; null when it was never trained on this concept. */
  margin: number | null
  prior: number
}

export interface ArticleSignals {
  readonly vector: SparseVector
  readonly signals: readonly TagSignal[]
}

const neighbourCount = 20
/** The linear model's best labels are candidates even when no word and no neighbour speaks for them. */
const linearCandidates = 25
export const neighbourTerms = 60

/** Labels found in the title and the body. */
export function labelHits(article: TaggedText, matcher: LabelMatcher): FieldHit[] {
  const fields = ['title', 'body'] as const
  return fields.flatMap((field) => matcher.find(article[field], article.lang).map((hit) => ({ ...hit, field })))
}

function gather(): { of: (concept: string) => TagSignal; all: () => TagSignal[] } {
  const byConcept = new Map<string, TagSignal>()
  return {
    of(concept) {
      const known = byConcept.get(concept) ?? { concept, hits: [], votes: [], vote: 0, margin: null, prior: 0 }
      byConcept.set(concept, known)
      return known
    },
    all: () => [...byConcept.values()],
  }
}

function addVotes(tagger: Tagger, vector: SparseVector, allowed: (row: number) => boolean, of: (concept: string) => TagSignal): void {
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

/** The signals of one article; without a tagger only the label words speak. `known` spares reading the text again. `allowed` keeps rows from voting (the article itself). */
export function tagSignals(
  article: TaggedText,
  matcher: LabelMatcher,
  tagger: Tagger | null,
  allowed: (row: number) => boolean = () => true,
  known?: { vector: SparseVector; hits: readonly FieldHit[] },
): ArticleSignals {
  const { of, all } = gather()
  for (const hit of known?.hits ?? labelHits(article, matcher)) of(hit.form.concept).hits.push(hit)
  if (!tagger) return { vector: { indices: new Int32Array(0), values: new Float32Array(0) }, signals: all() }
  const vector = known?.vector ?? transform(tagger.tfidf, articleTerms(article))
  addVotes(tagger, vector, allowed, of)
  const margins = scoreLabels(tagger.scorer, vector)
  const ranked = Array.from(margins, (_, label) => label).sort((a, b) => margins[b]! - margins[a]! || a - b)
  for (const label of ranked.slice(0, linearCandidates)) of(tagger.concepts[label]!)
  const labels = new Map(tagger.concepts.map((concept, label) => [concept, label]))
  for (const signal of all()) {
    const label = labels.get(signal.concept)
    if (label === undefined) continue
    signal.margin = margins[label]!
    signal.prior = tagger.priors[label]!
  }
  return { vector, signals: all() }
}

/** The form of a signal that has proved most reliable, and how reliable. */
export function bestForm(signal: TagSignal, precision: ReadonlyMap<string, number>): number {
  let best = 0
  for (const { form } of signal.hits) best = Math.max(best, precision.get(formKey(form.concept, form.key)) ?? untriedPrecision * form.trust)
  return best
}

/** What a spelling never seen in a tagged article is worth. */
export const untriedPrecision = 0.4
