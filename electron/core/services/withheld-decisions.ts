// First decisions kept from the person who is to read them again: until that reading is given, the core does not tell them.
// It must not change what is stored: the chain, bundles and packets say what they always said.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import type { Readable } from '../store/database.ts'
import { listReturned } from '../store/packet-reading-rows.ts'
import { listDecided, listPlans, listReadings, type DecidedOutput } from '../store/reading-rows.ts'
import type { SuggestionRow } from '../store/suggestion-rows.ts'
import type { Actor } from './context.ts'
import { drawPlace } from './reading-draw.ts'
import { proposalOf } from './reading-papers.ts'

/**
 * What waits for this person’s second reading, of one item or of the whole desk. Their own decisions are not among it: what one decided
 * oneself cannot be hidden from oneself, and a reading of it is marked as such.
 */
export async function waitingReadings(db: Readable, { person }: Actor, item?: string): Promise<DecidedOutput[]> {
  if (!person.roles.includes('referent')) return []
  const waiting: DecidedOutput[] = []
  for (const { experiment, seed, every } of await listPlans(db)) {
    // Read here, or on another laptop: it was read twice, and who settles it must see both.
    const given = [...(await listReadings(db, experiment)), ...(await listReturned(db, experiment))]
    const read = new Set(given.map(({ suggestion }) => suggestion))
    const decided = await listDecided(db, experiment, item)
    waiting.push(...decided.filter(({ id, by }) => by !== person.id && !read.has(id) && drawPlace(seed, id) < 1 / every))
  }
  return waiting
}

/** The same outputs; those that wait for this person’s reading as the machine proposed them, of an opinion without its agreement. */
export async function withholdDecisions(
  db: Readable,
  actor: Actor,
  rows: readonly SuggestionRow[],
  shown: readonly Suggestion[],
): Promise<Suggestion[]> {
  const waiting = new Set<string>()
  const judged = new Set<string>()
  for (const item of new Set(rows.map((row) => row.item)))
    for (const { id, task } of await waitingReadings(db, actor, item))
      (task === 'moderation' ? judged : waiting).add(task === 'moderation' ? item : id)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return shown.map((one) => {
    const row = byId.get(one.id)
    if (one.task === 'moderation' && judged.has(one.item)) return { ...one, state: 'proposed', decision: null, inReading: true }
    if (!row || !waiting.has(one.id)) return one
    return { ...one, ...proposalOf(row), state: 'proposed', proposed: null, decision: null, exported: false, inReading: true }
  })
}

/** The same comments; those that wait for this person’s reading without the decision taken on them. */
export async function withholdCommentDecisions<One extends { id: string; decided: unknown }>(
  db: Readable,
  actor: Actor,
  comments: readonly One[],
): Promise<One[]> {
  const judged = new Set((await waitingReadings(db, actor)).flatMap(({ task, item }) => (task === 'moderation' ? [item] : [])))
  return comments.map((one) => (judged.has(one.id) ? { ...one, decided: null } : one))
}

/** Who is to read it again neither changes nor undoes it before. @throws DeskError `bad-transition`, which says nothing of the decision. */
export async function demandNotInReading(
  db: Readable,
  actor: Actor,
  { id, item, task }: Pick<SuggestionRow, 'id' | 'item' | 'task'>,
): Promise<void> {
  const waiting = await waitingReadings(db, actor, item)
  if (waiting.some((one) => one.id === id || (task === 'moderation' && one.task === 'moderation')))
    throw new DeskError('bad-transition', `${task === 'moderation' ? 'comment' : 'suggestion'} ${id}`, 'waits for your second reading', {
      reading: true,
    })
}
