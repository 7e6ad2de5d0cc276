// Why something can no longer be taken back. It must not know who asks, nor how the page says it.
import { DeskError } from '../../../shared/domain/error.ts'

/** What happened since and rests on it; the page has a sentence for each. */
export type Since =
  | 'changed'
  | 'decided'
  | 'used'
  | 'named'
  | 'run'
  | 'outputs'
  | 'approved'
  | 'begun'
  | 'concluded'
  | 'erased'
  | 'other-person'
  | 'leant'
  | 'worked'
  | 'nothing'

const why: Record<Since, string> = {
  changed: 'it was changed again since',
  decided: 'something was validated on it since',
  used: 'something rests on it by now',
  named: 'the ledger or a card names them',
  run: 'a run was started since',
  outputs: 'outputs were brought to it since',
  approved: 'it was approved since',
  begun: 'work on it has begun',
  concluded: 'it was concluded since',
  erased: 'what it was before was erased',
  'other-person': 'only the person who did it may take it back',
  leant: 'somebody worked with what it brought since',
  worked: 'somebody worked with it since',
  nothing: 'there is nothing to take back',
}

/** `bad-transition` with `details.since`. */
export function noWayBack(what: string, since: Since): DeskError {
  return new DeskError('bad-transition', what, `cannot be taken back: ${why[since]}`, { since })
}
