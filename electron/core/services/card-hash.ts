// The hash that approval freezes.
import { hash } from 'node:crypto'
import type { Card } from '../../../shared/domain/experiment.ts'
import { canonicalForm } from '../ledger/canonical-form.ts'

/** SHA-256 hex of the card's canonical form (RFC 8785). */
export function cardHash(card: Card): string {
  return sha256(canonicalForm(card))
}

export function sha256(text: string): string {
  return hash('sha256', text)
}
