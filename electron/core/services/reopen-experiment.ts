// What was done to a card or an experiment, taken back: a change, an approval, a conclusion. Each by a new entry that names the old one.
// It must not erase: the entry that approved or concluded stays what it was.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Card, Experiment } from '../../../shared/domain/experiment.ts'
import type { Readable, Writable } from '../store/database.ts'
import { deleteExperiment, findExperiment, listRuns, saveExperiment, type StoredExperiment } from '../store/experiment-rows.ts'
import { listEntries } from '../store/ledger-rows.ts'
import { listSuggestions } from '../store/suggestion-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { changeCard, demandExperiment, viewExperiment } from './experiments.ts'
import { noWayBack } from './no-way-back.ts'
import { demandRole } from './people.ts'

const named = (id: string): string => `experiment ${id}`

async function demandStored(db: Readable, id: string): Promise<StoredExperiment> {
  const experiment = await findExperiment(db, id)
  if (!experiment) throw new DeskError('not-found', named(id), 'is not on this desk', { id })
  return experiment
}

/**
 * Puts the former card back where the changed one (`hash`) stands. An approval that the change voided stays void.
 * @throws DeskError `bad-transition` when the card was changed again, approved or concluded since; as `changeCard`.
 */
export async function takeBackCardChange(
  desk: DeskContext,
  actor: Actor,
  { id, hash, card }: { id: string; hash: string; card: Card },
): Promise<Experiment> {
  const experiment = await demandExperiment(desk, id)
  if (experiment.conclusion) throw noWayBack(named(id), 'concluded')
  if (experiment.hash !== hash) throw noWayBack(named(id), 'changed')
  if (experiment.approval) throw noWayBack(named(id), 'approved')
  return changeCard(desk, actor, id, card)
}

/**
 * Takes away a card just proposed (`hash`): nobody approved it, nothing was made under it, so no entry speaks of it.
 * @throws DeskError `bad-transition` when it was changed or approved since, or the ledger names it.
 */
export async function takeBackCard(desk: DeskContext, { id, hash }: { id: string; hash: string }): Promise<void> {
  await desk.store.write(async (db) => {
    const experiment = await demandStored(db, id)
    if (experiment.standing || experiment.hash !== hash) throw noWayBack(named(id), 'changed')
    if (experiment.approval) throw noWayBack(named(id), 'approved')
    const ledgered = (await listEntries(db, { subject: id, limit: 1 })).total > 0
    if (ledgered || (await listSuggestions(db, { experiment: id, limit: 1 })).length > 0) throw noWayBack(named(id), 'begun')
    await deleteExperiment(db, id)
  })
  desk.emit({ type: 'experiment.changed', id })
}

/**
 * Takes an approval back while nothing was made under it. The card waits for one again.
 * @throws DeskError `role-required`; `bad-transition` when it is another person's, or a run or outputs rest on it.
 */
export async function withdrawApproval(desk: DeskContext, actor: Actor, id: string): Promise<Experiment> {
  demandRole(actor, 'referent')
  await desk.pen.write(async (db) => {
    const experiment = await demandStored(db, id)
    const { approval } = experiment
    if (experiment.conclusion) throw noWayBack(named(id), 'concluded')
    if (!approval) throw noWayBack(named(id), 'nothing')
    if (approval.by !== actor.person.id) throw noWayBack(named(id), 'other-person')
    if ((await listRuns(db, { experiment: id })).length > 0) throw noWayBack(named(id), 'run')
    if ((await listSuggestions(db, { experiment: id, limit: 1 })).length > 0) throw noWayBack(named(id), 'outputs')
    await desk.pen.append(db, {
      act: 'card.reopened',
      subject: id,
      actor,
      facts: { of: approval.entry, hash: approval.hash, task: experiment.card.task },
    })
    await saveExperiment(db, { ...experiment, state: 'proposed', approval: null })
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewExperiment(desk, id)
}

/**
 * Takes a conclusion back: the experiment is in review again. Once it left the desk in a packet, a reason is asked, as for an output
 * that was exported.
 * @throws DeskError `role-required`; `bad-transition` when there is none or it is another person's; `bad-input` without that reason.
 */
export async function reopenExperiment(desk: DeskContext, actor: Actor, id: string, reason: string): Promise<Experiment> {
  demandRole(actor, 'referent')
  await desk.pen.write(async (db) => {
    const experiment = await demandStored(db, id)
    const { conclusion } = experiment
    if (!conclusion) throw noWayBack(named(id), 'nothing')
    if (conclusion.by !== actor.person.id) throw noWayBack(named(id), 'other-person')
    const left = await hasLeft(db, id, conclusion.entry)
    if (left && reason.trim() === '')
      throw new DeskError('bad-input', '--reason', 'its conclusion left in a packet: taking it back needs a reason', { field: 'reason' })
    await desk.pen.append(db, {
      act: 'experiment.reopened',
      subject: id,
      actor,
      facts: { of: conclusion.entry, verdict: conclusion.verdict, left },
      ...(reason.trim() === '' ? {} : { contents: { reason } }),
    })
    const runs = await listRuns(db, { experiment: id })
    await saveExperiment(db, { ...experiment, state: runs.length === 0 ? 'selected' : 'in-review', conclusion: null })
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewExperiment(desk, id)
}

/** Whether a packet of the experiment was made after the entry that concluded it. */
async function hasLeft(db: Writable, id: string, concluded: string): Promise<boolean> {
  for (let before: number | undefined; ;) {
    const { entries } = await listEntries(db, { subject: id, limit: 200, ...(before === undefined ? {} : { before }) })
    for (const { body } of entries) {
      if (body.id === concluded) return false
      if (body.act === 'packet.exported') return true
    }
    before = entries.at(-1)?.body.seq
    if (before === undefined) return false
  }
}
