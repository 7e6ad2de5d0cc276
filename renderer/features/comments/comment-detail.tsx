// One comment whole: text, parents, article, past and present decisions, the machine's opinion. It must not decide.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { CharterClause, Comment } from '../../../shared/domain/comment.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { wasRefusedHarshly } from '../../../shared/domain/harsh.ts'
import { BlurredText } from '../../ui/blurred-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useExposure } from '../../ui/use-exposure.ts'
import { hrefTo } from '../../ui/router.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './comments.module.css'

/** The comment on the sheet. */
export function CommentDetail({ id }: { readonly id: string }) {
  const words = useWords()
  const { t, shortDate } = words
  const { data, error, reload } = useQuery(`comment:${id}`, () => client.comments.show({ id }), {
    refreshOn: ['comment.changed', 'suggestion.changed'],
  })
  const charter = useQuery('comments-charter', () => client.reviews.charter({}), { refreshOn: ['settings.changed'] })
  const marks = useQuery(`comment-mark:${id}`, () => client.moderation.marks({ comments: [id] }), {
    refreshOn: ['comment.changed', 'suggestion.changed'],
  })
  if (!data) return error ? <ErrorState text={words.error(error)} onRetry={reload} /> : <Loading />
  if (!charter.data || !marks.data)
    return charter.error || marks.error ? <ErrorState text={t('comments.failed')} onRetry={marks.reload} /> : <Loading />
  const { comment, article, parents, opinion } = data
  const { clauses } = charter.data
  const harsh = marks.data[0]?.harsh === true
  const { decided } = comment
  return (
    <div className={styles['detail']}>
      <p className={styles['meta']}>
        {t('common.named', { label: t('comments.under') })}{' '}
        {article ? <a href={hrefTo('articles', [article.id])}>{article.title || t('common.untitled')}</a> : t('comments.noArticle')}
        {article ? (
          <>
            {' · '}
            <a href={hrefTo('comments', [id], { article: article.id })}>{t('comments.allOfArticle')}</a>
          </>
        ) : null}
      </p>
      {parents.map((parent) => (
        <blockquote key={parent.id} className={styles['parent']}>
          <p className={styles['meta']}>{t('comments.replyTo')}</p>
          <Veiled id={parent.id} harsh={wasRefusedHarshly(parent, clauses)} text={parent.body} />
        </blockquote>
      ))}
      <div className={styles['body']} lang={comment.lang ?? undefined} translate="no">
        <Veiled id={comment.id} harsh={harsh} text={comment.body} />
      </div>
      <p className={styles['meta']}>
        {[
          comment.author ? t('comments.author', { author: comment.author }) : t('comments.anonymous'),
          comment.date ? shortDate(comment.date) : t('common.noDate'),
        ].join(' · ')}
      </p>
      <Standing comment={comment} />
      {decided ? <Decision decided={decided} clauses={clauses} /> : null}
      {opinion ? <Opinion opinion={opinion} clauses={clauses} /> : null}
    </div>
  )
}

/** What was masked, what was decided in the past, what was decided here and by whom. */
function Standing({ comment }: { readonly comment: Comment }) {
  const { t, moment } = useWords()
  const people = useQuery('people', () => client.people.list({}), { refreshOn: ['settings.changed'] })
  const { decided } = comment
  const nameOf = (id: string) => people.data?.find((person) => person.id === id)?.name ?? id
  return (
    <p className={styles['chips']}>
      {comment.masked > 0 ? <Chip>{t('comments.masked', { count: comment.masked })}</Chip> : null}
      {comment.label === null ? null : <Chip>{t(comment.label === 1 ? 'comments.past.held' : 'comments.past.published')}</Chip>}
      {decided ? (
        <Chip tone={decided.decision === 'publish' ? 'green' : decided.decision === 'refuse' ? 'red' : 'amber'}>
          {t('comments.decidedBy', {
            decision: t(`decided.${decided.decision}`),
            name: nameOf(decided.by),
            at: moment(decided.at),
          })}
        </Chip>
      ) : null}
    </p>
  )
}

/** A text, blurred until asked for when it is harsh; each opening is counted for the person alone. */
function Veiled({ id, harsh, text }: { readonly id: string; readonly harsh: boolean; readonly text: string }) {
  const { t } = useWords()
  const exposure = useExposure()
  const [open, setOpen] = useState(false)
  const turn = () => {
    if (!open) exposure.note(id)
    setOpen(!open)
  }
  return (
    <>
      <BlurredText blurred={harsh && !open} label={t('commentDesk.blur.text')}>
        {text}
      </BlurredText>
      {harsh ? (
        <span className={styles['unveil']}>
          <Button size="small" onClick={turn}>
            {t(open ? 'commentDesk.blur.hide' : 'commentDesk.blur.read')}
          </Button>
        </span>
      ) : null}
    </>
  )
}

interface DecisionProps {
  readonly decided: NonNullable<Comment['decided']>
  readonly clauses: readonly CharterClause[]
}

function Decision({ decided, clauses }: DecisionProps) {
  const { t } = useWords()
  const lines = [
    decided.clause ? t('comments.clause', { clause: clauses.find(({ id }) => id === decided.clause)?.title ?? decided.clause }) : null,
    decided.note ? `${t('comments.note')} : ${decided.note}` : null,
  ].filter((line) => line !== null)
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {decided.publicReason ? (
        <details className={styles['letter']}>
          <summary>{t('comments.publicReason')}</summary>
          <p>{decided.publicReason}</p>
        </details>
      ) : null}
    </>
  )
}

function Opinion({ opinion, clauses }: { readonly opinion: Suggestion; readonly clauses: readonly CharterClause[] }) {
  const { t, percent } = useWords()
  if (!('hold' in opinion.value)) return null
  const { hold, probability } = opinion.value
  const share = probability === null ? '' : percent(probability)
  return (
    <section className={styles['opinion']} aria-label={t('comments.opinion')}>
      <h2 className={styles['opinionTitle']}>{t('comments.opinion')}</h2>
      <p className={styles['machine']}>
        {hold === null ? t('comments.opinionNone') : t(hold ? 'comments.opinionHold' : 'comments.opinionPass', { share })}
      </p>
      {opinion.value.clauses.map((clause) => (
        <p key={clause} className={styles['machine']}>
          {t('comments.clause', { clause: clauses.find(({ id }) => id === clause)?.title ?? clause })}
        </p>
      ))}
    </section>
  )
}
