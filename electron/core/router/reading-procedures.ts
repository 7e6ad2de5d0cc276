// The referent's desk and the second reading, served.
import { arbitrate, viewDisagreements, viewTotals } from '../services/disagreements.ts'
import { recordReading, showPaper, undoReading, viewQueue } from '../services/readings.ts'
import { viewReferentDesk } from '../services/referent-desk.ts'
import { setPlan, viewPlan } from '../services/sampling.ts'
import { os } from './base.ts'

export const readings = {
  overview: os.readings.overview.handler(async ({ context: { desk, session } }) => viewReferentDesk(desk, await session.actor())),
  plan: os.readings.plan.handler(({ input, context: { desk } }) => viewPlan(desk, input.experiment)),
  setPlan: os.readings.setPlan.handler(async ({ input, context: { desk, session } }) =>
    setPlan(desk, await session.actor(input.as), input.experiment, input.every),
  ),
  queue: os.readings.queue.handler(async ({ input, context: { desk, session } }) =>
    viewQueue(desk, await session.actor(input.as), input.experiment),
  ),
  show: os.readings.show.handler(async ({ input, context: { desk, session } }) =>
    showPaper(desk, await session.actor(input.as), input.suggestion),
  ),
  record: os.readings.record.handler(async ({ input: { suggestion, as, ...given }, context: { desk, session } }) =>
    recordReading(desk, await session.actor(as), suggestion, given),
  ),
  undo: os.readings.undo.handler(async ({ input, context: { desk, session } }) =>
    undoReading(desk, await session.actor(input.as), input.suggestion),
  ),
  disagreements: os.readings.disagreements.handler(({ input, context: { desk } }) => viewDisagreements(desk, input.experiment)),
  arbitrate: os.readings.arbitrate.handler(async ({ input: { suggestion, as, ...ruling }, context: { desk, session } }) =>
    arbitrate(desk, await session.actor(as), suggestion, ruling),
  ),
  totals: os.readings.totals.handler(async ({ input, context: { desk, session } }) =>
    viewTotals(desk, await session.actor(), input.experiment),
  ),
}
