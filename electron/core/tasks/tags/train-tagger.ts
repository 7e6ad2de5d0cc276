// Learns the tagger from tagged articles: parts from all of them, and how they weigh together from held-out ones.
// It must not know workers, files or the store.
import type { Digest, TrainingStamp } from '../../learning/model-file.ts'
import { learnFusion } from './learn-fusion.ts'
import { learnParts, type Remember } from './learn-parts.ts'
import { writeTagger, type Tagger } from './tagger-model.ts'
import { trainingSet, type TaggerTraining } from './training-set.ts'

/** With fewer tagged articles there is nothing to learn from, let alone to hold out. */
const fewestExamples = 8

/** The tagger from all tagged examples, or null when fewer than eight carry a known tag. `remember` lets an interrupted training go on. */
export function learnTagger(
  training: TaggerTraining,
  seed: number,
  remember: Remember = (_name, train) => train(),
): { tagger: Tagger; examples: number } | null {
  const data = trainingSet(training, seed)
  if (data.ids.length < fewestExamples) return null
  const fusion = learnFusion(data, remember)
  const parts = learnParts(data, Array.from(data.ids.keys()), 'whole', remember)
  return { tagger: { ...parts, fusion }, examples: data.ids.length }
}

/** The model's bytes, or null when there is too little to learn from. */
export function trainTagger(training: TaggerTraining, stamp: TrainingStamp, digest: Digest, remember?: Remember): Uint8Array | null {
  const learned = learnTagger(training, stamp.seed, remember)
  return learned && writeTagger(learned.tagger, { ...stamp, examples: learned.examples }, digest)
}
