// The card's life: proposed, approved, changed, concluded.
import { cardSchema, type Card, type Experiment, type Verdict } from '../../../shared/domain/experiment.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { findExperiment, listExperiments, listRuns, saveExperiment, type StoredExperiment } from '../store/experiment-rows.ts'
import type { Readable, Writable } from '../store/database.ts'
import type { Actor, DeskContext } from './context.ts'
import { cardHash } from './card-hash.ts'
import { freeTrialId } from './free-trial.ts'
import { demandPerson, demandRole } from './people.ts'
import { viewRun } from './run-view.ts'

export async function demandExperiment(desk: Pick<DeskContext, 'store'>, id: string): Promise<StoredExperiment> {
  const experiment = await findExperiment(desk.store.read, id)
  if (!experiment) throw new DeskError('not-found', `experiment ${id}`, 'is not on this desk', { id })
  return experiment
}

/** The card as it was read, or somebody changed it in between: approving or concluding must not overwrite that. */
async function demandSame(db: Writable, read: StoredExperiment): Promise<void> {
  const present = await findExperiment(db, read.id)
  const same =
    present !== null && present.hash === read.hash && present.approval?.entry === read.approval?.entry && present.conclusion === null
  if (!same) throw new DeskError('bad-transition', `experiment ${read.id}`, 'has just been changed: look again', { id: read.id })
}

/** Nothing of it may be under way. */
async function demandIdle(db: Readable, id: string): Promise<void> {
  const active = await listRuns(db, { experiment: id, states: ['queued', 'running', 'paused'] })
  if (active.length > 0)
    throw new DeskError('bad-transition', `experiment ${id}`, 'a run is under way: finish or cancel it first', { runs: active.length })
}

export async function viewExperiment(desk: DeskContext, id: string): Promise<Experiment> {
  return withRuns(desk, await demandExperiment(desk, id))
}

/** Every experiment but the standing card. */
export async function viewExperiments(desk: DeskContext): Promise<Experiment[]> {
  const stored = (await listExperiments(desk.store.read)).filter((experiment) => !experiment.standing)
  return Promise.all(stored.map((experiment) => withRuns(desk, experiment)))
}

async function withRuns(desk: DeskContext, experiment: StoredExperiment): Promise<Experiment> {
  const runs = await listRuns(desk.store.read, { experiment: experiment.id })
  return { ...experiment, runs: await Promise.all(runs.map((run) => viewRun(desk, run))) }
}

export async function createExperiment(desk: DeskContext, input: unknown): Promise<Experiment> {
  const card = await demandCard(desk, input)
  const experiment: StoredExperiment = {
    id: desk.ids(),
    card,
    state: 'proposed',
    hash: cardHash(card),
    standing: false,
    approval: null,
    conclusion: null,
    createdAt: desk.clock().toISOString(),
  }
  await desk.store.write((db) => saveExperiment(db, experiment))
  desk.emit({ type: 'experiment.changed', id: experiment.id })
  return { ...experiment, runs: [] }
}

/** A card whose people are on this desk. */
async function demandCard(desk: DeskContext, input: unknown): Promise<Card> {
  const card = parseCard(input)
  await demandPerson(desk, card.owner)
  demandIsReferent(await demandPerson(desk, card.referent))
  return card
}

function parseCard(input: unknown): Card {
  const parsed = cardSchema.safeParse(input)
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new DeskError('bad-input', `card ${field}`.trim(), 'is missing or not of its form', { field })
}

function demandIsReferent(person: { id: string; roles: readonly string[] }): void {
  if (!person.roles.includes('referent'))
    throw new DeskError('role-required', `person ${person.id}`, 'is not a referent', { role: 'referent' })
}

/** Changes the card. An approval it had is void: the hash it froze is no longer the card's. */
export async function changeCard(desk: DeskContext, actor: Actor, id: string, input: unknown): Promise<Experiment> {
  const experiment = await demandExperiment(desk, id)
  if (experiment.standing) throw new DeskError('bad-transition', `experiment ${id}`, 'the standing card cannot be changed')
  if (experiment.conclusion) throw new DeskError('bad-transition', `experiment ${id}`, 'it is concluded')
  const card = await demandCard(desk, input)
  const hash = cardHash(card)
  if (hash === experiment.hash) return withRuns(desk, experiment)
  await desk.pen.write(async (db) => {
    await demandSame(db, experiment)
    await demandIdle(db, id)
    if (experiment.approval) {
      await desk.pen.append(db, { act: 'card.voided', subject: id, actor, facts: { hash: experiment.hash, newHash: hash } })
    }
    await saveExperiment(db, { ...experiment, card, hash, approval: null, state: 'proposed' })
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewExperiment(desk, id)
}

/** Freezes the card's hash. Approving one's own card is allowed unless the policy says no, and is recorded. */
export async function approveCard(desk: DeskContext, actor: Actor, id: string): Promise<Experiment> {
  demandRole(actor, 'referent')
  const experiment = await demandExperiment(desk, id)
  if (experiment.standing) throw new DeskError('bad-transition', `experiment ${id}`, 'the standing card needs no approval')
  if (experiment.conclusion) throw new DeskError('bad-transition', `experiment ${id}`, 'it is concluded')
  if (experiment.approval?.hash === experiment.hash) return withRuns(desk, experiment)
  const ownCard = experiment.card.owner === actor.person.id
  if (ownCard && !desk.policy.allowSelfApproval)
    throw new DeskError('role-required', `experiment ${id}`, 'the policy forbids approving one’s own card', { role: 'referent' })
  await desk.pen.write(async (db) => {
    await demandSame(db, experiment)
    const entry = await desk.pen.append(db, {
      act: 'card.approved',
      subject: id,
      actor,
      facts: { hash: experiment.hash, ownCard, task: experiment.card.task },
      contents: { card: JSON.stringify(experiment.card) },
    })
    const approval = { by: actor.person.id, at: desk.clock().toISOString(), hash: experiment.hash, ownCard, entry: entry.body.id }
    await saveExperiment(db, { ...experiment, state: 'selected', approval })
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewExperiment(desk, id)
}

export async function concludeExperiment(
  desk: DeskContext,
  actor: Actor,
  id: string,
  verdict: Verdict,
  reason: string,
): Promise<Experiment> {
  demandRole(actor, 'referent')
  const experiment = await demandExperiment(desk, id)
  if (id === freeTrialId) throw new DeskError('bad-transition', 'experiment', 'the standing card has no conclusion')
  if (experiment.conclusion) throw new DeskError('bad-transition', `experiment ${id}`, 'it is already concluded')
  if (!experiment.approval) throw new DeskError('not-approved', `experiment ${id}`, 'was never approved')
  await desk.pen.write(async (db) => {
    await demandSame(db, experiment)
    await demandIdle(db, id)
    const entry = await desk.pen.append(db, { act: 'experiment.concluded', subject: id, actor, facts: { verdict }, contents: { reason } })
    const conclusion = { verdict, reason, by: actor.person.id, at: desk.clock().toISOString(), entry: entry.body.id }
    await saveExperiment(db, { ...experiment, state: 'concluded', conclusion })
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewExperiment(desk, id)
}
