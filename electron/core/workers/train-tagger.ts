// Worker: tagged articles in, a tagger's bytes out (null when there is too little to learn from).
// It must not know the store or the queue.
import type { TrainingStamp } from '../learning/model-file.ts'
import { trainTagger, type TaggerTraining } from '../tasks/tags/train-tagger.ts'
import { sha256 } from './sha256.ts'

export type Input = TaggerTraining & TrainingStamp
export type Output = Uint8Array | null

export function run(input: Input): Output {
  return trainTagger(input, { trainedAt: input.trainedAt, corpusHash: input.corpusHash, seed: input.seed }, sha256)
}
