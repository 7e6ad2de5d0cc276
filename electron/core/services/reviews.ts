// Decisions on suggestions: accept, edit, reject, unsure, undo, withdraw, add. One transaction each.
// It must not know the page: every rule of trust.md holds here, whichever shell asks.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Evidence, Flag, Suggestion, SuggestionValue } from '../../../shared/domain/suggestion.ts'
import type { Writable } from '../store/database.ts'
import { findArticle } from '../store/article-rows.ts'
import { findExperiment } from '../store/experiment-rows.ts'
import { proposeTerm } from '../store/concept-rows.ts'
import { toJson } from '../store/rows.ts'
import {
  insertSuggestions,
  listSuggestions,
  listWaiting,
  suggestionOfRow,
  type SuggestionFilter,
  type SuggestionRow,
} from '../store/suggestion-rows.ts'
import {
  acceptChange,
  applyChange,
  demandDecidable,
  demandSignOff,
  editChange,
  parseValue,
  rejectChange,
  withdrawChange,
  type Decided,
} from './apply-decision.ts'
import type { Actor, DeskContext } from './context.ts'
import { addedFacts, withOverride, type Change, type Given } from './decision-facts.ts'
import { demandArticle, examineText, examineValue } from './examine-value.ts'
import { freeTrialId } from './free-trial.ts'
import { withholdOpinions } from './judge-first.ts'
import { demandChecks } from './review-checks.ts'
import { demandNotInReading, withholdDecisions } from './withheld-decisions.ts'

export async function acceptSuggestion(desk: DeskContext, actor: Actor, id: string, given: Given): Promise<Decided> {
  return decide(desk, actor, id, async (row) => acceptChange(row, given))
}

/** Validates in a person's own words. */
export async function editSuggestion(desk: DeskContext, actor: Actor, id: string, value: SuggestionValue, given: Given): Promise<Decided> {
  return decide(desk, actor, id, (row, db) => editChange(desk, db, row, value, given))
}

export async function rejectSuggestion(desk: DeskContext, actor: Actor, id: string, reason: string): Promise<Decided> {
  return decide(desk, actor, id, async (row) => rejectChange(row, reason))
}

export async function leaveUnsure(desk: DeskContext, actor: Actor, id: string): Promise<Decided> {
  return decide(desk, actor, id, async () => ({ act: 'unsure' }))
}

export async function undoDecision(desk: DeskContext, actor: Actor, id: string): Promise<Decided> {
  return decide(desk, actor, id, async () => ({ act: 'undo' }))
}

export async function withdrawSuggestion(desk: DeskContext, actor: Actor, id: string, reason: string): Promise<Decided> {
  return decide(desk, actor, id, async () => withdrawChange(reason))
}

/** Tags and links of one article in one gesture: `kept` are accepted, what else waits is rejected. */
export async function decideItem(
  desk: DeskContext,
  actor: Actor,
  item: string,
  task: 'tags' | 'links',
  kept: readonly string[],
): Promise<Decided[]> {
  demandSignOff(desk, actor)
  const decided = await desk.pen.write(async (db) => {
    const rows = await listSuggestions(db, { item, task, states: ['proposed', 'unsure'] })
    const unknown = kept.find((id) => !rows.some((row) => row.id === id))
    if (unknown !== undefined) throw new DeskError('not-found', `suggestion ${unknown}`, 'does not wait on this item')
    const results: Decided[] = []
    for (const row of rows) results.push(await applyChange(desk, db, actor, row, { act: kept.includes(row.id) ? 'accept' : 'reject' }))
    return results
  })
  desk.emit({ type: 'suggestion.changed', items: [item] })
  return decided
}

