// The second reading of what was decided: blind, by a referent, beside the first decision and never instead of it.
// It must not tell anybody what was decided first: that is for disagreements.ts, once both have spoken.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Reading, ReadingLine, ReadingPaper, ReadingVerdict, Sampling } from '../../../shared/domain/reading.ts'
import { valueSchemas, type SuggestionValue, type Task } from '../../../shared/domain/suggestion.ts'
import type { Readable, Writable } from '../store/database.ts'
import { listReturned } from '../store/packet-reading-rows.ts'
import { findReading, listReadings, saveReading, type StoredReading } from '../store/reading-rows.ts'
import { toJson } from '../store/rows.ts'
import { findSuggestionRow, findSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { demandExperiment } from './experiments.ts'
import { firstOf } from './first-decisions.ts'
import { demandRole } from './people.ts'
import { paperOf, proposalOf, titleOfItem } from './reading-papers.ts'
import { wordsOf } from './report-quotes.ts'
import { anotherReferent, countSampling, drawNow } from './sampling.ts'

/** UTF-16 units of a proposal shown in the list. */
export const excerptLength = 140

export type Recorded = { suggestion: string; entry: string }

export function viewReading(stored: StoredReading): Reading | null {
  const { verdict, value, reason, at, entry, undone, own } = stored
  return verdict === null ? null : { verdict, value, reason, at, entry, again: undone > 0, own }
}

/** What is drawn for this referent: unread first. Their own decisions are left to another referent where there is one. */
export async function viewQueue(desk: DeskContext, actor: Actor, experiment: string): Promise<Sampling & { lines: ReadingLine[] }> {
  await demandExperiment(desk, experiment)
  const db = desk.store.read
  const asker = { id: actor.person.id, another: await anotherReferent(db, actor.person.id) }
  const drawn = await drawNow(db, experiment)
  const readings = await listReadings(db, experiment)
  const elsewhere = new Set((await listReturned(db, experiment)).map(({ suggestion }) => suggestion))
  const verdictOf = new Map(readings.map((reading) => [reading.suggestion, reading]))
  const rows = new Map(
    (
      await findSuggestions(
        db,
        drawn.sample.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  const lines: ReadingLine[] = []
  const titles = new Map<string, string>()
  for (const { id, item, task, by } of drawn.sample) {
    const reading = verdictOf.get(id)
    // What came back read from another laptop was read twice already.
    if (!reading && elsewhere.has(id)) continue
    // Somebody else's reading is not this person's to see; what they decided themselves is another's to read.
    if (reading ? reading.by !== asker.id : asker.another && by === asker.id) continue
    if (!titles.has(item)) titles.set(item, await titleOfItem(desk, task, item))
    const row = rows.get(id)
    // A comment may be harsh: its words are on its own sheet, blurred until asked for.
    const excerpt = row && task !== 'moderation' ? wordsOf(proposalOf(row).value).slice(0, excerptLength) : ''
    lines.push({ suggestion: id, task, item, title: titles.get(item) ?? '', excerpt, verdict: reading?.verdict ?? null })
  }
  return { ...countSampling(drawn, [...readings, ...[...elsewhere].map((suggestion) => ({ suggestion }))], asker), lines }
}

/** One output to read again: the article as it stands, and what the machine proposed. @throws DeskError `bad-transition` when it was not drawn. */
export async function showPaper(desk: DeskContext, actor: Actor, suggestion: string): Promise<ReadingPaper> {
  const db = desk.store.read
  const row = await demandDrawn(db, suggestion)
  const stored = await findReading(db, suggestion)
  return paperOf(desk, row, stored && stored.by === actor.person.id ? viewReading(stored) : null)
}

async function demandDrawn(db: Readable, id: string): Promise<SuggestionRow> {
  const row = await findSuggestionRow(db, id)
  if (!row) throw new DeskError('not-found', `suggestion ${id}`, 'is not on this desk')
  if ((await findReading(db, id))?.verdict) return row
  const { sample } = await drawNow(db, row.experiment)
  if (!sample.some((output) => output.id === id))
    throw new DeskError('bad-transition', `suggestion ${id}`, 'is not drawn for a second reading')
  return row
}

export type Given = { verdict: ReadingVerdict; value?: SuggestionValue | undefined; reason: string }

/** Writes a second reading; the first decision stays. @throws DeskError `role-required`, `bad-transition`, `bad-input`. */
export async function recordReading(desk: DeskContext, actor: Actor, suggestion: string, given: Given): Promise<Recorded> {
  demandRole(actor, 'referent')
  const { recorded, experiment } = await desk.pen.write(async (db) => {
    const row = await demandDrawn(db, suggestion)
    const before = await findReading(db, suggestion)
    if (before?.verdict) throw new DeskError('bad-transition', `suggestion ${suggestion}`, 'has its second reading already')
    const first = await firstOf(db, row)
    const own = first.by === actor.person.id
    if (own && (await anotherReferent(db, actor.person.id)))
      throw new DeskError('role-required', `suggestion ${suggestion}`, 'your own decision: another referent reads it', { role: 'referent' })
    const value = parseGiven(row.task as Task, given, proposalOf(row).value)
    const reading = { verdict: given.verdict, value, reason: given.reason.trim(), own, undone: before?.undone ?? 0 }
    const entry = await append(desk, db, actor, row, { ...reading, first: first.entry })
    const { by: _by, ...kept } = first
    await saveReading(db, {
      suggestion,
      experiment: row.experiment,
      ...reading,
      first: kept,
      by: actor.person.id,
      at: desk.clock().toISOString(),
      entry,
      arbitration: null,
    })
    return { recorded: { suggestion, entry }, experiment: row.experiment }
  })
  desk.emit({ type: 'experiment.changed', id: experiment })
  return recorded
}

type Said = { verdict: ReadingVerdict; value: SuggestionValue | null; reason: string; own: boolean; undone: number; first: string }

async function append(desk: DeskContext, db: Writable, actor: Actor, row: SuggestionRow, said: Said): Promise<string> {
  const { verdict, value, reason, own, undone, first } = said
  const entry = await desk.pen.append(db, {
    act: 'reading.recorded',
    subject: row.id,
    actor,
    facts: { task: row.task, item: row.item, experiment: row.experiment, verdict, first, own, again: undone > 0 },
    contents: { ...(value === null ? {} : { after: toJson(value) }), ...(reason === '' ? {} : { reason }) },
  })
  return entry.body.id
}

/** What may be said of an output of this task. @throws DeskError `bad-input`. */
export function parseGiven(task: Task, { verdict, value, reason }: Given, proposed: SuggestionValue): SuggestionValue | null {
  if (verdict === 'reject' && task === 'key-points' && reason.trim() === '')
    throw new DeskError('bad-input', '--reason', 'refusing a text needs a reason', { field: 'reason' })
  if (verdict !== 'edit') return null
  if (task !== 'key-points') throw new DeskError('bad-input', 'verdict', 'is kept or refused: only a text is edited', { field: 'verdict' })
  const parsed = valueSchemas[task].safeParse(value)
  if (!parsed.success || parsed.data.text.trim() === '')
    throw new DeskError('bad-input', '--value', 'an edit needs its text', { field: 'value' })
  if ('text' in proposed && parsed.data.text === proposed.text)
    throw new DeskError('bad-input', '--value', 'is the text as it was: accept it', { field: 'value' })
  return parsed.data
}

/** Takes one's own reading back, until it was arbitrated. What is given after that says so. @throws DeskError `bad-transition`, `role-required`. */
export async function undoReading(desk: DeskContext, actor: Actor, suggestion: string): Promise<Recorded> {
  demandRole(actor, 'referent')
  const { recorded, experiment } = await desk.pen.write(async (db) => {
    const stored = await findReading(db, suggestion)
    if (!stored?.verdict) throw new DeskError('bad-transition', `suggestion ${suggestion}`, 'has no second reading to undo')
    if (stored.by !== actor.person.id) throw new DeskError('role-required', `suggestion ${suggestion}`, 'is somebody else’s reading')
    if (stored.arbitration) throw new DeskError('bad-transition', `suggestion ${suggestion}`, 'was arbitrated')
    const entry = await desk.pen.append(db, {
      act: 'reading.undone',
      subject: suggestion,
      actor,
      facts: { experiment: stored.experiment, verdict: stored.verdict },
    })
    await saveReading(db, { ...stored, verdict: null, value: null, reason: '', undone: stored.undone + 1, entry: entry.body.id })
    return { recorded: { suggestion, entry: entry.body.id }, experiment: stored.experiment }
  })
  desk.emit({ type: 'experiment.changed', id: experiment })
  return recorded
}
