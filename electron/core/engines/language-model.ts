// What a language model is to the tasks: framed text in, one structured reply out, with the proof of what it read.
// It must not know prompts, tasks, nor which server answers.
import { DeskError } from '../../../shared/domain/error.ts'

/** A JSON Schema, as `z.toJSONSchema` makes it. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** One question to a model. The engine sizes the window to it; it never cuts it. */
export interface CompletionRequest {
  /** The frame: what to do, in which form. Never holds a word of the newsroom's texts. */
  readonly system: string
  /** The material, fenced by the caller. */
  readonly user: string
  /** The reply's form; asked of the server and checked by the caller all the same. */
  readonly schema: JsonSchema
  /** Longest reply, in tokens. */
  readonly maxTokens: number
  readonly seed: number
}

/** The reply's text with what the server says it did. A reply that was cut, or not fully read, never gets here. */
export interface Completion {
  readonly text: string
  /** Tokens the server says it read; at least what the text must come to. */
  readonly readTokens: number
  readonly writtenTokens: number
  readonly milliseconds: number
}

/** What the server says of a model, checked by the guards: only local, only what the policy allows. */
export interface ModelDescription {
  /** As asked for: `ministral-3:3b`. */
  readonly name: string
  /** Content digest where the server gives one, else a hash of all it says of the model. */
  readonly digest: string
  /** Bytes on disk; null when the server does not say. */
  readonly size: number | null
  readonly license: string | null
  /** Longest window in tokens; null when the server does not say. */
  readonly contextLength: number | null
  readonly capabilities: readonly string[]
}

/** One model on one server. Errors are `DeskError`s: `engine-refused`, `engine-unavailable`, `truncated-read`. */
export interface LanguageModel {
  /** The engine's id: `ollama:MODEL`, `on-premise:HOST:PORT/MODEL`. */
  readonly id: string
  readonly kind: 'ollama' | 'on-premise'
  /** Asks the server, applies every guard. Rejects with `engine-refused` or `engine-unavailable`. */
  describe(options?: { readonly signal?: AbortSignal }): Promise<ModelDescription>
  /**
   * Rejects with a `DeskError` or the signal's reason. Requests to one server wait for each other.
   * `truncated-read`: the text was not, or not surely, read whole (`details.side` `prompt`), or the reply hit its
   * longest length (`reply`, see `isCutReply`).
   */
  complete(request: CompletionRequest, options: { readonly signal: AbortSignal }): Promise<Completion>
  /** Vectors of length 1, one per text, in order; the prefix its kind needs is the model profile's. */
  embed(texts: readonly string[], kind: 'query' | 'document', options: { readonly signal: AbortSignal }): Promise<readonly Float32Array[]>
}

/** True for the error of a reply that hit its longest length: nothing is wrong with what was read, it may be asked again. */
export function isCutReply(error: unknown): boolean {
  return error instanceof DeskError && error.code === 'truncated-read' && error.details['side'] === 'reply'
}
