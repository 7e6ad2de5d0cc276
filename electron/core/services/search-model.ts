// Which embedding model the desk searches with: asked, checked, remembered.
// It must not know what is searched.
import { createHash } from 'node:crypto'
import { DeskError } from '../../../shared/domain/error.ts'
import type { LanguageModel } from '../engines/language-model.ts'
import { embeddingProfile } from '../engines/model-profiles.ts'
import { unavailable } from '../engines/server-errors.ts'
import { readSetting, writeSetting } from '../store/desk-rows.ts'
import type { Readable } from '../store/database.ts'
import type { DeskContext } from './context.ts'
import { passagesVersion } from './embedding-passages.ts'

/** The desk's choice, with what was found out about the model when it was last checked. */
export type ChosenModel = {
  readonly engine: string
  readonly digest: string
  /** Of the table of vectors: another digest, prefix or way of cutting is another table. */
  readonly key: string
  readonly dimensions: number
  /** Longest window in tokens; null when the server does not say. */
  readonly window: number | null
}

const setting = 'search-model'
/** A model may have to be loaded before it answers, in milliseconds. */
const longestCheck = 60_000

export async function chosenModel(db: Readable): Promise<ChosenModel | null> {
  return readSetting<ChosenModel>(db, setting)
}

export async function rememberModel({ store }: Pick<DeskContext, 'store'>, chosen: ChosenModel | null): Promise<void> {
  await store.write((db) => writeSetting(db, setting, chosen))
}

/**
 * Asks the model what it is and for one vector.
 *
 * @throws DeskError `engine-refused`, `engine-unavailable`; `bad-input` when it makes no vectors.
 */
export async function examineModel(model: LanguageModel, stop?: AbortSignal): Promise<ChosenModel> {
  const late = AbortSignal.timeout(longestCheck)
  const signal = stop ? AbortSignal.any([stop, late]) : late
  try {
    const { name, digest, contextLength, capabilities } = await model.describe({ signal })
    // Servers in OpenAI's form, and Ollama before 0.6, list none: the vector asked for decides.
    if (capabilities.length > 0 && !capabilities.includes('embedding')) throw noVectors(model.id)
    const [vector] = await model.embed(['Marbre'], 'query', { signal })
    if (!vector) throw noVectors(model.id)
    return { engine: model.id, digest, key: keyOf(name, digest), dimensions: vector.length, window: contextLength }
  } catch (error) {
    if (late.aborted && !(error instanceof DeskError)) throw unavailable(`engine ${model.id}`, 'slow', 'no reply came in time')
    throw error
  }
}

function keyOf(name: string, digest: string): string {
  const { document } = embeddingProfile(name)
  return createHash('sha256')
    .update(JSON.stringify([digest, document, passagesVersion]))
    .digest('hex')
    .slice(0, 32)
}

function noVectors(engine: string): DeskError {
  return new DeskError('bad-input', `engine ${engine}`, 'makes no vectors: choose an embedding model', { field: 'engine' })
}
