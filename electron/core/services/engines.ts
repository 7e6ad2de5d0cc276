// Hands out engines by id: the built-in one, and those made of a language model, where the policy lets them.
// It must not know how a server is spoken to, nor what a prompt says.
import type { DeskEvent } from '../../../shared/contract/events.ts'
import type { EngineInfo } from '../../../shared/domain/engine.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { InferenceEngine } from '../engines/inference-engine.ts'
import type { LanguageModel } from '../engines/language-model.ts'
import { unavailable } from '../engines/server-errors.ts'
import type { Clock } from '../ports.ts'
import { listLanguageModels, type EngineListParts } from './engine-list.ts'
import { createModelPulls, type ModelPulls } from './model-pulls.ts'

export interface EnginesParts extends EngineListParts {
  readonly builtin: InferenceEngine
  /** A language model on its leash: `promptedEngine` over the desk's ports and prompts. */
  readonly prompted: (model: LanguageModel) => InferenceEngine
  readonly clock: Clock
  readonly emit: (event: DeskEvent) => void
}

export interface Engines {
  /** @throws DeskError `engine-refused` for what the policy forbids or nobody knows; a silent server is told by the engine itself. */
  readonly engine: (id: string) => Promise<InferenceEngine>
  /** The built-in engine first, then every language model within reach. */
  readonly infos: () => Promise<EngineInfo[]>
  readonly pulls: ModelPulls
  readonly stop: () => Promise<void>
}

/** The page asks on every screen; servers are looked at this often, in milliseconds. */
const freshFor = 5000

export function createEngines(parts: EnginesParts): Engines {
  const { builtin, policy, models, clock, emit } = parts
  let seen: { at: number; infos: Promise<EngineInfo[]> } | null = null
  const languageModels = (): Promise<EngineInfo[]> => {
    const now = clock().getTime()
    if (seen === null || now - seen.at > freshFor || now < seen.at) seen = { at: now, infos: listLanguageModels(parts) }
    return seen.infos
  }
  const pulls = createModelPulls({
    server: () => models.ollama().server,
    policy,
    emit,
    onEnd: (model) => {
      seen = null
      emit({ type: 'engine.changed', id: `ollama:${model}` })
    },
  })
  return {
    engine: async (id) => {
      if (id !== builtin.id) return tellingSlowness(parts.prompted(models.open(id)))
      if (policy.engines.includes('builtin')) return builtin
      throw new DeskError('engine-refused', `engine ${id}`, 'the policy does not allow it', { engine: id, reason: 'not-allowed' })
    },
    infos: async () => [...(policy.engines.includes('builtin') ? [await builtin.info()] : []), ...(await languageModels())],
    pulls,
    stop: () => pulls.stop(),
  }
}

/** Who set a time limit hears that the model was too slow, not that something unexpected happened. */
function tellingSlowness(engine: InferenceEngine): InferenceEngine {
  return {
    ...engine,
    propose: async (task, item, options) => {
      try {
        return await engine.propose(task, item, options)
      } catch (error) {
        if (error instanceof Error && error.name === 'TimeoutError')
          throw unavailable(`engine ${engine.id}`, 'slow', 'no reply came in time')
        throw error
      }
    },
  }
}
