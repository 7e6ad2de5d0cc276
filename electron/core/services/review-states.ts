// The state machine of a suggestion: which act leads from where to where. Pure.
import { DeskError } from '../../../shared/domain/error.ts'
import type { SuggestionState } from '../../../shared/domain/suggestion.ts'

export const reviewActs = ['accept', 'edit', 'reject', 'unsure', 'undo', 'withdraw', 'expire'] as const
export type ReviewAct = (typeof reviewActs)[number]

const decidable: readonly SuggestionState[] = ['proposed', 'unsure', 'stale']
const validated: readonly SuggestionState[] = ['accepted', 'edited']

const allowedFrom: Record<ReviewAct, readonly SuggestionState[]> = {
  accept: decidable,
  edit: decidable,
  reject: decidable,
  unsure: ['proposed', 'stale'],
  undo: ['accepted', 'edited', 'rejected', 'unsure'],
  withdraw: validated,
  expire: ['proposed', 'accepted', 'edited', 'unsure'],
}

const leadsTo: Record<Exclude<ReviewAct, 'undo'>, SuggestionState> = {
  accept: 'accepted',
  edit: 'edited',
  reject: 'rejected',
  unsure: 'unsure',
  withdraw: 'withdrawn',
  expire: 'stale',
}

/** True when an output in this state may leave the desk. */
export function mayLeave(state: SuggestionState): boolean {
  return validated.includes(state)
}

/**
 * The state after `act`.
 *
 * @param previous what `undo` goes back to.
 * @throws DeskError `bad-transition` when the act is impossible from `from`; `stale` when the
 *   suggestion's article changed and the act would validate the old text as it stands.
 */
export function nextState(
  act: ReviewAct,
  from: SuggestionState,
  context: { exported: boolean; previous: SuggestionState | null },
): SuggestionState {
  if (act === 'accept' && from === 'stale') {
    throw new DeskError('stale', 'suggestion', 'its article changed since it was made: edit, refuse, or ask again', { state: from })
  }
  // What left and then grew old must still be callable back.
  const recall = act === 'withdraw' && from === 'stale' && context.exported
  if (!allowedFrom[act].includes(from) && !recall) {
    throw new DeskError('bad-transition', 'suggestion', `cannot ${act} what is ${from}`, { act, state: from })
  }
  if (act === 'undo') {
    if (context.exported) {
      throw new DeskError('bad-transition', 'suggestion', 'already exported: withdraw it, with a reason', {
        act,
        state: from,
        exported: true,
      })
    }
    return context.previous ?? 'proposed'
  }
  return leadsTo[act]
}
