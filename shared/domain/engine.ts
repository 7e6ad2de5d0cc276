// What proposes: an engine's own description, the models a server has, and the pulls under way.
import { z } from 'zod'
import { taskSchema } from './suggestion.ts'

/** Why an engine is refused or does not answer, and what is odd about one that does. Codes: the words are in renderer/words. */
export const engineReasons = [
  'no-server',
  'not-installed',
  'not-allowed',
  'bad-name',
  'cloud',
  'remote',
  'no-digest',
  'stub',
  'digest-not-allowed',
  'digest-changed',
  'embeddings-only',
  'cloud-switched-on',
  'answers-on-all-networks',
] as const
export const engineReasonSchema = z.enum(engineReasons)
export type EngineReason = z.infer<typeof engineReasonSchema>

/** Whether weights and working memory fit this machine's memory. */
export const fitSchema = z.enum(['comfortably', 'tightly', 'no'])
export type Fit = z.infer<typeof fitSchema>

/** What a server says of an installed model. */
export const modelFactsSchema = z.object({
  family: z.string().nullable(),
  /** As the server writes it: `3.4B`. */
  parameters: z.string().nullable(),
  quantisation: z.string().nullable(),
  /** Longest window in tokens. */
  contextLength: z.int().nullable(),
  capabilities: z.array(z.string()),
  fits: fitSchema.nullable(),
})
export type ModelFacts = z.infer<typeof modelFactsSchema>

export const engineInfoSchema = z.object({
  /** `builtin`, `ollama:MODEL`, `on-premise:HOST:PORT/MODEL`; `ollama` alone when its server does not answer. */
  id: z.string(),
  kind: z.enum(['builtin', 'ollama', 'on-premise']),
  state: z.enum(['ready', 'training', 'untrained', 'unavailable', 'refused']),
  /** One of `engineReasons`, or null. */
  reason: z.string().nullable(),
  digest: z.string(),
  tasks: z.array(taskSchema),
  size: z.int().nullable(),
  license: z.string().nullable(),
  /** What the model was trained on, for the built-in engine. */
  trained: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** For a language model. */
  model: modelFactsSchema.optional(),
  /** Nothing that refuses it, but IT should know. */
  warnings: z.array(engineReasonSchema).optional(),
})
export type EngineInfo = z.infer<typeof engineInfoSchema>

/** One model being fetched by Ollama. `leavesMachine`: it is Ollama's own process that goes out to its registry. */
export const modelPullSchema = z.object({
  model: z.string(),
  state: z.enum(['pulling', 'pulled', 'failed', 'cancelled']),
  /** Bytes; null until the server says. */
  completed: z.int().nullable(),
  total: z.int().nullable(),
  /** An error code when it failed. */
  failure: z.string().nullable(),
  leavesMachine: z.literal(true),
})
export type ModelPull = z.infer<typeof modelPullSchema>

/** What articles are searched with by meaning. `engine` null: the built-in engine alone, nothing is embedded. */
export const searchModelSchema = z.object({
  engine: z.string().nullable(),
  /** Articles read with it, of those whose rights allow it. */
  done: z.int(),
  total: z.int(),
  /** `paused`: its server does not answer, reading goes on when it does; `refused`: the policy or the model itself changed. */
  state: z.enum(['off', 'working', 'paused', 'refused', 'ready']),
})
export type SearchModel = z.infer<typeof searchModelSchema>
