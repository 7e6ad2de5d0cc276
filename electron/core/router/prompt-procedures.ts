// Prompts: seen, added, approved, retired.
import { addPrompt, approvePrompt, retirePrompt, showPrompt, viewPrompts } from '../services/prompts.ts'
import { os } from './base.ts'

export const prompts = {
  list: os.prompts.list.handler(({ context: { desk } }) => viewPrompts(desk)),
  show: os.prompts.show.handler(({ input, context: { desk } }) => showPrompt(desk, input.hash)),
  add: os.prompts.add.handler(async ({ input, context: { desk, session } }) => addPrompt(desk, await session.actor(input.as), input.text)),
  approve: os.prompts.approve.handler(async ({ input, context: { desk, session } }) =>
    approvePrompt(desk, await session.actor(input.as), input.hash),
  ),
  retire: os.prompts.retire.handler(async ({ input, context: { desk, session } }) =>
    retirePrompt(desk, await session.actor(input.as), input.hash),
  ),
}
