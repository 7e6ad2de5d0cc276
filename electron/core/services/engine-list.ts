// The language models within reach as people see them: fit or not, allowed or not, and why.
// It must not know tasks beyond their names.
import type { EngineInfo, EngineReason } from '../../../shared/domain/engine.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { tasks } from '../../../shared/domain/suggestion.ts'
import { licenseName } from '../engines/license-name.ts'
import { fitOf, memoryPerToken } from '../engines/machine-fit.ts'
import { isRemote, modelRefusal, servedRefusal, type ModelPolicy } from '../engines/model-policy.ts'
import { contextLengthOf, numberOf, type Listed, type Shown } from '../engines/ollama-replies.ts'
import type { OllamaServer } from '../engines/ollama.ts'
import { servedDigest } from '../engines/on-premise-model.ts'
import { servedWindow, type Served } from '../engines/openai-replies.ts'
import type { LanguageModels } from './language-models.ts'

export interface EngineListParts {
  readonly models: LanguageModels
  readonly policy: ModelPolicy
  /** The machine's memory, in bytes. */
  readonly memory: number
}

/** Nobody waits longer than this, in milliseconds, to see which engines there are. */
const longestWait = 5000

/** Every installed Ollama model and every model of the policy's servers; a server that does not answer is one line that says so. */
export async function listLanguageModels(parts: EngineListParts): Promise<EngineInfo[]> {
  const wanted = parts.policy.engines
  const lists = [
    ...(wanted.includes('ollama') ? [ollamaInfos(parts)] : []),
    ...(wanted.includes('on-premise') ? parts.models.onPremise().map((at) => onPremiseInfos(parts, at)) : []),
  ]
  return (await Promise.all(lists)).flat()
}

async function ollamaInfos(parts: EngineListParts): Promise<EngineInfo[]> {
  const signal = AbortSignal.timeout(longestWait)
  try {
    const { server, onAllNetworks } = parts.models.ollama()
    const installed = await server.models(signal)
    const warnings: EngineReason[] = onAllNetworks ? ['answers-on-all-networks'] : []
    // A server that breaks off here still has models to show.
    if (await server.cloudOn(signal).catch(() => null)) warnings.push('cloud-switched-on')
    const infos: EngineInfo[] = []
    // One after the other: describing a model makes the server read its file.
    for (const listed of installed) infos.push(await ollamaInfo(parts, server, listed, { warnings, signal }))
    return infos
  } catch (error) {
    return [silentServer('ollama', 'ollama', error)]
  }
}

type Looking = { readonly warnings: EngineReason[]; readonly signal: AbortSignal }

async function ollamaInfo(
  { policy, memory }: EngineListParts,
  server: OllamaServer,
  listed: Listed,
  { warnings, signal }: Looking,
): Promise<EngineInfo> {
  const early = modelRefusal(listed.name, listed, null, policy)
  // What is refused anyway is not described: asking about a remote model goes out (server/routes.go ShowHandler).
  const shown = early === null ? await server.show(listed.name, signal).catch(() => null) : null
  const refusal = early ?? modelRefusal(listed.name, listed, shown, policy)
  const writes = shown === null || shown.capabilities.length === 0 || shown.capabilities.includes('completion')
  const ready = refusal === null && shown !== null && writes
  return {
    id: `ollama:${listed.name}`,
    kind: 'ollama',
    state: ready ? 'ready' : refusal === null ? 'unavailable' : 'refused',
    reason: refusal ?? (shown === null ? 'no-server' : writes ? null : 'embeddings-only'),
    digest: listed.digest,
    tasks: ready ? [...tasks] : [],
    size: listed.size === null ? null : Math.round(listed.size),
    license: shown === null ? null : licenseName(shown.license),
    trained: {},
    model: factsOf(listed, shown, memory),
    warnings,
  }
}

function factsOf(listed: Listed, shown: Shown | null, memory: number): NonNullable<EngineInfo['model']> {
  const perToken = shown === null ? null : memoryPerToken((name) => numberOf(shown, name))
  const { family, parameter_size: parameters, quantization_level: quantisation } = listed.details
  return {
    family: family || null,
    parameters: parameters || null,
    quantisation: quantisation || null,
    contextLength: shown === null ? null : contextLengthOf(shown),
    capabilities: shown?.capabilities ?? [],
    fits: isRemote(listed) || listed.size === null ? null : fitOf({ weights: listed.size, perToken }, memory),
  }
}

async function onPremiseInfos(
  { policy }: EngineListParts,
  { host, server }: ReturnType<LanguageModels['onPremise']>[number],
): Promise<EngineInfo[]> {
  try {
    const served = await server.models(AbortSignal.timeout(longestWait))
    return served.map((model) => servedInfo(host, model, policy))
  } catch (error) {
    return [silentServer(`on-premise:${host}`, 'on-premise', error)]
  }
}

function servedInfo(host: string, served: Served, policy: ModelPolicy): EngineInfo {
  const digest = servedDigest(served)
  const refusal = isRemote(served) ? 'remote' : servedRefusal(served.id, digest, policy)
  return {
    id: `on-premise:${host}/${served.id}`,
    kind: 'on-premise',
    state: refusal === null ? 'ready' : 'refused',
    reason: refusal,
    digest,
    tasks: refusal === null ? [...tasks] : [],
    size: served.meta?.size ?? null,
    license: null,
    trained: {},
    // Its memory is another machine's.
    model: { family: null, parameters: null, quantisation: null, contextLength: servedWindow(served), capabilities: [], fits: null },
  }
}

/** No server is the usual case on a desk without a model: a line, not an error. */
function silentServer(id: string, kind: 'ollama' | 'on-premise', error: unknown): EngineInfo {
  const refusal = error instanceof DeskError && error.code === 'engine-refused'
  const info = { id, kind, digest: '', tasks: [], size: null, license: null, trained: {} }
  return refusal ? { ...info, state: 'refused', reason: 'not-allowed' } : { ...info, state: 'unavailable', reason: 'no-server' }
}
