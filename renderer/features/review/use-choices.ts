// What one may do with the tags or links of an article: keep by digit, decide the article, add, undo.
// It must not know how any of it looks.
import { useState } from 'react'
import { client } from '../../client.ts'
import type { Suggestion, SuggestionValue } from '../../../shared/domain/suggestion.ts'
import type { TextSpan } from '../../../shared/domain/text-span.ts'
import { isOpen } from './claim-rules.ts'
import { notifyRefused, stillAt, track, undoLast } from './decide.ts'
import type { DeskProps } from './desk-props.ts'
import { chosenLinkType, remember, settle, showAhead, takeBack, toggleKept, useKept } from './desk-store.ts'
import type { Asked } from './review-keys.ts'

export type ChoicesWindow = 'add' | null

/** Writes the whole article. What was proposed before the article changed cannot be accepted as it stood: it is decided one by one, anew. */
async function decideAll(item: string, task: 'tags' | 'links', open: readonly Suggestion[], kept: readonly string[]): Promise<void> {
  const own = new Map(open.flatMap((one) => (kept.includes(one.id) && isRetyped(one) ? [[one.id, retyped(one)]] : [])))
  // What a person changed is an edit of its own; the article's decision would refuse what it does not name.
  for (const [id, value] of own) await client.reviews.edit({ id, value, checks: [] })
  const fresh = open.filter((one) => one.state !== 'stale' && !own.has(one.id)).map((one) => one.id)
  if (fresh.length > 0) await client.reviews.decideItem({ item, task, kept: kept.filter((id) => fresh.includes(id)) })
  for (const { id, value, state } of open) {
    if (state !== 'stale' || own.has(id)) continue
    if (kept.includes(id)) await client.reviews.edit({ id, value, checks: [] })
    else await client.reviews.reject({ id })
  }
}

function isRetyped({ id, value }: Suggestion): boolean {
  const type = chosenLinkType(id)
  return type !== undefined && 'anchor' in value && value.type !== type
}

function retyped({ id, value }: Suggestion): SuggestionValue {
  const type = chosenLinkType(id)
  return 'anchor' in value && type !== undefined ? { ...value, type } : value
}

/** The words selected in the article, as an anchor. The selection must lie in one place of the body. */
function selectedAnchor(body: string): TextSpan | null {
  const quote = document.getSelection()?.toString().trim() ?? ''
  if (quote === '' || quote.length > 200) return null
  const start = body.indexOf(quote)
  return start < 0 ? null : { start, end: start + quote.length, quote }
}

/** The state and actions of the tags or links desk. */
export function useChoices(
  { queue, item, onGo, onWalk, onDone }: DeskProps,
  task: 'tags' | 'links',
  choices: readonly Suggestion[],
  body: string,
) {
  const [window, setWindow] = useState<ChoicesWindow>(null)
  const [anchor, setAnchor] = useState<TextSpan | null>(null)
  const ticked = useKept()
  const open = choices.filter(isOpen)
  const kept = open.filter((one) => ticked[one.id]).map((one) => one.id)
  const decideItem = () => {
    if (open.length === 0) return onDone()
    const ids = open.map((one) => one.id)
    showAhead(kept, 'accepted')
    showAhead(
      ids.filter((id) => !kept.includes(id)),
      'rejected',
    )
    onDone()
    const writing = decideAll(item, task, open, kept).then(
      () => {
        settle(ids)
        remember({ kind: 'suggestions', item, ids })
      },
      (thrown: unknown) => {
        takeBack(ids)
        queue.recheck(item)
        if (location.hash.startsWith('#/review/')) onGo(item)
        notifyRefused(thrown)
      },
    )
    void track(writing)
  }
  const undo = async () => {
    const decided = choices.filter((one) => one.state === 'accepted' || one.state === 'rejected').map((one) => one.id)
    const here = location.hash
    const back = await undoLast('suggestions', open.length === 0 && decided.length > 0 ? { kind: 'suggestions', item, ids: decided } : null)
    if (back !== null && back !== item && stillAt(here)) onGo(back)
  }
  const act = ({ action, slot }: Asked) => {
    const chosen = choices[slot]
    if (action === 'slot' && chosen && isOpen(chosen)) toggleKept(chosen.id)
    else if (action === 'decide') decideItem()
    else if (action === 'undo') void undo()
    else if (action === 'next' || action === 'previous') onWalk(action === 'next' ? 1 : -1)
    else if (action === 'add') {
      setAnchor(selectedAnchor(body))
      setWindow('add')
    }
  }
  return { open, kept, ticked, act, window, anchor, close: () => setWindow(null) }
}
