// The engine an evaluation asks for by its id.
// It must not know tasks or figures.
import { DeskError } from '../../../../shared/domain/error.ts'
import type { Policy } from '../../../../shared/domain/policy.ts'
import { promptedEngine } from '../../tasks/prompted/prompted-engine.ts'
import { createLanguageModels } from '../language-models.ts'
import { shippedPrompts } from '../prompts.ts'
import type { EngineOver } from './evaluation-run.ts'

export const builtinId = 'builtin'

/** `env`: where Ollama is and the key of on-premise servers, as `createLanguageModels` reads them. */
export interface EnginePlace {
  readonly policy: Policy
  readonly resources: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * How the engine works over the ports of one training, with the shipped prompts; null for the built-in one, whose rooms are
 * asked directly. A language model is asked for first what it is, so that nothing is trained for one that is not there.
 *
 * @throws DeskError `engine-refused` when the policy or the guards have no such engine, `engine-unavailable` when it is not there.
 */
export async function engineFor(id: string, { policy, resources, env }: EnginePlace): Promise<EngineOver> {
  if (id === builtinId) {
    if (policy.engines.includes('builtin')) return null
    throw new DeskError('engine-refused', `engine ${id}`, 'the policy does not allow it', { engine: id })
  }
  const model = createLanguageModels({ policy, env }).open(id)
  await model.describe()
  const prompts = shippedPrompts(resources)
  return (ports) => promptedEngine({ model, ports, prompts })
}
