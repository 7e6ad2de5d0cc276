// The News Integrity form on an article's validated key points, and its totals.
import { z } from 'zod'
import { rubricItemSchema, rubricScoresSchema, rubricTotalsSchema } from '../domain/rubric.ts'
import { procedure } from './procedure.ts'

const as = z.string().optional()
const id = z.string()

export const rubrics = {
  /** Articles of an experiment with validated key points, with one's own forms. */
  items: procedure.input(z.object({ experiment: id, as })).output(z.array(rubricItemSchema)),
  /** Keeps the person's form for one article; again, it replaces it. */
  save: procedure.input(z.object({ experiment: id, item: id, scores: rubricScoresSchema, as })).output(rubricItemSchema),
  /** Takes one's form back. */
  withdraw: procedure.input(z.object({ experiment: id, item: id, as })).output(rubricItemSchema),
  totals: procedure.input(z.object({ experiment: id })).output(rubricTotalsSchema),
}
