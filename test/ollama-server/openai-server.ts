// The same for servers in OpenAI's form: /v1/models, /v1/chat/completions as server-sent events, /v1/embeddings.
// Sources: vLLM's OpenAI-compatible server documentation, llama.cpp tools/server/README.md. It must not know Marbre.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { countTokens, templateTokens } from './behaviour.ts'
import { valueOf } from './reply-from-schema.ts'

export interface OpenAiBehaviour {
  /** vLLM's error past the window; `halve`: what a server behind Ollama's /v1 does; `event`: LM Studio's `event: error` on HTTP 200. */
  overflow: 'refuse' | 'halve' | 'event'
  busy: number
  ignoresSchema: string | null
  /** No `usage` at the end (a server that knows no `include_usage`). */
  noUsage: boolean
  /** One JSON document, whatever `stream` says (gateways that buffer). */
  answersWhole: boolean
  diesAfter: number | null
  /** Milliseconds between the headers and the first token: vLLM answers 200 before it has read anything. */
  readsFor: number
  tokenDelay: number
  redirectsTo: string | null
  remoteReply: { host: string; model: string } | null
  /** Wants this bearer key. */
  key: string | null
}

export interface OpenAiServerOptions {
  readonly model?: string
  readonly window?: number
  readonly behaviour?: Partial<OpenAiBehaviour>
  readonly reply?: (asked: { system: string; user: string; format: unknown }) => string
}

export interface OpenAiTestServer {
  readonly url: string
  /** `127.0.0.1:PORT`, as a policy names it. */
  readonly host: string
  readonly requests: { path: string; body: Readonly<Record<string, unknown>>; authorization: string }[]
  readonly behaviour: OpenAiBehaviour
  readonly close: () => Promise<void>
}

type Asked = {
  messages: { role: string; content: string }[]
  response_format?: { json_schema?: { schema?: unknown } }
  max_tokens?: number
}

export async function startOpenAiServer(options: OpenAiServerOptions = {}): Promise<OpenAiTestServer> {
  const { model = 'mistral-small', window = 8192 } = options
  const behaviour: OpenAiBehaviour = {
    overflow: 'refuse',
    busy: 0,
    ignoresSchema: null,
    noUsage: false,
    answersWhole: false,
    diesAfter: null,
    readsFor: 0,
    tokenDelay: 0,
    redirectsTo: null,
    remoteReply: null,
    key: null,
    ...options.behaviour,
  }
  const requests: OpenAiTestServer['requests'] = []
  const reply = options.reply ?? ((asked) => JSON.stringify(valueOf(asked.format)))
  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const text = Buffer.concat(parts).toString('utf8')
      const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
      const path = request.url ?? '/'
      requests.push({ path, body, authorization: request.headers.authorization ?? '' })
      if (behaviour.redirectsTo !== null) return void response.writeHead(302, { location: behaviour.redirectsTo }).end()
      if (behaviour.key !== null && request.headers.authorization !== `Bearer ${behaviour.key}`)
        return json(response, 401, { error: { message: 'Unauthorized', type: 'invalid_request_error', code: 401 } })
      if (path === '/v1/models') return json(response, 200, modelList(model, window))
      if (body['model'] !== model)
        return json(response, 404, { error: { message: `The model \`${String(body['model'])}\` does not exist.`, code: 404 } })
      if (path === '/v1/embeddings') return json(response, 200, vectors(body))
      if (path === '/v1/chat/completions') return chat(behaviour, window, reply, body, response)
      json(response, 404, { error: { message: 'Not Found', code: 404 } })
    })().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    behaviour,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
  }
}

/** vLLM's form; `created` is the moment of the request there. */
function modelList(model: string, window: number): object {
  return {
    object: 'list',
    data: [
      {
        id: model,
        object: 'model',
        created: Math.floor(Date.now() / 1000),
        owned_by: 'vllm',
        root: model,
        parent: null,
        max_model_len: window,
      },
    ],
  }
}

async function chat(
  behaviour: OpenAiBehaviour,
  window: number,
  reply: (asked: { system: string; user: string; format: unknown }) => string,
  body: Readonly<Record<string, unknown>>,
  response: ServerResponse,
): Promise<void> {
  const { messages = [], response_format: form, max_tokens: longest = -1 } = body as Partial<Asked>
  const of = (role: string) =>
    messages
      .filter((message) => message.role === role)
      .map((message) => message.content)
      .join('\n')
  let read = countTokens(`${of('system')}\n${of('user')}`) + templateTokens
  if (behaviour.busy-- > 0) return json(response, 503, { error: { message: 'Loading model', type: 'unavailable_error', code: 503 } })
  const tooLong = `This model's maximum context length is ${window} tokens. However, you requested ${read} tokens in the messages.`
  if (read >= window && behaviour.overflow === 'refuse')
    return json(response, 400, { error: { message: tooLong, type: 'BadRequestError', code: 400 } })
  response.writeHead(200, { 'content-type': behaviour.answersWhole ? 'application/json' : 'text/event-stream' })
  if (read >= window && behaviour.overflow === 'event') {
    const error = { message: 'The number of tokens to keep from the initial prompt is greater than the context length.' }
    return void response.end(`event: error\ndata: ${JSON.stringify({ error })}\n\n`)
  }
  if (read >= window) read = Math.floor(window / 2) + 2
  const text = behaviour.ignoresSchema ?? reply({ system: of('system'), user: of('user'), format: form?.json_schema?.schema })
  const all = text.match(/[\s\S]{1,4}/gu) ?? []
  const tokens = longest >= 0 ? all.slice(0, longest) : all
  const ended = tokens.length < all.length ? 'length' : 'stop'
  await write(behaviour, tokens, { ended, read }, response)
}

/** The reply's tokens as events, or all of them as one document; then what was read and written. */
async function write(
  behaviour: OpenAiBehaviour,
  tokens: readonly string[],
  { ended, read }: { readonly ended: 'stop' | 'length'; readonly read: number },
  response: ServerResponse,
): Promise<void> {
  const usage = { prompt_tokens: read, completion_tokens: tokens.length, total_tokens: read + tokens.length }
  if (behaviour.answersWhole) {
    const message = { role: 'assistant', content: tokens.join('') }
    return void response.end(JSON.stringify({ object: 'chat.completion', choices: [{ index: 0, message, finish_reason: ended }], usage }))
  }
  const remote = behaviour.remoteReply ? { remote_host: behaviour.remoteReply.host, remote_model: behaviour.remoteReply.model } : {}
  const event = (value: object): boolean =>
    response.write(`data: ${JSON.stringify({ object: 'chat.completion.chunk', ...remote, ...value })}\n\n`)
  response.flushHeaders()
  await wait(behaviour.readsFor)
  for (const [at, content] of tokens.entries()) {
    if (behaviour.tokenDelay > 0) await wait(behaviour.tokenDelay)
    if (at === behaviour.diesAfter) return void response.destroy()
    event({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })
  }
  event({ choices: [{ index: 0, delta: {}, finish_reason: ended }] })
  if (!behaviour.noUsage) event({ choices: [], usage })
  response.end('data: [DONE]\n\n')
}

function vectors(body: Readonly<Record<string, unknown>>): object {
  const texts = body['input'] as string[]
  // Out of order, as the form allows.
  const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: [text.length, index + 1, 2] })).toReversed()
  return { object: 'list', data, usage: { prompt_tokens: countTokens(texts.join('\n')) + texts.length } }
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
