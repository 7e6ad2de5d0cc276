// A tag's signals as the numbers the fusion weighs, beside what the article's other candidates have.
// It must not know the weights, nor where the signals come from.
import { vectorOf, type SparseVector } from '../../learning/sparse.ts'
import type { FieldHit, TagSignal } from './tag-signals.ts'
import { formKey } from './tagger-model.ts'

/** The opening, where news says what it is about. */
const leadCharacters = 400
/** What a spelling never seen in a tagged article is worth. */
export const untriedPrecision = 0.4
const logit = (p: number): number => Math.log(p / (1 - p))

export interface LexicalSignal {
  /** Trust of the best hit in the title, and in the opening. */
  readonly title: number
  readonly lead: number
  /** Trust of all hits in the body together, and of the best anywhere. */
  readonly body: number
  readonly trust: number
  /** 1 when the first hit opens the article, towards 0 as it comes later. */
  readonly early: number
}

export function lexicalSignal(hits: readonly FieldHit[]): LexicalSignal {
  let [title, body, lead, trust, first] = [0, 0, 0, 0, Number.POSITIVE_INFINITY]
  for (const { field, form, start } of hits) {
    trust = Math.max(trust, form.trust)
    if (field === 'title') {
      title = Math.max(title, form.trust)
      first = 0
    } else {
      body += form.trust
      first = Math.min(first, start)
      if (start < leadCharacters) lead = Math.max(lead, form.trust)
    }
  }
  return { title, lead, body, trust, early: 1 / (1 + first / 500) }
}

/** The most reliable of a signal's spellings. */
function reliability(hits: readonly FieldHit[], precision: ReadonlyMap<string, number>): number {
  let most = 0
  for (const { form } of hits) most = Math.max(most, precision.get(formKey(form.concept, form.key)) ?? untriedPrecision * form.trust)
  return most
}

const unlearnedMargin = -1
function marginOf({ margin }: TagSignal): number {
  return Math.max(-2, Math.min(2, margin ?? unlearnedMargin))
}

/** The best of each signal on one article: a candidate is also judged by how far it stays behind. */
interface Rivals {
  readonly margin: number
  readonly vote: number
  readonly likeness: number
  readonly centre: number
  readonly reliability: number
  readonly hits: number
}

function rivalsOf(signals: readonly TagSignal[], precision: ReadonlyMap<string, number>): Rivals {
  const top = { margin: -2, vote: 0, likeness: 0, centre: 0, reliability: 0, hits: 0 }
  for (const signal of signals) {
    top.margin = Math.max(top.margin, marginOf(signal))
    top.vote = Math.max(top.vote, signal.vote)
    top.likeness = Math.max(top.likeness, signal.likeness)
    top.centre = Math.max(top.centre, signal.centre)
    top.reliability = Math.max(top.reliability, reliability(signal.hits, precision))
    top.hits += signal.hits.length
  }
  return top
}

function featuresOf(signal: TagSignal, rivals: Rivals, precision: ReadonlyMap<string, number>, length: number): number[] {
  const { title, body, lead, trust, early } = lexicalSignal(signal.hits)
  const found = signal.hits.length > 0
  const margin = marginOf(signal)
  const reliable = found ? reliability(signal.hits, precision) : 0
  const odds = found ? logit(Math.min(0.98, Math.max(0.02, reliable))) / 2 : 0
  return [
    margin,
    Math.max(margin, 0),
    margin - rivals.margin,
    signal.vote,
    Math.sqrt(signal.vote),
    signal.vote - rivals.vote,
    found ? 1 : 0,
    title,
    Math.log1p(body),
    lead,
    found ? early : 0,
    trust,
    found ? Math.log1p((1000 * body) / (length + 200)) : 0,
    found ? signal.hits.length / rivals.hits : 0,
    odds,
    odds * title,
    found && rivals.reliability > 0 ? reliable / rivals.reliability : 0,
    found ? margin : 0,
    3 * signal.likeness,
    3 * (signal.likeness - rivals.likeness),
    2 * signal.centre,
    2 * (signal.centre - rivals.centre),
    Math.log(signal.prior + 0.001) / 3,
    Math.log(signal.recent + 0.005) / 3,
    signal.margin === null ? 1 : 0,
  ]
}
export const featureCount = 25

/** The inputs of the fusion for all candidates of one article, all near unit size so that one regularisation suits them. */
export function tagFeatures(signals: readonly TagSignal[], precision: ReadonlyMap<string, number>, length: number): SparseVector[] {
  const rivals = rivalsOf(signals, precision)
  return signals.map((signal) => vectorOf(featuresOf(signal, rivals, precision, length)))
}

/** The candidates as if nobody had ever used these concepts: what a concept added yesterday has to show. */
export function newcomerFeatures(signals: readonly TagSignal[], length: number): SparseVector[] {
  const bare = signals.map((signal) => ({ ...signal, votes: [], vote: 0, margin: null, centre: 0, prior: 0, recent: 0 }))
  return tagFeatures(bare, untried, length)
}
const untried: ReadonlyMap<string, number> = new Map()
