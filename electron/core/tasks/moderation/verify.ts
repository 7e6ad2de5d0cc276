// Step three of moderation: an opinion quotes real words and real clauses, or it is "I don't know".
// It must not know how the opinion was formed.
import { moderationValueSchema, type Evidence, type Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { ModerationCandidates } from './candidates.ts'

/** `found` needs only the comment's charter, so that any engine's opinion can be checked. */
export function verifyModeration(
  item: TaskItem,
  proposals: readonly Proposal[],
  found: Pick<ModerationCandidates, 'charter'>,
): readonly Proposal[] {
  if (item.kind !== 'comment') return []
  const known = new Map(found.charter?.clauses.map((clause) => [clause.id, clause]) ?? [])
  const texts = [item.comment, ...item.parents]
  const stands = (one: Evidence): boolean => {
    if (one.kind === 'clause') return known.has(one.id)
    if (one.kind !== 'text' || one.field === 'title') return false
    const comment = one.field === 'body' ? item.comment : texts.find((text) => text.id === one.item)
    return comment?.id === one.item && one.quote !== '' && comment.body.slice(one.start, one.end) === one.quote
  }
  return proposals.slice(0, 1).flatMap((proposal) => {
    const value = moderationValueSchema.safeParse(proposal.value)
    if (!value.success) return []
    const evidence = proposal.evidence.filter(stands)
    const quoted = evidence.some((one) => one.kind === 'text')
    const hold = value.data.hold === true && !quoted ? null : value.data.hold
    return [{ ...proposal, value: { ...value.data, hold, clauses: value.data.clauses.filter((id) => known.has(id)) }, evidence }]
  })
}
