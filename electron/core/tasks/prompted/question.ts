// What one item asks of a language model: the material, the form of the reply, and how a reply becomes proposals.
// It must not know prompts, fences or models.
import { z } from 'zod'
import type { Proposal } from '../../../../shared/domain/suggestion.ts'
import type { Abstention } from '../../engines/inference-engine.ts'
import type { JsonSchema } from '../../engines/language-model.ts'
import type { Section } from './fence.ts'

/** What is wrong with a reply. The model is asked once more, then it abstains with this. */
export type Fault = Extract<Abstention, 'invalid-reply' | 'wrong-language' | 'cut-reply' | 'ungrounded-reply'>

export type Reading = { readonly proposals: readonly Proposal[] } | { readonly fault: Fault }

export interface Question {
  /** Language of the text (ISO 639-1), of the reply too; null when nobody knows. */
  readonly lang: string | null
  readonly sections: readonly Section[]
  /** Reads what `JSON.parse` made of a reply. Whatever it is, only what stands in the item comes out. */
  read(reply: unknown): Reading
}

/** A reply's form: the same for every item of a task, so that no text can change it. */
export interface ReplyForm<Reply> {
  readonly schema: JsonSchema
  parse(reply: unknown): Reply | null
}

/** Lengths are checked by zod alone: as grammar they cost local servers seconds, and formats and patterns they do not know. */
const leftOut = new Set(['$schema', 'pattern', 'format', 'minLength', 'maxLength'])

function simplified(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(simplified)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(leftOut.has(key) && typeof value !== 'object'))
      .map(([key, value]) => [key, simplified(value)]),
  )
}

/** Make objects with `z.strictObject`: a field nobody asked for makes the reply invalid. */
export function replyForm<Reply>(form: z.ZodType<Reply>): ReplyForm<Reply> {
  const schema = simplified(z.toJSONSchema(form))
  return {
    schema: typeof schema === 'object' && schema !== null ? { ...schema } : {},
    parse: (reply) => form.safeParse(reply).data ?? null,
  }
}

/** Builds `Question.read` from a form and what a well-formed reply means. */
export function readingOf<Reply>(form: ReplyForm<Reply>, read: (reply: Reply) => Reading): Question['read'] {
  return (reply) => {
    const parsed = form.parse(reply)
    return parsed === null ? { fault: 'invalid-reply' } : read(parsed)
  }
}

/** Nothing chosen is an answer; choices of which none can be shown in the text are not. */
export function grounded(proposals: readonly Proposal[], chosen: number): Reading {
  return chosen > 0 && proposals.length === 0 ? { fault: 'ungrounded-reply' } : { proposals }
}
