// The comments queue: thread, comment and article in the middle; opinion on the right; the person decides.
// It must not know key points, tags or links.
import { Panes } from '../../ui/panes.tsx'
import { useWords } from '../../words/use-words.ts'
import { CommentPane } from './comment-pane.tsx'
import { quotedClauses, quotedPlaces } from './comment-rules.ts'
import { DecisionBar, type BarAction } from './decision-bar.tsx'
import { DeskPending } from './desk-pending.tsx'
import type { DeskProps } from './desk-props.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { DecisionCard, OpinionCard } from './opinion-card.tsx'
import { QueueList } from './queue-list.tsx'
import { RefuseCommentDialog, type Refusal } from './refuse-comment-dialog.tsx'
import { useComment } from './use-comment.ts'
import { useCommentItem } from './use-item.ts'
import { useReviewKeys } from './use-review-keys.ts'
import styles from './review.module.css'

type CommentState = ReturnType<typeof useComment>

function useCommentActions({ open, blurred }: CommentState): BarAction[] {
  const { t } = useWords()
  return [
    {
      action: 'publish',
      label: t('review.act.publish'),
      main: true,
      disabled: !open || blurred,
      why: blurred ? t('review.comment.revealFirst') : undefined,
    },
    { action: 'refuse', label: t('review.act.refuse'), disabled: !open },
    { action: 'doubt', label: t('review.act.doubtComment'), disabled: !open },
  ]
}

function Windows({ desk, item, quoted }: { desk: CommentState; item: string; quoted: readonly string[] }) {
  const { window, clauses, close, choose } = desk
  if (window === 'keys') return <KeysDialog task="moderation" open onClose={close} />
  if (window !== 'refuse') return null
  const refuse = (refusal: Refusal) => choose('refuse', refusal)
  return <RefuseCommentDialog id={item} clauses={clauses} quoted={quoted} onClose={close} onRefuse={refuse} />
}

/** The desk of comments. */
export function CommentDesk(props: DeskProps) {
  const { queue, experiment, item, at, next } = props
  const { t } = useWords()
  const answer = useCommentItem(item, next)
  const { comment, parents, article, opinion } = answer.data ?? { comment: undefined, parents: [], article: null, opinion: null }
  const desk = useComment(props, comment, opinion)
  const { act, hidden, blurred, decision, clauses } = desk
  const actions = useCommentActions(desk)
  useReviewKeys('moderation', item, act, true)
  const seen = hidden ? null : opinion
  return (
    <Panes
      listLabel={t('review.panes.list')}
      list={<QueueList task="moderation" experiment={experiment} items={queue.items} at={at} />}
      mainLabel={t('review.panes.text')}
      main={
        comment ? (
          <CommentPane
            comment={comment}
            parents={parents}
            article={article}
            places={quotedPlaces(seen, comment.id, comment.body)}
            blurred={blurred}
            onReveal={desk.harsh ? () => act({ action: 'reveal', slot: -1 }) : null}
          />
        ) : (
          <DeskPending failed={answer.error} onRetry={answer.reload} loading={t('review.loadingComment')} />
        )
      }
      sideLabel={t('review.panes.proposals')}
      side={
        comment ? (
          <>
            <h2 className={styles['sideHead']}>{t('review.comment.opinion')}</h2>
            <p className={styles['sideNote']}>{t('review.comment.toolNote')}</p>
            <div className={styles['cards']}>
              {decision === null ? null : <DecisionCard comment={comment} decision={decision} clauses={clauses} />}
              <OpinionCard comment={comment.id} opinion={opinion} clauses={clauses} hidden={hidden} blurred={blurred} decision={decision} />
            </div>
          </>
        ) : null
      }
      bar={
        <>
          <DecisionBar
            task="moderation"
            act={act}
            place={t('review.place.comment', { at: at + 1, of: queue.items.length })}
            actions={actions}
          />
          <Windows desk={desk} item={item} quoted={quotedClauses(seen)} />
        </>
      }
    />
  )
}
