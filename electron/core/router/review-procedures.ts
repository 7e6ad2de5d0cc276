// Suggestions and decisions.
import { decideComment, undoComment } from '../services/comment-decisions.ts'
import { readCharter, saveCharter } from '../services/charter.ts'
import { copyOutputs } from '../services/copy-text.ts'
import { countWaiting, viewQueue } from '../services/home.ts'
import { findLinkTargets } from '../services/link-targets.ts'
import {
  acceptSuggestion,
  addSuggestion,
  checkText,
  decideItem,
  editSuggestion,
  leaveUnsure,
  rejectSuggestion,
  undoDecision,
  viewSuggestions,
  viewWaiting,
  withdrawSuggestion,
} from '../services/reviews.ts'
import { suggestFreely, suggestTransient } from '../services/suggest.ts'
import { readTransientItem } from '../services/transient-item.ts'
import { os } from './base.ts'

export const suggestions = {
  suggest: os.suggestions.suggest.handler(async ({ input, context: { desk } }) =>
    suggestFreely(desk, await desk.engine(input.engine), input.task, input.item),
  ),
  suggestTransient: os.suggestions.suggestTransient.handler(async ({ input, context: { desk } }) =>
    suggestTransient(desk, await desk.engine(input.engine), input.task, readTransientItem(input.task, input.record)),
  ),
  ofItem: os.suggestions.ofItem.handler(async ({ input, context: { desk, session } }) =>
    viewSuggestions(desk, await session.actor(), input),
  ),
}

export const reviews = {
  counts: os.reviews.counts.handler(({ context: { desk } }) => countWaiting(desk)),
  queue: os.reviews.queue.handler(({ input: { offset, limit, ...filter }, context: { desk } }) =>
    viewQueue(desk, filter, { offset, limit }),
  ),
  list: os.reviews.list.handler(({ input, context: { desk } }) => viewWaiting(desk, input)),
  accept: os.reviews.accept.handler(async ({ input, context: { desk, session } }) =>
    acceptSuggestion(desk, await session.actor(input.as), input.id, input),
  ),
  edit: os.reviews.edit.handler(async ({ input, context: { desk, session } }) =>
    editSuggestion(desk, await session.actor(input.as), input.id, input.value, input),
  ),
  reject: os.reviews.reject.handler(async ({ input, context: { desk, session } }) =>
    rejectSuggestion(desk, await session.actor(input.as), input.id, input.reason),
  ),
  unsure: os.reviews.unsure.handler(async ({ input, context: { desk, session } }) =>
    leaveUnsure(desk, await session.actor(input.as), input.id),
  ),
  undo: os.reviews.undo.handler(async ({ input, context: { desk, session } }) =>
    undoDecision(desk, await session.actor(input.as), input.id),
  ),
  withdraw: os.reviews.withdraw.handler(async ({ input, context: { desk, session } }) =>
    withdrawSuggestion(desk, await session.actor(input.as), input.id, input.reason),
  ),
  decideItem: os.reviews.decideItem.handler(async ({ input, context: { desk, session } }) =>
    decideItem(desk, await session.actor(input.as), input.item, input.task, input.kept),
  ),
  add: os.reviews.add.handler(async ({ input: { as, checks, override, ...addition }, context: { desk, session } }) =>
    addSuggestion(desk, await session.actor(as), { ...addition, given: { checks, override } }),
  ),
  check: os.reviews.check.handler(({ input, context: { desk } }) => checkText(desk, input.item, input.text)),
  decideComment: os.reviews.decideComment.handler(async ({ input: { comment, as, ...given }, context: { desk, session } }) =>
    decideComment(desk, await session.actor(as), comment, given),
  ),
  undoComment: os.reviews.undoComment.handler(async ({ input, context: { desk, session } }) =>
    undoComment(desk, await session.actor(input.as), input.comment),
  ),
  charter: os.reviews.charter.handler(({ context: { desk } }) => readCharter(desk)),
  saveCharter: os.reviews.saveCharter.handler(async ({ input, context: { desk } }) => {
    await saveCharter(desk, input)
    return { done: true as const }
  }),
  copy: os.reviews.copy.handler(async ({ input, context: { desk, session } }) => copyOutputs(desk, await session.actor(), input)),
  linkTargets: os.reviews.linkTargets.handler(({ input, context: { desk } }) => findLinkTargets(desk, input.item, input.query)),
}