/** What the machine missed: `origin: human`, validated by the person who adds it. */
export async function addSuggestion(
  desk: DeskContext,
  actor: Actor,
  addition: { item: string; task: 'tags' | 'key-points' | 'links'; value: SuggestionValue; experiment?: string | undefined; given: Given },
): Promise<Decided> {
  demandSignOff(desk, actor)
  const decided = await desk.pen.write(async (db) => {
    const article = await demandArticle(db, addition.item)
    const experiment = await demandOpen(db, addition.experiment ?? freeTrialId)
    const checked = await examineValue(db, addition.item, addition.task, parseValue(addition.task, addition.value), desk.clock())
    demandChecks(addition.task, checked.flags, addition.given)
    const id = desk.ids()
    const at = desk.clock().toISOString()
    const entry = await desk.pen.append(db, {
      act: 'suggestion.added',
      subject: id,
      actor,
      facts: addedFacts(addition, article.hash, experiment, checked.flags),
      contents: withOverride({ after: toJson(checked.value) }, addition.given.override),
    })
    const decision = {
      by: actor.person.id,
      at,
      entry: entry.body.id,
      reason: null,
      checks: addition.given.checks,
      override: addition.given.override ?? null,
    }
    await insertSuggestions(db, [
      {
        id,
        task: addition.task,
        item: addition.item,
        item_hash: article.hash,
        value: toJson(checked.value),
        proposed: null,
        score: 1,
        evidence: toJson(checked.evidence),
        flags: toJson(checked.flags),
        state: 'accepted',
        previous_state: 'rejected',
        origin: 'human',
        engine: 'human',
        engine_digest: '',
        parameters: '{}',
        experiment,
        run: null,
        request: null,
        created_at: at,
        decision: toJson(decision),
        decided_at: at,
        exported_at: null,
      },
    ])
    return { id, state: 'accepted' as const, entry: entry.body.id }
  })
  desk.emit({ type: 'suggestion.changed', items: [addition.item] })
  return decided
}

/** What a concluded experiment says is not changed afterwards. */
async function demandOpen(db: Writable, id: string): Promise<string> {
  const experiment = await findExperiment(db, id)
  if (!experiment) throw new DeskError('not-found', `experiment ${id}`, 'is not on this desk', { id })
  if (experiment.conclusion) throw new DeskError('bad-transition', `experiment ${id}`, 'it is concluded', { id })
  return id
}

/** A term the thesaurus lacks goes to the parking lane, never among the tags. */
export async function proposeNewTerm(desk: DeskContext, term: string, article: string): Promise<void> {
  await desk.store.write((db) => proposeTerm(db, term, article, desk.clock().toISOString()))
  desk.emit({ type: 'vocabulary.changed' })
}

/** The fact-lock on a text being typed. Stores nothing. */
export async function checkText(
  desk: DeskContext,
  item: string,
  text: string,
): Promise<{ flags: Flag[]; evidence: Evidence[]; verbatim: boolean }> {
  const article = await findArticle(desk.store.read, item)
  if (!article) throw new DeskError('not-found', `article ${item}`, 'is not on this desk')
  return examineText(article, text)
}

async function decide(
  desk: DeskContext,
  actor: Actor,
  id: string,
  change: (row: SuggestionRow, db: Writable) => Promise<Change>,
): Promise<Decided> {
  demandSignOff(desk, actor)
  const { decided, item } = await desk.pen.write(async (db) => {
    const row = await demandDecidable(db, id)
    await demandNotInReading(db, actor, row)
    return { decided: await applyChange(desk, db, actor, row, await change(row, db)), item: row.item }
  })
  desk.emit({ type: 'suggestion.changed', items: [item] })
  return decided
}

export function suggestionOf(row: SuggestionRow): Suggestion {
  const suggestion = suggestionOfRow(row)
  const machine = suggestion.proposed as { value?: SuggestionValue } | null
  return { ...suggestion, proposed: machine?.value ?? null }
}

/** As the person who asks may see them now: neither an opinion to judge before, nor a decision they are to read again. */
export async function viewSuggestions(desk: DeskContext, actor: Actor, filter: SuggestionFilter): Promise<Suggestion[]> {
  const rows = await listSuggestions(desk.store.read, filter)
  return withholdDecisions(desk.store.read, actor, rows, await withholdOpinions(desk.store.read, rows.map(suggestionOf)))
}

/** What waits for a decision: new, left in doubt, or stale. */
export async function viewWaiting(desk: DeskContext, filter: Omit<SuggestionFilter, 'states'>): Promise<Suggestion[]> {
  return withholdOpinions(desk.store.read, (await listWaiting(desk.store.read, filter)).map(suggestionOf))
}
