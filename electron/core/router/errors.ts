// The one mapping between the core's errors and the wire. What was not expected becomes `internal`.
import { ORPCError, ValidationError } from '@orpc/server'
import { DeskError, type ErrorCode } from '../../../shared/domain/error.ts'
import type { ErrorData } from '../../../shared/contract/procedure.ts'

export type Report = (error: unknown) => void

/** What crosses the wire for `error`. The stack of an unexpected one goes to `report`, nowhere else. */
export function wireError(error: unknown, report: Report): ORPCError<ErrorCode, ErrorData> {
  if (error instanceof ORPCError && error.defined) return error as ORPCError<ErrorCode, ErrorData>
  if (error instanceof DeskError) return encode(error)
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return encode(inputError(error.cause))
  if (error instanceof ORPCError && error.code === 'NOT_FOUND')
    return encode(new DeskError('not-found', 'procedure', 'is not of this contract'))
  report(error)
  return encode(new DeskError('internal', 'Marbre', 'an unexpected error; the log has its place'))
}

function encode(error: DeskError): ORPCError<ErrorCode, ErrorData> {
  // No status of our own: oRPC takes an error for undeclared when its status is not the declared one.
  return new ORPCError(error.code, {
    defined: true,
    message: error.message,
    data: { what: error.what, why: error.why, details: { ...error.details } },
  })
}

/** Names the field that was not of its form, never its value. */
function inputError(cause: unknown): DeskError {
  const issue = cause instanceof ValidationError ? cause.issues[0] : undefined
  const path = (issue?.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.')
  return new DeskError('bad-input', path === '' ? 'input' : path, 'is missing or not of its form', { field: path })
}
