// Blind comparisons of an experiment's engines. Who asks decides what may be shown.
import { blindTotals, drawComparison, endComparison, giveVote, viewComparison, viewPair, withdrawVote } from '../services/comparisons.ts'
import { os } from './base.ts'

export const comparisons = {
  show: os.comparisons.show.handler(async ({ input, context: { desk, session } }) =>
    viewComparison(desk, await session.actor(input.as), input.experiment),
  ),
  draw: os.comparisons.draw.handler(async ({ input, context: { desk, session } }) =>
    drawComparison(desk, await session.actor(input.as), input.experiment),
  ),
  pair: os.comparisons.pair.handler(async ({ input, context: { desk, session } }) =>
    viewPair(desk, await session.actor(input.as), input.id),
  ),
  vote: os.comparisons.vote.handler(async ({ input, context: { desk, session } }) =>
    giveVote(desk, await session.actor(input.as), input.id, input.choice, input.note),
  ),
  withdraw: os.comparisons.withdraw.handler(async ({ input, context: { desk, session } }) =>
    withdrawVote(desk, await session.actor(input.as), input.id),
  ),
  end: os.comparisons.end.handler(async ({ input, context: { desk, session } }) =>
    endComparison(desk, await session.actor(input.as), input.experiment),
  ),
  totals: os.comparisons.totals.handler(async ({ input, context: { desk, session } }) =>
    blindTotals(desk, input.experiment, await session.actor(input.as)),
  ),
}
