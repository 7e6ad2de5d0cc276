// Worker: an evaluation's data in, its figures out, by the built-in engine.
// It must not know the store, nor other engines.
import type { Evaluation } from '../../../shared/domain/evaluation.ts'
import type { EvaluationData, EvaluationOptions, Shipped } from '../services/evaluation/evaluation-data.ts'
import { runEvaluation } from '../services/evaluation/run-evaluation.ts'

export interface Input {
  readonly data: EvaluationData
  readonly options: EvaluationOptions
  readonly shipped: Shipped
  readonly engineId: string
}
export type Output = Evaluation

const quiet = (): undefined => undefined

export function run({ data, options, shipped, engineId }: Input): Promise<Output> {
  return runEvaluation(data, options, {
    shipped,
    engineId,
    engineOver: null,
    now: () => performance.now(),
    progress: quiet,
    note: quiet,
    peakMemoryMb: () => process.resourceUsage().maxRSS / 1024,
  })
}
