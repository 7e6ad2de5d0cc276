// One local model of one Ollama server, under guard: checked before each request, its reading proven after.
// It must not know HTTP, tasks nor prompts.
import { cutReply, demandFullRead, planReading, type ReadingPlan } from './full-read.ts'
import type { Completion, CompletionRequest, LanguageModel, ModelDescription } from './language-model.ts'
import { sameModel } from './model-names.ts'
import { isDigestAllowed, isRemote, modelRefusal, nameRefusal, refusedModel, type ModelPolicy } from './model-policy.ts'
import { embeddingProfile } from './model-profiles.ts'
import type { OllamaServer } from './ollama.ts'
import { contextLengthOf, type ChatPart, type Listed, type Shown } from './ollama-replies.ts'
import { licenseName } from './license-name.ts'
import { withoutThoughts } from './reply-text.ts'
import { unavailable } from './server-errors.ts'
import type { ServerTurns } from './server-turns.ts'
import { estimateTokens } from './token-estimate.ts'
import { inBatches, unitVectors } from './unit-vectors.ts'
import { askInTurn } from './ask-in-turn.ts'
import { usualPauses } from './with-patience.ts'

export interface OllamaModelParts {
  readonly name: string
  readonly server: OllamaServer
  readonly policy: ModelPolicy
  readonly turns: ServerTurns
  /** Milliseconds between attempts when the server is busy. */
  readonly pauses?: readonly number[]
}

/** What was found out about the model, kept for as long as its digest stays. */
type Known = { readonly listed: Listed; readonly shown: Shown }

/** The model as long as it stays the one first seen: one whose digest changes meanwhile is refused (a run is one model's work). */
export function ollamaModel(parts: OllamaModelParts): LanguageModel {
  const { name, server, turns, pauses = usualPauses } = parts
  let known: Known | null = null
  const check = async (signal: AbortSignal): Promise<Known> => (known = await examine(parts, known, signal))
  const inTurn = <T>(signal: AbortSignal, ask: (found: Known) => Promise<T>): Promise<T> =>
    askInTurn({ turns, origin: server.origin, pauses, signal }, async () => ask(await check(signal)))
  return {
    id: `ollama:${name}`,
    kind: 'ollama',
    describe: async (options) => describe(name, await check(options?.signal ?? new AbortController().signal)),
    complete: (request, { signal }) => inTurn(signal, (found) => complete(parts, found, request, signal)),
    embed: (texts, kind, { signal }) => inTurn(signal, (found) => embed(parts, found, prefixed(name, texts, kind), signal)),
  }
}

/** All guards that can stand before a request. @throws DeskError `engine-refused`, `engine-unavailable`. */
async function examine({ name, server, policy }: OllamaModelParts, known: Known | null, signal: AbortSignal): Promise<Known> {
  const early = policy.engines.includes('ollama') ? nameRefusal(name) : 'not-allowed'
  if (early !== null) throw refusedModel(name, early)
  const listed = (await server.models(signal)).find((model) => sameModel(model.name, name))
  if (!listed) throw unavailable(`model ${name}`, 'not-installed', 'the model is not installed on this server', { model: name })
  if (known !== null && known.listed.digest !== listed.digest) throw refusedModel(name, 'digest-changed')
  const before = modelRefusal(name, listed, null, policy)
  if (before !== null) throw refusedModel(name, before)
  // The same digest is described the same way; only the list must be looked at anew.
  const shown = known?.shown ?? (await server.show(name, signal))
  const after = modelRefusal(name, listed, shown, policy)
  if (after !== null) throw refusedModel(name, after)
  return { listed, shown }
}

function describe(name: string, { listed, shown }: Known): ModelDescription {
  return {
    name,
    digest: listed.digest,
    size: listed.size,
    license: licenseName(shown.license),
    contextLength: contextLengthOf(shown),
    capabilities: shown.capabilities,
  }
}

async function complete(parts: OllamaModelParts, { shown }: Known, request: CompletionRequest, signal: AbortSignal): Promise<Completion> {
  const { name } = parts
  // Servers before 0.6 do not list capabilities.
  if (shown.capabilities.length > 0 && !shown.capabilities.includes('completion')) throw refusedModel(name, 'embeddings-only')
  const plan = planReading(request, contextLengthOf(shown), `model ${name}`)
  const started = performance.now()
  const heard = await listen(parts, request, plan, signal)
  const readTokens = demandFullRead(
    plan,
    { read: heard.last.prompt_eval_count, loadedWindow: await loadedWindow(parts, signal) },
    `model ${name}`,
  )
  const writtenTokens = heard.last.eval_count ?? 0
  const cut = heard.last.done_reason === '' ? writtenTokens >= request.maxTokens : heard.last.done_reason !== 'stop'
  if (cut) throw cutReply(`model ${name}`, request.maxTokens)
  return { text: withoutThoughts(heard.text), readTokens, writtenTokens, milliseconds: Math.round(performance.now() - started) }
}

type Heard = { readonly text: string; readonly last: ChatPart }

async function listen(
  { name, server }: OllamaModelParts,
  request: CompletionRequest,
  plan: ReadingPlan,
  signal: AbortSignal,
): Promise<Heard> {
  const { system, user, schema, seed, maxTokens } = request
  let text = ''
  for await (const part of server.chat({ model: name, system, user, schema, seed, maxTokens, window: plan.window }, signal)) {
    // A clean description does not bind the reply: a model may be aliased to a remote one in between.
    if (isRemote(part)) throw refusedModel(name, 'remote')
    text += part.message?.content ?? ''
    if (part.done) return { text, last: part }
  }
  throw unavailable(`model ${name}`, 'died', 'the connection ended before the reply did')
}

/** The window the model is loaded with and that it still is the model; null when the server does not tell. */
async function loadedWindow({ name, server, policy }: OllamaModelParts, signal: AbortSignal): Promise<number | null> {
  const running = await server.running(signal).catch(() => {
    signal.throwIfAborted()
    return []
  })
  const own = running.find((model) => sameModel(model.name, name))
  if (own && own.digest !== '' && !isDigestAllowed(own.digest, policy)) throw refusedModel(name, 'digest-not-allowed')
  return own?.context_length ?? null
}

function prefixed(name: string, texts: readonly string[], kind: 'query' | 'document'): string[] {
  const prefix = embeddingProfile(name)[kind]
  return texts.map((text) => `${prefix}${text}`)
}

async function embed(
  { name, server }: OllamaModelParts,
  { shown }: Known,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = []
  const longest = contextLengthOf(shown)
  for (const batch of inBatches(texts)) {
    const estimates = batch.map((text) => estimateTokens(text))
    const wanted = Math.ceil((Math.max(...estimates.map(({ most }) => most)) + 64) / 1024) * 1024
    const window = longest === null ? wanted : Math.min(wanted, longest)
    const reply = await server.embed(name, batch, window, signal)
    if (isRemote(reply)) throw refusedModel(name, 'remote')
    const least = estimates.reduce((sum, estimate) => sum + estimate.least, 0)
    // The count came late to this reply: where it is missing, `truncate: false` alone stands guard.
    if (reply.prompt_eval_count !== null)
      demandFullRead({ least, most: least, window: Number.POSITIVE_INFINITY }, { read: reply.prompt_eval_count }, `model ${name}`)
    vectors.push(...unitVectors(reply.embeddings, batch.length, vectors[0]?.length ?? null, `model ${name}`))
  }
  return vectors
}
