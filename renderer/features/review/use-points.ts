// What one may do with the key points of an article: focus, tick, validate, edit, refuse, doubt, undo.
// It must not know how any of it looks.
import { useState } from 'react'
import { client } from '../../client.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { blockingOf, checksFor, isOpen, nextWaiting, textOf } from './claim-rules.ts'
import { decide, stillAt, undoLast } from './decide.ts'
import type { DeskProps } from './desk-props.ts'
import { setDraft, toggleTick, useDraft, useTicks } from './desk-store.ts'
import type { Asked } from './review-keys.ts'
import { useTextCheck } from './use-text-check.ts'

export type PointsWindow = 'refuse' | 'override' | 'withdraw' | 'add' | 'keys' | null

/** The focused claim of `claims` and everything the keys ask of it. */
export function usePoints({ item, onGo, onWalk, onDone }: DeskProps, claims: readonly Suggestion[]) {
  const [place, setPlace] = useState<{ item: string; id: string } | null>(null)
  const [window, setWindow] = useState<PointsWindow>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const chosen = place?.item === item ? claims.findIndex((claim) => claim.id === place.id) : -1
  const at = chosen >= 0 ? chosen : Math.max(0, nextWaiting(claims, -1))
  const claim = claims[at]
  const id = claim?.id ?? ''
  const draft = useDraft(id)
  const ticked = useTicks(id)
  // A stale claim is checked anew against the article as it reads now: its stored findings are about the old text.
  const own = claim && isOpen(claim) ? (draft ?? (claim.state === 'stale' ? textOf(claim) : null)) : null
  const check = useTextCheck(item, own, claim?.flags ?? [])
  const needed = checksFor(check.verbatim)
  const left = needed.filter((one) => !ticked.includes(one)).length
  const ready = claim !== undefined && isOpen(claim) && left === 0 && check.state !== 'checking' && own?.trim() !== ''

  const focus = (target: string) => setPlace({ item, id: target })
  const advance = () => {
    const next = nextWaiting(claims, at)
    const found = claims[next]
    if (found) focus(found.id)
    else onDone()
  }
  const comeBack = () => {
    if (location.hash.startsWith('#/review/')) onGo(item)
    focus(id)
  }
  const validate = (override?: string) => {
    if (!claim || !ready) return
    const given = { id, checks: [...needed], ...(override === undefined ? {} : { override }) }
    setWindow(null)
    setEditing(null)
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
    setWindow(null)
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
  const withdraw = (reason: string) => {
    setWindow(null)
    void decide({ item, ids: [id], state: 'withdrawn' }, () => client.reviews.withdraw({ id, reason }))
  }
  const open = claim !== undefined && isOpen(claim)
  const ask = () => {
    if (blockingOf(check.flags).length > 0) setWindow('override')
    else validate()
  }
  const act = ({ action, slot }: Asked) => {
    const wanted = needed[slot]
    if (action === 'slot' && open && wanted) toggleTick(id, wanted)
    else if (action === 'validate' && ready) ask()
    else if (action === 'edit' && open) setEditing(id)
    else if (action === 'refuse' && open) setWindow('refuse')
    else if (action === 'doubt' && open && claim.state !== 'unsure') leave('unsure', () => client.reviews.unsure({ id }))
    else if (action === 'add') setWindow('add')
    else if (action === 'keys') setWindow('keys')
    else if (action === 'undo') void undo()
    else if (action === 'next' || action === 'previous') walk(action === 'next' ? 1 : -1)
  }
  const walk = (by: 1 | -1) => {
    const target = claims[at + by]
    if (target) focus(target.id)
    else onWalk(by)
  }
  const refuse = (reason: string) => leave('rejected', () => client.reviews.reject({ id, reason }))
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
    refuse,
    withdraw,
    setWindow,
    closeEditor: () => setEditing(null),
  }
}
