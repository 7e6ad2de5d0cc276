// The one byte form of a value that is hashed: RFC 8785 (JSON Canonicalization Scheme).
// It must not know what the value means, nor who signs it.
import canonicalize from 'canonicalize'
import { DeskError } from '../../../shared/domain/error.ts'

/**
 * The canonical JSON text of a plain value: keys in UTF-16 order, no spaces, ECMAScript numbers (RFC 8785).
 * Throws `bad-input` for what JSON cannot hold exactly (NaN, infinities, lone surrogates, undefined).
 */
export function canonicalForm(value: unknown): string {
  let text: string | undefined
  try {
    text = canonicalize(value)
  } catch {
    text = undefined
  }
  if (text === undefined) throw new DeskError('bad-input', 'ledger', 'a value has no canonical form')
  return text
}
