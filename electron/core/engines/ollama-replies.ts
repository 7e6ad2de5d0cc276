// What an Ollama server may answer, field by field; the package's own types leave out what our guards rest on.
// Sources: ollama/ollama api/types.go, server/routes.go, docs/api.md. It must not know how a reply was fetched.
import { z } from 'zod'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const count = z
  .int()
  .min(0)
  .nullish()
  .transform((value) => value ?? null)
/** Go writes an empty list as null. */
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? [])

const details = z
  .object({ format: text, family: text, parameter_size: text, quantization_level: text })
  .nullish()
  .transform((value) => value ?? { format: '', family: '', parameter_size: '', quantization_level: '' })
/** Set on whatever runs elsewhere (types.go: remote_model, remote_host): a stub in a list, a description, a reply. */
const remote = { remote_host: text, remote_model: text }

export const versionSchema = z.object({ version: z.string() })
/** From about 0.16: whether the machine's settings let models of ollama.com be used. */
export const statusSchema = z.object({ cloud: z.object({ disabled: z.boolean() }).nullish() })

export const listedSchema = z.object({
  name: z.string(),
  size: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  digest: text,
  details,
  ...remote,
})
export const listSchema = z.object({ models: list(listedSchema) })
export type Listed = z.infer<typeof listedSchema>

export const runningSchema = z.object({
  models: list(z.object({ name: z.string(), digest: text, context_length: count })),
})
export type Running = z.infer<typeof runningSchema>['models'][number]

export const shownSchema = z.object({
  license: text,
  details,
  capabilities: list(z.string()),
  model_info: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? {}),
  ...remote,
})
export type Shown = z.infer<typeof shownSchema>

/** The longest window the model was made for: `ARCHITECTURE.context_length`. */
export function contextLengthOf(shown: Shown): number | null {
  const length = numberOf(shown, 'context_length')
  return length === null ? null : Math.floor(length)
}

/** A figure of the model's architecture, by its name without the prefix; null when it is not said. */
export function numberOf(shown: Shown, name: string): number | null {
  const found = Object.entries(shown.model_info).find(([key]) => key.endsWith(`.${name}`))?.[1]
  return typeof found === 'number' && found > 0 ? found : null
}

export const chatPartSchema = z.object({
  model: text,
  message: z.object({ content: text }).nullish(),
  done: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  done_reason: text,
  /** Tokens read, the cached ones included (ollama/ollama#16428); some builds of 0.30 leave those out and are refused for it. */
  prompt_eval_count: count,
  eval_count: count,
  ...remote,
})
export type ChatPart = z.infer<typeof chatPartSchema>

export const embeddedSchema = z.object({ embeddings: z.array(z.array(z.number())), prompt_eval_count: count, ...remote })
export type Embedded = z.infer<typeof embeddedSchema>

export const pullPartSchema = z.object({ status: text, digest: text, total: count, completed: count })
export type PullPart = z.infer<typeof pullPartSchema>
