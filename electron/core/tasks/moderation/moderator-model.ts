// The trained moderator: its parts, and how they are kept as bytes.
// It must not know how it was trained, nor the charter.
import { z } from 'zod'
import { DeskError } from '../../../../shared/domain/error.ts'
import { applyPlatt } from '../../learning/calibration.ts'
import { scoreOf, type LinearModel } from '../../learning/linear-model.ts'
import { deserialise, serialise, type Digest, type ModelManifest, type TrainingStamp } from '../../learning/model-file.ts'
import type { SparseVector } from '../../learning/sparse.ts'

export const moderatorVersion = 1

export interface Moderator extends LinearModel {
  readonly idf: Float32Array
  readonly platt: { readonly slope: number; readonly offset: number }
  /** Past decisions it learned from. */
  readonly decisions: number
}

const settingsSchema = z.object({ bias: z.number(), slope: z.number(), offset: z.number(), decisions: z.int() })

export function writeModerator(moderator: Moderator, stamp: TrainingStamp, digest: Digest): Uint8Array {
  const { bias, platt, decisions, weights, idf } = moderator
  const settings: z.infer<typeof settingsSchema> = { bias, ...platt, decisions }
  return serialise(
    { kind: 'moderator', version: moderatorVersion, examples: decisions, labels: 2, ...stamp },
    { settings, arrays: { weights, idf } },
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
    moderator: { bias, platt: { slope, offset }, decisions, weights: file.array('weights', 'f32'), idf: file.array('idf', 'f32') },
  }
}

/** What the rules weigh against the model: a prior that few decisions cannot wipe out, calibrated with the rest. */
const rulesPrior = 2

/** Log-odds before calibration. `rules` is `rulesScore` of all hits, whatever the charter holds. */
export function rawScore(model: LinearModel, vector: SparseVector, rules: number): number {
  return scoreOf(model, vector) + rulesPrior * rules
}

/** Raw score and calibrated probability that a moderator of this newsroom would hold the comment. */
export function judge(moderator: Moderator, vector: SparseVector, rules: number): { raw: number; probability: number } {
  const raw = rawScore(moderator, vector, rules)
  return { raw, probability: applyPlatt(moderator.platt, raw) }
}
