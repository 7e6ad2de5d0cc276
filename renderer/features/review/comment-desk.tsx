// The comments queue: thread, comment and article in the middle; opinion on the right; the person decides.
// It must not know key points, tags or links.
import type { Article } from '../../../shared/domain/article.ts'
import type { Comment } from '../../../shared/domain/comment.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { Button } from '../../ui/button.tsx'
import { Panes } from '../../ui/panes.tsx'
import { useKeyLabel } from '../../ui/use-keyboard.ts'
import { useWords } from '../../words/use-words.ts'
import { CommentPane } from './comment-pane.tsx'
import { CommentExposure } from './comment-exposure.tsx'
import { quotedPlaces } from './comment-rules.ts'
import { DecisionBar, type BarAction } from './decision-bar.tsx'
import { DeskPending } from './desk-pending.tsx'
import type { DeskProps } from './desk-props.ts'
import { DecisionCard, OpinionCard } from './opinion-card.tsx'
import { QueueList } from './queue-list.tsx'
import { RefuseCommentDialog } from './refuse-comment-dialog.tsx'
import { SimilarDecisions } from './similar-decisions.tsx'
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

interface SideProps {
  readonly desk: CommentState
  readonly comment: Comment
  readonly opinion: Suggestion | null
}

/** The opinion, the decision, and past ones on similar comments. */
function CommentSide({ desk, comment, opinion }: SideProps) {
  const { t } = useWords()
  const keyLabel = useKeyLabel()
  const { decision, clauses, hidden, blurred, similar, act } = desk
  return (
    <>
      <h2 className={styles['sideHead']}>{t('review.comment.opinion')}</h2>
      <p className={styles['sideNote']}>{t('review.comment.toolNote')}</p>
      <div className={styles['cards']}>
        {decision === null ? null : <DecisionCard comment={comment} decision={decision} clauses={clauses} blurred={blurred} />}
        <OpinionCard comment={comment.id} opinion={opinion} clauses={clauses} hidden={hidden} blurred={blurred} decision={decision} />
        <CommentExposure harsh={desk.harsh} />
        {similar ? null : (
          <Button size="small" kind="quiet" keyHint={keyLabel('comments.similar')} onClick={() => act({ action: 'similar', slot: -1 })}>
            {t('commentDesk.similar.open')}
          </Button>
        )}
      </div>
      {similar ? <SimilarDecisions key={comment.id} comment={comment.id} clauses={clauses} onClose={desk.closeSimilar} /> : null}
    </>
  )
}

/** The window `R` opens on the comment. */
function RefusalWindow({ desk, comment, article, opinion }: SideProps & { readonly article: Article | null }) {
  if (desk.window !== 'refuse') return null
  return (
    <RefuseCommentDialog
      key={comment.id}
      comment={comment}
      articleTitle={article?.title || null}
      charter={desk.charter}
      seen={desk.hidden ? null : opinion}
      withheld={desk.hidden && opinion !== null}
      blurred={desk.blurred}
      onReveal={() => desk.reveal([comment.id])}
      onClose={desk.close}
      onRefuse={(refusal) => desk.choose('refuse', refusal)}
    />
  )
}

/** The desk of comments. */
export function CommentDesk(props: DeskProps) {
  const { queue, experiment, item, at, next } = props
  const { t } = useWords()
  const answer = useCommentItem(item, next)
  const { comment, parents, article, opinion } = answer.data ?? { comment: undefined, parents: [], article: null, opinion: null }
  const desk = useComment(props, comment, parents, opinion)
  const { act, hidden, blurred } = desk
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
            byMachine={desk.byMachine}
            onReveal={desk.harsh ? () => desk.reveal([comment.id]) : null}
            veiled={desk.veiled}
            veiledNow={desk.veiledNow}
            onRevealParent={(id) => desk.reveal([id])}
          />
        ) : (
          <DeskPending failed={answer.error} onRetry={answer.reload} loading={t('review.loadingComment')} />
        )
      }
      sideLabel={t('review.panes.proposals')}
      side={comment ? <CommentSide desk={desk} comment={comment} opinion={opinion} /> : null}
      bar={
        <>
          <DecisionBar
            task="moderation"
            act={act}
            place={t('review.place.comment', { at: at + 1, of: queue.items.length })}
            actions={actions}
          />
          {comment ? <RefusalWindow desk={desk} comment={comment} article={article} opinion={opinion} /> : null}
        </>
      }
    />
  )
}
