// News Integrity forms of an experiment.
import { rubricTotals, saveRubric, viewRubrics, withdrawRubric } from '../services/rubrics.ts'
import { os } from './base.ts'

export const rubrics = {
  items: os.rubrics.items.handler(async ({ input, context: { desk, session } }) =>
    viewRubrics(desk, await session.actor(input.as), input.experiment),
  ),
  save: os.rubrics.save.handler(async ({ input, context: { desk, session } }) =>
    saveRubric(desk, await session.actor(input.as), input.experiment, input.item, input.scores),
  ),
  withdraw: os.rubrics.withdraw.handler(async ({ input, context: { desk, session } }) =>
    withdrawRubric(desk, await session.actor(input.as), input.experiment, input.item),
  ),
  totals: os.rubrics.totals.handler(({ input, context: { desk } }) => rubricTotals(desk, input.experiment)),
}
