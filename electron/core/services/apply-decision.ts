// How a decision is written: the rules of each act, the new state, the entry. Inside a transaction somebody else opened.
// It must not know who asks, nor what else is written with it.
import { DeskError } from '../../../shared/domain/error.ts'
import {
  valueSchemas,
  type Flag,
  type Suggestion,
  type SuggestionState,
  type SuggestionValue,
  type Task,
} from '../../../shared/domain/suggestion.ts'
import { findArticle } from '../store/article-rows.ts'
import type { Writable } from '../store/database.ts'
import { fromJson, fromJsonOrNull, toJson } from '../store/rows.ts'
import { changeSuggestion, findSuggestionRow, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { contentsOf, factsOf, ledgerActOf, type Change, type Given } from './decision-facts.ts'
import { examineValue } from './examine-value.ts'
import { demandChecks } from './review-checks.ts'
import { nextState } from './review-states.ts'

export type Decided = { id: string; state: SuggestionState; entry: string }

/** IT may forbid validating from the command line. */
export function demandSignOff(desk: DeskContext, actor: Actor): void {
  if (actor.channel === 'cli' && !desk.policy.allowCliSignOff)
    throw new DeskError('role-required', 'review', 'the policy forbids validating from the command line')
}

export function parseValue(task: Task, value: SuggestionValue): SuggestionValue {
  const parsed = valueSchemas[task].safeParse(value)
  if (!parsed.success) throw new DeskError('bad-input', '--value', `is not a ${task} value`, { field: 'value' })
  return parsed.data
}

/** What accepting asks of a text: its checks, and a reason over a finding. @throws DeskError `checks-missing`, `ungrounded`. */
export function acceptChange(row: SuggestionRow, given: Given): Change {
  demandChecks(row.task as Task, fromJson<Flag[]>(row.flags), given)
  return { act: 'accept', given }
}

/** A person's own words. The fact-lock runs on them too. */
export async function editChange(
  desk: DeskContext,
  db: Writable,
  row: SuggestionRow,
  value: SuggestionValue,
  given: Given,
): Promise<Change> {
  const task = row.task as Task
  const checked = await examineValue(db, row.item, task, parseValue(task, value), desk.clock())
  demandChecks(task, checked.flags, given)
  return { act: 'edit', given, value: checked.value, flags: checked.flags, evidence: checked.evidence }
}

export function rejectChange(row: Pick<SuggestionRow, 'task'>, reason: string): Change {
  if (row.task === 'key-points' && reason.trim() === '')
    throw new DeskError('bad-input', '--reason', 'refusing a text needs a reason', { field: 'reason' })
  return { act: 'reject', reason }
}

export function withdrawChange(reason: string): Change {
  if (reason.trim() === '') throw new DeskError('bad-input', '--reason', 'withdrawing an output needs a reason', { field: 'reason' })
  return { act: 'withdraw', reason }
}

/** @throws DeskError `not-found`; `bad-transition` for an opinion on a comment. */
export async function demandDecidable(db: Writable, id: string): Promise<SuggestionRow> {
  const row = await findSuggestionRow(db, id)
  if (!row) throw new DeskError('not-found', `suggestion ${id}`, 'is not on this desk')
  if (row.task === 'moderation')
    throw new DeskError('bad-transition', `suggestion ${id}`, 'an opinion is not decided: decide the comment', { task: 'moderation' })
  return row
}

/** Writes one decision and its entry. @throws DeskError `bad-transition`, `stale`. */
export async function applyChange(desk: DeskContext, db: Writable, actor: Actor, row: SuggestionRow, change: Change): Promise<Decided> {
  const from = row.state as SuggestionState
  const itemHash = await presentHash(db, row)
  const machine = change.act === 'undo' ? fromJsonOrNull<MachineValue>(row.proposed) : null
  const outdated = itemHash !== (machine?.itemHash ?? row.item_hash)
  await demandPossible(desk, db, row, change, outdated)
  const reached = nextState(change.act, from, {
    exported: row.exported_at !== null,
    previous: row.previous_state as SuggestionState | null,
  })
  const state = standingState(reached, row, outdated)
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

/** Nothing made from a text that is gone comes back as open; what was outdated waits again once its text is back. */
function standingState(reached: SuggestionState, { origin }: SuggestionRow, outdated: boolean): SuggestionState {
  if (outdated) return reached === 'proposed' || reached === 'unsure' ? 'stale' : reached
  if (reached !== 'stale') return reached
  return origin === 'human' ? 'rejected' : 'proposed'
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

/** What the machine said, kept beside a person's words, and the hash of the text it said it of (absent in what older versions kept). */
type MachineValue = { value: unknown; flags: unknown; evidence: unknown; itemHash?: string }

function machineValue(row: SuggestionRow): MachineValue {
  return { value: fromJson(row.value), flags: fromJson(row.flags), evidence: fromJson(row.evidence), itemHash: row.item_hash }
}

/** An edit keeps the machine's own value beside the person's; undoing it brings that value back, as made from the text it was made from. */
function valueChange(row: SuggestionRow, change: Change): Partial<SuggestionRow> {
  if (change.value !== undefined) {
    return {
      value: toJson(change.value),
      proposed: row.proposed ?? toJson(machineValue(row)),
      flags: toJson(change.flags ?? []),
      evidence: toJson(change.evidence?.length ? change.evidence : fromJson(row.evidence)),
    }
  }
  if (change.act === 'undo' && row.proposed !== null) {
    const { value, flags, evidence, itemHash } = fromJson<MachineValue>(row.proposed)
    return {
      value: toJson(value),
      flags: toJson(flags),
      evidence: toJson(evidence),
      proposed: null,
      ...(itemHash === undefined ? {} : { item_hash: itemHash }),
    }
  }
  return {}
}
