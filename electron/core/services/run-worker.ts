// Carries runs out, item by item. An item's outputs and its `done` are one transaction:
// whatever kills the app, an item is done whole or not at all.
import { DeskError, type ErrorCode } from '../../../shared/domain/error.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import type { EngineIdentity, InferenceEngine } from '../engines/inference-engine.ts'
import { refused } from '../engines/server-errors.ts'
import {
  changeRun,
  countItems,
  findExperiment,
  findRun,
  listRuns,
  markItem,
  nextQueued,
  putBackReason,
  requeue,
  saveExperiment,
  type StoredRun,
} from '../store/experiment-rows.ts'
import type { Writable } from '../store/database.ts'
import type { DeskContext } from './context.ts'
import { forgetSpeed, noteItemDone, viewRun } from './run-view.ts'
import { demandCleared, loadItem, recordOutcome } from './suggest.ts'

export type RunWorker = {
  /** Puts a run to work; one run works at a time, the others wait their turn. */
  readonly start: (run: string) => void
  /** Stops after the item under way; the run keeps what it has. */
  readonly pause: (run: string) => Promise<void>
  readonly cancel: (run: string) => Promise<void>
  /** Resolves when the run no longer works. */
  readonly settled: (run: string) => Promise<void>
  /** Goes on with what a closed or killed app left running. */
  readonly recover: () => Promise<void>
  readonly stop: () => Promise<void>
}

export function createRunWorker(desk: DeskContext, engineOf: (id: string) => Promise<InferenceEngine>): RunWorker {
  const stopping = new Map<string, { controller: AbortController; finished: Promise<void> }>()
  let working: string | null = null
  let turn: Promise<void> = Promise.resolve()
  let closed = false

  const start = (id: string): void => {
    // One that was told to stop and has not yet does not count: the run takes its next turn.
    if (closed || stopping.get(id)?.controller.signal.aborted === false) return
    const controller = new AbortController()
    turn = turn.then(async () => {
      if (controller.signal.aborted) return
      working = id
      // A run that cannot go on is told by its own state; the runs behind it must have their turn.
      await work(desk, engineOf, id, controller.signal).catch((error: unknown) => giveUp(desk, id, error))
      working = null
      if (stopping.get(id)?.controller !== controller) return
      stopping.delete(id)
      // Somebody may have asked it to go on while it was ending.
      if (!closed && (await findRun(desk.store.read, id).catch(() => null))?.state === 'queued') start(id)
    })
    stopping.set(id, { controller, finished: turn })
  }
  const interrupt = async (id: string): Promise<void> => {
    const under = stopping.get(id)
    under?.controller.abort()
    if (working === id) await under?.finished
    else if (stopping.get(id) === under) stopping.delete(id)
  }
  return {
    start,
    settled: async (id) => stopping.get(id)?.finished,
    pause: async (id) => {
      await desk.store.write((db) => changeActive(db, id, { state: 'paused' }))
      await interrupt(id)
      await announce(desk, id)
    },
    cancel: async (id) => {
      await desk.store.write((db) => changeActive(db, id, { state: 'cancelled', finishedAt: desk.clock().toISOString() }))
      await interrupt(id)
      await announce(desk, id)
    },
    recover: async () => {
      for (const run of await listRuns(desk.store.read, { states: ['queued', 'running'] })) start(run.id)
    },
    stop: async () => {
      closed = true
      for (const under of stopping.values()) under.controller.abort()
      await Promise.allSettled([...stopping.values()].map((under) => under.finished))
    },
  }
}

/** A run that ended in the meantime keeps its end. @throws DeskError `bad-transition`. */
async function changeActive(db: Writable, id: string, change: Parameters<typeof changeRun>[2]): Promise<void> {
  const state = (await findRun(db, id))?.state
  if (state === 'finished' || state === 'cancelled') throw new DeskError('bad-transition', `run ${id}`, `it is ${state}`, { state })
  await changeRun(db, id, change)
}

async function work(desk: DeskContext, engineOf: (id: string) => Promise<InferenceEngine>, id: string, signal: AbortSignal): Promise<void> {
  const run = await desk.store.write(async (db) => {
    const found = await findRun(db, id)
    if (!found || (found.state !== 'queued' && found.state !== 'running') || signal.aborted) return null
    await changeRun(db, id, { state: 'running' })
    await requeue(db, id, ['taken'])
    return found
  })
  if (!run) return
  const engine = await engineOf(run.engine)
  const item = async () => (signal.aborted ? null : nextQueued(desk.store.read, id))
  for (let next = await item(); next !== null; next = await item()) {
    const stop = await doItem(desk, engine, run, next, signal)
    if (stop !== null) {
      await halt(desk, id, next, stop)
      break
    }
    await announce(desk, id)
    // SQLite and the built-in engine answer in the same turn of the event loop: without this a run would let no request in until its end.
    await breathe()
  }
  if (!signal.aborted) await finish(desk, run)
  forgetSpeed(id)
}

/** What every item would meet: no server, a model that is refused, a prompt nobody approved. The run waits for it to be mended. */
const stoppers: ReadonlySet<ErrorCode> = new Set(['engine-unavailable', 'engine-refused', 'not-approved', 'ledger-broken'])

