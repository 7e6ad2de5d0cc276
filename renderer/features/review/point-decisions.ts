// The decisions on one key point: shown at once, written behind, taken back when the core refuses.
// It must not know the keys or the windows.
import { client } from '../../client.ts'
import type { Check, Suggestion } from '../../../shared/domain/suggestion.ts'
import { isOpen, nextWaiting } from './claim-rules.ts'
import { decide, stillAt, undoLast } from './decide.ts'
import type { DeskProps } from './desk-props.ts'
import { setDraft } from './desk-store.ts'

export interface Decidable {
  readonly claims: readonly Suggestion[]
  readonly at: number
  /** The person's text, or null to take the machine's as it is. */
  readonly own: string | null
  readonly needed: readonly Check[]
  readonly focus: (id: string) => void
}

/** Validate, refuse, doubt, undo, withdraw: each goes on to the next claim without waiting for the core. */
export function pointDecisions({ queue, item, onGo, onDone }: DeskProps, { claims, at, own, needed, focus }: Decidable) {
  const claim = claims[at]
  const id = claim?.id ?? ''
  const advance = () => {
    const found = claims[nextWaiting(claims, at)]
    if (found) focus(found.id)
    else onDone()
  }
  const comeBack = () => {
    queue.recheck(item)
    if (location.hash.startsWith('#/review/')) onGo(item)
    focus(id)
  }
  const validate = (override?: string) => {
    const given = { id, checks: [...needed], ...(override === undefined ? {} : { override }) }
    advance()
    const value = own === null ? null : { text: own.trim() }
    const call = value === null ? () => client.reviews.accept(given) : () => client.reviews.edit({ ...given, value })
    void decide({ item, ids: [id], state: value === null ? 'accepted' : 'edited', ...(value === null ? {} : { value }) }, call).then(
      (written) => {
        if (written) setDraft(id, null)
        else comeBack()
      },
    )
  }
  const leave = (state: 'rejected' | 'unsure', call: () => Promise<unknown>) => {
    advance()
    void decide({ item, ids: [id], state }, call).then((written) => {
      if (!written) comeBack()
    })
  }
  const undo = async () => {
    const looked = claim && !isOpen(claim) ? ({ kind: 'suggestions', item, ids: [id] } as const) : null
    const here = location.hash
    const back = await undoLast('suggestions', looked)
    if (back !== null && back !== item && stillAt(here)) onGo(back)
  }
  return {
    validate,
    refuse: (reason: string) => leave('rejected', () => client.reviews.reject({ id, reason })),
    doubt: () => leave('unsure', () => client.reviews.unsure({ id })),
    undo,
    withdraw: (reason: string) => void decide({ item, ids: [id], state: 'withdrawn' }, () => client.reviews.withdraw({ id, reason })),
  }
}
