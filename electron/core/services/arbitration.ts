// A disagreement settled by a referent: what follows of it and the ruling, in one transaction. Killed in between, neither happened.
// It must not know how a decision is written: that is the review's, with its own rules.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Arbitration } from '../../../shared/domain/reading.ts'
import type { Check, SuggestionState } from '../../../shared/domain/suggestion.ts'
import type { Writable } from '../store/database.ts'
import { findReturned, saveReturned } from '../store/packet-reading-rows.ts'
import { findReading, saveReading } from '../store/reading-rows.ts'
import { findSuggestionRow, type SuggestionRow } from '../store/suggestion-rows.ts'
import { acceptChange, applyChange, demandDecidable, demandSignOff, editChange, rejectChange, withdrawChange } from './apply-decision.ts'
import { writeCommentDecision } from './comment-decisions.ts'
import type { Actor, DeskContext } from './context.ts'
import type { Change } from './decision-facts.ts'
import { differs, ownReading, returnedReading, type SecondReading } from './disagreements.ts'
import { standingEntry } from './first-decisions.ts'
import { demandRole } from './people.ts'
import type { Recorded } from './readings.ts'

export type Ruling = {
  /** The readings packet the second reading came with; left out: it was given here. */
  source?: string | undefined
  keep: 'first' | 'second'
  reason: string
  checks: readonly Check[]
  override?: string | undefined
}

/**
 * Settles a disagreement, once. Keeping the second reading decides anew, by the review's rules, or withdraws what has left the desk.
 *
 * @throws DeskError as reviews.ts; `role-required`, `bad-input` without a reason, `bad-transition` when there is nothing to settle.
 */
export async function arbitrate(desk: DeskContext, actor: Actor, suggestion: string, ruling: Ruling): Promise<Recorded> {
  demandRole(actor, 'referent')
  const reason = ruling.reason.trim()
  if (reason === '') throw new DeskError('bad-input', '--reason', 'settling a disagreement needs a reason', { field: 'reason' })
  if (ruling.keep === 'second') demandSignOff(desk, actor)
  const { recorded, row } = await desk.pen.write(async (db) => {
    const { reading, row: present } = await demandOpenDisagreement(db, suggestion, ruling.source)
    const state =
      ruling.keep === 'first' ? (present.state as SuggestionState) : await followSecond(desk, db, actor, { row: present, reading, ruling })
    const entry = await desk.pen.append(db, {
      act: 'reading.arbitrated',
      subject: suggestion,
      actor,
      facts: {
        task: present.task,
        item: present.item,
        experiment: present.experiment,
        keep: ruling.keep,
        state,
        first: reading.first.entry,
        second: reading.entry,
        ...(reading.source === null ? {} : { from: reading.source }),
      },
      contents: { reason },
    })
    await settle(db, reading, { keep: ruling.keep, reason, at: desk.clock().toISOString(), entry: entry.body.id, state })
    return { recorded: { suggestion, entry: entry.body.id }, row: present }
  })
  desk.emit({ type: 'experiment.changed', id: row.experiment })
  if (ruling.keep === 'second') desk.emit({ type: 'suggestion.changed', items: [row.item] })
  if (ruling.keep === 'second' && row.task === 'moderation') desk.emit({ type: 'comment.changed', ids: [row.item] })
  return recorded
}

async function findSecond(db: Writable, id: string, source: string | undefined): Promise<SecondReading | null> {
  if (source !== undefined) {
    const returned = await findReturned(db, source, id)
    return returned && returnedReading(returned)
  }
  const own = await findReading(db, id)
  return own && own.verdict !== null ? ownReading({ ...own, verdict: own.verdict }) : null
}

async function demandOpenDisagreement(
  db: Writable,
  id: string,
  source: string | undefined,
): Promise<{ reading: SecondReading; row: SuggestionRow }> {
  const reading = await findSecond(db, id, source)
  const row = await findSuggestionRow(db, id)
  if (!reading || !row) throw new DeskError('not-found', `suggestion ${id}`, 'has no second reading')
  if (!differs(reading)) throw new DeskError('bad-transition', `suggestion ${id}`, 'the two readings do not differ')
  if (reading.arbitration) throw new DeskError('bad-transition', `suggestion ${id}`, 'is settled already')
  if ((await standingEntry(db, row)) !== reading.first.entry)
    throw new DeskError('bad-transition', `suggestion ${id}`, 'was decided anew since: read it again')
  return { reading, row }
}

async function settle(db: Writable, reading: SecondReading, arbitration: Arbitration): Promise<void> {
  if (reading.source !== null) {
    const returned = await findReturned(db, reading.source, reading.suggestion)
    if (returned) await saveReturned(db, { ...returned, arbitration })
    return
  }
  const own = await findReading(db, reading.suggestion)
  if (own) await saveReading(db, { ...own, arbitration })
}

/** What is settled: the row, the second reading of it, and why. */
type Settling = { readonly row: SuggestionRow; readonly reading: SecondReading; readonly ruling: Ruling; readonly reason: string }

/** The second reading becomes the decision. What has left the desk can only be called back. */
async function followSecond(desk: DeskContext, db: Writable, actor: Actor, settled: Omit<Settling, 'reason'>): Promise<SuggestionState> {
  const { row, reading, ruling } = settled
  const reason = reading.reason === '' ? ruling.reason.trim() : reading.reason
  if (row.task === 'moderation') return followOnComment(desk, db, actor, { ...settled, reason })
  if (row.exported_at !== null) return (await applyChange(desk, db, actor, row, withdrawChange(reason))).state
  const undone = await applyChange(desk, db, actor, row, { act: 'undo' })
  const open = await demandDecidable(db, row.id)
  const change = await changeOf(desk, db, { ...settled, row: open, reason })
  if (change.act === 'unsure' && undone.state === 'unsure') return undone.state
  return (await applyChange(desk, db, actor, open, change)).state
}

async function changeOf(desk: DeskContext, db: Writable, { row, reading, ruling, reason }: Settling): Promise<Change> {
  const { verdict, value } = reading
  if (verdict === 'accept') return acceptChange(row, ruling)
  if (verdict === 'edit' && value !== null) return editChange(desk, db, row, value, ruling)
  return verdict === 'reject' ? rejectChange(row, reason) : { act: 'unsure' }
}

/** A comment is decided anew over the first decision, as on its own desk. */
async function followOnComment(
  desk: DeskContext,
  db: Writable,
  actor: Actor,
  { row, reading, reason }: Settling,
): Promise<SuggestionState> {
  const decision = ({ accept: 'publish', edit: 'doubt', reject: 'refuse', unsure: 'doubt' } as const)[reading.verdict]
  await writeCommentDecision(desk, db, actor, row.item, { decision, publicReason: '', note: reason })
  return ((await findSuggestionRow(db, row.id))?.state ?? row.state) as SuggestionState
}
