// What was done by mistake, taken back.
import { takeBackCorrection } from '../services/take-back-correction.ts'
import { takeBackImport, takeBackPasted } from '../services/take-back-import.ts'
import { takeBackReset } from '../services/take-back-reset.ts'
import { takeBackTag } from '../services/take-back-tag.ts'
import { takeBackAdoption } from '../services/take-back-term.ts'
import { removePerson } from '../services/remove-person.ts'
import { reopenExperiment, takeBackCard, takeBackCardChange, withdrawApproval } from '../services/reopen-experiment.ts'
import { os } from './base.ts'

const done = { done: true as const }

export const undo = {
  correction: os.undo.correction.handler(({ input, context: { desk } }) => takeBackCorrection(desk, input)),
  adoption: os.undo.adoption.handler(async ({ input, context: { desk, session } }) => {
    await takeBackAdoption(desk, await session.actor(input.as), input.key)
    return done
  }),
  tag: os.undo.tag.handler(async ({ input, context: { desk, session } }) => {
    await takeBackTag(desk, await session.actor(), input)
    return done
  }),
  card: os.undo.card.handler(async ({ input, context: { desk } }) => {
    await takeBackCard(desk, input)
    return done
  }),
  cardChange: os.undo.cardChange.handler(async ({ input, context: { desk, session } }) =>
    takeBackCardChange(desk, await session.actor(), input),
  ),
  approval: os.undo.approval.handler(async ({ input, context: { desk, session } }) =>
    withdrawApproval(desk, await session.actor(input.as), input.id),
  ),
  conclusion: os.undo.conclusion.handler(async ({ input, context: { desk, session } }) =>
    reopenExperiment(desk, await session.actor(input.as), input.id, input.reason),
  ),
  reset: os.undo.reset.handler(async ({ input, context: { desk, session } }) => {
    await takeBackReset(desk, desk.formerModels, await session.actor(input.as), input.concept)
    return done
  }),
  import: os.undo.import.handler(async ({ input, context: { desk, session } }) =>
    takeBackImport(desk, await session.actor(), input.ticket),
  ),
  pasted: os.undo.pasted.handler(async ({ input, context: { desk, session } }) => {
    await takeBackPasted(desk, await session.actor(), input)
    return done
  }),
  person: os.undo.person.handler(async ({ input, context: { desk, session } }) => {
    await removePerson(desk, await session.actor(), input.id)
    return done
  }),
}
