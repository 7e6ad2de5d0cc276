// What every evaluation is handed, and the frame every result has.
// It must not know any task.
import type { Evaluation, Metrics } from '../../../../shared/domain/evaluation.ts'
import type { Task } from '../../../../shared/domain/suggestion.ts'
import { perSecond, type Run } from '../../evaluation/answer-items.ts'
import type { InferenceEngine } from '../../engines/inference-engine.ts'
import type { TaskPorts } from '../../tasks/ports.ts'
import type { Shipped } from './evaluation-data.ts'

/** An engine over the ports of one training; null: the built-in rooms themselves, which also tell scores under their floors. */
export type EngineOver = ((ports: TaskPorts) => InferenceEngine) | null

export interface EvaluationRun extends Run {
  readonly shipped: Shipped
  readonly engineId: string
  readonly engineOver: EngineOver
  /** Something a person should know about the data; no text of it. */
  readonly note: (message: string) => void
  /** Highest resident memory of the process so far, MB. */
  readonly peakMemoryMb: () => number
}

/** Models of an evaluation carry no date: the same data and seed give the same bytes. */
export const stampOf = (seed: number): { trainedAt: string; corpusHash: string; seed: number } => ({
  trainedAt: '1970-01-01T00:00:00.000Z',
  corpusHash: 'evaluation',
  seed,
})

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

type Figures = {
  readonly task: Task
  readonly items: number
  readonly reachable?: number
  readonly metrics: Metrics
  readonly baselines: Record<string, Metrics>
  readonly times: readonly number[]
}

export function evaluationOf(run: EvaluationRun, { task, items, reachable, metrics, baselines, times }: Figures): Evaluation {
  return {
    task,
    engine: run.engineId,
    items,
    ...(reachable === undefined ? {} : { reachable: round(reachable, 6) }),
    metrics: rounded(metrics),
    baselines: Object.fromEntries(Object.entries(baselines).map(([name, figures]) => [name, rounded(figures)])),
    itemsPerSecond: round(perSecond(times), 1),
    peakMemoryMb: Math.round(run.peakMemoryMb()),
  }
}

function rounded(metrics: Metrics): Metrics {
  return Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, value === null ? null : round(value, 6)]))
}
