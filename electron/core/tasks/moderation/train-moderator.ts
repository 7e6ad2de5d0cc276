// Learns from the newsroom's past decisions on comments.
// It must not know workers, files or the store.
import { fitPlatt } from '../../learning/calibration.ts'
import { trainLinear, type LinearModel } from '../../learning/linear-model.ts'
import type { Digest, TrainingStamp } from '../../learning/model-file.ts'
import { seededRandom, shuffle } from '../../learning/random.ts'
import { matrixOf, type SparseVector } from '../../learning/sparse.ts'
import { readPlainly } from '../../text/obfuscation.ts'
import { commentVector, commentWords, featureColumns, hashedColumns, hashedCounts, knownWords } from './comment-features.ts'
import { legible } from './legible.ts'
import { compileLexicon, ownRulesScore } from './lexicon.ts'
import { rawScore, writeModerator, type Moderator } from './moderator-model.ts'
import { ruleHits } from './rule-hits.ts'

/** One past decision: 1 = held, 0 = published. */
export interface DecisionExample {
  readonly body: string
  readonly label: 0 | 1
}

export interface ModeratorTraining {
  readonly examples: readonly DecisionExample[]
  /** The parsed word lists of `resources/rules`. */
  readonly lexicons: readonly unknown[]
}

/** Fewer decisions of either kind teach nothing. */
export const fewestOfEach = 10
const manyExamples = 4_000
const cost = 1

function learnIdf(counted: readonly ReadonlyMap<number, number>[]): Float32Array {
  const frequencies = new Float32Array(hashedColumns)
  for (const counts of counted) for (const column of counts.keys()) frequencies[column]! += 1
  return frequencies.map((count) => Math.log((1 + counted.length) / (1 + count)) + 1)
}

function learn(vectors: readonly SparseVector[], labels: Uint8Array, seed: number): LinearModel {
  const positives = labels.reduce((sum, label) => sum + label, 0)
  // The rarer class weighs more, up to a limit: the calibration afterwards gives the archive's own share back.
  const positiveWeight = Math.min(5, Math.max(0.2, (labels.length - positives) / Math.max(1, positives)))
  return trainLinear(matrixOf(vectors, featureColumns), labels, {
    loss: 'logistic',
    cost,
    positiveWeight,
    seed,
    tolerance: 0.05,
    maxPasses: 40,
  })
}

/** Scores of examples by models that had not seen them, for calibration. */
function heldOutScores(
  vectors: readonly SparseVector[],
  rules: readonly number[],
  labels: Uint8Array,
  seed: number,
): { scores: number[]; labels: number[] } {
  const order = vectors.map((_, row) => row)
  shuffle(order, seededRandom(seed))
  const folds = vectors.length > manyExamples ? 5 : 4
  const used = vectors.length > manyExamples ? 1 : folds
  const scores: number[] = []
  const truth: number[] = []
  for (let fold = 0; fold < used; fold += 1) {
    const kept = order.filter((_, at) => at % folds !== fold)
    const model = learn(
      kept.map((row) => vectors[row]!),
      Uint8Array.from(kept, (row) => labels[row]!),
      seed,
    )
    for (const row of order.filter((_, at) => at % folds === fold)) {
      scores.push(rawScore(model, vectors[row]!, rules[row]!))
      truth.push(labels[row]!)
    }
  }
  return { scores, labels: truth }
}

/** The moderator, or null when there are too few decisions of either kind. */
export function learnModerator({ examples, lexicons }: ModeratorTraining, seed: number): Moderator | null {
  const labels = Uint8Array.from(examples, (example) => example.label)
  const positives = labels.reduce((sum, label) => sum + label, 0)
  if (Math.min(positives, labels.length - positives) < fewestOfEach) return null
  const lexicon = compileLexicon(lexicons)
  const bodies = examples.map(({ body }) => legible(body))
  const readings = bodies.map(readPlainly)
  const words = readings.map(commentWords)
  const counted = words.map(hashedCounts)
  const idf = learnIdf(counted)
  const hits = bodies.map((body, row) => ruleHits(body, lexicon, readings[row]!))
  const vectors = counted.map((counts, row) => commentVector(counts, hits[row]!, idf))
  const heldOut = heldOutScores(vectors, hits.map(ownRulesScore), labels, seed)
  return {
    ...learn(vectors, labels, seed),
    idf,
    known: knownWords(words),
    platt: fitPlatt(heldOut.scores, heldOut.labels),
    decisions: examples.length,
  }
}

/** The model's bytes, or null when there is too little to learn from. */
export function trainModerator(training: ModeratorTraining, stamp: TrainingStamp, digest: Digest): Uint8Array | null {
  const moderator = learnModerator(training, stamp.seed)
  return moderator && writeModerator(moderator, stamp, digest)
}
