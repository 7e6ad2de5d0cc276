// The decision that stands on an output, or on the comment an opinion is about, as a second reading compares with it.
// It must not know readings.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Charter } from '../../../shared/domain/comment.ts'
import { namesHarshClause } from '../../../shared/domain/harsh.ts'
import { readStates, type FirstDecision, type ReadState } from '../../../shared/domain/reading.ts'
import type { Evidence, ModerationValue, Suggestion } from '../../../shared/domain/suggestion.ts'
import { findComment } from '../store/comment-rows.ts'
import type { Readable } from '../store/database.ts'
import { fromJson, fromJsonOrNull } from '../store/rows.ts'
import type { SuggestionRow } from '../store/suggestion-rows.ts'

/** The decision that stands now, whose it is included: that stays in the core. @throws DeskError `bad-transition` when there is none. */
export async function firstOf(db: Readable, row: SuggestionRow): Promise<FirstDecision & { by: string }> {
  if (row.task === 'moderation') return firstOfComment(db, row)
  const decision = fromJsonOrNull<NonNullable<Suggestion['decision']>>(row.decision)
  const state = readStates.find((one) => one === row.state)
  if (!decision || !state) throw new DeskError('bad-transition', `suggestion ${row.id}`, 'is no longer decided', { state: row.state })
  return { state: state satisfies ReadState, value: fromJson(row.value), reason: decision.reason, entry: decision.entry, by: decision.by }
}

/** Of a comment: published is `accepted`, refused is `rejected`, whatever the machine thought. */
async function firstOfComment(db: Readable, row: SuggestionRow): Promise<FirstDecision & { by: string }> {
  const decided = (await findComment(db, row.item))?.decided
  if (!decided || decided.decision === 'doubt') throw new DeskError('bad-transition', `suggestion ${row.id}`, 'is no longer decided')
  const { decision, publicReason, note, entry, by } = decided
  const reason = [publicReason, note].filter((text) => text.trim() !== '').join(' · ')
  return {
    state: decision === 'publish' ? 'accepted' : 'rejected',
    value: fromJson(row.value),
    reason: reason === '' ? null : reason,
    entry,
    by,
  }
}

/** The entry of the decision that stands now; null where there is none. */
export async function standingEntry(db: Readable, row: SuggestionRow): Promise<string | null> {
  if (row.task === 'moderation') return (await findComment(db, row.item))?.decided?.entry ?? null
  return fromJsonOrNull<{ entry: string }>(row.decision)?.entry ?? null
}

/** Whether the machine thought a comment harsh. What people decided does not enter: a blur would give it away. */
export function seemsHarsh(row: Pick<SuggestionRow, 'value' | 'evidence'>, { clauses }: Charter): boolean {
  const quoted = fromJson<Evidence[]>(row.evidence).flatMap((one) => (one.kind === 'clause' ? [one.id] : []))
  return namesHarshClause([...quoted, ...fromJson<ModerationValue>(row.value).clauses], clauses)
}
