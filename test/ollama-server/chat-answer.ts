// How the scripted server answers a question: reads what fits its window, writes token by token, tells its counts.
// Source of the order of things: ollama/ollama server/routes.go ChatHandler. It must not know Marbre.
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerResponse } from 'node:http'
import { countTokens, templateTokens, type Behaviour, type ServedModel } from './behaviour.ts'
import { find, nameIn, notFound, sendJson, textIn, type Asked, type ServerState } from './server-state.ts'

type Body = Readonly<Record<string, unknown>>

export async function answerChat(state: ServerState, body: Body, response: ServerResponse, kind: 'chat' | 'generate'): Promise<void> {
  const { behaviour } = state
  const model = find(state.models, body)
  if (/[-:]cloud$/i.test(nameIn(body)) || model?.remoteHost) state.sendOut()
  if (!model) return notFound(response, body)
  if (model.capabilities?.includes('completion') === false)
    return sendJson(response, 400, { error: `"${model.name}" does not support ${kind}` })
  state.inferences += 1
  if (behaviour.hangs) return
  if (behaviour.noMemory)
    return sendJson(response, 500, { error: 'model requires more system memory (9.1 GiB) than is available (5.2 GiB)' })
  if (behaviour.busy-- > 0) return sendJson(response, 503, { error: 'server busy, please try again.  maximum pending requests exceeded' })
  if (behaviour.tooMany-- > 0) return sendJson(response, 429, { error: 'too many requests' })
  const asked = read(model, body, kind)
  const window = Math.min(behaviour.window ?? Number(asked.options['num_ctx'] ?? 4096), model.contextLength ?? 131_072)
  state.loaded.set(model.name, window)
  const reading = fit(asked, window, body['truncate'] === false, behaviour)
  if ('refusal' in reading) return sendJson(response, 400, { error: reading.refusal })
  await write(state, { ...asked, seen: reading.seen }, reading.count, response, kind)
}

function read(model: ServedModel, body: Body, kind: 'chat' | 'generate'): Asked {
  const messages = (body['messages'] ?? []) as { role: string; content: string }[]
  const of = (role: string) =>
    messages
      .filter((message) => message.role === role)
      .map((message) => message.content)
      .join('\n')
  const [system, user] = kind === 'chat' ? [of('system'), of('user')] : [textIn(body, 'system'), textIn(body, 'prompt')]
  return {
    model: model.name,
    system,
    user,
    seen: `${system}\n${user}`,
    format: body['format'],
    options: (body['options'] ?? {}) as Record<string, unknown>,
  }
}

/** What the model gets to read, and how many tokens that is; or the refusal's text. */
function fit(
  asked: Asked,
  window: number,
  mayNotCut: boolean,
  { overflow }: Behaviour,
): { seen: string; count: number } | { refusal: string } {
  const whole = asked.seen
  const tokens = countTokens(whole) + templateTokens
  if (tokens < window) return { seen: whole, count: tokens }
  if (mayNotCut && overflow === 'refuse-plain') return { refusal: 'the input length exceeds the context length' }
  if (mayNotCut && overflow === 'refuse') return { refusal: llamaServerRefusal(tokens, window) }
  const keep = overflow === 'fill' ? window : Math.floor(window / 2) + 2
  return { seen: whole.slice(Math.floor(whole.length * (1 - keep / tokens))), count: keep }
}

/** Recorded from 0.34.2 and 0.40.2: llama-server's own JSON, as a string. */
function llamaServerRefusal(tokens: number, window: number): string {
  const message = `request (${tokens} tokens) exceeds the available context size (${window} tokens), try increasing it`
  return JSON.stringify({ error: { code: 400, message, type: 'exceed_context_size_error', n_prompt_tokens: tokens, n_ctx: window } })
}

async function write(state: ServerState, asked: Asked, count: number, response: ServerResponse, kind: 'chat' | 'generate'): Promise<void> {
  const { behaviour } = state
  const remote = behaviour.remoteReply ? { remote_host: behaviour.remoteReply.host, remote_model: behaviour.remoteReply.model } : {}
  const part = (content: string, more: object = {}): boolean => {
    const said = kind === 'chat' ? { message: { role: 'assistant', content } } : { response: content }
    return response.write(
      `${JSON.stringify({ model: asked.model, created_at: '2026-11-22T08:00:00Z', ...said, done: false, ...remote, ...more })}\n`,
    )
  }
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  if (behaviour.floods) return flood(response)
  const { tokens, cut } = tokensOf(behaviour.ignoresSchema ?? state.reply(asked), Number(asked.options['num_predict'] ?? -1))
  if (behaviour.thinks?.inline === true) part(`<think>${behaviour.thinks.text}</think>\n`)
  else if (behaviour.thinks) part('', { message: { role: 'assistant', content: '', thinking: behaviour.thinks.text } })
  for (const [at, token] of tokens.entries()) {
    if (behaviour.tokenDelay > 0) await wait(behaviour.tokenDelay)
    if (response.destroyed) return
    if (breaksOff(behaviour, at, response)) return
    if (behaviour.garbles && at === 1) response.write('{"message": {"content": "le témoin\n')
    part(token)
  }
  const cached = behaviour.forgetsCached && state.inferences > 1 ? countTokens(asked.system) : 0
  part('', { done: true, done_reason: cut ? 'length' : 'stop', ...metrics(behaviour, count - cached, tokens.length) })
  response.end()
}

/** Whether the reply ends at this token, and not as it should. */
function breaksOff({ errorAfter, diesAfter, hangsAfter }: Behaviour, at: number, response: ServerResponse): boolean {
  if (at === errorAfter) response.end(`${JSON.stringify({ error: 'an error was encountered while running the model' })}\n`)
  if (at === diesAfter) response.destroy()
  return at === errorAfter || at === diesAfter || at === hangsAfter
}

function metrics({ counts }: Behaviour, trueRead: number, trueWritten: number): object {
  const { read: readCount = trueRead, written = trueWritten } = counts
  return {
    total_duration: 1_000_000,
    load_duration: 1000,
    ...(readCount === null ? {} : { prompt_eval_count: readCount }),
    prompt_eval_duration: 1000,
    ...(written === null ? {} : { eval_count: written }),
    eval_duration: 1000,
  }
}

/** Pieces of four characters, and whether `num_predict` ended them. */
function tokensOf(text: string, longest: number): { tokens: string[]; cut: boolean } {
  const all = text.match(/[\s\S]{1,4}/gu) ?? []
  return longest >= 0 && all.length > longest ? { tokens: all.slice(0, longest), cut: true } : { tokens: all, cut: false }
}

function flood(response: ServerResponse): void {
  const chunk = 'a'.repeat(256 * 1024)
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}
