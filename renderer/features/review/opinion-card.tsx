// The machine's opinion on a comment, and what the person decided. It must not know how one decides.
import type { CharterClause, Comment, CommentVerdict } from '../../../shared/domain/comment.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { AskOpinion } from './ask-opinion.tsx'
import { CommentLetter } from './comment-letter.tsx'
import { agrees, opinionOf } from './comment-rules.ts'
import { useNames } from './use-item.ts'
import styles from './review.module.css'

function Quotes({ opinion, clauses }: { opinion: Suggestion; clauses: readonly CharterClause[] }) {
  const { t } = useWords()
  const quoted = opinion.evidence.flatMap((one) => (one.kind === 'clause' ? [one] : []))
  if (quoted.length === 0) return null
  return (
    <>
      <p className={styles['legend']}>{t('review.refuseComment.clause')}</p>
      <ul className={styles['findings']}>
        {quoted.map((one, index) => (
          <li key={index}>
            <strong>{clauses.find((clause) => clause.id === one.id)?.title ?? one.id}.</strong> {one.quote}
          </li>
        ))}
      </ul>
    </>
  )
}

export interface OpinionCardProps {
  readonly comment: string
  readonly opinion: Suggestion | null
  readonly clauses: readonly CharterClause[]
  /** The card asks to judge first, and the person has not yet. */
  readonly hidden: boolean
  readonly blurred: boolean
  readonly decision: CommentVerdict | null
}

/** `Avis de la machine`, in italics until the person chose. */
export function OpinionCard({ comment, opinion, clauses, hidden, blurred, decision }: OpinionCardProps) {
  const { t, percent } = useWords()
  const value = opinionOf(opinion)
  if (hidden) return <p className={styles['card']}>{t('review.comment.hiddenOpinion')}</p>
  if (!opinion || !value) return <AskOpinion key={comment} comment={comment} waiting={decision === null} />
  const side = value.hold === null ? 'unknown' : value.hold ? 'hold' : 'pass'
  const agreement = decision === null ? null : agrees(decision, value)
  return (
    <div
      className={classes(styles['card'], styles['opinion'], decision !== null && styles['settled'])}
      title={t('common.machineProposalBy', { engine: opinion.engine })}
    >
      <Chip tone={side === 'hold' ? 'red' : side === 'pass' ? 'green' : 'amber'} proposed={decision === null}>
        {t(`review.comment.${side}`)}
      </Chip>
      {value.probability === null ? null : (
        <p className={styles['note']}>{t('review.comment.probability', { share: percent(value.probability) })}</p>
      )}
      {blurred ? null : <Quotes opinion={opinion} clauses={clauses} />}
      {decision === null ? null : (
        <p className={styles['note']}>
          {t(agreement === null ? 'review.comment.noSide' : agreement ? 'review.comment.agree' : 'review.comment.disagree')}
        </p>
      )}
    </div>
  )
}

const tones = { publish: 'green', refuse: 'red', doubt: 'amber' } as const

/** What was decided, by whom, with which clause. */
export function DecisionCard({
  comment,
  decision,
  clauses,
  blurred,
}: {
  comment: Comment
  decision: CommentVerdict
  clauses: readonly CharterClause[]
  /** The text was not asked for yet; the letter quotes it. */
  blurred: boolean
}) {
  const { t, moment } = useWords()
  const nameOf = useNames()
  const { decided } = comment
  return (
    <div className={styles['card']}>
      <Chip tone={tones[decision]}>{t(`decided.${decision}`)}</Chip>
      {decided ? (
        <>
          <p className={styles['note']}>{`${nameOf(decided.by)}, ${moment(decided.at)}`}</p>
          {decided.clause ? (
            <p className={styles['note']}>{clauses.find((one) => one.id === decided.clause)?.title ?? decided.clause}</p>
          ) : null}
          {decided.note ? (
            <p className={styles['note']}>{`${t('common.named', { label: t('review.refuseComment.note') })} ${decided.note}`}</p>
          ) : null}
          {decided.publicReason ? <CommentLetter letter={decided.publicReason} blurred={blurred} /> : null}
        </>
      ) : null}
    </div>
  )
}
