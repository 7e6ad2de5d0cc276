// Experiments: card, approval, runs, report.
import { z } from 'zod'
import { cardSchema, experimentSchema, reportSchema, runSchema, verdictSchema } from '../domain/experiment.ts'
import { procedure } from './procedure.ts'

const as = z.string().optional()
const id = z.string()

export const experiments = {
  list: procedure.input(z.object({})).output(z.array(experimentSchema)),
  show: procedure.input(z.object({ id })).output(experimentSchema),
  create: procedure.input(cardSchema).output(experimentSchema),
  /** Changes the card; an approval it had is voided. */
  change: procedure.input(z.object({ id, card: cardSchema })).output(experimentSchema),
  approve: procedure.input(z.object({ id, as })).output(experimentSchema),
  conclude: procedure.input(z.object({ id, verdict: verdictSchema, reason: z.string().min(1), as })).output(experimentSchema),
  report: procedure.input(z.object({ id })).output(reportSchema),
  /** The one-page documents as complete printable HTML. */
  document: procedure
    .input(z.object({ id, kind: z.enum(['report', 'works-council']), lang: z.enum(['fr', 'en']).default('fr') }))
    .output(z.object({ html: z.string() })),
}

export const runs = {
  /** Starts the card's runs, or goes on with the ones that stopped. Returns at once; progress comes as events. */
  start: procedure.input(z.object({ experiment: id })).output(z.array(runSchema)),
  pause: procedure.input(z.object({ id })).output(runSchema),
  resume: procedure.input(z.object({ id })).output(runSchema),
  cancel: procedure.input(z.object({ id })).output(runSchema),
  list: procedure.input(z.object({ experiment: id.optional(), active: z.boolean().optional() })).output(z.array(runSchema)),
  /** Waits until a run is finished, paused or cancelled. */
  wait: procedure.input(z.object({ id })).output(runSchema),
}
