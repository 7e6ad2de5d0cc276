// Opens the language model an engine's id names, where the policy lets it.
// It must not know tasks, prompts, nor who asks.
import { DeskError } from '../../../shared/domain/error.ts'
import type { LanguageModel } from '../engines/language-model.ts'
import { parseEngineId } from '../engines/model-names.ts'
import { nameRefusal, refusedModel, servedRefusal, type ModelPolicy } from '../engines/model-policy.ts'
import { ollamaPlace } from '../engines/ollama-host.ts'
import { ollamaModel } from '../engines/ollama-model.ts'
import { ollamaServer, type OllamaServer } from '../engines/ollama.ts'
import { onPremiseModel } from '../engines/on-premise-model.ts'
import { openAiServer, type OpenAiServer } from '../engines/openai-compatible.ts'
import type { Patience } from '../engines/patience.ts'
import { refused } from '../engines/server-errors.ts'
import { createServerTurns, type ServerTurns } from '../engines/server-turns.ts'
import { parseOnPremiseHost } from '../guard/loopback.ts'

/** `env`: OLLAMA_HOST says where Ollama is, MARBRE_ON_PREMISE_KEY the key of on-premise servers that want one. */
export interface LanguageModelParts {
  readonly policy: ModelPolicy
  readonly env: Readonly<Record<string, string | undefined>>
  readonly patience?: Patience
  /** Milliseconds before asking a busy server again. */
  readonly pauses?: readonly number[]
}

export interface LanguageModels {
  /** Nothing is asked of a server yet. @throws DeskError `engine-refused`. */
  readonly open: (id: string) => LanguageModel
  /** @throws DeskError `engine-refused` when OLLAMA_HOST names a machine the policy does not. */
  readonly ollama: () => { readonly server: OllamaServer; readonly onAllNetworks: boolean }
  /** Every server the policy names, as `HOST:PORT` in engine ids. */
  readonly onPremise: () => readonly { readonly host: string; readonly server: OpenAiServer }[]
}

/** The language models within reach. Requests to one server wait for each other, whoever opened its models here. */
export function createLanguageModels(parts: LanguageModelParts): LanguageModels {
  const { policy } = parts
  const shared = { policy, turns: createServerTurns(), ...(parts.pauses ? { pauses: parts.pauses } : {}) }
  const ollama: LanguageModels['ollama'] = () => {
    const place = ollamaPlace(parts.env['OLLAMA_HOST'], policy.onPremiseHosts)
    return { server: ollamaServer(place.origin, parts.patience), onAllNetworks: place.onAllNetworks }
  }
  const onPremise: LanguageModels['onPremise'] = () =>
    policy.onPremiseHosts.flatMap((entry) => {
      const host = parseOnPremiseHost(entry)
      if (host === null) return []
      const options = { key: parts.env['MARBRE_ON_PREMISE_KEY'], ...(parts.patience ? { patience: parts.patience } : {}) }
      return [{ host: nameOf(host), server: openAiServer(host, options) }]
    })
  return { open: (id) => open(id, { ollama, onPremise }, shared), ollama, onPremise }
}

type Servers = Pick<LanguageModels, 'ollama' | 'onPremise'>
type Shared = { readonly policy: ModelPolicy; readonly turns: ServerTurns; readonly pauses?: readonly number[] }

function open(id: string, servers: Servers, shared: Shared): LanguageModel {
  const wanted = parseEngineId(id)
  if (wanted === null || wanted.kind === 'builtin')
    throw new DeskError('engine-refused', `engine ${id.slice(0, 100)}`, 'is no engine of this desk', { engine: id.slice(0, 100) })
  if (!shared.policy.engines.includes(wanted.kind)) throw refusedModel(wanted.model, 'not-allowed')
  if (wanted.kind === 'ollama') {
    const reason = nameRefusal(wanted.model)
    if (reason !== null) throw refusedModel(wanted.model, reason)
    return ollamaModel({ name: wanted.model, server: servers.ollama().server, ...shared })
  }
  const reason = servedRefusal(wanted.model, null, shared.policy)
  if (reason !== null) throw refusedModel(wanted.model, reason)
  const found = servers.onPremise().find(({ host }) => host === wanted.host.toLowerCase())
  // Loopback too: an on-premise server is one IT named.
  if (!found) throw refused(`engine ${id.slice(0, 100)}`, 'not-allowed', 'the policy does not name its host', { host: wanted.host })
  return onPremiseModel({ host: found.host, name: wanted.model, server: found.server, ...shared })
}

function nameOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}
