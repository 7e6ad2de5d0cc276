// Step two of moderation: one opinion with the exact words and the clauses they touch.
// It must not publish or refuse anything: a person decides the comment.
import type { Evidence, Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { ModerationCandidates } from './candidates.ts'
import { decideHold } from './decide-hold.ts'
import { tellingWords } from './telling-words.ts'

const mostWords = 8

function quote(found: ModerationCandidates, start: number, end: number): Evidence {
  return { kind: 'text', item: found.comment.id, field: 'body', start, end, quote: found.comment.body.slice(start, end) }
}

function wordEvidence(found: ModerationCandidates, hold: boolean | null): Evidence[] {
  if (found.touched.length > 0) return found.touched.slice(0, mostWords).map(({ start, end }) => quote(found, start, end))
  if (hold === false || !found.moderator) return []
  return tellingWords(found.words, found.reading, found.moderator, 3).map(({ start, end }) => quote(found, start, end))
}

export function proposeModeration(_item: TaskItem, found: ModerationCandidates): readonly Proposal[] {
  const probability = found.opinion?.probability ?? null
  const hold = decideHold({ rules: found.rules, probability, signals: found.signals })
  // A comment that passes breaks no clause, even when a mild word was seen.
  const clauses =
    hold === false ? [] : [...new Map(found.touched.flatMap((rule) => rule.clauses).map((clause) => [clause.id, clause])).values()]
  const evidence = [
    ...wordEvidence(found, hold),
    ...clauses.map((clause): Evidence => ({ kind: 'clause', id: clause.id, quote: clause.text })),
  ]
  const value = { hold, probability, clauses: clauses.map((clause) => clause.id) }
  return [{ value, score: probability ?? found.rules, evidence, flags: [] }]
}
