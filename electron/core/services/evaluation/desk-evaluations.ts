// Evaluations of the desk's engines on its own gold: run one at a time, their figures kept.
// It must not know metrics or protocols.
import { z } from 'zod'
import { deskEvaluationSchema, type DeskEvaluation, type Evaluation } from '../../../../shared/domain/evaluation.ts'
import { DeskError } from '../../../../shared/domain/error.ts'
import { tasks, type Task } from '../../../../shared/domain/suggestion.ts'
import type { InferenceEngine } from '../../engines/inference-engine.ts'
import { readSetting, writeSetting } from '../../store/desk-rows.ts'
import { workerPool } from '../../workers/pool.ts'
import { readCharter } from '../charter.ts'
import type { DeskContext } from '../context.ts'
import { builtinId } from './engine-for.ts'
import type { EvaluationOptions, Shipped } from './evaluation-data.ts'
import { countGold, readGold, type Gold } from './gold.ts'
import { readShipped } from './read-shipped.ts'
import { runEvaluation } from './run-evaluation.ts'

export type EvaluationRequest = { task: Task; engine: string; folds: number; limit?: number | undefined; seed: number }
export type GoldCount = { task: Task; items: number; outputs: number; need: number }

export type DeskEvaluations = {
  /** @throws DeskError `bad-input` when there is too little gold; what `engine` and the engine itself throw. */
  readonly run: (request: EvaluationRequest) => Promise<DeskEvaluation>
  /** Newest first. */
  readonly list: (task?: Task) => Promise<DeskEvaluation[]>
  readonly gold: () => Promise<GoldCount[]>
  /** Ends what is running; nothing of it is kept. */
  readonly stop: () => Promise<void>
}

const key = 'evaluations'
const mostKept = 200
/** Fewer items say nothing; moderation must learn from four fifths of them, ten decisions of each kind at least. */
const need: Record<Task, number> = { tags: 10, 'key-points': 5, moderation: 40, links: 5 }
const learns: readonly Task[] = ['tags', 'moderation']

type Parts = { readonly desk: DeskContext; readonly engine: (id: string) => Promise<InferenceEngine> }

export function createDeskEvaluations({ desk, engine }: Parts): DeskEvaluations {
  const controller = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  const list = async (): Promise<DeskEvaluation[]> => {
    const kept = z.array(deskEvaluationSchema).safeParse((await readSetting(desk.store.read, key)) ?? [])
    return kept.success ? kept.data : []
  }
  const keep = (evaluation: DeskEvaluation): Promise<void> =>
    desk.store.write(async (db) => {
      const kept = z.array(deskEvaluationSchema).safeParse((await readSetting(db, key)) ?? [])
      await writeSetting(db, key, [evaluation, ...(kept.success ? kept.data : [])].slice(0, mostKept))
    })
  const evaluate = async ({ task, engine: id, folds, limit, seed }: EvaluationRequest): Promise<DeskEvaluation> => {
    controller.signal.throwIfAborted()
    const asked = await engine(id)
    const gold = await readGold(desk.store.read, task)
    demandEnough(task, gold)
    const trained = learns.includes(task) && id === builtinId
    const options: EvaluationOptions = { folds: trained ? folds : null, limit: limit ?? null, seed, baselines: 'plain' }
    const shipped: Shipped = { ...(await readShipped(desk.resources)), charter: await readCharter(desk) }
    const evaluation =
      id === builtinId
        ? await inWorker({ data: gold.data, options, shipped, engineId: id }, controller.signal)
        : await onLoop(asked, gold, options, shipped, controller.signal)
    const kept = { ...evaluation, id: desk.ids(), at: desk.clock().toISOString(), gold: gold.outputs, folds: options.folds, seed }
    await keep(kept)
    return kept
  }
  return {
    run: (request) => {
      const turn = last.then(() => evaluate(request))
      last = turn.catch(() => undefined)
      return turn
    },
    list: async (task) => (await list()).filter((one) => task === undefined || one.task === task),
    gold: async () => {
      const counts: GoldCount[] = []
      for (const task of tasks) counts.push({ task, ...(await countGold(desk.store.read, task)), need: need[task] })
      return counts
    },
    stop: async () => {
      controller.abort()
      await last
    },
  }
}

function demandEnough(task: Task, { items }: Gold): void {
  if (items >= need[task]) return
  const details = { task, have: items, need: need[task] }
  throw new DeskError('bad-input', 'gold', `only ${items} of the ${need[task]} validated items an evaluation of ${task} needs`, details)
}

async function inWorker(
  input: { data: Gold['data']; options: EvaluationOptions; shipped: Shipped; engineId: string },
  signal: AbortSignal,
): Promise<Evaluation> {
  const pool = workerPool({ maxThreads: 1 })
  try {
    return await pool.run('evaluate', input, { signal })
  } finally {
    await pool.close()
  }
}

/** A language model works elsewhere: its questions wait on the loop, item by item. */
function onLoop(
  engine: InferenceEngine,
  { data }: Gold,
  options: EvaluationOptions,
  shipped: Shipped,
  signal: AbortSignal,
): Promise<Evaluation> {
  return runEvaluation(data, options, {
    shipped,
    engineId: engine.id,
    engineOver: () => engine,
    now: () => performance.now(),
    progress: () => undefined,
    note: () => undefined,
    peakMemoryMb: () => process.resourceUsage().maxRSS / 1024,
    signal,
  })
}
