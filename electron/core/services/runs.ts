// Starting, pausing and resuming the runs of an approved card.
import { DeskError } from '../../../shared/domain/error.ts'
import type { Card, Manifest, Run } from '../../../shared/domain/experiment.ts'
import type { InferenceEngine } from '../engines/inference-engine.ts'
import { listArticles } from '../store/article-list.ts'
import { articleMarks } from '../store/article-rows.ts'
import { matchExpression } from '../store/article-search.ts'
import { commentMarks, findComment } from '../store/comment-rows.ts'
import {
  changeRun,
  findExperiment,
  findRun,
  insertRun,
  listRuns,
  requeue,
  saveExperiment,
  type StoredExperiment,
  type StoredRun,
} from '../store/experiment-rows.ts'
import { sha256 } from './card-hash.ts'
import type { DeskContext } from './context.ts'
import { demandExperiment } from './experiments.ts'
import type { RunWorker } from './run-worker.ts'
import { viewRun } from './run-view.ts'

/** A corpus given as a search is cut here: an experiment is read by people. */
const mostItems = 100_000

/**
 * Makes and starts one run per engine of the card, or goes on with those that stopped.
 *
 * @throws DeskError `not-approved` when the card's present hash was not approved.
 */
export async function startRuns(
  desk: DeskContext,
  worker: RunWorker,
  engineOf: (id: string) => Promise<InferenceEngine>,
  id: string,
): Promise<Run[]> {
  const experiment = await demandExperiment(desk, id)
  demandApproved(experiment)
  const existing = await listRuns(desk.store.read, { experiment: id })
  const unfinished = existing.filter((run) => run.state !== 'cancelled' && run.state !== 'finished')
  if (unfinished.length > 0) {
    for (const run of unfinished) await goOn(desk, worker, run)
  } else {
    const items = await itemsOfCard(desk, experiment.card)
    if (items.length === 0) throw new DeskError('not-cleared', `experiment ${id}`, 'its corpus holds no item whose rights allow AI use')
    // Every engine must be there before the first one starts.
    const engines: InferenceEngine[] = []
    for (const engineId of experiment.card.engines) engines.push(await engineOf(engineId))
    for (const run of await newRuns(desk, experiment, engines, items)) worker.start(run)
  }
  desk.emit({ type: 'experiment.changed', id })
  return viewRuns(desk, { experiment: id })
}

function demandApproved(experiment: StoredExperiment): void {
  if (experiment.standing) throw new DeskError('bad-input', 'experiment', 'the standing card has no runs of its own')
  if (experiment.conclusion) throw new DeskError('bad-transition', `experiment ${experiment.id}`, 'it is concluded')
  if (experiment.approval === null || experiment.approval.hash !== experiment.hash) {
    throw new DeskError('not-approved', `experiment ${experiment.id}`, 'a referent has to approve its card first')
  }
}

/** All of the card's runs in one transaction: a crash in between must not leave an engine out. */
async function newRuns(
  desk: DeskContext,
  experiment: StoredExperiment,
  engines: readonly InferenceEngine[],
  items: readonly Mark[],
): Promise<string[]> {
  const runs: StoredRun[] = []
  for (const engine of engines) runs.push(await plannedRun(desk, experiment, engine, items))
  const ids = items.map((item) => item.id)
  await desk.store.write(async (db) => {
    const present = await findExperiment(db, experiment.id)
    // Changed, concluded or started by somebody else since it was read.
    if (!present || present.hash !== experiment.hash)
      throw new DeskError('not-approved', `experiment ${experiment.id}`, 'its card has just been changed')
    demandApproved(present)
    const active = await listRuns(db, { experiment: experiment.id, states: ['queued', 'running', 'paused'] })
    if (active.length > 0)
      throw new DeskError('bad-transition', `experiment ${experiment.id}`, 'a run of it has just been started', { runs: active.length })
    for (const run of runs) await insertRun(db, run, ids)
    await saveExperiment(db, { ...present, state: 'running' })
  })
  return runs.map((run) => run.id)
}

async function plannedRun(
  desk: DeskContext,
  experiment: StoredExperiment,
  engine: InferenceEngine,
  items: readonly Mark[],
): Promise<StoredRun> {
  const identity = await engine.identity(experiment.card.task)
  const manifest: Manifest = {
    engine: engine.id,
    engineDigest: identity.digest,
    parameters: identity.parameters,
    promptHash: identity.promptHash,
    corpusHash: sha256(items.map((item) => `${item.id}\n${item.hash}`).join('\n')),
    cardHash: experiment.hash,
    seed: identity.seed,
  }
  return {
    id: desk.ids(),
    experiment: experiment.id,
    engine: engine.id,
    state: 'queued',
    manifest,
    createdAt: desk.clock().toISOString(),
    finishedAt: null,
  }
}

