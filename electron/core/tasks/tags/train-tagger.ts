// Learns the tagger from tagged articles: linear model, neighbours, reliable spellings, and how they weigh together.
// It must not know workers, files or the store.
import { labelScorer } from '../../learning/label-scorer.ts'
import { invert } from '../../learning/inverted-index.ts'
import { trainLinear, trainOneVsRest } from '../../learning/linear-model.ts'
import type { Digest, TrainingStamp } from '../../learning/model-file.ts'
import { heaviest, matrixOf, type SparseVector } from '../../learning/sparse.ts'
import { fitTfidf, transform, type Tfidf } from '../../learning/tfidf.ts'
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { articleTerms, type TaggedText } from './article-terms.ts'
import { labelMatcher, type LabelMatcher } from './label-matcher.ts'
import { fusionFeatures, fusionSize, fusionScore } from './tag-fusion.ts'
import { labelHits, neighbourTerms, tagSignals, untriedPrecision, type FieldHit } from './tag-signals.ts'
import { formKey, writeTagger, type Tagger } from './tagger-model.ts'
import { vocabularyLock } from './vocabulary-lock.ts'

/** One tagged article. `tags` are concept ids or labels as imported; what the vocabulary does not know is left out. */
export interface TagExample extends TaggedText {
  readonly id: string
  readonly date: string | null
  readonly tags: readonly string[]
}

export interface TaggerTraining {
  readonly examples: readonly TagExample[]
  readonly concepts: readonly Concept[]
}

interface Prepared {
  readonly examples: readonly TagExample[]
  readonly gold: readonly ReadonlySet<string>[]
  readonly concepts: readonly string[]
  readonly labelOf: ReadonlyMap<string, number>
  readonly tfidf: Tfidf
  readonly vectors: readonly SparseVector[]
  readonly hits: readonly (readonly FieldHit[])[]
  readonly matcher: LabelMatcher
  readonly seed: number
}

/** A label needs this many articles before a model of it means anything. */
const minExamples = 2
const maxTerms = 120_000
/** More neighbours than this make the model heavy and the votes no better: the newest are kept. */
const maxNeighbours = 20_000
/** Above this, one held-out part is enough to learn the fusion from. */
const manyExamples = 3_000

const byDate = (a: TagExample, b: TagExample): number => (a.date ?? '').localeCompare(b.date ?? '') || (a.id < b.id ? -1 : 1)

function prepare({ examples, concepts }: TaggerTraining, seed: number): Prepared {
  const lock = vocabularyLock(concepts)
  const known = examples
    .map((example) => ({ example, gold: new Set(example.tags.map((tag) => lock.named(tag)).filter((id) => id !== null)) }))
    .filter(({ gold }) => gold.size > 0)
    .sort((a, b) => byDate(a.example, b.example))
  const counts = new Map<string, number>()
  for (const { gold } of known) for (const id of gold) counts.set(id, (counts.get(id) ?? 0) + 1)
  const learned = [...counts].filter(([, count]) => count >= minExamples).map(([id]) => id)
  learned.sort()
  const terms = known.map(({ example }) => articleTerms(example))
  const tfidf = fitTfidf(terms, { minDocuments: known.length < 50 ? 1 : 2, maxShare: 0.6, maxTerms })
  const matcher = labelMatcher([...lock.active.values()])
  return {
    examples: known.map(({ example }) => example),
    gold: known.map(({ gold }) => gold),
    concepts: learned,
    labelOf: new Map(learned.map((id, label) => [id, label])),
    tfidf,
    vectors: terms.map((document) => transform(tfidf, document)),
    hits: known.map(({ example }) => labelHits(example, matcher)),
    matcher,
    seed,
  }
}

/** P(tag | spelling present) per spelling, pulled towards what an untried one is worth by two imagined articles. */
function learnPrecision(data: Prepared, rows: readonly number[]): Map<string, number> {
  const seen = new Map<string, { present: number; right: number; trust: number }>()
  for (const row of rows) {
    const forms = new Map(data.hits[row]!.map(({ form }) => [formKey(form.concept, form.key), form]))
    for (const [key, form] of forms) {
      const count = seen.get(key) ?? { present: 0, right: 0, trust: form.trust }
      count.present += 1
      if (data.gold[row]!.has(form.concept)) count.right += 1
      seen.set(key, count)
    }
  }
  return new Map([...seen].map(([key, { present, right, trust }]) => [key, (right + 2 * untriedPrecision * trust) / (present + 2)]))
}

