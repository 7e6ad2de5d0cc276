// The trained moderator: its parts, and how they are kept as bytes.
// It must not know how it was trained, nor the charter.
import { z } from 'zod'
import { DeskError } from '../../../../shared/domain/error.ts'
import { sigmoid } from '../../learning/calibration.ts'
import { scoreOf, type LinearModel } from '../../learning/linear-model.ts'
import { deserialise, serialise, type Digest, type ModelManifest, type TrainingStamp } from '../../learning/model-file.ts'
import type { SparseVector } from '../../learning/sparse.ts'

export const moderatorVersion = 2

export interface Moderator extends LinearModel {
  readonly idf: Float32Array
  readonly platt: { readonly slope: number; readonly offset: number }
  /** One bit for each word it has seen. */
  readonly known: Uint8Array
  /** Past decisions it learned from. */
  readonly decisions: number
}

const settingsSchema = z.object({ bias: z.number(), slope: z.number(), offset: z.number(), decisions: z.int() })

export function writeModerator(moderator: Moderator, stamp: TrainingStamp, digest: Digest): Uint8Array {
  const { bias, platt, decisions, weights, idf, known } = moderator
  const settings: z.infer<typeof settingsSchema> = { bias, ...platt, decisions }
  return serialise(
    { kind: 'moderator', version: moderatorVersion, examples: decisions, labels: 2, ...stamp },
    { settings, arrays: { weights, idf, known } },
    digest,
  )
}

export function readModerator(bytes: Uint8Array, digest: Digest): { moderator: Moderator; manifest: ModelManifest } {
  const file = deserialise(bytes, { kind: 'moderator', version: moderatorVersion }, digest)
  const parsed = settingsSchema.safeParse(file.settings)
  if (!parsed.success) throw new DeskError('bad-input', 'model', 'its settings do not read')
  const { bias, slope, offset, decisions } = parsed.data
  return {
    manifest: file.manifest,
    moderator: {
      bias,
      platt: { slope, offset },
      decisions,
      weights: file.array('weights', 'f32'),
      idf: file.array('idf', 'f32'),
      known: file.array('known', 'u8'),
    },
  }
}

/** What the rules weigh beside the model: a prior that few decisions cannot wipe out, calibrated with the rest. */
const rulesPrior = 1

/** Log-odds before calibration. `rules` is `ownRulesScore` of all hits, whatever the charter holds. */
export function rawScore(model: LinearModel, vector: SparseVector, rules: number): number {
  return scoreOf(model, vector) + rulesPrior * rules
}

/**
 * What the rules alone say: the share of held comments among those where they are silent, and where they are sure. Round
 * figures on purpose: they stand for newsrooms whose decisions are not known.
 */
const silentHeld = 0.15
const sureHeld = 0.95
/** Decisions after which the archive's own calibration weighs as much as the rules'. */
const decisionsToTrust = 50
/** However many decisions: an archive never knows all that readers write. */
const mostTrust = 0.8

/**
 * Raw score and probability that a moderator of this newsroom would hold the comment.
 *
 * The probability is Platt's where the comment speaks the words of past decisions, and nears what the rules alone say as
 * its words grow strange: a mean of log-odds, so that a model read outside its archive is not sure (a logarithmic opinion
 * pool, Genest and Zidek 1986).
 *
 * @param familiarity share of the comment's words seen in training, 0 to 1.
 */
export function judge(moderator: Moderator, vector: SparseVector, rules: number, familiarity = 1): { raw: number; probability: number } {
  const raw = rawScore(moderator, vector, rules)
  const learned = -(moderator.platt.slope * raw + moderator.platt.offset)
  const share = silentHeld + (sureHeld - silentHeld) * rules
  const trust = mostTrust * familiarity * (moderator.decisions / (moderator.decisions + decisionsToTrust))
  return { raw, probability: sigmoid(trust * learned + (1 - trust) * Math.log(share / (1 - share))) }
}
