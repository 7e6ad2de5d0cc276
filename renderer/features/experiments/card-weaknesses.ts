// The weak points of a card: none of them forbids, all of them are written in the Bilan. Pure.
// It must not know React or how a card is approved.
import type { Card } from '../../../shared/domain/experiment.ts'

export type CardWarning = 'criterion' | 'own' | 'council' | 'responsibility'

/** The weak points of a card, the gravest first. Pure. */
export function warningsOf(card: Card | null): CardWarning[] {
  if (card === null) return []
  const warnings: CardWarning[] = []
  if (typeof card.criterion === 'string') warnings.push('criterion')
  if (card.owner !== '' && card.owner === card.referent) warnings.push('own')
  if (card.worksCouncil.status === 'pending') warnings.push('council')
  if (card.editorialResponsibility.trim() === '') warnings.push('responsibility')
  return warnings
}
