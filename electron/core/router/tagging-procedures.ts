// One-line tag rules, the parking lane, what was learned from decisions.
import { adoptTerm, dismissTerm, restoreTerm, viewParking } from '../services/parking-lane.ts'
import { resetLearned, viewLearned } from '../services/tag-feedback.ts'
import { addRule, removeRule, tryRule, viewRules } from '../services/tag-rules.ts'
import { os } from './base.ts'

const done = { done: true as const }

export const tagging = {
  rules: os.tagging.rules.handler(({ context: { desk } }) => viewRules(desk, desk.learned.teachings)),
  tryRule: os.tagging.tryRule.handler(({ input, context: { desk } }) => tryRule(desk, input.line)),
  addRule: os.tagging.addRule.handler(async ({ input, context: { desk, session } }) =>
    addRule(desk, desk.learned.teachings, await session.actor(input.as), input.line),
  ),
  removeRule: os.tagging.removeRule.handler(async ({ input, context: { desk, session } }) => {
    await removeRule(desk, await session.actor(input.as), input.id)
    return done
  }),
  parking: os.tagging.parking.handler(({ input, context: { desk } }) => viewParking(desk, input)),
  dismissTerm: os.tagging.dismissTerm.handler(async ({ input, context: { desk, session } }) => {
    await dismissTerm(desk, await session.actor(input.as), input.key)
    return done
  }),
  restoreTerm: os.tagging.restoreTerm.handler(async ({ input, context: { desk, session } }) => {
    await restoreTerm(desk, await session.actor(input.as), input.key)
    return done
  }),
  adoptTerm: os.tagging.adoptTerm.handler(async ({ input: { as, ...wish }, context: { desk, session } }) =>
    adoptTerm(desk, await session.actor(as), wish),
  ),
  learned: os.tagging.learned.handler(({ input, context: { desk } }) => viewLearned(desk, desk.learned, input.concept)),
  reset: os.tagging.reset.handler(async ({ input, context: { desk, session } }) => {
    await resetLearned(desk, await session.actor(input.as), input.concept)
    return done
  }),
}
