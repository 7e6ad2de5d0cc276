// Speaks with one on-premise server in OpenAI's form (vLLM, llama.cpp, LM Studio): three calls, no client package.
// It must not know which models are allowed, nor what is asked of them.
import type { z } from 'zod'
import type { OnPremiseHost } from '../guard/loopback.ts'
import { answered, streamed } from './exchange.ts'
import { guardedFetch, type FetchLimits } from './guarded-fetch.ts'
import { checkedJson, linesOf, parseObject } from './json-lines.ts'
import type { JsonSchema } from './language-model.ts'
import { chunkSchema, servedListSchema, servedVectorsSchema, type Chunk, type Served } from './openai-replies.ts'
import { usualPatience, type Patience } from './patience.ts'

export interface ServedChat {
  readonly model: string
  readonly system: string
  readonly user: string
  readonly schema: JsonSchema
  readonly seed: number
  readonly maxTokens: number
}

export interface ServedVectors {
  readonly vectors: readonly (readonly number[])[]
  readonly read: number | null
  readonly remote: boolean
}

/** One server. Everything rejects with a `DeskError`, or the signal's reason. */
export interface OpenAiServer {
  readonly origin: string
  readonly models: (signal: AbortSignal) => Promise<Served[]>
  readonly chat: (chat: ServedChat, signal: AbortSignal) => AsyncGenerator<Chunk, void, void>
  readonly embed: (model: string, texts: readonly string[], signal: AbortSignal) => Promise<ServedVectors>
}

export interface OpenAiServerOptions {
  /** From the environment of the process, where the server wants one; sent to this host alone, never logged. */
  readonly key?: string | undefined
  readonly patience?: Pick<Patience, 'quick' | 'long'>
}

export function openAiServer(host: OnPremiseHost, options: OpenAiServerOptions = {}): OpenAiServer {
  const name = host.host.includes(':') ? `[${host.host}]` : host.host
  const { origin } = new URL(`${host.tls ? 'https' : 'http'}://${name}:${host.port}`)
  const { quick, long } = options.patience ?? usualPatience
  const headers: Record<string, string> = options.key ? { authorization: `Bearer ${options.key}` } : {}
  const ask = async <T>(path: string, body: object | null, limits: FetchLimits, signal: AbortSignal, schema: z.ZodType<T>) =>
    answered(origin, signal, async (inner) => {
      const fetch = guardedFetch({ origin, what: origin, signal: inner, limits, headers, through: checkedJson })
      const reply = await fetch(`${origin}${path}`, body === null ? {} : posted(body))
      return schema.parse(await reply.json())
    })
  return {
    origin,
    models: async (signal) => (await ask('/v1/models', null, quick, signal, servedListSchema)).data,
    chat: (chat, signal) => stream(origin, chatBody(chat), { headers, limits: long, signal }),
    embed: async (model, texts, signal) => {
      const body = { model, input: texts, encoding_format: 'float' }
      const reply = await ask('/v1/embeddings', body, long, signal, servedVectorsSchema)
      const inOrder = reply.data.toSorted((a, b) => a.index - b.index)
      const remote = reply.remote_host !== '' || reply.remote_model !== ''
      return { vectors: inOrder.map(({ embedding }) => embedding), read: reply.usage?.prompt_tokens ?? null, remote }
    },
  }
}

function posted(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function chatBody({ model, system, user, schema, seed, maxTokens }: ServedChat): object {
  return {
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'reply', strict: true, schema } },
    temperature: 0,
    seed,
    max_tokens: maxTokens,
    stream: true,
    stream_options: { include_usage: true },
  }
}

type Streamed = { headers: Record<string, string>; limits: FetchLimits; signal: AbortSignal }

/** Server-sent events: `data: {…}` lines, `data: [DONE]` at the end. LM Studio tells errors as such an event, on HTTP 200. */
function stream(origin: string, body: object, { headers, limits, signal }: Streamed): AsyncGenerator<Chunk, void, void> {
  return streamed(origin, signal, async function* (inner) {
    const fetch = guardedFetch({ origin, what: origin, signal: inner, limits, headers })
    const reply = await fetch(`${origin}/v1/chat/completions`, posted(body))
    // Some gateways answer whole, whatever they are asked.
    if (/^application\/json\b/i.test(reply.headers.get('content-type') ?? '')) {
      yield chunkSchema.parse(parseObject(await reply.text(), origin))
      return
    }
    for await (const line of linesOf(reply.body ?? new ReadableStream<Uint8Array>(), origin)) {
      const data = /^data:\s*(.*)$/.exec(line)?.[1]
      if (data === '[DONE]') return
      if (data !== undefined && data !== '') yield chunkSchema.parse(parseObject(data, origin))
    }
  })
}
