// Worker: the archive's texts in, its latent space out (null when the archive is too small).
// It must not know the store or the queue.
import type { TrainingStamp } from '../learning/model-file.ts'
import { trainLsa, type LsaText } from '../tasks/links/lsa-model.ts'
import { sha256 } from './sha256.ts'

/** `before`: the last model, to begin from when the archive changed little. */
export type Input = TrainingStamp & { readonly texts: readonly LsaText[]; readonly before?: Uint8Array | null }
export type Output = Uint8Array | null

export function run(input: Input): Output {
  return trainLsa(input.texts, { trainedAt: input.trainedAt, corpusHash: input.corpusHash, seed: input.seed }, sha256, input.before ?? null)
}
