// Evaluations of an engine on what this newsroom validated itself.
import { z } from 'zod'
import { deskEvaluationSchema } from '../domain/evaluation.ts'
import { taskSchema } from '../domain/suggestion.ts'
import { procedure } from './procedure.ts'

export const evaluations = {
  /**
   * Measures an engine on the desk's gold and keeps the figures. Takes seconds to minutes; waits its turn after another.
   * `bad-input` when too little was validated: `details.have`, `details.need`.
   */
  run: procedure
    .input(
      z.object({
        task: taskSchema,
        engine: z.string().default('builtin'),
        folds: z.int().min(2).max(20).default(5),
        limit: z.int().min(1).optional(),
        seed: z.int().min(0).default(0),
      }),
    )
    .output(deskEvaluationSchema),
  /** Kept evaluations, newest first. */
  list: procedure.input(z.object({ task: taskSchema.optional() })).output(z.array(deskEvaluationSchema)),
  /** How many items of gold there are for each task, and how many it takes. */
  gold: procedure.input(z.object({})).output(z.array(z.object({ task: taskSchema, items: z.int(), outputs: z.int(), need: z.int() }))),
}
