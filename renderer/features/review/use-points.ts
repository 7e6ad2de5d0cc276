// What the keys of the points queue ask: focus, tick, validate, edit, refuse, doubt, undo. It must not know how any of it looks.
import { useState } from 'react'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { blockingOf } from './claim-rules.ts'
import type { DeskProps } from './desk-props.ts'
import { toggleTick } from './desk-store.ts'
import { pointDecisions } from './point-decisions.ts'
import type { Asked } from './review-keys.ts'
import { useClaim, useFocusedClaim } from './use-claim.ts'

export type PointsWindow = 'refuse' | 'override' | 'withdraw' | 'add' | null

/** The focused claim of `claims` and everything the keys ask of it. */
export function usePoints(props: DeskProps, claims: readonly Suggestion[]) {
  const [window, setWindow] = useState<PointsWindow>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const { at, claim, focus } = useFocusedClaim(props.item, claims)
  const { open, own, check, needed, left, ready } = useClaim(props.item, claim)
  const decisions = pointDecisions(props, { claims, at, own, needed, focus })
  const validate = (override?: string) => {
    if (!ready) return
    setWindow(null)
    setEditing(null)
    decisions.validate(override)
  }
  const closing = (act: (reason: string) => void) => (reason: string) => {
    setWindow(null)
    act(reason)
  }
  const walk = (by: 1 | -1) => {
    const target = claims[at + by]
    if (target) focus(target.id)
    else props.onWalk(by)
  }
  const act = ({ action, slot }: Asked) => {
    const wanted = needed[slot]
    if (action === 'next' || action === 'previous') walk(action === 'next' ? 1 : -1)
    else if (action === 'add') setWindow(action)
    else if (action === 'undo') void decisions.undo()
    else if (!claim || !open) return
    else if (action === 'slot' && wanted) toggleTick(claim.id, wanted)
    else if (action === 'validate' && ready && blockingOf(check.flags).length > 0) setWindow('override')
    else if (action === 'validate') validate()
    else if (action === 'edit') setEditing(claim.id)
    else if (action === 'refuse') setWindow('refuse')
    else if (action === 'doubt' && claim.state !== 'unsure') decisions.doubt()
  }
  return {
    claim,
    at,
    check,
    left,
    ready,
    open,
    window,
    editing,
    act,
    focus,
    validate,
    refuse: closing(decisions.refuse),
    withdraw: closing(decisions.withdraw),
    setWindow,
    closeEditor: () => setEditing(null),
  }
}
