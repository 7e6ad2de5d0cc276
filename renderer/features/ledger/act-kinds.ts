// The kinds of acts the ledger is narrowed to: a dozen choices for some fifty acts. Pure; it must not know words or React.
import { ledgerActs, type LedgerAct } from '../../../shared/domain/ledger.ts'

const patterns = {
  kept: /^suggestion\.(?:accepted|edited|added)$/,
  refused: /^suggestion\.(?:rejected|unsure)$/,
  back: /^(?:suggestion\.(?:undone|withdrawn|stale|renewed)|comment\.undone)$/,
  comments: /^comment\./,
  cards: /^(?:card|experiment)\./,
  readings: /^(?:readings?|sampling|packet)\./,
  blind: /^(?:comparison|rubric)\./,
  vocabulary: /^(?:vocabulary|rule|term|tags)\./,
  prompts: /^prompt\./,
  exports: /^outputs\./,
  desk: /^(?:desk|person|key|import|contents|backup)\./,
} as const

export type ActKind = keyof typeof patterns

/** In the order they are offered. */
export const actKinds = Object.keys(patterns) as readonly ActKind[]

/** The acts of a kind; an act may be of two (a decision on a comment taken back). */
export function actsOf(kind: ActKind): LedgerAct[] {
  return ledgerActs.filter((act) => patterns[kind].test(act))
}
