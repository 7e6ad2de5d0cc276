// One model of one on-premise server, under the same guards as a local one; its host is one the policy names.
// It must not know HTTP, tasks nor prompts.
import { createHash } from 'node:crypto'
import { cutReply, demandFullRead, planReading, tooLong } from './full-read.ts'
import type { Completion, CompletionRequest, LanguageModel, ModelDescription } from './language-model.ts'
import { isRemote, refusedModel, servedRefusal, type ModelPolicy } from './model-policy.ts'
import { embeddingProfile } from './model-profiles.ts'
import type { OpenAiServer } from './openai-compatible.ts'
import { servedWindow, type Served } from './openai-replies.ts'
import { withoutThoughts } from './reply-text.ts'
import { unavailable } from './server-errors.ts'
import type { ServerTurns } from './server-turns.ts'
import { estimateTokens } from './token-estimate.ts'
import { inBatches, unitVectors } from './unit-vectors.ts'
import { askInTurn } from './ask-in-turn.ts'
import { usualPauses } from './with-patience.ts'

export interface OnPremiseModelParts {
  /** `HOST:PORT`, as in the engine's id. */
  readonly host: string
  readonly name: string
  readonly server: OpenAiServer
  readonly policy: ModelPolicy
  readonly turns: ServerTurns
  readonly pauses?: readonly number[]
}

/** The model as long as the server describes it as it first did. */
export function onPremiseModel(parts: OnPremiseModelParts): LanguageModel {
  const { host, name, server, turns, pauses = usualPauses } = parts
  let digest: string | null = null
  const check = async (signal: AbortSignal): Promise<Served> => {
    const served = await examine(parts, signal)
    if (digest !== null && digest !== servedDigest(served)) throw refusedModel(name, 'digest-changed')
    digest = servedDigest(served)
    return served
  }
  const inTurn = <T>(signal: AbortSignal, ask: (served: Served) => Promise<T>): Promise<T> =>
    askInTurn({ turns, origin: server.origin, pauses, signal }, async () => ask(await check(signal)))
  return {
    id: `on-premise:${host}/${name}`,
    kind: 'on-premise',
    describe: async (options) => describe(name, await check(options?.signal ?? new AbortController().signal)),
    complete: (request, { signal }) => inTurn(signal, (served) => complete(parts, served, request, signal)),
    embed: (texts, kind, { signal }) => inTurn(signal, (served) => embed(parts, served, texts, kind, signal)),
  }
}

/** These servers give no digest: a hash of all they say of the model that does not change by itself (`created` does). */
export function servedDigest({ id, owned_by, root, parent, max_model_len, meta }: Served): string {
  return createHash('sha256')
    .update(JSON.stringify([id, owned_by, root, parent, max_model_len, meta]))
    .digest('hex')
}

async function examine({ name, server, policy }: OnPremiseModelParts, signal: AbortSignal): Promise<Served> {
  const early = servedRefusal(name, null, policy)
  if (early !== null) throw refusedModel(name, early)
  const served = (await server.models(signal)).find((model) => model.id === name)
  if (!served) throw unavailable(`model ${name}`, 'not-installed', 'the server does not serve this model', { model: name })
  if (isRemote(served)) throw refusedModel(name, 'remote')
  const late = servedRefusal(name, servedDigest(served), policy)
  if (late !== null) throw refusedModel(name, late)
  return served
}

function describe(name: string, served: Served): ModelDescription {
  return {
    name,
    digest: servedDigest(served),
    size: served.meta?.size ?? null,
    license: null,
    contextLength: servedWindow(served),
    capabilities: [],
  }
}

async function complete(
  { name, server }: OnPremiseModelParts,
  served: Served,
  request: CompletionRequest,
  signal: AbortSignal,
): Promise<Completion> {
  const what = `model ${name}`
  const window = servedWindow(served)
  const plan = planReading(request, window, what)
  const started = performance.now()
  const { system, user, schema, seed, maxTokens } = request
  let text = ''
  let ended = ''
  let usage: { prompt_tokens: number | null; completion_tokens: number | null } | null = null
  for await (const chunk of server.chat({ model: name, system, user, schema, seed, maxTokens }, signal)) {
    if (isRemote(chunk)) throw refusedModel(name, 'remote')
    const [choice] = chunk.choices
    text += choice?.delta?.content ?? choice?.message?.content ?? ''
    ended = choice?.finish_reason || ended
    usage = chunk.usage ?? usage
  }
  if (ended === '') throw unavailable(what, 'died', 'the connection ended before the reply did')
  // The window is the server's own here: what was planned is only what the text needs.
  const readTokens = demandFullRead({ ...plan, window: window ?? Number.POSITIVE_INFINITY }, { read: usage?.prompt_tokens ?? null }, what)
  if (ended !== 'stop') throw cutReply(what, maxTokens)
  const writtenTokens = usage?.completion_tokens ?? 0
  return { text: withoutThoughts(text), readTokens, writtenTokens, milliseconds: Math.round(performance.now() - started) }
}

async function embed(
  { name, server }: OnPremiseModelParts,
  served: Served,
  texts: readonly string[],
  kind: 'query' | 'document',
  signal: AbortSignal,
): Promise<Float32Array[]> {
  const what = `model ${name}`
  const prefix = embeddingProfile(name)[kind]
  const window = servedWindow(served)
  const vectors: Float32Array[] = []
  for (const batch of inBatches(texts)) {
    const whole = batch.map((text) => `${prefix}${text}`)
    const least = whole.map((text) => estimateTokens(text).least)
    // vLLM refuses what is too long; not every server does.
    if (window !== null && least.some((tokens) => tokens > window)) throw tooLong(what, { window })
    const reply = await server.embed(name, whole, signal)
    if (reply.remote) throw refusedModel(name, 'remote')
    const sum = least.reduce((total, tokens) => total + tokens, 0)
    demandFullRead({ least: sum, most: sum, window: Number.POSITIVE_INFINITY }, { read: reply.read }, what)
    vectors.push(...unitVectors(reply.vectors, batch.length, vectors[0]?.length ?? null, what))
  }
  return vectors
}
