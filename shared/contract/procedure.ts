// The base every procedure starts from: the one error type, on every procedure, once.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errorCodes, type ErrorCode } from '../domain/error.ts'

/** What an error carries over the wire beside its code. */
export const errorDataSchema = z.object({
  what: z.string(),
  why: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type ErrorData = z.infer<typeof errorDataSchema>

type DeclaredErrors = Record<ErrorCode, { data: typeof errorDataSchema }>

const declared = Object.fromEntries(errorCodes.map((code) => [code, { data: errorDataSchema }])) as DeclaredErrors

export const procedure = oc.errors(declared)

/** What a call that only acts returns. */
export const doneSchema = z.object({ done: z.literal(true) })
