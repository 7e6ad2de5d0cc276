// The one error type that crosses every wire: a code from a closed list, and parameters.
// It must not know how a person reads it: sentences live in renderer/words and in the CLI.

/** The closed list of error codes, shared by the page, the contract and the CLI (`docs` of the CLI name the same list). */
export const errorCodes = [
  'not-found',
  'bad-input',
  'unknown-person',
  'role-required',
  'not-approved',
  'not-cleared',
  'not-signed-off',
  'checks-missing',
  'ungrounded',
  'bad-transition',
  'stale',
  'id-conflict',
  'desk-in-use',
  'database-from-the-future',
  'ledger-broken',
  'engine-refused',
  'engine-unavailable',
  'truncated-read',
  'key-locked',
  'policy-invalid',
  'synced-folder',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Values that complete a message: ids, counts, field names. Never article text, titles or file contents. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>

/**
 * What went wrong, in a form every shell can translate.
 *
 * `what` names the thing (`article`, `card`, `--checks`), `why` is a short English phrase for
 * the CLI and the log of last resort, `details` are parameters for the page's sentence.
 */
export class DeskError extends Error {
  override readonly name = 'DeskError'
  readonly code: ErrorCode
  readonly what: string
  readonly why: string
  readonly details: ErrorDetails

  constructor(code: ErrorCode, what: string, why: string, details: ErrorDetails = {}) {
    super(`${what}: ${why}`)
    this.code = code
    this.what = what
    this.why = why
    this.details = details
  }
}

/** Ends an exhaustive switch: a member added later no longer compiles. */
export function assertNever(value: never, where: string): never {
  throw new DeskError('internal', where, `unexpected value ${JSON.stringify(value)}`)
}
