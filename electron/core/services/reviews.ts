// Decisions on suggestions: accept, edit, reject, unsure, undo, withdraw, add. One transaction each.
// It must not know the page: every rule of trust.md holds here, whichever shell asks.
import { DeskError } from '../../../shared/domain/error.ts'
import {
  valueSchemas,
  type Evidence,
  type Flag,
  type Suggestion,
  type SuggestionState,
  type SuggestionValue,
  type Task,
} from '../../../shared/domain/suggestion.ts'
import type { Writable } from '../store/database.ts'
import { findArticle } from '../store/article-rows.ts'
import { findExperiment } from '../store/experiment-rows.ts'
import { proposeTerm } from '../store/concept-rows.ts'
import { fromJson, toJson } from '../store/rows.ts'
import {
  changeSuggestion,
  findSuggestionRow,
  insertSuggestions,
  listSuggestions,
  listWaiting,
  suggestionOfRow,
  type SuggestionFilter,
  type SuggestionRow,
} from '../store/suggestion-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { addedFacts, contentsOf, factsOf, ledgerActOf, withOverride, type Change, type Given } from './decision-facts.ts'
import { demandArticle, examineText, examineValue } from './examine-value.ts'
import { withholdOpinions } from './judge-first.ts'
import { demandChecks } from './review-checks.ts'
import { nextState } from './review-states.ts'
import { freeTrialId } from './free-trial.ts'

export type Decided = { id: string; state: SuggestionState; entry: string }

export async function acceptSuggestion(desk: DeskContext, actor: Actor, id: string, given: Given): Promise<Decided> {
  return decide(desk, actor, id, async (row) => {
    demandChecks(row.task as Task, fromJson<Flag[]>(row.flags), given)
    return { act: 'accept', given }
  })
}

/** Validates in a person's own words. The fact-lock runs on them too. */
export async function editSuggestion(desk: DeskContext, actor: Actor, id: string, value: SuggestionValue, given: Given): Promise<Decided> {
  return decide(desk, actor, id, async (row, db) => {
    const task = row.task as Task
    const parsed = parseValue(task, value)
    const checked = await examineValue(db, row.item, task, parsed, desk.clock())
    demandChecks(task, checked.flags, given)
    return { act: 'edit', given, value: checked.value, flags: checked.flags, evidence: checked.evidence }
  })
}

export async function rejectSuggestion(desk: DeskContext, actor: Actor, id: string, reason: string): Promise<Decided> {
  return decide(desk, actor, id, async (row) => {
    if (row.task === 'key-points' && reason.trim() === '')
      throw new DeskError('bad-input', '--reason', 'refusing a text needs a reason', { field: 'reason' })
    return { act: 'reject', reason }
  })
}

export async function leaveUnsure(desk: DeskContext, actor: Actor, id: string): Promise<Decided> {
  return decide(desk, actor, id, async () => ({ act: 'unsure' }))
}

export async function undoDecision(desk: DeskContext, actor: Actor, id: string): Promise<Decided> {
  return decide(desk, actor, id, async () => ({ act: 'undo' }))
}

