// A prompt: the frame a language model is given for one task, in one language, as a versioned file.
// It must not know how a frame is filled, nor which engine reads it.
import { z } from 'zod'
import { taskSchema } from './suggestion.ts'

/** Languages frames are written in. Texts in another language are read under the English frame. */
export const promptLangSchema = z.enum(['fr', 'en'])
export type PromptLang = z.infer<typeof promptLangSchema>
export const promptLangs = promptLangSchema.options

/** `shipped`: Marbre's own, approved by default. A house prompt is `added`, then `approved` by a referent, at last `retired`. */
export const promptStateSchema = z.enum(['shipped', 'added', 'approved', 'retired'])
export type PromptState = z.infer<typeof promptStateSchema>

/** One prompt as the desk knows it. It is never changed: another text has another hash and is another prompt. */
export const promptSchema = z.object({
  /** SHA-256 hex of the file's text, in NFC with LF line ends. */
  hash: z.string(),
  task: taskSchema,
  lang: promptLangSchema,
  version: z.int(),
  state: promptStateSchema,
  /** True when runs and tries of this task and language use it now. */
  inUse: z.boolean(),
  added: z.object({ by: z.string(), at: z.string() }).nullable(),
  approval: z.object({ by: z.string(), at: z.string(), entry: z.string(), ownPrompt: z.boolean() }).nullable(),
})
export type Prompt = z.infer<typeof promptSchema>
