// What one may do with a comment: publish, refuse, doubt, reveal, undo; whether the opinion may be seen.
// It must not know how any of it looks.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { Comment, CommentVerdict } from '../../../shared/domain/comment.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { isBlurred } from './comment-rules.ts'
import { notifyRefused, stillAt, track, undoLast } from './decide.ts'
import type { DeskProps } from './desk-props.ts'
import { remember } from './desk-store.ts'
import type { Refusal } from './refuse-comment-dialog.tsx'
import type { Asked } from './review-keys.ts'

type Ahead = { item: string; decision: CommentVerdict | null }

/** Whether the card of the opinion's experiment, or of the queue's when there is none yet, asks to judge first; null while not known. */
function useJudgeFirst(opinion: Suggestion | null, experiment: string | undefined): boolean | null {
  const id = opinion?.experiment ?? experiment ?? null
  const { data, error } = useQuery(id === null ? null : `review-experiment:${id}`, () => client.experiments.show({ id: id ?? '' }))
  if (id === null || error) return false
  return data ? data.card.judgeFirst : null
}

/** The state and actions of the comments desk. */
export function useComment(
  { item, experiment, onGo, onWalk, onDone }: DeskProps,
  comment: Comment | undefined,
  opinion: Suggestion | null,
) {
  const { t } = useWords()
  const [window, setWindow] = useState<'refuse' | 'keys' | null>(null)
  const [ahead, setAhead] = useState<Ahead | null>(null)
  const [revealed, setRevealed] = useState<string | null>(null)
  const charter = useQuery('review-charter', () => client.reviews.charter({}))
  const judgeFirst = useJudgeFirst(opinion, experiment)
  const decision = ahead?.item === item ? ahead.decision : (comment?.decided?.decision ?? null)
  const hidden = decision === null && judgeFirst !== false
  const clauses = charter.data?.clauses ?? []
  const harsh = !hidden && isBlurred(opinion, clauses)
  const blurred = harsh && revealed !== item
  const open = comment !== undefined && decision === null

  const choose = (verdict: CommentVerdict, refusal: Partial<Refusal> = {}) => {
    setWindow(null)
    setAhead({ item, decision: verdict })
    // Judging first, the person sees the opinion afterwards, and goes on when it was read.
    if (judgeFirst !== true) onDone()
    const writing = client.reviews.decideComment({ comment: item, decision: verdict, ...refusal }).then(
      () => {
        remember({ kind: 'comment', item })
        if (judgeFirst === true) notify(t(`review.said.${verdict}`))
      },
      (thrown: unknown) => {
        setAhead(null)
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
    setAhead({ item: back, decision: null })
    if (back !== item && stillAt(here)) onGo(back)
  }
  const act = ({ action }: Asked) => {
    if (action === 'publish' && open && blurred) notify(t('review.comment.revealFirst'))
    else if (action === 'publish' && open) choose('publish')
    else if (action === 'refuse' && open) setWindow('refuse')
    else if (action === 'doubt' && open) choose('doubt')
    else if (action === 'reveal' && harsh) setRevealed(blurred ? item : null)
    else if (action === 'keys') setWindow('keys')
    else if (action === 'undo') void undo()
    else if (action === 'next' || action === 'previous') onWalk(action === 'next' ? 1 : -1)
  }
  return { decision, hidden, harsh, blurred, open, clauses, window, act, choose, close: () => setWindow(null) }
}
