// Worker: tagged articles in, a tagger's bytes out (null when there is too little to learn from); finished pieces on the way.
// It must not know the store or the queue.
import type { MessagePort } from 'node:worker_threads'
import type { TrainingStamp } from '../learning/model-file.ts'
import { trainTagger } from '../tasks/tags/train-tagger.ts'
import { rememberPieces, trainingFingerprint } from '../tasks/tags/training-pieces.ts'
import type { TaggerTraining } from '../tasks/tags/training-set.ts'
import { sha256 } from './sha256.ts'

export type Input = TaggerTraining &
  TrainingStamp & {
    /** Pieces of a training cut short, and where to tell new ones; without them nothing is kept. */
    readonly pieces?: { readonly earlier: Uint8Array; readonly port: MessagePort }
  }
export type Output = Uint8Array | null

export function run({ examples, concepts, trainedAt, corpusHash, seed, pieces }: Input): Output {
  const stamp = { trainedAt, corpusHash, seed }
  const training = { examples, concepts }
  if (!pieces) return trainTagger(training, stamp, sha256)
  const fingerprint = trainingFingerprint(training, seed, sha256)
  const remember = rememberPieces(pieces.earlier, fingerprint, sha256, (record) => pieces.port.postMessage(record))
  return trainTagger(training, stamp, sha256, remember)
}
