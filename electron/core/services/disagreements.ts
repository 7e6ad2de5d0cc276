// Where two readings differ: side by side, whether the second was given here or on another laptop.
// It must not know how one is settled.
import type { Disagreement, ReadingTotals, ReadingVerdict } from '../../../shared/domain/reading.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { findComment } from '../store/comment-rows.ts'
import type { Readable } from '../store/database.ts'
import { findExperiment } from '../store/experiment-rows.ts'
import { listReceived, listReturned, type ReturnedReading } from '../store/packet-reading-rows.ts'
import { listReadings, type StoredReading } from '../store/reading-rows.ts'
import { findSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import { markComments } from './comment-marks.ts'
import type { DeskContext } from './context.ts'
import { demandExperiment } from './experiments.ts'
import { standingEntry } from './first-decisions.ts'
import { proposalOf, titleOfItem } from './reading-papers.ts'
import { agrees, countAgreement } from './reading-totals.ts'
import { countSampling, drawNow } from './sampling.ts'

/** A second reading with a verdict, wherever it was given. `source`: the readings packet it came back with. */
export type SecondReading = Pick<
  StoredReading,
  'suggestion' | 'experiment' | 'value' | 'reason' | 'first' | 'at' | 'entry' | 'arbitration'
> & {
  readonly source: string | null
  readonly verdict: ReadingVerdict
  readonly own: boolean
  readonly again: boolean
}

export function ownReading(reading: StoredReading & { verdict: ReadingVerdict }): SecondReading {
  return { ...reading, source: null, again: reading.undone > 0 }
}

export function returnedReading(reading: ReturnedReading): SecondReading {
  return { ...reading, own: false }
}

export function differs({ first, verdict }: Pick<SecondReading, 'first' | 'verdict'>): boolean {
  return !agrees({ first: first.state, second: verdict })
}

/** Oldest first. */
export async function everyReading(db: Readable, experiment?: string): Promise<SecondReading[]> {
  const own = (await listReadings(db, experiment)).map(ownReading)
  const returned = (await listReturned(db, experiment)).map(returnedReading)
  return [...own, ...returned].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Open ones first, newest first. */
export async function viewDisagreements(desk: DeskContext, experiment?: string): Promise<Disagreement[]> {
  const db = desk.store.read
  const differing = (await everyReading(db, experiment)).filter(differs)
  const stored = await findSuggestions(db, [...new Set(differing.map(({ suggestion }) => suggestion))])
  const rows = new Map(stored.map((row) => [row.id, row]))
  const signers = new Map((await listReceived(db)).map(({ id, signer }) => [id, signer]))
  const found: Disagreement[] = []
  for (const reading of differing.toReversed()) {
    const row = rows.get(reading.suggestion)
    if (row) found.push(await besideEachOther(desk, reading, row, signers.get(reading.source ?? '') ?? null))
  }
  return found.toSorted((a, b) => Number(a.arbitration !== null) - Number(b.arbitration !== null))
}

async function besideEachOther(
  desk: DeskContext,
  { source, first, verdict, value, reason, at, entry, again, own, arbitration }: SecondReading,
  row: SuggestionRow,
  signer: Disagreement['signer'],
): Promise<Disagreement> {
  const db = desk.store.read
  const task = row.task as Task
  const proposal = proposalOf(row)
  return {
    suggestion: row.id,
    source,
    signer,
    experiment: row.experiment,
    experimentTitle: (await findExperiment(db, row.experiment))?.card.title ?? '',
    task,
    item: row.item,
    title: await titleOfItem(desk, task, row.item),
    comment: task === 'moderation' ? await commentOf(desk, row.item) : null,
    proposed: proposal.value,
    flags: proposal.flags,
    first,
    second: { verdict, value, reason, at, entry, again, own },
    changed: arbitration === null && (await standingEntry(db, row)) !== first.entry,
    exported: row.exported_at !== null,
    arbitration,
  }
}

async function commentOf(desk: DeskContext, id: string): Promise<Disagreement['comment']> {
  const comment = await findComment(desk.store.read, id)
  const [mark] = await markComments(desk, [id])
  return comment && { body: comment.body, harsh: mark?.harsh ?? false }
}

/**
 * Agreement of both readings of one experiment, for its Bilan: those given here, and those that came back. Nothing by person.
 * Readings of a signer nobody vouched for are counted apart.
 */
export async function viewTotals(desk: DeskContext, id: string): Promise<ReadingTotals> {
  await demandExperiment(desk, id)
  const every = await everyReading(desk.store.read, id)
  const received = await listReceived(desk.store.read)
  const unverified = new Set(received.flatMap((one) => (one.signer === 'unverified' ? [one.id] : [])))
  const readings = every.filter(({ source }) => source === null || !unverified.has(source))
  const nobody = { id: '', another: false }
  const { forOther: _forOther, ...sampling } = countSampling(await drawNow(desk.store.read, id), readings, nobody)
  const differing = every.filter(differs)
  return {
    ...sampling,
    ...countAgreement(readings.map(({ first, verdict }) => ({ first: first.state, second: verdict }))),
    own: readings.filter(({ own }) => own).length,
    elsewhere: every.filter(({ source }) => source !== null).length,
    unverified: every.length - readings.length,
    again: readings.filter(({ again }) => again).length,
    open: differing.filter(({ arbitration }) => arbitration === null).length,
    arbitrated: differing.filter(({ arbitration }) => arbitration !== null).length,
  }
}
