// Vectors of what a person just asked, while the person waits: in time or not at all. It must not know what is found with them.
import type { LanguageModel } from '../engines/language-model.ts'
import { pooled } from './embedding-passages.ts'
import type { ChosenModel } from './search-model.ts'

export type TimelyVectors = {
  /** One vector for these texts; null when the server fails or is too slow. */
  readonly of: (chosen: ChosenModel, texts: readonly string[], kind: 'query' | 'document') => Promise<Float32Array | null>
  readonly stop: () => void
}

export type TimelyVectorsParts = {
  readonly open: (engine: string) => LanguageModel
  /** A person does not wait longer, in milliseconds. */
  readonly patienceMs: number
  /** The server is away or has another model now. */
  readonly onFailure: () => void
}

const remembered = 64
/** A question nobody waits for any more goes on so long: it may be what loads the model. */
const longestQuestion = 60_000

export function createTimelyVectors({ open, patienceMs, onFailure }: TimelyVectorsParts): TimelyVectors {
  const stopping = new AbortController()
  const known = new Map<string, Float32Array>()
  let reader: { key: string; model: LanguageModel } | null = null
  /** The question nobody waits for any more: others are not piled upon it. */
  let late = { ended: true }
  const modelFor = async (chosen: ChosenModel, signal: AbortSignal): Promise<LanguageModel> => {
    if (reader?.key === chosen.key) return reader.model
    const model = open(chosen.engine)
    // From here on the model itself refuses another digest.
    if ((await model.describe({ signal })).digest !== chosen.digest) throw new Error('the model changed')
    reader = { key: chosen.key, model }
    return model
  }
  const ask = async (chosen: ChosenModel, texts: readonly string[], kind: 'query' | 'document'): Promise<Float32Array | null> => {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(longestQuestion)])
    try {
      const model = await modelFor(chosen, signal)
      return pooled(await model.embed(texts, kind, { signal }), texts)
    } catch {
      reader = null
      if (!stopping.signal.aborted) onFailure()
      return null
    }
  }
  return {
    of: async (chosen, texts, kind) => {
      const key = JSON.stringify([chosen.key, kind, texts])
      const before = known.get(key)
      if (before || !late.ended || texts.length === 0) return before ?? null
      const question = { ended: false }
      const answer = ask(chosen, texts, kind).then((vector) => {
        question.ended = true
        if (vector) remember(known, key, vector)
        return vector
      })
      const vector = await inTime(answer, patienceMs)
      if (vector === 'late') late = question
      return vector === 'late' ? null : vector
    },
    stop: () => stopping.abort(),
  }
}

async function inTime<T>(answer: Promise<T>, milliseconds: number): Promise<T | 'late'> {
  const { promise: tooLate, resolve } = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => resolve('late'), milliseconds)
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** The last few answers: a person who types back, or turns the page, asks nothing twice. */
function remember(known: Map<string, Float32Array>, key: string, vector: Float32Array): void {
  known.set(key, vector)
  const oldest = known.size > remembered ? known.keys().next().value : undefined
  if (oldest !== undefined) known.delete(oldest)
}
