// The trained tagger: its parts, and how they are kept as bytes.
// It must not know how it was trained, nor any store.
import { z } from 'zod'
import { DeskError } from '../../../../shared/domain/error.ts'
import { invert, type InvertedIndex } from '../../learning/inverted-index.ts'
import type { LabelScorer } from '../../learning/label-scorer.ts'
import type { LinearModel } from '../../learning/linear-model.ts'
import {
  deserialise,
  serialise,
  type Digest,
  type ModelArray,
  type ModelManifest,
  type ReadModel,
  type TrainingStamp,
} from '../../learning/model-file.ts'
import type { SparseMatrix } from '../../learning/sparse.ts'
import { tfidfFrom, type Tfidf } from '../../learning/tfidf.ts'

export const taggerVersion = 2

/** Tagged articles to vote with: vectors and label lists by row. */
export interface Neighbours {
  readonly ids: readonly string[]
  readonly matrix: SparseMatrix
  readonly index: InvertedIndex
  /** Labels of row `r`: `labels[labelStarts[r] .. labelStarts[r + 1])`. */
  readonly labelStarts: Int32Array
  readonly labels: Uint16Array
}

/** How the signals weigh together: learned on articles the other parts had not seen. */
export interface Fusion {
  /** For concepts with examples, and for those nobody has used yet. */
  readonly known: LinearModel
  readonly newcomers: LinearModel
  /** Log-odds that a concept loses when it was on the list and nobody used it. */
  readonly unusedPenalty: number
  readonly thresholds: TagThresholds
}

/** Probabilities from which a tag is given, chosen on held-out articles for the best micro-F1 and the best macro-F1. */
export interface TagThresholds {
  /** Also the floor: nothing under it is proposed. */
  readonly micro: number
  readonly macro: number
}

export interface Tagger {
  /** Concept ids: a label is a place in this list. */
  readonly concepts: readonly string[]
  readonly labelOf: ReadonlyMap<string, number>
  /** Every concept that was on the list at the time, used or not. */
  readonly offered: ReadonlySet<string>
  readonly tfidf: Tfidf
  readonly scorer: LabelScorer
  /** Cosine with the middle of each label's examples. */
  readonly centres: LabelScorer
  /** Share of the examples that carry the label, and of the latest ones. */
  readonly priors: Float32Array
  readonly recent: Float32Array
  readonly neighbours: Neighbours
  /** How often an article with this spelling carried the tag, smoothed; key from `formKey`. */
  readonly precision: ReadonlyMap<string, number>
  readonly fusion: Fusion
}

export function formKey(concept: string, key: string): string {
  return `${concept}\t${key}`
}

const settingsSchema = z.object({
  concepts: z.array(z.string()),
  offered: z.array(z.string()),
  terms: z.array(z.string()),
  ids: z.array(z.string()),
  forms: z.array(z.string()),
  bias: z.number(),
  newcomerBias: z.number(),
  unusedPenalty: z.number(),
  thresholds: z.object({ micro: z.number(), macro: z.number() }),
})

function scorerArrays(name: string, scorer: LabelScorer): Record<string, ModelArray> {
  return {
    [`${name}.starts`]: scorer.starts,
    [`${name}.labels`]: scorer.labels,
    [`${name}.weights`]: scorer.weights,
    [`${name}.biases`]: scorer.biases,
  }
}

function readScorer(name: string, file: ReadModel): LabelScorer {
  return {
    starts: file.array(`${name}.starts`, 'i32'),
    labels: file.array(`${name}.labels`, 'u16'),
    weights: file.array(`${name}.weights`, 'f32'),
    biases: file.array(`${name}.biases`, 'f32'),
  }
}

/** Settings and arrays of a tagger with its stamp, as bytes. */
export function writeTagger(tagger: Tagger, stamp: TrainingStamp & { examples: number }, digest: Digest): Uint8Array {
  const { neighbours, scorer, centres, fusion } = tagger
  const settings: z.infer<typeof settingsSchema> = {
    concepts: [...tagger.concepts],
    offered: [...tagger.offered],
    terms: [...tagger.tfidf.terms],
    ids: [...neighbours.ids],
    forms: [...tagger.precision.keys()],
    bias: fusion.known.bias,
    newcomerBias: fusion.newcomers.bias,
    unusedPenalty: fusion.unusedPenalty,
    thresholds: fusion.thresholds,
  }
  const arrays = {
    idf: tagger.tfidf.idf,
    ...scorerArrays('scorer', scorer),
    ...scorerArrays('centres', centres),
    priors: tagger.priors,
    recent: tagger.recent,
    'near.starts': neighbours.matrix.starts,
    'near.indices': neighbours.matrix.indices,
    'near.values': neighbours.matrix.values,
    'near.labelStarts': neighbours.labelStarts,
    'near.labels': neighbours.labels,
    precision: Float32Array.from(tagger.precision.values()),
    fusion: fusion.known.weights,
    newcomers: fusion.newcomers.weights,
  }
  return serialise({ kind: 'tagger', version: taggerVersion, labels: tagger.concepts.length, ...stamp }, { settings, arrays }, digest)
}

export function readTagger(bytes: Uint8Array, digest: Digest): { tagger: Tagger; manifest: ModelManifest } {
  const file = deserialise(bytes, { kind: 'tagger', version: taggerVersion }, digest)
  const parsed = settingsSchema.safeParse(file.settings)
  if (!parsed.success) throw new DeskError('bad-input', 'model', 'its settings do not read')
  const settings = parsed.data
  const matrix = {
    rows: settings.ids.length,
    columns: settings.terms.length,
    starts: file.array('near.starts', 'i32'),
    indices: file.array('near.indices', 'i32'),
    values: file.array('near.values', 'f32'),
  }
  const precision = file.array('precision', 'f32')
  const tagger: Tagger = {
    concepts: settings.concepts,
    labelOf: new Map(settings.concepts.map((id, label) => [id, label])),
    offered: new Set(settings.offered),
    tfidf: tfidfFrom(settings.terms, file.array('idf', 'f32')),
    scorer: readScorer('scorer', file),
    centres: readScorer('centres', file),
    priors: file.array('priors', 'f32'),
    recent: file.array('recent', 'f32'),
    neighbours: {
      ids: settings.ids,
      matrix,
      index: invert(matrix),
      labelStarts: file.array('near.labelStarts', 'i32'),
      labels: file.array('near.labels', 'u16'),
    },
    precision: new Map(settings.forms.map((form, at) => [form, precision[at]!])),
    fusion: {
      known: { weights: file.array('fusion', 'f32'), bias: settings.bias },
      newcomers: { weights: file.array('newcomers', 'f32'), bias: settings.newcomerBias },
      unusedPenalty: settings.unusedPenalty,
      thresholds: settings.thresholds,
    },
  }
  return { tagger, manifest: file.manifest }
}
