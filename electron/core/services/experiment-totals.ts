// What stands beside the review of an experiment, for its printed Bilan: second readings, blind votes, EBU forms.
// Totals of the experiment: it knows no person, not even the one who asks.
import type { Report } from '../../../shared/domain/experiment.ts'
import { blindTotals } from './comparisons.ts'
import type { DeskContext } from './context.ts'
import { viewTotals } from './disagreements.ts'
import type { Totals } from './documents/telling.ts'
import { freeTrialId } from './free-trial.ts'
import { rubricTotals } from './rubrics.ts'

/** Each total where there is something to say; nothing at all of tries without protocol. */
export async function experimentTotals(desk: DeskContext, { experiment: { id, card } }: Report): Promise<Totals> {
  if (id === freeTrialId) return { readings: null, blind: null, rubric: null }
  const [readings, blind, rubric] = await Promise.all([
    viewTotals(desk, id),
    new Set(card.engines).size > 1 ? blindTotals(desk, id) : null,
    card.task === 'key-points' ? rubricTotals(desk, id) : null,
  ])
  return {
    readings: readings !== null && (readings.every !== null || readings.read + readings.elsewhere > 0) ? readings : null,
    blind: blind !== null && blind.pairs > 0 ? blind : null,
    rubric: rubric !== null && rubric.forms > 0 ? rubric : null,
  }
}