export async function withdrawSuggestion(desk: DeskContext, actor: Actor, id: string, reason: string): Promise<Decided> {
  return decide(desk, actor, id, async () => {
    if (reason.trim() === '') throw new DeskError('bad-input', '--reason', 'withdrawing an output needs a reason', { field: 'reason' })
    return { act: 'withdraw', reason }
  })
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

function parseValue(task: Task, value: SuggestionValue): SuggestionValue {
  const parsed = valueSchemas[task].safeParse(value)
  if (!parsed.success) throw new DeskError('bad-input', '--value', `is not a ${task} value`, { field: 'value' })
  return parsed.data
}

/** IT may forbid validating from the command line. */
export function demandSignOff(desk: DeskContext, actor: Actor): void {
  if (actor.channel === 'cli' && !desk.policy.allowCliSignOff)
    throw new DeskError('role-required', 'review', 'the policy forbids validating from the command line')
}

async function decide(
  desk: DeskContext,
  actor: Actor,
  id: string,
  change: (row: SuggestionRow, db: Writable) => Promise<Change>,
): Promise<Decided> {
  demandSignOff(desk, actor)
  const { decided, item } = await desk.pen.write(async (db) => {
    const row = await findSuggestionRow(db, id)
    if (!row) throw new DeskError('not-found', `suggestion ${id}`, 'is not on this desk')
    if (row.task === 'moderation')
      throw new DeskError('bad-transition', `suggestion ${id}`, 'an opinion is not decided: decide the comment', { task: 'moderation' })
    return { decided: await applyChange(desk, db, actor, row, await change(row, db)), item: row.item }
  })
  desk.emit({ type: 'suggestion.changed', items: [item] })
  return decided
}

async function applyChange(desk: DeskContext, db: Writable, actor: Actor, row: SuggestionRow, change: Change): Promise<Decided> {
  const from = row.state as SuggestionState
  const itemHash = await presentHash(db, row)
  const outdated = itemHash !== row.item_hash
  await demandPossible(desk, db, row, change, outdated)
  const reached = nextState(change.act, from, {
    exported: row.exported_at !== null,
    previous: row.previous_state as SuggestionState | null,
  })
  // Undoing a refusal must not bring back as open what was made from a text that is no longer there.
  const state = outdated && (reached === 'proposed' || reached === 'unsure') ? 'stale' : reached
  const at = desk.clock().toISOString()
  const entry = await desk.pen.append(db, {
    act: ledgerActOf[change.act],
    subject: row.id,
    actor,
    facts: { ...factsOf(row, change), ...(change.value === undefined ? {} : { itemHash }) },
    contents: contentsOf(row, change),
  })
  const undone = change.act === 'undo'
  const decision: Suggestion['decision'] = undone
    ? null
    : {
        by: actor.person.id,
        at,
        entry: entry.body.id,
        reason: change.reason ?? null,
        checks: [...(change.given?.checks ?? [])],
        override: change.given?.override ?? null,
      }
  await changeSuggestion(db, row.id, {
    state,
    previous_state: undone ? null : from,
    decision: decision === null ? null : toJson(decision),
    decided_at: undone ? null : at,
    // An edit was checked against the article as it stands now.
    ...(change.value === undefined ? {} : { item_hash: itemHash }),
    ...valueChange(row, change),
  })
  return { id: row.id, state, entry: entry.body.id }
}

/** What a state alone does not say: the text is still the one that was read, the tag in use, the target not barred since. */
async function demandPossible(desk: DeskContext, db: Writable, row: SuggestionRow, change: Change, outdated: boolean): Promise<void> {
  if (change.act === 'accept') {
    if (outdated)
      throw new DeskError('stale', 'suggestion', 'its article changed since it was made: edit, refuse, or ask again', { state: row.state })
    if (row.task !== 'key-points') await examineValue(db, row.item, row.task as Task, fromJson(row.value), desk.clock())
  }
  // An addition undone once is gone: a second undo must not make it wait like the machine's.
  if (change.act === 'undo' && row.state === 'rejected' && row.decision === null) {
    throw new DeskError('bad-transition', `suggestion ${row.id}`, 'has no decision to undo', { state: row.state })
  }
}

/** The hash of the item as it stands now; an item that is gone changes nothing. */
async function presentHash(db: Writable, row: SuggestionRow): Promise<string> {
  return (await findArticle(db, row.item))?.hash ?? row.item_hash
}

/** An edit keeps the machine's own value beside the person's; undoing it brings that value back, checked anew at the next decision. */
function valueChange(row: SuggestionRow, change: Change): Partial<SuggestionRow> {
  if (change.value !== undefined) {
    return {
      value: toJson(change.value),
      proposed: row.proposed ?? toJson({ value: fromJson(row.value), flags: fromJson(row.flags), evidence: fromJson(row.evidence) }),
      flags: toJson(change.flags ?? []),
      evidence: toJson(change.evidence?.length ? change.evidence : fromJson(row.evidence)),
    }
  }
  if (change.act === 'undo' && row.proposed !== null) {
    const machine = fromJson<{ value: unknown; flags: unknown; evidence: unknown }>(row.proposed)
    return { value: toJson(machine.value), flags: toJson(machine.flags), evidence: toJson(machine.evidence), proposed: null }
  }
  return {}
}

export function suggestionOf(row: SuggestionRow): Suggestion {
  const suggestion = suggestionOfRow(row)
  const machine = suggestion.proposed as { value?: SuggestionValue } | null
  return { ...suggestion, proposed: machine?.value ?? null }
}

export async function viewSuggestions(desk: DeskContext, filter: SuggestionFilter): Promise<Suggestion[]> {
  return withholdOpinions(desk.store.read, (await listSuggestions(desk.store.read, filter)).map(suggestionOf))
}

/** What waits for a decision: new, left in doubt, or stale. */
export async function viewWaiting(desk: DeskContext, filter: Omit<SuggestionFilter, 'states'>): Promise<Suggestion[]> {
  return withholdOpinions(desk.store.read, (await listWaiting(desk.store.read, filter)).map(suggestionOf))
}
