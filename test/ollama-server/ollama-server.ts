// A real HTTP server that speaks Ollama's protocol: lists, descriptions, streams with metrics, vectors, pulls, errors as
// JSON. Sources: ollama/ollama docs/api.md, api/types.go, server/routes.go; each misbehaviour's stands in behaviour.ts.
// It must not know Marbre.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { goodBehaviour, type Behaviour, type ServedModel } from './behaviour.ts'
import { answerChat } from './chat-answer.ts'
import { valueOf } from './reply-from-schema.ts'
import { find, nameIn, notFound, sendJson, type Asked, type ServerState } from './server-state.ts'

/** What came in. `gone`: the client left before the reply ended. */
export interface Recorded {
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  gone: boolean
}

export interface OllamaServerOptions {
  readonly models?: readonly ServedModel[]
  readonly behaviour?: Partial<Behaviour>
  /** What the model says to what it could read (`asked.seen`: the end of the prompt where it was cut). */
  readonly reply?: (asked: Asked) => string
  /** To come back on the same port after `close`. */
  readonly port?: number
}

export interface TestOllamaServer {
  readonly url: string
  readonly port: number
  readonly requests: Recorded[]
  /** Requests of one path, in order. */
  readonly to: (path: string) => Recorded[]
  readonly models: Map<string, ServedModel>
  readonly behaviour: Behaviour
  reply: (asked: Asked) => string
  /** Inferences this server would have sent to another machine. */
  readonly wentOut: () => number
  readonly close: () => Promise<void>
}

export const smallModel: ServedModel = { name: 'ministral-3:3b' }

