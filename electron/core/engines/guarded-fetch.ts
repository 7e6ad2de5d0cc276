// The only way engines reach a server: one origin, no redirect, bounded, watched, cancelled at once.
// It must not know what is asked. Node's own fetch is not used: it gives up after five minutes without a header, and a
// laptop may read a long article for longer than that.
import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { refused, serverError, transportError, unavailable } from './server-errors.ts'

/** How long to wait, in milliseconds, and how much to read, in bytes. */
export interface FetchLimits {
  /** Until the first piece of the reply: loading the model and reading the text. vLLM sends its headers before it reads. */
  readonly firstByteMs: number
  /** Between two pieces of the reply. */
  readonly idleMs: number
  readonly totalMs: number
  readonly maxBytes: number
}

export interface GuardedFetchOptions {
  /** `http://127.0.0.1:11434`; a request to anywhere else is refused. */
  readonly origin: string
  /** Names the server or model in errors. */
  readonly what: string
  readonly signal: AbortSignal
  readonly limits: FetchLimits
  readonly headers?: Readonly<Record<string, string>>
  /** Goes over a body's pieces before the caller sees them. */
  readonly through?: (pieces: AsyncIterable<Uint8Array>, what: string) => AsyncIterable<Uint8Array>
}

/** A refusal's own text is read this far, to tell what it means. */
const longestRefusal = 64 * 1024

/** A `fetch` that only ever resolves with a 2xx reply of `origin`; everything else rejects with a `DeskError`, or the signal's reason. */
export function guardedFetch(options: GuardedFetchOptions): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const { origin, what, signal } = options
    if (url.origin !== origin || url.username !== '' || url.password !== '')
      throw refused(what, 'not-allowed', 'another server than the one configured')
    signal.throwIfAborted()
    try {
      const { reply, pieces } = await send(url, init, options)
      const through = options.through?.(pieces, what) ?? pieces
      const type = reply.headers['content-type']
      return new Response(streamOf(through), {
        status: reply.statusCode ?? 200,
        headers: type === undefined ? {} : { 'content-type': type },
      })
    } catch (error) {
      signal.throwIfAborted()
      throw transportError(what, error)
    }
  }
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => void (await iterator.return?.()),
  })
}

type Answer = { readonly reply: IncomingMessage; readonly pieces: AsyncIterable<Uint8Array> }

async function send(url: URL, init: RequestInit, options: GuardedFetchOptions): Promise<Answer> {
  const { what, limits, signal } = options
  const request = openRequest(url, init, options)
  const watch = watchOver(request, options)
  try {
    const reply = await firstHeader(request, typeof init.body === 'string' ? init.body : '')
    reply.on('error', () => undefined)
    const status = reply.statusCode ?? 0
    if (status < 200 || status >= 300) watch.wait(limits.idleMs)
    if (status >= 300 && status < 400) throw refused(what, 'not-allowed', 'the server sends elsewhere', { status })
    if (status < 200 || status >= 400) throw serverError(what, status, await beginning(reply))
    // A proxy's page, a router's login: not a model.
    if (/\bhtml\b/i.test(reply.headers['content-type'] ?? '')) throw unavailable(what, 'server-error', 'answers with a page', { status })
    return { reply, pieces: watched(reply, watch, options) }
  } catch (error) {
    watch.end()
    request.destroy()
    signal.throwIfAborted()
    throw watch.failure() ?? error
  }
}

function openRequest(url: URL, init: RequestInit, { headers }: GuardedFetchOptions): ClientRequest {
  const open = url.protocol === 'https:' ? requestHttps : requestHttp
  return open(url, {
    method: init.method ?? 'GET',
    headers: { ...Object.fromEntries(new Headers(init.headers)), 'accept-encoding': 'identity', ...headers },
    // a connection of its own: cancelling closes it, which is how these servers learn that nobody listens
    agent: false,
  })
}

function firstHeader(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', reject)
    request.end(body)
  })
}

interface Watch {
  /** Starts the wait for the next sign of life. */
  readonly wait: (ms: number) => void
  readonly failure: () => Error | null
  readonly end: () => void
}

/** Ends the request when nothing comes for too long, when it lasts too long, or when told to. */
function watchOver(request: ClientRequest, { what, limits, signal }: GuardedFetchOptions): Watch {
  let failure: Error | null = null
  const end = (): void => {
    clearTimeout(pause)
    clearTimeout(whole)
    signal.removeEventListener('abort', abort)
  }
  const fail = (error: Error): void => {
    failure ??= error
    end()
    request.destroy(error)
  }
  const slow = (ms: number): void => fail(unavailable(what, 'slow', 'nothing came for too long', { seconds: Math.round(ms / 1000) }))
  const abort = (): void => fail(signal.reason as Error)
  let pause = setTimeout(slow, limits.firstByteMs, limits.firstByteMs)
  const whole = setTimeout(slow, limits.totalMs, limits.totalMs)
  signal.addEventListener('abort', abort, { once: true })
  // Errors that come when nobody awaits the request any more are told through its body.
  request.on('error', () => undefined)
  return {
    wait: (ms) => {
      clearTimeout(pause)
      pause = setTimeout(slow, ms, ms)
    },
    failure: () => failure,
    end,
  }
}

async function* watched(
  reply: IncomingMessage,
  watch: Watch,
  { what, limits, signal }: GuardedFetchOptions,
): AsyncGenerator<Uint8Array, void, void> {
  let bytes = 0
  try {
    for await (const piece of reply) {
      const data = piece as Buffer
      bytes += data.length
      if (bytes > limits.maxBytes) throw unavailable(what, 'server-error', 'the reply is too large', { bytes: limits.maxBytes })
      watch.wait(limits.idleMs)
      yield new Uint8Array(data)
    }
  } catch (error) {
    signal.throwIfAborted()
    throw watch.failure() ?? transportError(what, error)
  } finally {
    watch.end()
    reply.destroy()
  }
}

async function beginning(reply: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const piece of reply) {
    parts.push(piece as Buffer)
    bytes += (piece as Buffer).length
    if (bytes >= longestRefusal) break
  }
  return Buffer.concat(parts).subarray(0, longestRefusal).toString('utf8')
}
