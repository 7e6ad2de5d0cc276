// Worker: past decisions in, a moderator's bytes out (null when there are too few of either kind).
// It must not know the store or the queue.
import type { TrainingStamp } from '../learning/model-file.ts'
import { trainModerator, type ModeratorTraining } from '../tasks/moderation/train-moderator.ts'
import { sha256 } from './sha256.ts'

export type Input = ModeratorTraining & TrainingStamp
export type Output = Uint8Array | null

export function run(input: Input): Output {
  return trainModerator(input, { trainedAt: input.trainedAt, corpusHash: input.corpusHash, seed: input.seed }, sha256)
}