/** Pauses a run that cannot go on; the item goes back to the queue, with the reason, and is the first one tried again. */
async function halt(desk: DeskContext, id: string, item: string, code: ErrorCode): Promise<void> {
  await desk.store.write(async (db) => {
    const active = ['queued', 'running'].includes((await findRun(db, id))?.state ?? '')
    // Somebody paused or cancelled it meanwhile: theirs is the reason.
    await markItem(db, id, item, { state: 'queued', reason: active ? code : null })
    if (active) await changeRun(db, id, { state: 'paused' })
  })
  await announce(desk, id)
}

/** What stops a whole run (its engine is gone, the disk is full) pauses it: a person sees why nothing moves and may go on. */
async function giveUp(desk: DeskContext, id: string, error: unknown): Promise<void> {
  const code = error instanceof DeskError ? error.code : 'internal'
  const item = await nextQueued(desk.store.read, id).catch(() => null)
  if (item !== null && stoppers.has(code)) return halt(desk, id, item, code).catch(() => undefined)
  await desk.store
    .write(async (db) => {
      const state = (await findRun(db, id))?.state
      if (state !== 'queued' && state !== 'running') return
      await changeRun(db, id, { state: 'paused' })
      if (item !== null) await markItem(db, id, item, { state: 'failed', reason: code, doneAt: desk.clock().toISOString() })
    })
    .catch(() => undefined)
  await announce(desk, id).catch(() => undefined)
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Does one item. @returns what stops the whole run, the item not done; null when the run may go on. */
async function doItem(
  desk: DeskContext,
  engine: InferenceEngine,
  run: StoredRun,
  id: string,
  signal: AbortSignal,
): Promise<ErrorCode | null> {
  const experiment = await findExperiment(desk.store.read, run.experiment)
  // Null would leave the item queued, and have it taken again for ever.
  if (!experiment) return 'not-found'
  const { task } = experiment.card
  const stoppedBefore = (await putBackReason(desk.store.read, run.id, id)) !== null
  await desk.store.write((db) => markItem(db, run.id, id, { state: 'taken' }))
  try {
    const item = await loadItem(desk, task, id)
    demandCleared(item)
    const identity = await engine.identity(task)
    demandSameModel(run, identity)
    const outcome = await engine.propose(task, item, { signal })
    await desk.store.write(async (db) => {
      await recordOutcome(
        desk,
        db,
        { task, item, identity, engine: run.engine, experiment: run.experiment, run: run.id, request: null },
        outcome,
      )
      await markItem(db, run.id, id, { state: 'done', abstained: outcome.abstained, doneAt: desk.clock().toISOString() })
    })
  } catch (error) {
    if (signal.aborted) {
      await desk.store.write((db) => markItem(db, run.id, id, { state: 'queued' }))
      return null
    }
    const reason = error instanceof DeskError ? error.code : 'internal'
    // One that stops the run a second time while its engine answers is itself the trouble: the others must have their turn.
    const itsOwnFault = stoppedBefore && reason === 'engine-unavailable' && (await answers(engine, task))
    if (stoppers.has(reason) && !itsOwnFault) return reason
    await desk.store.write((db) => markItem(db, run.id, id, { state: 'failed', reason, doneAt: desk.clock().toISOString() }))
    return null
  }
  // Outside the try: an item that is done stays done, whatever its listeners do.
  noteItemDone(run.id, desk.clock().getTime())
  desk.emit({ type: 'suggestion.changed', items: [id] })
  return null
}

async function answers(engine: InferenceEngine, task: Task): Promise<boolean> {
  return engine.identity(task).then(
    () => true,
    () => false,
  )
}

/** All of a run's items are one model's work, also after a pause of weeks: its manifest says which. @throws DeskError `engine-refused`. */
function demandSameModel({ engine, manifest }: StoredRun, { parameters }: EngineIdentity): void {
  const [then, now] = [manifest.parameters['model.digest'], parameters['model.digest']]
  if (then !== undefined && now !== then) throw refused(`engine ${engine}`, 'digest-changed', 'is not the model the run began with')
}

async function finish(desk: DeskContext, run: StoredRun): Promise<void> {
  await desk.store.write(async (db) => {
    const now = await findRun(db, run.id)
    // Somebody may have paused or cancelled it since its last item.
    if (now?.state !== 'running') return
    const counts = await countItems(db, run.id)
    if (counts.done + counts.failed < counts.total) return
    await changeRun(db, run.id, { state: 'finished', finishedAt: desk.clock().toISOString() })
    const others = await listRuns(db, { experiment: run.experiment, states: ['queued', 'running', 'paused'] })
    const experiment = await findExperiment(db, run.experiment)
    if (others.length === 0 && experiment?.state === 'running' && !experiment.standing)
      await saveExperiment(db, { ...experiment, state: 'in-review' })
  })
  desk.emit({ type: 'experiment.changed', id: run.experiment })
  await announce(desk, run.id)
}

async function announce(desk: DeskContext, id: string): Promise<void> {
  const run = await findRun(desk.store.read, id)
  if (run) desk.emit({ type: 'run.progressed', run: await viewRun(desk, run) })
}
