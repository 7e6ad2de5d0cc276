// What a model server's refusals mean, as the one error type. Their wording is read, never repeated: it may quote the text.
// It must not know sockets.
import { DeskError, type ErrorDetails } from '../../../shared/domain/error.ts'
import { tooLong } from './full-read.ts'

/** Ollama 0.12: "the input length exceeds the context length"; llama.cpp: `exceed_context_size_error`; vLLM: "maximum context length is"; LM Studio: "greater than the context length". */
const overflow =
  /exceed_context_size|context_length_exceeded|exceeds?\b.{0,40}\bcontext|maximum context length|greater than the context length|context (?:length|size|window) (?:was |is )?exceeded/i

/** An engine that does not do its work; `reason` tells which way. */
export function unavailable(what: string, reason: string, why: string, details: ErrorDetails = {}): DeskError {
  return new DeskError('engine-unavailable', what, why, { reason, ...details })
}

/** An engine that must not be used; `reason` is one of `engineReasons` or a transport's. */
export function refused(what: string, reason: string, why: string, details: ErrorDetails = {}): DeskError {
  return new DeskError('engine-refused', what, why, { reason, ...details })
}

/** Whether waiting may help: the server's queue is full (503, OLLAMA_MAX_QUEUE) or it asks for patience (429). */
export function isBusy(error: unknown): boolean {
  return error instanceof DeskError && error.details['reason'] === 'busy'
}

/** The error of an HTTP status, or of an `error` inside a stream (`status` null). `text`: the server's own words. */
export function serverError(what: string, status: number | null, text: string): DeskError {
  const details = status === null ? {} : { status }
  if (overflow.test(text)) return tooLong(what, numbersIn(text))
  if (status === 404) return unavailable(what, 'not-installed', 'the model is not installed on this server', details)
  // 401 and 403 are what Ollama answers for a model that lives on ollama.com (server/routes.go: signin_url, DisabledError).
  if (status === 401 || status === 403) return refused(what, 'not-allowed', 'the server does not allow this model here', details)
  if (status === 503 || status === 429) return unavailable(what, 'busy', 'the server is busy', details)
  if (/system memory|out of memory|insufficient memory/i.test(text))
    return unavailable(what, 'no-memory', 'the model does not fit the memory', details)
  return unavailable(what, 'server-error', 'the server failed', details)
}

/** The server's own count of what it was sent, where it gives one (llama.cpp, Ollama from 0.34). */
function numbersIn(text: string): { tokens?: number; window?: number } {
  // inside a string inside JSON, so quotes come escaped or not
  const tokens = /n_prompt_tokens\W{1,8}(\d{1,9})/.exec(text)?.[1]
  const window = /n_ctx\W{1,8}(\d{1,9})/.exec(text)?.[1]
  return { ...(tokens === undefined ? {} : { tokens: Number(tokens) }), ...(window === undefined ? {} : { window: Number(window) }) }
}

/** What went wrong below HTTP, and whatever a client library threw. A `DeskError` stays what it is. */
export function transportError(what: string, error: unknown): DeskError {
  if (error instanceof DeskError) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'EEGRESS') return refused(what, 'not-allowed', 'Marbre does not leave this machine for it')
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'EAI_AGAIN')
    return unavailable(what, 'no-server', 'no server answers there')
  return unavailable(what, 'died', 'the connection ended before the reply did')
}
