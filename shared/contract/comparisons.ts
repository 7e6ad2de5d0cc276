// Blind side-by-side of an experiment's engines: the draw, a pair, votes, totals.
import { z } from 'zod'
import { blindTotalsSchema, choiceSchema, comparisonPairSchema, comparisonSchema } from '../domain/comparison.ts'
import { procedure } from './procedure.ts'

const as = z.string().optional()
const id = z.string()

export const comparisons = {
  show: procedure.input(z.object({ experiment: id, as })).output(comparisonSchema),
  /** Draws order and sides once and for all; again, it adds the articles that two engines worked on since. */
  draw: procedure.input(z.object({ experiment: id, as })).output(comparisonSchema),
  /** One pair; no engine is named before the person's own vote. */
  pair: procedure.input(z.object({ id, as })).output(comparisonPairSchema),
  /** One vote a person and pair; the answer names the engines. @throws `bad-transition` when there is one already. */
  vote: procedure.input(z.object({ id, choice: choiceSchema, note: z.string().max(4_000).default(''), as })).output(comparisonPairSchema),
  /** Takes one's vote back; the next one on this pair counts as informed. */
  withdraw: procedure.input(z.object({ id, as })).output(comparisonPairSchema),
  /** A referent closes the votes and opens the totals. */
  end: procedure.input(z.object({ experiment: id, as })).output(comparisonSchema),
  totals: procedure.input(z.object({ experiment: id, as })).output(blindTotalsSchema),
}
