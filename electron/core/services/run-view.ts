// A run as people see it: counts, speed, honest time left.
import type { Run } from '../../../shared/domain/experiment.ts'
import { countItems, failuresOf, type StoredRun } from '../store/experiment-rows.ts'
import type { DeskContext } from './context.ts'

/** When items of a run were done, in milliseconds, newest last; kept in memory only. */
const finishedAt = new Map<string, number[]>()
/** Speed is taken over the last items, so that it follows the laptop's mood. */
const window = 50
/** Fewer items than this give no honest speed. */
const enough = 5

export function noteItemDone(run: string, at: number): void {
  const times = finishedAt.get(run) ?? []
  times.push(at)
  if (times.length > window) times.shift()
  finishedAt.set(run, times)
}

export function forgetSpeed(run: string): void {
  finishedAt.delete(run)
}

export async function viewRun(desk: Pick<DeskContext, 'store'>, run: StoredRun): Promise<Run> {
  const counts = await countItems(desk.store.read, run.id)
  const itemsPerSecond = run.state === 'running' ? speedOf(run.id) : null
  const left = counts.total - counts.done - counts.failed
  return {
    ...run,
    ...counts,
    itemsPerSecond,
    secondsLeft: itemsPerSecond === null || itemsPerSecond === 0 ? null : Math.ceil(left / itemsPerSecond),
    failures: await failuresOf(desk.store.read, run.id),
  }
}

function speedOf(run: string): number | null {
  const times = finishedAt.get(run) ?? []
  const [first, last] = [times.at(0), times.at(-1)]
  if (times.length < enough || first === undefined || last === undefined || last === first) return null
  return ((times.length - 1) * 1000) / (last - first)
}
