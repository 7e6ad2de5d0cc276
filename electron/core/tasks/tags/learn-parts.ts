// Learns a tagger's parts from some of the training rows: linear models, neighbours, reliable spellings, shares.
// It must not know how the parts weigh together.
import { centroid } from '../../learning/centroids.ts'
import { invert } from '../../learning/inverted-index.ts'
import { keepHeavy, layOut, type LabelScorer, type SparseModel } from '../../learning/label-scorer.ts'
import { oneVsRest } from '../../learning/linear-model.ts'
import { heaviest, matrixOf } from '../../learning/sparse.ts'
import { neighbourTerms } from './tag-signals.ts'
import { untriedPrecision } from './tag-features.ts'
import { formKey, type Tagger } from './tagger-model.ts'
import type { TrainingSet } from './training-set.ts'

/** More neighbours than this make the model heavy and the votes no better: the newest are kept. */
const maxNeighbours = 20_000
/** The latest part of an archive, which says what the newsroom writes about now. */
const recentShare = 0.125
const fewestRecent = 40
/** Half of LIBLINEAR's default: as good on every archive tried, and sooner done. */
const cost = 0.5
/** Three times LIBLINEAR's: the ranking is settled long before the last digits are. */
const tolerance = 0.3

/** Does a piece of training, or remembers it from an interrupted one. */
export type Remember = (name: string, train: () => SparseModel[]) => SparseModel[]
/** Terms kept of the middle of a concept's examples. */
const centroidTerms = 300
/** Labels trained between two checkpoints. */
const labelsPerPiece = 32

export type TaggerParts = Omit<Tagger, 'fusion'>

/** P(tag | spelling present) per spelling, pulled towards what an untried one is worth by two imagined articles. */
function learnPrecision(data: TrainingSet, rows: readonly number[]): Map<string, number> {
  const seen = new Map<string, { present: number; right: number; trust: number }>()
  for (const row of rows) {
    const forms = new Map(data.articles[row]!.hits.map(({ form }) => [formKey(form.concept, form.key), form]))
    for (const [key, form] of forms) {
      const count = seen.get(key) ?? { present: 0, right: 0, trust: form.trust }
      count.present += 1
      if (data.gold[row]!.has(form.concept)) count.right += 1
      seen.set(key, count)
    }
  }
  // In single precision as the file keeps them: a tagger just learned and one read back rank alike.
  const smoothed = (one: { present: number; right: number; trust: number }): number =>
    Math.fround((one.right + 2 * untriedPrecision * one.trust) / (one.present + 2))
  return new Map([...seen].map(([key, one]) => [key, smoothed(one)]))
}

function learnNeighbours(data: TrainingSet, rows: readonly number[]): Tagger['neighbours'] {
  const kept = rows.slice(-maxNeighbours)
  const labels = kept.map((row) => [...data.gold[row]!].map((id) => data.labelOf.get(id)!))
  const labelStarts = new Int32Array(kept.length + 1)
  labels.forEach((list, at) => (labelStarts[at + 1] = labelStarts[at]! + list.length))
  const vectors = kept.map((row) => heaviest(data.articles[row]!.vector, neighbourTerms))
  const matrix = matrixOf(vectors, data.tfidf.terms.length)
  return { ids: kept.map((row) => data.ids[row]!), matrix, index: invert(matrix), labelStarts, labels: Uint16Array.from(labels.flat()) }
}

function learnScorer(
  data: TrainingSet,
  rows: readonly number[],
  rowsOf: readonly number[][],
  name: string,
  remember: Remember,
): LabelScorer {
  const columns = data.tfidf.terms.length
  const matrix = matrixOf(
    rows.map((row) => data.articles[row]!.vector),
    columns,
  )
  let train: ReturnType<typeof oneVsRest> | null = null
  const models: SparseModel[] = []
  for (let from = 0; from < rowsOf.length; from += labelsPerPiece) {
    const piece = remember(`${name}/${from}`, () => {
      const one = (train ??= oneVsRest(matrix, { loss: 'squared-hinge', cost, tolerance, seed: data.seed }))
      return rowsOf.slice(from, from + labelsPerPiece).map((list) => keepHeavy(one(list)))
    })
    models.push(...piece)
  }
  return layOut(models, columns)
}

function learnCentres(data: TrainingSet, rows: readonly number[], rowsOf: readonly number[][]): LabelScorer {
  const sums = new Float64Array(data.tfidf.terms.length)
  const centres = rowsOf.map((list) =>
    centroid(
      list.map((at) => data.articles[rows[at]!]!.vector),
      centroidTerms,
      sums,
    ),
  )
  return layOut(centres, data.tfidf.terms.length)
}

function shares(data: TrainingSet, rows: readonly number[]): Float32Array {
  const found = new Float32Array(data.concepts.length)
  for (const row of rows) for (const id of data.gold[row]!) found[data.labelOf.get(id)!]! += 1 / rows.length
  return found
}

/** Everything but the fusion; `name` tells this part of the training from the others of the same one. */
export function learnParts(data: TrainingSet, rows: readonly number[], name: string, remember: Remember): TaggerParts {
  const rowsOf = data.concepts.map((): number[] => [])
  rows.forEach((row, at) => {
    for (const id of data.gold[row]!) rowsOf[data.labelOf.get(id)!]!.push(at)
  })
  const latest = Math.max(fewestRecent, Math.ceil(rows.length * recentShare))
  return {
    concepts: data.concepts,
    labelOf: data.labelOf,
    offered: new Set(data.matcher.concepts.map((concept) => concept.id)),
    tfidf: data.tfidf,
    scorer: learnScorer(data, rows, rowsOf, name, remember),
    centres: learnCentres(data, rows, rowsOf),
    priors: shares(data, rows),
    recent: shares(data, rows.slice(-latest)),
    neighbours: learnNeighbours(data, rows),
    precision: learnPrecision(data, rows),
  }
}
