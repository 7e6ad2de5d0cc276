// The full-read guard: a window sized to what is sent, and the proof that all of it was read.
// It must not know which server answers.
import { DeskError } from '../../../shared/domain/error.ts'
import type { CompletionRequest } from './language-model.ts'
import { estimateTokens } from './token-estimate.ts'

/** What is asked of the server, and the fewest tokens it must say it read. Both in tokens. */
export interface ReadingPlan {
  /** The window to ask for: the whole text, the reply and the model's own template fit in it. */
  readonly window: number
  readonly least: number
  /** The most the text may come to, template included. */
  readonly most: number
}

/** Windows grow by whole steps, so that one loaded model serves items of about the same length. */
const step = 1024
/** The windows servers fall back to when they do not take the one asked for: Ollama's defaults by version and memory, and what people set. */
const usualWindows: ReadonlySet<number> = new Set([2048, 4096, 8192, 16_384, 32_768])
/** Roles, turn marks and a default system line of the model's chat template. */
const template = 256

/**
 * Plans a reading. @throws DeskError `truncated-read` when the model's longest window cannot surely hold it: nothing was sent.
 * `contextLength`: the model's longest window, null when the server does not say.
 */
export function planReading(request: CompletionRequest, contextLength: number | null, what: string): ReadingPlan {
  const estimates = [estimateTokens(request.system), estimateTokens(request.user)]
  const least = estimates.reduce((sum, { least: some }) => sum + some, 0)
  const most = estimates.reduce((sum, { most: some }) => sum + some, template)
  const wanted = Math.ceil((most + request.maxTokens) / step) * step
  // Generous guesses may pass the model's window where the text does not: then the server's own count decides.
  if (contextLength !== null && least + request.maxTokens >= contextLength) throw tooLong(what, { tokens: least, window: contextLength })
  return { window: contextLength === null ? wanted : Math.min(wanted, contextLength), least, most }
}

export interface ReadingProof {
  /** Tokens the server says it read, those it had in its cache included; null when it does not say. */
  readonly read: number | null
  /** Tokens of the window it really worked with, when it tells. */
  readonly loadedWindow?: number | null
}

/**
 * What the server says it read, if that can be the whole text. Past its window Ollama answers 200, keeps about half and
 * drops the front (ollama/ollama#3839, #17427), so: a count, at least the text's lower bound, and less than the window.
 *
 * @throws DeskError `truncated-read`.
 */
export function demandFullRead(plan: ReadingPlan, { read, loadedWindow = null }: ReadingProof, what: string): number {
  if (read === null) throw notProven(what, 'does not say how much it read', { sent: plan.least })
  if (read < plan.least) throw notProven(what, 'read less than it was sent', { read, sent: plan.least })
  // Exactly the window: what 0.12.5 says after cutting the text to it.
  if (read >= plan.window) throw notProven(what, 'filled its window', { read, window: plan.window })
  // Cut to a window of the server's own. A text that comes to just that many tokens is one in thousands, and refused with them.
  if (usualWindows.has(read) && plan.most > read) throw notProven(what, 'filled a smaller window than it was asked', { read, window: read })
  if (loadedWindow !== null && loadedWindow < plan.window) {
    const halved = Math.abs(read - Math.floor(loadedWindow / 2)) <= 4
    if (read >= loadedWindow || (halved && plan.most > loadedWindow))
      throw notProven(what, 'worked with a smaller window than it was asked', { read, window: loadedWindow })
  }
  return read
}

export function tooLong(what: string, numbers: { readonly tokens?: number; readonly window?: number } = {}): DeskError {
  return new DeskError('truncated-read', what, 'the text is longer than the model can read at once', { side: 'prompt', ...numbers })
}

function notProven(what: string, why: string, numbers: Readonly<Record<string, number>>): DeskError {
  return new DeskError('truncated-read', what, why, { side: 'prompt', ...numbers })
}

/** A reply that stopped because it had no more room. */
export function cutReply(what: string, maxTokens: number): DeskError {
  return new DeskError('truncated-read', what, 'the reply hit its longest length', { side: 'reply', maxTokens })
}
