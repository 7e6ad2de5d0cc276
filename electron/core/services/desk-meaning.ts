// Search by meaning as the desk holds it: the vectors kept up, and what they find. It must not know either's method.
import { createEmbeddingIndex, type EmbeddingIndex, type EmbeddingIndexParts } from './embedding-index.ts'
import { createMeaningSearch, type MeaningSearch } from './meaning-search.ts'
import { createTimelyVectors } from './timely-vectors.ts'

export type DeskMeaning = Omit<EmbeddingIndex, 'shelf' | 'isBusy'> & MeaningSearch

export type DeskMeaningParts = EmbeddingIndexParts & {
  /** How long a person's question waits for the server. */
  readonly patienceMs?: number
  /** False: a question that fails wakes no work (a shell that does not stay). */
  readonly background?: boolean
}

export function createDeskMeaning({ patienceMs = 2_000, background = true, ...parts }: DeskMeaningParts): DeskMeaning {
  const { shelf, isBusy, ...index } = createEmbeddingIndex(parts)
  const vectors = createTimelyVectors({ open: parts.open, patienceMs, onFailure: background ? index.wake : () => undefined })
  return {
    ...index,
    ...createMeaningSearch({ shelf, isBusy }, vectors),
    stop: async () => {
      vectors.stop()
      await index.stop()
    },
  }
}
