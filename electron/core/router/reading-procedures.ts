// The referent's desk and the second reading, served.
import { arbitrate } from '../services/arbitration.ts'
import { viewDisagreements, viewTotals } from '../services/disagreements.ts'
import { setPacketPlan, viewPacketPlan } from '../services/packet-draw.ts'
import { recordPacketReading, showPacketPaper, undoPacketReading, viewPacketQueue } from '../services/packet-readings.ts'
import { recordReading, showPaper, undoReading, viewQueue } from '../services/readings.ts'
import { viewReferentDesk } from '../services/referent-desk.ts'
import { setPlan, viewPlan } from '../services/sampling.ts'
import { os } from './base.ts'

export const readings = {
  overview: os.readings.overview.handler(async ({ context: { desk, session } }) => viewReferentDesk(desk, await session.actor())),
  plan: os.readings.plan.handler(({ input, context: { desk } }) =>
    'packet' in input ? viewPacketPlan(desk, input.packet) : viewPlan(desk, input.experiment),
  ),
  setPlan: os.readings.setPlan.handler(async ({ input, context: { desk, session } }) => {
    const actor = await session.actor(input.as)
    return 'packet' in input ? setPacketPlan(desk, actor, input.packet, input.every) : setPlan(desk, actor, input.experiment, input.every)
  }),
  queue: os.readings.queue.handler(async ({ input, context: { desk, session } }) => {
    const actor = await session.actor(input.as)
    return 'packet' in input ? viewPacketQueue(desk, actor, input.packet) : viewQueue(desk, actor, input.experiment)
  }),
  show: os.readings.show.handler(async ({ input: { suggestion, packet, as }, context: { desk, session } }) => {
    const actor = await session.actor(as)
    return packet === undefined ? showPaper(desk, actor, suggestion) : showPacketPaper(desk, actor, packet, suggestion)
  }),
  record: os.readings.record.handler(async ({ input: { suggestion, packet, as, ...given }, context: { desk, session } }) => {
    const actor = await session.actor(as)
    return packet === undefined
      ? recordReading(desk, actor, suggestion, given)
      : recordPacketReading(desk, actor, packet, suggestion, given)
  }),
  undo: os.readings.undo.handler(async ({ input: { suggestion, packet, as }, context: { desk, session } }) => {
    const actor = await session.actor(as)
    return packet === undefined ? undoReading(desk, actor, suggestion) : undoPacketReading(desk, actor, packet, suggestion)
  }),
  disagreements: os.readings.disagreements.handler(({ input, context: { desk } }) => viewDisagreements(desk, input.experiment)),
  arbitrate: os.readings.arbitrate.handler(async ({ input: { suggestion, as, ...ruling }, context: { desk, session } }) =>
    arbitrate(desk, await session.actor(as), suggestion, ruling),
  ),
  totals: os.readings.totals.handler(({ input, context: { desk } }) => viewTotals(desk, input.experiment)),
}
