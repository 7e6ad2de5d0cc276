// Learns how a tagger's signals weigh together, on articles the other parts have not seen.
// It must not know how those parts are trained.
import { sigmoid } from '../../learning/calibration.ts'
import { scoreOf, trainLinear, type LinearModel } from '../../learning/linear-model.ts'
import { matrixOf, type SparseVector } from '../../learning/sparse.ts'
import { learnParts, type Remember } from './learn-parts.ts'
import { featureCount, newcomerFeatures, tagFeatures } from './tag-features.ts'
import { tagSignals } from './tag-signals.ts'
import type { Fusion } from './tagger-model.ts'
import { chooseThresholds } from './tag-thresholds.ts'
import type { TrainingSet } from './training-set.ts'

/** One candidate on a held-out article. */
interface Judged {
  readonly concept: string
  readonly features: SparseVector
  readonly right: boolean
}
interface JudgedBlock {
  readonly known: readonly Judged[]
  /** Concepts without example in the block's training, as newcomers are seen. */
  readonly unseen: readonly Judged[]
  /** Some that had examples, seen as if they had none: what newcomers are learned from. */
  readonly hidden: readonly Judged[]
  /** Gold tags of the block, found or not. */
  readonly wanted: ReadonlyMap<string, number>
}

interface Split {
  readonly train: readonly number[]
  readonly judge: readonly number[]
}

/** Under this, too little comes before anything: blocks are held out in turn instead. */
const fewExamples = 60
const manyExamples = 1_500
const mostExamples = 3_000
/** A trial needs no more than this of a large archive, the latest of it, to say how the signals weigh. */
const mostTaught = 4_000
const mostJudged = 1_000

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

/**
 * The past teaches, the time after it judges, as on a newsroom's desk: what was learned last year fits this year less well than a
 * random split would say. Large archives need fewer such trials.
 */
export function fusionSplits(size: number): Split[] {
  if (size < fewExamples) {
    const count = size >= 8 ? 4 : 2
    return range(0, count).map((k) => {
      const [from, to] = [Math.floor((size * k) / count), Math.floor((size * (k + 1)) / count)]
      return { train: [...range(0, from), ...range(to, size)], judge: range(from, to) }
    })
  }
  const shares = size <= manyExamples ? [0.4, 0.6, 0.8] : size <= mostExamples ? [0.6, 0.8] : [0.8]
  return shares.map((share) => {
    const end = Math.floor(size * (share + 0.2))
    const now = Math.max(Math.floor(size * share), end - mostJudged)
    return { train: range(Math.max(0, now - mostTaught), now), judge: range(now, end) }
  })
}

/** Every third concept, another third on each article, so that all take part. */
const hiddenShare = 3

function judgeBlock(data: TrainingSet, { train, judge }: Split, name: string, remember: Remember): JudgedBlock {
  const parts = learnParts(data, train, name, remember)
  const blank: Fusion = {
    known: { weights: new Float32Array(featureCount), bias: 0 },
    newcomers: { weights: new Float32Array(featureCount), bias: 0 },
    unusedPenalty: 0,
    thresholds: { micro: 0, macro: 0 },
  }
  const block = { known: [] as Judged[], unseen: [] as Judged[], hidden: [] as Judged[], wanted: new Map<string, number>() }
  for (const row of judge) {
    const article = data.articles[row]!
    const gold = data.gold[row]!
    for (const id of gold) block.wanted.set(id, (block.wanted.get(id) ?? 0) + 1)
    const signals = tagSignals(article, data.matcher, { ...parts, fusion: blank })
    const features = tagFeatures(signals, parts.precision, article.length)
    const newcomers = newcomerFeatures(signals, article.length)
    signals.forEach(({ concept, margin, hits, likeness }, at) => {
      const right = gold.has(concept)
      block.known.push({ concept, features: features[at]!, right })
      const bare = { concept, features: newcomers[at]!, right }
      if (margin === null) block.unseen.push(bare)
      else if ((hits.length > 0 || likeness > 0) && (data.labelOf.get(concept)! + row) % hiddenShare === 0) block.hidden.push(bare)
    })
  }
  return block
}

function fitJudged(judged: readonly Judged[], seed: number): LinearModel {
  const matrix = matrixOf(
    judged.map((one) => one.features),
    featureCount,
  )
  const positive = Uint8Array.from(judged, (one) => (one.right ? 1 : 0))
  return trainLinear(matrix, positive, { loss: 'logistic', cost: 1, seed, maxPasses: 60 })
}

/** What a concept without examples may lose at most for being one, and how many imagined uses hold that back. */
const leastOdds = 0.1
const imaginedUses = 5

/** Log of how much rarer unused concepts are used than newcomers: the archive says whether a list is mostly there to be used. */
function unusedPenalty(newcomers: LinearModel, unseen: readonly Judged[]): number {
  const expected = unseen.reduce((sum, one) => sum + sigmoid(scoreOf(newcomers, one.features)), 0)
  const used = unseen.reduce((sum, one) => sum + (one.right ? 1 : 0), 0)
  return Math.log(Math.min(1, Math.max(leastOdds, (used + imaginedUses) / (expected + imaginedUses))))
}

export function learnFusion(data: TrainingSet, remember: Remember): Fusion {
  const blocks = fusionSplits(data.ids.length).map((split, at) => judgeBlock(data, split, `trial ${at}`, remember))
  const judged = blocks.flatMap((block) => block.known)
  const known = fitJudged(judged, data.seed)
  const newcomers = fitJudged(
    blocks.flatMap((block) => block.hidden),
    data.seed,
  )
  const penalty = unusedPenalty(
    newcomers,
    blocks.flatMap((block) => block.unseen),
  )
  const wanted = new Map<string, number>()
  for (const block of blocks) for (const [id, count] of block.wanted) wanted.set(id, (wanted.get(id) ?? 0) + count)
  const scored = judged.map(({ concept, features, right }) => ({ concept, right, score: sigmoid(scoreOf(known, features)) }))
  return { known, newcomers, unusedPenalty: penalty, thresholds: chooseThresholds(scored, wanted) }
}
