// From an error to the last line of stderr: `marbre: what: why [error-code]`.
// It must not know commands, nor ever show a stack or somebody else's message.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { errorDataSchema } from '../../shared/contract/procedure.ts'
import { DeskError, errorCodes, type ErrorCode } from '../../shared/domain/error.ts'
import { framesOf, openSafeLog } from '../core/guard/safe-log.ts'
import { UsageError } from './cli.ts'

export type Failure = { readonly code: ErrorCode; readonly line: string; readonly usage: boolean; readonly unexpected: boolean }

/** What people read of `error`. Anything that is neither the core's error nor wrong usage is `internal`, without its message. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof UsageError) return { ...failure('bad-input', 'usage', error.message), usage: true }
  if (error instanceof DeskError) return failure(error.code, error.what, error.why)
  const wired = wiredError(error)
  if (wired) return failure(wired.code, wired.what, wired.why)
  return { ...failure('internal', 'Marbre', 'an unexpected error; the log has its place'), unexpected: true }
}

/** Writes where an unexpected error came from to the desk's log, when there is a desk. */
export function logUnexpected(error: unknown, dataDir: string): void {
  if (!existsSync(dataDir)) return
  const log = openSafeLog({ folder: join(dataDir, 'logs'), clock: () => new Date() })
  log({ level: 'error', code: 'internal', frames: framesOf(error) })
}

/** An error as the router's client throws it: a code of the list, and the parts of its sentence as data. */
function wiredError(error: unknown): { code: ErrorCode; what: string; why: string } | null {
  if (!(error instanceof Error) || !('code' in error) || !('data' in error)) return null
  const code = errorCodes.find((known) => known === error.code)
  const data = errorDataSchema.safeParse(error.data)
  return code && data.success ? { code, what: data.data.what, why: data.data.why } : null
}

function failure(code: ErrorCode, what: string, why: string): Failure {
  return { code, line: `marbre: ${oneLine(what)}: ${oneLine(why)} [${code}]`, usage: false, unexpected: false }
}

/** An id may hold anything printable; a line is a line, and a terminal is not steered by it. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
