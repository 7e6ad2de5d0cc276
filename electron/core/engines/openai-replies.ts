// What an OpenAI-compatible server may answer. Sources: vLLM's and llama.cpp's server documentation, LM Studio's.
// It must not know how a reply was fetched.
import { z } from 'zod'

const count = z
  .int()
  .min(0)
  .nullish()
  .transform((value) => value ?? null)
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const remote = { remote_host: text, remote_model: text }

export const servedSchema = z.object({
  id: z.string(),
  owned_by: text,
  root: text,
  parent: text,
  /** vLLM: the window it was started with. */
  max_model_len: count,
  /** llama.cpp: what the file says of itself; `n_ctx` is the window it was started with. */
  meta: z
    .object({ n_ctx: count, n_ctx_train: count, n_params: count, n_embd: count, n_vocab: count, size: count })
    .nullish()
    .transform((value) => value ?? null),
  ...remote,
})
export const servedListSchema = z.object({ data: z.array(servedSchema) })
export type Served = z.infer<typeof servedSchema>

/** The longest window; null when the server does not say. */
export function servedWindow(served: Served): number | null {
  return served.max_model_len ?? served.meta?.n_ctx ?? served.meta?.n_ctx_train ?? null
}

export const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        /** `reasoning_content` stands beside `content` and is no reply. */
        delta: z.object({ content: text }).nullish(),
        /** In place of `delta` where a server answers whole. */
        message: z.object({ content: text }).nullish(),
        finish_reason: text,
      }),
    )
    .nullish()
    .transform((value) => value ?? []),
  usage: z
    .object({ prompt_tokens: count, completion_tokens: count })
    .nullish()
    .transform((value) => value ?? null),
  ...remote,
})
export type Chunk = z.infer<typeof chunkSchema>

export const servedVectorsSchema = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()) })),
  usage: z
    .object({ prompt_tokens: count })
    .nullish()
    .transform((value) => value ?? null),
  ...remote,
})