type Mark = { readonly id: string; readonly hash: string }

/** The items a card names, those whose rights allow it, in a stable order. For moderation: its articles' comments, or the comments it names. */
export async function itemsOfCard(desk: DeskContext, card: Card): Promise<Mark[]> {
  const { read } = desk.store
  if (card.task === 'moderation') return commentsOfCard(desk, card)
  const ids = 'articles' in card.corpus ? [...new Set(card.corpus.articles)] : await searchIds(desk, card.corpus.query)
  const articles = await articleMarks(read, ids)
  demandAllFound(ids, articles)
  return articles.filter((article) => article.aiUse).map(({ id, hash }) => ({ id, hash }))
}

async function commentsOfCard(desk: DeskContext, card: Card): Promise<Mark[]> {
  const { read } = desk.store
  if ('query' in card.corpus) return commentMarks(read, card.corpus.query.trim() === '' ? null : await searchIds(desk, card.corpus.query))
  const marks = new Map<string, Mark>()
  for (const id of new Set(card.corpus.articles)) {
    const own = await findComment(read, id)
    const found = (await articleMarks(read, [id])).length > 0
    if (!own && !found) throw new DeskError('not-found', `item ${id}`, 'named by the card, is not on this desk', { id })
    for (const mark of found ? await commentMarks(read, [id]) : own ? [{ id: own.id, hash: own.hash }] : []) marks.set(mark.id, mark)
  }
  return [...marks.values()]
}

function demandAllFound(ids: readonly string[], found: readonly { id: string }[]): void {
  const known = new Set(found.map((article) => article.id))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined)
    throw new DeskError('not-found', `article ${missing}`, 'named by the card, is not on this desk', { id: missing })
}

async function searchIds(desk: DeskContext, query: string): Promise<string[]> {
  const match = query.trim() === '' ? null : matchExpression(query)
  // Signs alone find nothing; they are not "everything".
  if (match === null && query.trim() !== '') return []
  const { items } = await listArticles(desk.store.read, { match }, { offset: 0, limit: mostItems, uncounted: true })
  return items.map((article) => article.id)
}

async function goOn(desk: DeskContext, worker: RunWorker, run: StoredRun): Promise<void> {
  // One that waits or works already only needs its worker; putting it back would lose its place.
  if (run.state === 'queued' || run.state === 'running') return worker.start(run.id)
  await desk.store.write(async (db) => {
    const state = (await findRun(db, run.id))?.state
    if (state === 'cancelled') throw new DeskError('bad-transition', `run ${run.id}`, 'it was cancelled', { state })
    // One that is at work stays so: it takes the requeued items in its stride.
    if (state !== 'running') await changeRun(db, run.id, { state: 'queued', finishedAt: null })
    await requeue(db, run.id, ['failed'])
  })
  worker.start(run.id)
}

export async function demandRun(desk: Pick<DeskContext, 'store'>, id: string): Promise<StoredRun> {
  const run = await findRun(desk.store.read, id)
  if (!run) throw new DeskError('not-found', `run ${id}`, 'is not on this desk', { id })
  return run
}

export async function viewRuns(
  desk: DeskContext,
  filter: { experiment?: string | undefined; active?: boolean | undefined },
): Promise<Run[]> {
  const states = filter.active === true ? (['queued', 'running', 'paused'] as const) : undefined
  const runs = await listRuns(desk.store.read, { experiment: filter.experiment, ...(states ? { states } : {}) })
  return Promise.all(runs.map((run) => viewRun(desk, run)))
}

export async function pauseRun(desk: DeskContext, worker: RunWorker, id: string): Promise<Run> {
  demandActive(await demandRun(desk, id))
  await worker.pause(id)
  return viewRun(desk, await demandRun(desk, id))
}

export async function resumeRun(desk: DeskContext, worker: RunWorker, id: string): Promise<Run> {
  const run = await demandRun(desk, id)
  if (run.state === 'cancelled') throw new DeskError('bad-transition', `run ${id}`, 'it was cancelled', { state: run.state })
  demandApproved(await demandExperiment(desk, run.experiment))
  await goOn(desk, worker, run)
  return viewRun(desk, await demandRun(desk, id))
}

export async function cancelRun(desk: DeskContext, worker: RunWorker, id: string): Promise<Run> {
  demandActive(await demandRun(desk, id))
  await worker.cancel(id)
  return viewRun(desk, await demandRun(desk, id))
}

function demandActive(run: StoredRun): void {
  if (run.state === 'finished' || run.state === 'cancelled')
    throw new DeskError('bad-transition', `run ${run.id}`, `it is ${run.state}`, { state: run.state })
}
