// The closed lists of what a log line may hold. Whoever needs another word adds it here, where it is reviewed.
// It must not know files.
import type { ErrorCode } from '../../../shared/domain/error.ts'
import { errorCodes } from '../../../shared/domain/error.ts'

export const logEvents = [
  'desk.opened',
  'desk.closed',
  'desk.migrated',
  'desk.refused',
  'policy.loaded',
  'import.started',
  'import.finished',
  'import.rejected',
  'export.written',
  'job.queued',
  'job.started',
  'job.finished',
  'job.failed',
  'job.resumed',
  'index.rebuilt',
  'model.trained',

  'run.started',
  'run.finished',
  'run.paused',
  'run.cancelled',
  'ledger.appended',
  'ledger.verified',
  'ledger.broken',
  'contents.purged',

  'egress.blocked',
  'egress.allowed',
  'engine.called',
  'engine.failed',
  'worker.started',
  'worker.failed',
  'host.started',
  'host.stopped',
  'call.failed',
  'shell.started',
  'shell.stopped',
  'backup.written',
  'backup.restored',
  'doctor.ran',
] as const
export const logCounts = [
  'items',
  'articles',
  'comments',
  'concepts',
  'labels',
  'suggestions',
  'entries',
  'records',
  'rejected',
  'imported',
  'updated',
  'unchanged',
  'done',
  'failed',
  'total',
  'bytes',
  'tokens',
  'attempts',
  'seq',
  'at',
  'pid',
  'port',
  'version',
  'dropped',
] as const
export const logIds = [
  'desk',
  'article',
  'comment',
  'suggestion',
  'experiment',
  'run',
  'job',
  'item',
  'entry',
  'key',
  'export',
  'person',
  'model',
] as const

export type LogCode = ErrorCode | (typeof logEvents)[number]
export type LogLevel = 'info' | 'warn' | 'error'
/** What may be logged. `ms`: milliseconds. `frames`: from `framesOf`, places in code. There is no field for text. */
export type LogLine = {
  readonly level: LogLevel
  readonly code: LogCode
  readonly counts?: Readonly<Partial<Record<(typeof logCounts)[number], number>>>
  readonly ms?: number
  readonly ids?: Readonly<Partial<Record<(typeof logIds)[number], string>>>
  readonly frames?: readonly string[]
}

const codes: ReadonlySet<unknown> = new Set([...errorCodes, ...logEvents])
const levels: ReadonlySet<unknown> = new Set(['info', 'warn', 'error'])

export function isLogCode(value: unknown): value is LogCode {
  return codes.has(value)
}

export function isLogLevel(value: unknown): value is LogLevel {
  return levels.has(value)
}
