// One evaluation, whichever task: the seam of files, desk and worker.
// It must not know where the data comes from.
import type { Evaluation } from '../../../../shared/domain/evaluation.ts'
import { evaluateKeyPoints } from './evaluate-key-points.ts'
import { evaluateLinks } from './evaluate-links.ts'
import { evaluateModeration } from './evaluate-moderation.ts'
import { evaluateTags } from './evaluate-tags.ts'
import type { EvaluationData, EvaluationOptions } from './evaluation-data.ts'
import type { EvaluationRun } from './evaluation-run.ts'

/** @throws DeskError `bad-input` when there is nothing to test; what the engine throws. */
export function runEvaluation(data: EvaluationData, options: EvaluationOptions, run: EvaluationRun): Promise<Evaluation> {
  switch (data.task) {
    case 'tags':
      return evaluateTags(data, options, run)
    case 'key-points':
      return evaluateKeyPoints(data, options, run)
    case 'moderation':
      return evaluateModeration(data, options, run)
    case 'links':
      return evaluateLinks(data, options, run)
  }
}
