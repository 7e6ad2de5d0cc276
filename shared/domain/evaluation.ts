// What an evaluation says: figures of one engine on one task, beside plain baselines. No article text.
import { z } from 'zod'
import { taskSchema } from './suggestion.ts'

/** Null where a figure has no meaning (an AUC with one class only). */
export const metricsSchema = z.record(z.string(), z.number().nullable())
export type Metrics = z.infer<typeof metricsSchema>

export const evaluationSchema = z.object({
  task: taskSchema,
  engine: z.string(),
  /** Items tested: articles, comments, or articles to link from. */
  items: z.int(),
  /** Tags, links: share of the gold a perfect system could find (in the vocabulary, among the candidates). */
  reachable: z.number().optional(),
  metrics: metricsSchema,
  baselines: z.record(z.string(), metricsSchema),
  itemsPerSecond: z.number(),
  /** Highest resident memory of the process so far. */
  peakMemoryMb: z.number(),
})
export type Evaluation = z.infer<typeof evaluationSchema>

/** An evaluation of the desk's own gold, as the desk keeps it. */
export const deskEvaluationSchema = evaluationSchema.extend({
  id: z.string(),
  at: z.string(),
  /** How many validated outputs the gold is made of. */
  gold: z.int(),
  /** Cross-validation folds; null where nothing is trained. */
  folds: z.int().nullable(),
  seed: z.int(),
})
export type DeskEvaluation = z.infer<typeof deskEvaluationSchema>
