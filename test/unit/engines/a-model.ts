// A language model on a scripted server, with short patience.
import { onTestFinished } from 'vitest'
import type { CompletionRequest, LanguageModel } from '../../../electron/core/engines/language-model.ts'
import { ollamaModel } from '../../../electron/core/engines/ollama-model.ts'
import { ollamaServer } from '../../../electron/core/engines/ollama.ts'
import { createServerTurns } from '../../../electron/core/engines/server-turns.ts'
import type { ModelPolicy } from '../../../electron/core/engines/model-policy.ts'
import type { Patience } from '../../../electron/core/engines/patience.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { startOllamaServer, type OllamaServerOptions, type TestOllamaServer } from '../../ollama-server/ollama-server.ts'

export const openPolicy: ModelPolicy = { engines: ['builtin', 'ollama', 'on-premise'], allowedModelDigests: null, onPremiseHosts: [] }

export const shortPatience: Patience = {
  quick: { firstByteMs: 2000, idleMs: 2000, totalMs: 5000, maxBytes: 4_000_000 },
  long: { firstByteMs: 2000, idleMs: 2000, totalMs: 20_000, maxBytes: 4_000_000 },
  pull: { firstByteMs: 2000, idleMs: 2000, totalMs: 20_000, maxBytes: 4_000_000 },
}

export const schema = {
  type: 'object',
  properties: { tags: { type: 'array', items: { type: 'integer' } }, unsure: { type: 'boolean' } },
  required: ['tags', 'unsure'],
} as const

export const question: CompletionRequest = {
  system: 'Choisis parmi les mots-clés numérotés ceux dont parle la dépêche. Réponds en JSON.',
  user: '1. pêche\n2. port\n\nLa flottille de Kerlouan compte désormais 14 bateaux, contre 19 en 2020.',
  schema,
  maxTokens: 200,
  seed: 0,
}

export const signal = (): AbortSignal => new AbortController().signal

export type Rig = { server: TestOllamaServer; model: LanguageModel; named: (name: string) => LanguageModel }

export async function rig(options: OllamaServerOptions = {}, policy: Partial<ModelPolicy> = {}, patience = shortPatience): Promise<Rig> {
  const server = await startOllamaServer(options)
  onTestFinished(() => server.close())
  const turns = createServerTurns()
  const named = (name: string): LanguageModel =>
    ollamaModel({ name, server: ollamaServer(server.url, patience), policy: { ...openPolicy, ...policy }, turns, pauses: [5, 10, 20] })
  return { server, model: named(options.models?.[0]?.name ?? 'ministral-3:3b'), named }
}

/** The error a call ends with. */
export async function failureOf(call: Promise<unknown>): Promise<DeskError> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DeskError)) throw new TypeError(`expected a DeskError, got ${String(error)}`)
  return error
}

/** French prose of `words` words, no two sentences alike. */
export function prose(words: number): string {
  const some = ['La', 'mairie', 'de', 'Kerlouan', 'annonce', 'la', 'réouverture', 'du', 'port', 'après', 'des', 'travaux']
  return Array.from({ length: words }, (_, at) => `${some[at % some.length]}${at % 13 === 12 ? ` ${at}.` : ''}`).join(' ')
}
