// SHA-256 of canonical forms: the hash that chains one entry to the next.
// It must not know keys, signatures or contents.
import { createHash } from 'node:crypto'
import type { LedgerBody } from '../../../shared/domain/ledger.ts'
import { canonicalForm } from './canonical-form.ts'

/** `prev` of the first entry of every desk. */
export const genesisPrev = '0'.repeat(64)

/** Whether a text is a SHA-256 as this ledger writes it: 64 lower-case hex digits, so one hash has one spelling. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** SHA-256 of the UTF-8 bytes of a value's canonical form, lower-case hex. */
export function hashValue(value: unknown): string {
  return createHash('sha256').update(canonicalForm(value), 'utf8').digest('hex')
}

/** The hash of an entry's body, which its signature covers and the next entry names as `prev`. */
export function hashEntry(body: LedgerBody): string {
  return hashValue(body)
}
