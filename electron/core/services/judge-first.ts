// Where a card asks a person to judge first, the machine's opinion does not leave the core before that judgement.
// It must not know who asks: the page, the command line and a script are told the same.
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import type { Readable } from '../store/database.ts'
import { undecidedAmong } from '../store/comment-rows.ts'
import { listExperiments } from '../store/experiment-rows.ts'
import { itemsOfExperiments } from '../store/suggestion-rows.ts'

/** An opinion that says nothing: that there is one, whose and under which card, may be known. */
function blank(opinion: Suggestion): Suggestion {
  return { ...opinion, value: { hold: null, probability: null, clauses: [] }, score: 0, evidence: [], flags: [], proposed: null }
}

/**
 * The same suggestions, opinions left blank on comments that nobody has judged yet and that an experiment judged first
 * holds: its own opinions, and those of free tries, which would give it away.
 */
export async function withholdOpinions(db: Readable, suggestions: readonly Suggestion[]): Promise<Suggestion[]> {
  const items = [...new Set(suggestions.flatMap((one) => (one.task === 'moderation' ? [one.item] : [])))]
  if (items.length === 0) return [...suggestions]
  const blind = (await listExperiments(db)).filter((experiment) => experiment.card.judgeFirst).map((experiment) => experiment.id)
  if (blind.length === 0) return [...suggestions]
  const waiting = await undecidedAmong(db, await itemsOfExperiments(db, items, blind))
  return suggestions.map((one) => (one.task === 'moderation' && waiting.has(one.item) ? blank(one) : one))
}
