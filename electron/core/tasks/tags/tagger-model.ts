// The trained tagger: its parts, and how they are kept as bytes.
// It must not know how it was trained, nor any store.
import { z } from 'zod'
import { DeskError } from '../../../../shared/domain/error.ts'
import { invert, type InvertedIndex } from '../../learning/inverted-index.ts'
import type { LabelScorer } from '../../learning/label-scorer.ts'
import { deserialise, serialise, type Digest, type ModelManifest, type TrainingStamp } from '../../learning/model-file.ts'
import type { SparseMatrix } from '../../learning/sparse.ts'
import { tfidfFrom, type Tfidf } from '../../learning/tfidf.ts'

export const taggerVersion = 1

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
  readonly weights: Float32Array
  readonly bias: number
  /** Under this probability nothing is proposed. */
  readonly floor: number
}

export interface Tagger {
  /** Concept ids: a label is a place in this list. */
  readonly concepts: readonly string[]
  readonly tfidf: Tfidf
  readonly scorer: LabelScorer
  /** Share of examples that carry the label. */
  readonly priors: Float32Array
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
  terms: z.array(z.string()),
  ids: z.array(z.string()),
  forms: z.array(z.string()),
  bias: z.number(),
  floor: z.number(),
})

/** Settings and arrays of a tagger with its stamp, as bytes. */
export function writeTagger(tagger: Tagger, stamp: TrainingStamp & { examples: number }, digest: Digest): Uint8Array {
  const { neighbours, scorer, fusion } = tagger
  const settings: z.infer<typeof settingsSchema> = {
    concepts: [...tagger.concepts],
    terms: [...tagger.tfidf.terms],
    ids: [...neighbours.ids],
    forms: [...tagger.precision.keys()],
    bias: fusion.bias,
    floor: fusion.floor,
  }
  const arrays = {
    idf: tagger.tfidf.idf,
    'scorer.starts': scorer.starts,
    'scorer.labels': scorer.labels,
    'scorer.weights': scorer.weights,
    'scorer.biases': scorer.biases,
    priors: tagger.priors,
    'near.starts': neighbours.matrix.starts,
    'near.indices': neighbours.matrix.indices,
    'near.values': neighbours.matrix.values,
    'near.labelStarts': neighbours.labelStarts,
    'near.labels': neighbours.labels,
    precision: Float32Array.from(tagger.precision.values()),
    fusion: fusion.weights,
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
    tfidf: tfidfFrom(settings.terms, file.array('idf', 'f32')),
    scorer: {
      starts: file.array('scorer.starts', 'i32'),
      labels: file.array('scorer.labels', 'u16'),
      weights: file.array('scorer.weights', 'f32'),
      biases: file.array('scorer.biases', 'f32'),
    },
    priors: file.array('priors', 'f32'),
    neighbours: {
      ids: settings.ids,
      matrix,
      index: invert(matrix),
      labelStarts: file.array('near.labelStarts', 'i32'),
      labels: file.array('near.labels', 'u16'),
    },
    precision: new Map(settings.forms.map((form, at) => [form, precision[at]!])),
    fusion: { weights: file.array('fusion', 'f32'), bias: settings.bias, floor: settings.floor },
  }
  return { tagger, manifest: file.manifest }
}
