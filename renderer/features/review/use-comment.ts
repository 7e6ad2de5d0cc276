// What one may do with a comment: publish, refuse, doubt, reveal, undo; whether the opinion may be seen.
// It must not know how any of it looks.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries } from '../../client-query.ts'
import type { Comment, CommentVerdict } from '../../../shared/domain/comment.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { useRemembered } from '../../ui/remembered.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords, wordsNow } from '../../words/use-words.ts'
import { copyLetter } from './comment-letter.tsx'
import { notifyRefused, stillAt, track, undoLast } from './decide.ts'
import type { DeskProps } from './desk-props.ts'
import { remember } from './desk-store.ts'
import type { Asked } from './review-keys.ts'
import { useCommentView } from './use-comment-view.ts'
import { giveBackRefusal, settleRefusal, type Refusal } from './use-refusal.ts'

type Ahead = { item: string; decision: CommentVerdict | null }

/** The core wrote the decision: what is said, and what is half-written no more. */
function written(item: string, verdict: CommentVerdict, refusal: Refusal | null, stays: boolean): void {
  const { t } = wordsNow()
  remember({ kind: 'comment', item })
  // The person may be gone already: what was read of this comment before the decision must not come back.
  refreshQueries(`review-comment:${item}`)
  if (refusal) settleRefusal(item, refusal)
  const letter = refusal?.publicReason ?? ''
  const copy = { label: t('statement.window.copy'), run: () => void copyLetter(letter), undoes: false as const }
  if (letter !== '') notify(t(`review.said.${verdict}`), { action: copy })
  else if (stays) notify(t(`review.said.${verdict}`))
}

/** The state and actions of the comments desk. */
export function useComment(
  { queue, item, experiment, onGo, onWalk, onDone }: DeskProps,
  comment: Comment | undefined,
  parents: readonly Comment[],
  opinion: Suggestion | null,
) {
  const { t } = useWords()
  const [window, setWindow] = useState<'refuse' | null>(null)
  const [ahead, setAhead] = useState<Ahead | null>(null)
  const [similar, setSimilar] = useRemembered('review.similar', false)
  const decision = ahead?.item === item ? ahead.decision : (comment?.decided?.decision ?? null)
  const view = useCommentView({ item, comment, parents, opinion, experiment, decision })
  const { judgeFirst, blurred, harsh, veiled, reveal } = view
  const open = comment !== undefined && decision === null

  const choose = (verdict: CommentVerdict, refusal: Refusal | null = null) => {
    setWindow(null)
    setAhead({ item, decision: verdict })
    // Judging first, the person sees the opinion afterwards, and goes on when it was read.
    if (judgeFirst !== true) onDone()
    const writing = client.reviews.decideComment({ comment: item, decision: verdict, ...refusal }).then(
      () => written(item, verdict, refusal, judgeFirst === true),
      (thrown: unknown) => {
        setAhead(null)
        queue.recheck(item)
        if (location.hash.startsWith('#/review/')) onGo(item)
        notifyRefused(thrown)
      },
    )
    void track(writing)
  }
  const undo = async () => {
    const here = location.hash
    const back = await undoLast('comment', open ? null : { kind: 'comment', item })
    if (back === null) return
    giveBackRefusal(back)
    refreshQueries(`review-comment:${back}`)
    setAhead({ item: back, decision: null })
    if (back !== item && stillAt(here)) onGo(back)
  }
  const act = ({ action }: Asked) => {
    if (action === 'publish' && open && blurred) notify(t('review.comment.revealFirst'))
    else if (action === 'publish' && open) choose('publish')
    else if (action === 'refuse' && open) setWindow('refuse')
    else if (action === 'doubt' && open) choose('doubt')
    else if (action === 'reveal') reveal(harsh ? [item] : veiled)
    else if (action === 'similar') setSimilar(!similar)
    else if (action === 'undo') void undo()
    else if (action === 'next' || action === 'previous') onWalk(action === 'next' ? 1 : -1)
  }
  return { ...view, decision, open, window, similar, closeSimilar: () => setSimilar(false), act, choose, close: () => setWindow(null) }
}