/** Starts on 127.0.0.1; closes with everything that hangs on it. */
export async function startOllamaServer(options: OllamaServerOptions = {}): Promise<TestOllamaServer> {
  const models = new Map((options.models ?? [smallModel]).map((model) => [model.name, model]))
  const requests: Recorded[] = []
  const behaviour = { ...goodBehaviour(), ...options.behaviour }
  let out = 0
  const state: ServerState = {
    models,
    behaviour,
    reply: (asked) => made.reply(asked),
    sendOut: () => (out += 1),
    loaded: new Map(),
    inferences: 0,
  }
  const server = createServer((request, response) => {
    void serve(state, requests, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const made: TestOllamaServer = {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    to: (path) => requests.filter((request) => request.path === path),
    models,
    behaviour,
    reply: options.reply ?? ((asked) => JSON.stringify(valueOf(asked.format))),
    wentOut: () => out,
    close: () => stop(server),
  }
  return made
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => void server.close(() => resolve()))
}

async function serve(state: ServerState, requests: Recorded[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString('utf8')
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const recorded: Recorded = { method: request.method ?? 'GET', path, body, gone: false }
  requests.push(recorded)
  response.on('close', () => (recorded.gone = !response.writableFinished))
  const { behaviour } = state
  if (behaviour.redirectsTo !== null) return void response.writeHead(307, { location: behaviour.redirectsTo }).end()
  if (behaviour.page) return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Connectez-vous</body></html>')
  const answer = answers[path]
  if (answer) return answer(state, body, response)
  response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found')
}

type Answer = (state: ServerState, body: Readonly<Record<string, unknown>>, response: ServerResponse) => Promise<void> | void

const answers: Readonly<Record<string, Answer>> = {
  '/': (_state, _body, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('Ollama is running'),
  '/api/version': ({ behaviour }, _body, response) => sendJson(response, 200, { version: behaviour.version }),
  '/api/status': ({ behaviour }, _body, response) =>
    behaviour.cloudDisabled === null
      ? sendJson(response, 404, { error: 'not found' })
      : sendJson(response, 200, { cloud: { disabled: behaviour.cloudDisabled, source: behaviour.cloudDisabled ? 'env' : 'none' } }),
  '/api/tags': ({ models }, _body, response) => sendJson(response, 200, { models: [...models.values()].map(listed) }),
  '/api/ps': ({ models, loaded }, _body, response) =>
    sendJson(response, 200, {
      models: [...loaded].flatMap(([name, window]) => {
        const model = models.get(name)
        return model ? [{ ...listed(model), context_length: window, size_vram: 0, expires_at: '2030-01-01T00:00:00Z' }] : []
      }),
    }),
  '/api/show': ({ models, behaviour }, body, response) => {
    const model = find(models, body)
    if (!model) return notFound(response, body)
    if (model.remoteHost && behaviour.cloudDisabled === true && model.hidesRemote !== true)
      return sendJson(response, 403, { error: 'ollama cloud is disabled: remote model details are unavailable' })
    return sendJson(response, 200, shown(model))
  },
  '/api/chat': (state, body, response) => answerChat(state, body, response, 'chat'),
  '/api/generate': (state, body, response) => answerChat(state, body, response, 'generate'),
  '/api/embed': answerEmbed,
  '/api/pull': answerPull,
  '/api/delete': ({ models }, body, response) => {
    const model = find(models, body)
    if (!model) return notFound(response, body)
    models.delete(model.name)
    response.writeHead(200).end()
  },
}

function digestOf(model: ServedModel): string {
  return model.digest ?? createHash('sha256').update(model.name).digest('hex')
}

function remoteOf(model: ServedModel): object {
  if (model.hidesRemote === true || (!model.remoteHost && !model.remoteModel)) return {}
  return { remote_host: model.remoteHost ?? '', remote_model: model.remoteModel ?? '' }
}

function detailsOf(model: ServedModel): object {
  return {
    parent_model: '',
    format: model.format ?? 'gguf',
    family: model.family ?? 'mistral3',
    families: null,
    parameter_size: model.parameterSize ?? '3.4B',
    quantization_level: model.quantization ?? 'Q4_K_M',
  }
}

function listed(model: ServedModel): object {
  return {
    name: model.name,
    model: model.name,
    modified_at: '2026-10-01T08:00:00Z',
    size: model.size ?? 2_900_000_000,
    digest: digestOf(model),
    details: detailsOf(model),
    ...remoteOf(model),
  }
}

function shown(model: ServedModel): object {
  const family = model.family ?? 'mistral3'
  return {
    license: model.license ?? 'Apache License\nVersion 2.0, January 2004',
    template: '{{ .Prompt }}',
    details: detailsOf(model),
    model_info: {
      'general.architecture': family,
      [`${family}.context_length`]: model.contextLength ?? 131_072,
      [`${family}.embedding_length`]: 3072,
      [`${family}.block_count`]: 26,
      [`${family}.attention.head_count`]: 32,
      [`${family}.attention.head_count_kv`]: 8,
      [`${family}.attention.key_length`]: 128,
    },
    capabilities: model.capabilities ?? ['completion', 'tools'],
    modified_at: '2026-10-01T08:00:00Z',
    ...remoteOf(model),
  }
}

/** Vectors that differ by text; not of length 1, since servers before 0.2 sent them so. Past the window: 400 with truncate:false. */
function answerEmbed(state: ServerState, body: Readonly<Record<string, unknown>>, response: ServerResponse): void {
  const model = find(state.models, body)
  if (!model) return notFound(response, body)
  if (state.behaviour.hangs) return
  const input = body['input']
  const texts = Array.isArray(input) ? (input as string[]) : [String(input)]
  const options = (body['options'] ?? {}) as Record<string, unknown>
  const window = Math.min(Number(options['num_ctx'] ?? 4096), model.contextLength ?? 131_072)
  const counts = texts.map((text) => text.split(/\s+/).length)
  if (body['truncate'] === false && counts.some((count) => count > window))
    return sendJson(response, 400, { error: 'the input length exceeds the context length' })
  const read = state.behaviour.counts.read
  sendJson(response, 200, {
    model: body['model'],
    embeddings: texts.map(state.behaviour.vector ?? vectorOf),
    ...(read === null ? {} : { prompt_eval_count: read ?? counts.reduce((sum, count) => sum + Math.ceil(count * 1.4), 0) }),
    ...(state.behaviour.remoteReply
      ? { remote_host: state.behaviour.remoteReply.host, remote_model: state.behaviour.remoteReply.model }
      : {}),
  })
}

function vectorOf(text: string): number[] {
  return Array.from(createHash('sha256').update(text).digest().subarray(0, 8), (byte) => byte - 127.5)
}

/** `{status, digest, total, completed}` lines, then `success` (docs/api.md "Pull a model"). */
async function answerPull(state: ServerState, body: Readonly<Record<string, unknown>>, response: ServerResponse): Promise<void> {
  const { pull } = state.behaviour
  const name = nameIn(body)
  const line = (value: object): boolean => response.write(`${JSON.stringify(value)}\n`)
  state.sendOut()
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  line({ status: 'pulling manifest' })
  for (let step = 1; step <= pull.steps && !response.destroyed; step += 1) {
    if (pull.stepDelay > 0) await new Promise((resolve) => setTimeout(resolve, pull.stepDelay))
    line({
      status: `pulling ${pull.digest.slice(0, 12)}`,
      digest: `sha256:${pull.digest}`,
      total: pull.total,
      completed: Math.round((pull.total * step) / pull.steps),
    })
    if (pull.fails) return void response.end(`${JSON.stringify({ error: 'pull model manifest: file does not exist' })}\n`)
  }
  if (response.destroyed) return
  for (const status of ['verifying sha256 digest', 'writing manifest', 'success']) line({ status })
  state.models.set(name, { name, digest: pull.digest })
  response.end()
}
