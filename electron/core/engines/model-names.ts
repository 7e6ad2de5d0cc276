// Reads model names and engine ids.
// It must not know servers.
import { parseHostPort } from '../guard/loopback.ts'

/** `[HOST/][NAMESPACE/]MODEL[:TAG]` of ASCII letters, digits and `._-`, as Ollama's `types/model` has it. */
const modelName = /^[a-z0-9_][a-z0-9._-]*(?:(?:\/|:)[a-z0-9_][a-z0-9._-]*)*$/i

export function isModelName(name: string): boolean {
  return name.length <= 256 && modelName.test(name)
}

/** What an on-premise server may call a model: a repository's name, a file's path, `qwen3@q4_k_m`. No spaces, nothing invisible. */
export function isServedName(name: string): boolean {
  return /^[\x21-\x7e]{1,256}$/.test(name)
}

/**
 * Whether Ollama would send this model's requests to ollama.com: `:cloud`, `-cloud` on the tag or on the name, in any case
 * (ollama/ollama internal/modelref).
 */
export function isCloudName(name: string): boolean {
  const last = name.trim().toLowerCase().split('/').at(-1) ?? ''
  return last.split(':').some((part) => part === 'cloud' || part.endsWith('-cloud'))
}

/** `qwen3.5` and `qwen3.5:latest` are one model; case does not tell two apart (server/routes.go getExistingName). */
export function sameModel(one: string, other: string): boolean {
  return whole(one) === whole(other)
}

function whole(name: string): string {
  const lower = name.toLowerCase()
  return (lower.split('/').at(-1) ?? '').includes(':') ? lower : `${lower}:latest`
}

export type EngineId =
  | { readonly kind: 'builtin' }
  | { readonly kind: 'ollama'; readonly model: string }
  | { readonly kind: 'on-premise'; readonly host: string; readonly model: string }

/** `builtin`, `ollama:MODEL`, `on-premise:HOST:PORT/MODEL`; null for anything else. */
export function parseEngineId(id: string): EngineId | null {
  if (id === 'builtin') return { kind: 'builtin' }
  const ollama = /^ollama:(.+)$/s.exec(id)?.[1]
  if (ollama !== undefined) return isModelName(ollama) ? { kind: 'ollama', model: ollama } : null
  const [, host = '', model = ''] = /^on-premise:([^/]+)\/(.+)$/s.exec(id) ?? []
  return parseHostPort(host) !== null && isServedName(model) ? { kind: 'on-premise', host, model } : null
}
