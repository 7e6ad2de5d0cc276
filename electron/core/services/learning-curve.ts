// The learning curve of this newsroom's moderator: what its first decisions teach about its later ones.
// It must not know features or metrics: a worker computes.
import type { LearningPoint } from '../../../shared/contract/moderation.ts'
import { decisionsInOrder } from '../store/comment-rows.ts'
import { usualCosts } from '../tasks/moderation/decide-hold.ts'
import type { Input } from '../workers/learning-curve.ts'
import { workerPool } from '../workers/pool.ts'
import { readCharter } from './charter.ts'
import { recordHash } from './content-hashes.ts'
import type { DeskContext } from './context.ts'
import { readShipped } from './evaluation/read-shipped.ts'

export type LearningCurve = { decisions: number; points: LearningPoint[] }

const seed = 0
const mostDecisions = 20_000
/** The last curve of each desk: asked again with nothing decided in between, it is not drawn anew. */
const drawn = new WeakMap<object, { key: string; curve: Promise<LearningCurve> }>()

export async function drawLearningCurve(desk: Pick<DeskContext, 'store' | 'resources'>): Promise<LearningCurve> {
  const decided = await decisionsInOrder(desk.store.read, mostDecisions)
  const costs = (await readCharter(desk)).costs ?? usualCosts
  const { lexicons } = await readShipped(desk.resources)
  const key = recordHash([decided.map(({ id, held }) => [id, held]), costs, lexicons])
  const before = drawn.get(desk.store)
  if (before?.key === key) return before.curve
  const curve = inWorker({ decisions: decided.map(({ body, held }) => ({ body, label: held })), lexicons, costs, seed })
  const entry = { key, curve: curve.then((points) => ({ decisions: decided.length, points })) }
  drawn.set(desk.store, entry)
  entry.curve.catch(() => {
    if (drawn.get(desk.store) === entry) drawn.delete(desk.store)
  })
  return entry.curve
}

async function inWorker(input: Input): Promise<LearningPoint[]> {
  const pool = workerPool({ maxThreads: 1 })
  try {
    return [...(await pool.run('learning-curve', input))]
  } finally {
    await pool.close()
  }
}
