// Speaks with one Ollama server. The only home of the `ollama` package: one client a request, a fetch that knows one
// origin, every reply checked. It must not know which models are allowed, nor what is asked of them.
// Never called: webSearch and webFetch, which the package sends to ollama.com.
import { Ollama } from 'ollama/browser'
import type { ChatRequest, EmbedRequest } from 'ollama/browser'
import type { z } from 'zod'
import { DeskError } from '../../../shared/domain/error.ts'
import { answered, streamed } from './exchange.ts'
import { guardedFetch, type FetchLimits } from './guarded-fetch.ts'
import { checkedJson, checkedJsonLines } from './json-lines.ts'
import type { JsonSchema } from './language-model.ts'
import {
  chatPartSchema,
  embeddedSchema,
  listSchema,
  pullPartSchema,
  runningSchema,
  shownSchema,
  statusSchema,
  versionSchema,
  type ChatPart,
  type Embedded,
  type Listed,
  type PullPart,
  type Running,
  type Shown,
} from './ollama-replies.ts'
import { usualPatience, type Patience } from './patience.ts'

/** One question, as `/api/chat` takes it. */
export interface Chat {
  readonly model: string
  readonly system: string
  readonly user: string
  readonly schema: JsonSchema
  readonly seed: number
  /** Tokens: the whole window, and the longest reply. */
  readonly window: number
  readonly maxTokens: number
}

/** One server. Everything rejects with a `DeskError`, or the signal's reason. */
export interface OllamaServer {
  readonly origin: string
  readonly version: (signal: AbortSignal) => Promise<string>
  /** Whether models of ollama.com may be used through it; null when the server does not say. */
  readonly cloudOn: (signal: AbortSignal) => Promise<boolean | null>
  readonly models: (signal: AbortSignal) => Promise<Listed[]>
  readonly running: (signal: AbortSignal) => Promise<Running[]>
  readonly show: (model: string, signal: AbortSignal) => Promise<Shown>
  readonly chat: (chat: Chat, signal: AbortSignal) => AsyncGenerator<ChatPart, void, void>
  readonly embed: (model: string, texts: readonly string[], window: number | null, signal: AbortSignal) => Promise<Embedded>
  readonly pull: (model: string, signal: AbortSignal) => AsyncGenerator<PullPart, void, void>
}

/** How long the server keeps the model in memory after a request: the next item of a run must not load it again. */
const keepAlive = '10m'

export function ollamaServer(origin: string, patience: Patience = usualPatience): OllamaServer {
  const once = <T>(
    what: string,
    signal: AbortSignal,
    limits: FetchLimits,
    ask: (client: Ollama) => Promise<unknown>,
    schema: z.ZodType<T>,
  ) =>
    answered(what, signal, async (inner) => {
      const client = new Ollama({ host: origin, fetch: guardedFetch({ origin, what, signal: inner, limits, through: checkedJson }) })
      return schema.parse(await ask(client))
    })
  const stream = <T>(what: string, signal: AbortSignal, limits: FetchLimits, ask: Stream, schema: z.ZodType<T>) =>
    streamed(what, signal, async function* (inner) {
      const client = new Ollama({ host: origin, fetch: guardedFetch({ origin, what, signal: inner, limits, through: checkedJsonLines }) })
      for await (const part of await ask(client)) yield schema.parse(part)
    })
  const { quick, long } = patience
  return {
    origin,
    version: async (signal) => (await once('ollama', signal, quick, (client) => client.version(), versionSchema)).version,
    cloudOn: (signal) => cloudOn(origin, quick, signal),
    models: async (signal) => (await once('ollama', signal, quick, (client) => client.list(), listSchema)).models,
    running: async (signal) => (await once('ollama', signal, quick, (client) => client.ps(), runningSchema)).models,
    show: (model, signal) => once(nameOf(model), signal, quick, (client) => client.show({ model }), shownSchema),
    chat: (chat, signal) => stream(nameOf(chat.model), signal, long, (client) => client.chat(chatRequest(chat)), chatPartSchema),
    embed: (model, texts, window, signal) =>
      once(nameOf(model), signal, long, (client) => client.embed(embedRequest(model, texts, window)), embeddedSchema),
    pull: (model, signal) => stream(nameOf(model), signal, patience.pull, (client) => client.pull({ model, stream: true }), pullPartSchema),
  }
}

type Stream = (client: Ollama) => Promise<AsyncIterable<unknown>>

function nameOf(model: string): string {
  return `model ${model}`
}

/** `truncate` and `shift` are the API's, not the package's types': without them a long text is cut in silence. */
function chatRequest(chat: Chat): ChatRequest & { stream: true; truncate: false; shift: false } {
  return {
    model: chat.model,
    messages: [
      { role: 'system', content: chat.system },
      { role: 'user', content: chat.user },
    ],
    stream: true,
    truncate: false,
    shift: false,
    think: false,
    format: chat.schema,
    keep_alive: keepAlive,
    options: { temperature: 0, seed: chat.seed, num_ctx: chat.window, num_predict: chat.maxTokens },
  }
}

function embedRequest(model: string, texts: readonly string[], window: number | null): EmbedRequest {
  const options = window === null ? {} : { options: { num_ctx: window } }
  return { model, input: [...texts], truncate: false, keep_alive: keepAlive, ...options }
}

/** `/api/status` is not in the package. Older servers know neither it nor the cloud. */
async function cloudOn(origin: string, limits: FetchLimits, signal: AbortSignal): Promise<boolean | null> {
  try {
    return await answered('ollama', signal, async (inner) => {
      const ask = guardedFetch({ origin, what: 'ollama', signal: inner, limits, through: checkedJson })
      const { cloud } = statusSchema.parse(await (await ask(`${origin}/api/status`)).json())
      return cloud ? !cloud.disabled : null
    })
  } catch (error) {
    if (error instanceof DeskError && error.details['status'] !== undefined) return null
    throw error
  }
}
