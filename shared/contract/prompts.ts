// Prompts: what a language model is told to do, seen, added, approved and retired.
import { z } from 'zod'
import { promptSchema } from '../domain/prompt.ts'
import { procedure } from './procedure.ts'

const as = z.string().optional()
const hash = z.string()
/** A prompt with the text it is. */
export const promptTextSchema = promptSchema.extend({ text: z.string() })

export const prompts = {
  /** Shipped ones first, then the house's own, newest first. */
  list: procedure.input(z.object({})).output(z.array(promptSchema)),
  show: procedure.input(z.object({ hash })).output(promptTextSchema),
  /** Keeps a house prompt. Nothing uses it before a referent approves it. The same text again changes nothing. */
  add: procedure.input(z.object({ text: z.string().min(1), as })).output(promptSchema),
  /** A referent's: locks the text and puts it in the place of the one in use for its task and language. */
  approve: procedure.input(z.object({ hash, as })).output(promptSchema),
  /** A referent's: takes a house prompt out of use; the shipped one comes back. */
  retire: procedure.input(z.object({ hash, as })).output(promptSchema),
}
