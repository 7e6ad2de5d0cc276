// Where two readings differ: side by side, and the referent who settles it.
// It must not know how a decision is written: that is the review's, with its own rules.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Arbitration, Disagreement, ReadingTotals } from '../../../shared/domain/reading.ts'
import type { Check, Flag, SuggestionState, Task } from '../../../shared/domain/suggestion.ts'
import { findArticle } from '../store/article-rows.ts'
import { findExperiment } from '../store/experiment-rows.ts'
import { findReading, listReadings, saveReading, type StoredReading } from '../store/reading-rows.ts'
import { fromJsonOrNull } from '../store/rows.ts'
import { findSuggestionRow, findSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { examineValue } from './examine-value.ts'
import { demandExperiment } from './experiments.ts'
import { demandRole } from './people.ts'
import { agrees, countAgreement } from './reading-totals.ts'
import { proposalOf, viewReading, type Recorded } from './readings.ts'
import { demandChecks } from './review-checks.ts'
import { acceptSuggestion, editSuggestion, leaveUnsure, rejectSuggestion, undoDecision, withdrawSuggestion } from './reviews.ts'
import { viewSampling } from './sampling.ts'

type Given = StoredReading & { verdict: NonNullable<StoredReading['verdict']> }

function differs(reading: Given): boolean {
  return !agrees({ first: reading.first.state, second: reading.verdict })
}

function decidedSince(row: SuggestionRow, reading: StoredReading): boolean {
  return fromJsonOrNull<{ entry: string }>(row.decision)?.entry !== reading.first.entry
}

/** Open ones first, newest first. */
export async function viewDisagreements(desk: DeskContext, experiment?: string): Promise<Disagreement[]> {
  const db = desk.store.read
  const differing = (await listReadings(db, experiment)).filter(differs)
  const rows = new Map(
    (
      await findSuggestions(
        db,
        differing.map(({ suggestion }) => suggestion),
      )
    ).map((row) => [row.id, row]),
  )
  const found: Disagreement[] = []
  for (const reading of differing.toReversed()) {
    const row = rows.get(reading.suggestion)
    const second = viewReading(reading)
    if (!row || !second) continue
    const { value, flags } = proposalOf(row)
    found.push({
      suggestion: row.id,
      experiment: row.experiment,
      experimentTitle: (await findExperiment(db, row.experiment))?.card.title ?? '',
      task: row.task as Task,
      item: row.item,
      title: (await findArticle(db, row.item))?.title ?? '',
      proposed: value,
      flags,
      first: reading.first,
      second,
      changed: reading.arbitration === null && decidedSince(row, reading),
      exported: row.exported_at !== null,
      arbitration: reading.arbitration,
    })
  }
  return found.toSorted((a, b) => Number(a.arbitration !== null) - Number(b.arbitration !== null))
}

export type Ruling = { keep: 'first' | 'second'; reason: string; checks: readonly Check[]; override?: string | undefined }

/** Outputs being settled, by store: it takes several transactions, and a second ruling between them would undo the first. */
const underWay = new WeakMap<object, Set<string>>()

/** Settles a disagreement, once. Keeping the second reading goes through the review's rules. @throws DeskError as reviews.ts, `bad-transition`. */
export async function arbitrate(desk: DeskContext, actor: Actor, suggestion: string, ruling: Ruling): Promise<Recorded> {
  demandRole(actor, 'referent')
  const settling = underWay.get(desk.store) ?? new Set()
  underWay.set(desk.store, settling)
  if (settling.has(suggestion)) throw new DeskError('bad-transition', `suggestion ${suggestion}`, 'is being settled')
  settling.add(suggestion)
  try {
    return await settle(desk, actor, suggestion, ruling)
  } finally {
    settling.delete(suggestion)
  }
}

async function settle(desk: DeskContext, actor: Actor, suggestion: string, ruling: Ruling): Promise<Recorded> {
  const { reading, row } = await demandOpenDisagreement(desk, suggestion)
  if (ruling.reason.trim() === '')
    throw new DeskError('bad-input', '--reason', 'settling a disagreement needs a reason', { field: 'reason' })
  const state = ruling.keep === 'first' ? (row.state as SuggestionState) : await followSecond(desk, actor, row, reading, ruling)
  const recorded = await desk.pen.write(async (db) => {
    const present = await findReading(db, suggestion)
    if (!present || present.arbitration || present.entry !== reading.entry)
      throw new DeskError('bad-transition', `suggestion ${suggestion}`, 'has just been changed: look again')
    const entry = await desk.pen.append(db, {
      act: 'reading.arbitrated',
      subject: suggestion,
      actor,
      facts: {
        task: row.task,
        item: row.item,
        experiment: row.experiment,
        keep: ruling.keep,
        state,
        first: reading.first.entry,
        second: reading.entry,
      },
      contents: { reason: ruling.reason.trim() },
    })
    const arbitration: Arbitration = {
      keep: ruling.keep,
      reason: ruling.reason.trim(),
      at: desk.clock().toISOString(),
      entry: entry.body.id,
      state,
    }
    await saveReading(db, { ...present, arbitration })
    return { suggestion, entry: entry.body.id }
  })
  desk.emit({ type: 'experiment.changed', id: row.experiment })
  return recorded
}

async function demandOpenDisagreement(desk: DeskContext, id: string): Promise<{ reading: Given; row: SuggestionRow }> {
  const stored = await findReading(desk.store.read, id)
  const row = await findSuggestionRow(desk.store.read, id)
  if (!stored || !row) throw new DeskError('not-found', `suggestion ${id}`, 'has no second reading')
  const { verdict } = stored
  if (verdict === null || !differs({ ...stored, verdict }))
    throw new DeskError('bad-transition', `suggestion ${id}`, 'the two readings do not differ')
  if (stored.arbitration) throw new DeskError('bad-transition', `suggestion ${id}`, 'is settled already')
  if (decidedSince(row, stored)) throw new DeskError('bad-transition', `suggestion ${id}`, 'was decided anew since: read it again')
  return { reading: { ...stored, verdict }, row }
}

/** The second reading becomes the decision. What has left the desk can only be called back. */
async function followSecond(desk: DeskContext, actor: Actor, row: SuggestionRow, reading: Given, ruling: Ruling): Promise<SuggestionState> {
  const reason = reading.reason === '' ? ruling.reason.trim() : reading.reason
  if (row.exported_at !== null) return (await withdrawSuggestion(desk, actor, row.id, reason)).state
  await demandReady(desk, row, reading, ruling)
  const undone = await undoDecision(desk, actor, row.id)
  if (reading.verdict === 'accept') return (await acceptSuggestion(desk, actor, row.id, ruling)).state
  if (reading.verdict === 'edit' && reading.value !== null) return (await editSuggestion(desk, actor, row.id, reading.value, ruling)).state
  if (reading.verdict === 'reject') return (await rejectSuggestion(desk, actor, row.id, reason)).state
  return undone.state === 'unsure' ? undone.state : (await leaveUnsure(desk, actor, row.id)).state
}

/** Asked before the first decision is undone, so that a missing check leaves it as it was. */
async function demandReady(desk: DeskContext, row: SuggestionRow, reading: Given, ruling: Ruling): Promise<void> {
  const task = row.task as Task
  if (reading.verdict === 'accept') {
    const article = await findArticle(desk.store.read, row.item)
    if (article && article.hash !== row.item_hash)
      throw new DeskError('stale', 'suggestion', 'its article changed since it was made: edit, refuse, or ask again', { state: row.state })
    demandChecks(task, proposalOf(row).flags satisfies Flag[], ruling)
  }
  if (reading.verdict === 'edit' && reading.value !== null)
    demandChecks(task, (await examineValue(desk.store.read, row.item, task, reading.value, desk.clock())).flags, ruling)
}

/** Agreement of both readings of one experiment, for its Bilan. Nothing by person. */
export async function viewTotals(desk: DeskContext, actor: Actor, id: string): Promise<ReadingTotals> {
  await demandExperiment(desk, id)
  const readings = await listReadings(desk.store.read, id)
  const { forOther: _forOther, ...sampling } = await viewSampling(desk.store.read, actor, id)
  const differing = readings.filter(differs)
  return {
    ...sampling,
    ...countAgreement(readings.map(({ first, verdict }) => ({ first: first.state, second: verdict }))),
    own: readings.filter(({ own }) => own).length,
    again: readings.filter(({ undone }) => undone > 0).length,
    open: differing.filter(({ arbitration }) => arbitration === null).length,
    arbitrated: differing.filter(({ arbitration }) => arbitration !== null).length,
  }
}
