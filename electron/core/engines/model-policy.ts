// Which language models may be used: only those that run here, of kinds and digests the policy allows.
// It must not know how a server is asked.
import type { EngineReason } from '../../../shared/domain/engine.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import type { Policy } from '../../../shared/domain/policy.ts'
import { isCloudName, isModelName, isServedName } from './model-names.ts'
import type { Listed, Shown } from './ollama-replies.ts'
import { refused } from './server-errors.ts'

export type ModelPolicy = Pick<Policy, 'engines' | 'allowedModelDigests' | 'onPremiseHosts'>

/** A manifest that points at ollama.com is a few hundred bytes, and names no format of weights (`gguf`, `safetensors`). */
const smallestModel = 1024 * 1024

function holdsNoWeights({ size, details }: Listed): boolean {
  return size !== null && size < smallestModel && details.format === ''
}

/** Whether the policy's pinned digests let `digest` through; with or without `sha256:`, whole digests only. */
export function isDigestAllowed(digest: string, policy: Pick<ModelPolicy, 'allowedModelDigests'>): boolean {
  if (policy.allowedModelDigests === null) return true
  const wanted = bare(digest)
  return wanted !== '' && policy.allowedModelDigests.some((allowed) => bare(allowed) === wanted)
}

function bare(digest: string): string {
  return digest
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '')
}

/** What a name alone says against a model; nothing was asked of any server yet. */
export function nameRefusal(name: string): EngineReason | null {
  if (isCloudName(name)) return 'cloud'
  return isModelName(name) ? null : 'bad-name'
}

/** What speaks against a model of an on-premise server. `digest`: null before it is known. */
export function servedRefusal(name: string, digest: string | null, policy: ModelPolicy): EngineReason | null {
  if (!policy.engines.includes('on-premise')) return 'not-allowed'
  if (isCloudName(name)) return 'cloud'
  if (!isServedName(name)) return 'bad-name'
  return digest === null || isDigestAllowed(digest, policy) ? null : 'digest-not-allowed'
}

/** What speaks against an installed Ollama model, the name, the list and the description taken together. */
export function modelRefusal(name: string, listed: Listed, shown: Shown | null, policy: ModelPolicy): EngineReason | null {
  if (!policy.engines.includes('ollama')) return 'not-allowed'
  const named = nameRefusal(name) ?? nameRefusal(listed.name)
  if (named !== null) return named
  if (isRemote(listed) || (shown !== null && isRemote(shown))) return 'remote'
  if (bare(listed.digest) === '') return 'no-digest'
  if (holdsNoWeights(listed)) return 'stub'
  return isDigestAllowed(listed.digest, policy) ? null : 'digest-not-allowed'
}

/** Whether a list's entry, a description or a reply says that the work is done elsewhere. */
export function isRemote(said: { readonly remote_host: string; readonly remote_model: string }): boolean {
  return said.remote_host !== '' || said.remote_model !== ''
}

const whys: Readonly<Partial<Record<EngineReason, string>>> = {
  cloud: 'its name is of a model that runs on ollama.com',
  remote: 'it runs on another machine',
  'not-allowed': 'the policy does not allow it',
  'no-digest': 'the server does not say what it is',
  stub: 'it holds no weights',
  'digest-not-allowed': 'the policy does not name its digest',
  'bad-name': 'is no model’s name',
  'digest-changed': 'it is not the model the run began with',
}

export function refusedModel(name: string, reason: EngineReason): DeskError {
  return refused(`model ${name.slice(0, 100)}`, reason, whys[reason] ?? 'is refused', { model: name.slice(0, 100) })
}
