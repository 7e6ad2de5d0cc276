// Step two of moderation: one opinion with the exact words and the clauses they touch.
// It must not publish or refuse anything: a person decides the comment.
import type { CharterClause } from '../../../../shared/domain/comment.ts'
import type { Evidence, Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { ModerationCandidates } from './candidates.ts'
import { decideHold } from './decide-hold.ts'
import { groundsOf } from './read-comment.ts'
import { justifyingPlaces, tellingWords } from './telling-words.ts'

const mostWords = 8
const fewWords = 3
/** A milder word touches no clause by itself. */
const weightOfClause = 0.3

function quote(found: ModerationCandidates, start: number, end: number): Evidence {
  return { kind: 'text', item: found.comment.id, field: 'body', start, end, quote: found.comment.body.slice(start, end) }
}

function wordEvidence(found: ModerationCandidates, hold: boolean | null): Evidence[] {
  if (hold === false) return []
  const places = justifyingPlaces(found, found.moderator)
  // An opinion of past decisions alone must show the words it leans on, however little each weighs.
  const shown = places.length > 0 || !found.moderator ? places : tellingWords(found.words, found.reading, found.moderator, fewWords)
  return shown.slice(0, mostWords).map(({ start, end }) => quote(found, start, end))
}

/** Clauses the rules touch, and the one on the subject where nothing ties the comment to its article. */
function clausesOf({ touched, signals, charter }: ModerationCandidates): CharterClause[] {
  const ruled = touched.filter((rule) => rule.weight >= weightOfClause).flatMap((rule) => rule.clauses)
  const subject = signals.includes('off-topic') ? (charter?.clauses.filter((clause) => clause.category === 'off-topic') ?? []) : []
  return [...new Map([...ruled, ...subject].map((clause) => [clause.id, clause])).values()]
}

export function proposeModeration(_item: TaskItem, found: ModerationCandidates): readonly Proposal[] {
  const probability = found.opinion?.probability ?? null
  const hold = decideHold(groundsOf(found), found.costs)
  // A comment that passes breaks no clause, even when a mild word was seen.
  const clauses = hold === false ? [] : clausesOf(found)
  const evidence = [
    ...wordEvidence(found, hold),
    ...clauses.map((clause): Evidence => ({ kind: 'clause', id: clause.id, quote: clause.text })),
  ]
  const value = { hold, probability, clauses: clauses.map((clause) => clause.id) }
  return [{ value, score: probability ?? found.rules, evidence, flags: [] }]
}