function learnNeighbours(data: Prepared, rows: readonly number[]): Tagger['neighbours'] {
  const kept = rows.slice(-maxNeighbours)
  const labels = kept.map((row) => [...data.gold[row]!].flatMap((id) => data.labelOf.get(id) ?? []))
  const labelStarts = new Int32Array(kept.length + 1)
  labels.forEach((list, at) => (labelStarts[at + 1] = labelStarts[at]! + list.length))
  const vectors = kept.map((row) => heaviest(data.vectors[row]!, neighbourTerms))
  const matrix = matrixOf(vectors, data.tfidf.terms.length)
  return {
    ids: kept.map((row) => data.examples[row]!.id),
    matrix,
    index: invert(matrix),
    labelStarts,
    labels: Uint16Array.from(labels.flat()),
  }
}

/** Everything but the fusion, from some of the rows. */
function learnParts(data: Prepared, rows: readonly number[]): Omit<Tagger, 'fusion'> {
  const columns = data.tfidf.terms.length
  const rowsOf = data.concepts.map((): number[] => [])
  rows.forEach((row, at) => {
    for (const id of data.gold[row]!) {
      const label = data.labelOf.get(id)
      if (label !== undefined) rowsOf[label]!.push(at)
    }
  })
  const matrix = matrixOf(
    rows.map((row) => data.vectors[row]!),
    columns,
  )
  const models = trainOneVsRest(matrix, rowsOf, { loss: 'squared-hinge', cost: 1, seed: data.seed })
  return {
    concepts: data.concepts,
    tfidf: data.tfidf,
    scorer: labelScorer(models, columns),
    priors: Float32Array.from(rowsOf, (list) => list.length / Math.max(1, rows.length)),
    neighbours: learnNeighbours(data, rows),
    precision: learnPrecision(data, rows),
  }
}

interface Judged {
  readonly features: SparseVector
  readonly right: boolean
}

/** Blocks of time held out in turn: a week's pieces resemble each other more than the next week's will. */
function heldOutBlocks(size: number): [number, number][] {
  if (size > manyExamples) return [[Math.floor(size * 0.8), size]]
  const count = size >= 8 ? 4 : 2
  return Array.from({ length: count }, (_, k) => [Math.floor((size * k) / count), Math.floor((size * (k + 1)) / count)])
}

function judgeBlock(data: Prepared, [from, to]: readonly [number, number]): Judged[][] {
  const rows = data.examples.map((_, row) => row)
  const parts = learnParts(
    data,
    rows.filter((row) => row < from || row >= to),
  )
  const blank: Tagger = { ...parts, fusion: { weights: new Float32Array(fusionSize), bias: 0, floor: 0 } }
  return rows.slice(from, to).map((row) =>
    tagSignals(data.examples[row]!, data.matcher, blank, undefined, { vector: data.vectors[row]!, hits: data.hits[row]! }).signals.map(
      (signal) => ({
        features: fusionFeatures(signal, parts.precision),
        right: data.gold[row]!.has(signal.concept),
      }),
    ),
  )
}

/** The floor with the best micro-F1 on held-out articles. */
function bestFloor(scored: readonly { score: number; right: boolean }[], relevant: number): number {
  const ranked = [...scored].sort((a, b) => b.score - a.score)
  let right = 0
  let best = { f1: 0, floor: 0.5 }
  ranked.forEach((one, at) => {
    if (one.right) right += 1
    const f1 = (2 * right) / (at + 1 + relevant)
    if (f1 > best.f1) best = { f1, floor: one.score }
  })
  return best.floor
}

function learnFusion(data: Prepared): Tagger['fusion'] {
  const judged = heldOutBlocks(data.examples.length).flatMap((block) => judgeBlock(data, block))
  const all = judged.flat()
  const matrix = matrixOf(
    all.map((one) => one.features),
    fusionSize,
  )
  const model = trainLinear(
    matrix,
    Uint8Array.from(all, (one) => (one.right ? 1 : 0)),
    { loss: 'logistic', cost: 1, seed: data.seed, maxPasses: 60 },
  )
  const scored = all.map((one) => ({ score: fusionScore(model, one.features), right: one.right }))
  return { ...model, floor: bestFloor(scored, all.filter((one) => one.right).length) }
}

/** The tagger from all tagged examples, or null when fewer than eight carry a known tag. */
export function learnTagger(training: TaggerTraining, seed: number): { tagger: Tagger; examples: number } | null {
  const data = prepare(training, seed)
  if (data.examples.length < 8 || data.concepts.length === 0) return null
  const fusion = learnFusion(data)
  const parts = learnParts(
    data,
    data.examples.map((_, row) => row),
  )
  return { tagger: { ...parts, fusion }, examples: data.examples.length }
}

/** The model's bytes, or null when there is too little to learn from. */
export function trainTagger(training: TaggerTraining, stamp: TrainingStamp, digest: Digest): Uint8Array | null {
  const learned = learnTagger(training, stamp.seed)
  return learned && writeTagger(learned.tagger, { ...stamp, examples: learned.examples }, digest)
}
