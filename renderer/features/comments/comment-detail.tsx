// One comment whole: text, parents, article, past and present decisions, the machine's opinion. It must not decide.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { Comment } from '../../../shared/domain/comment.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { Chip } from '../../ui/chip.tsx'
import { hrefTo } from '../../ui/router.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './comments.module.css'

/** The comment on the sheet. */
export function CommentDetail({ id }: { readonly id: string }) {
  const words = useWords()
  const { t, moment, shortDate } = words
  const { data, error, reload } = useQuery(`comment:${id}`, () => client.comments.show({ id }), {
    refreshOn: ['comment.changed', 'suggestion.changed'],
  })
  if (!data) return error ? <ErrorState text={words.error(error)} onRetry={reload} /> : <Loading />
  const { comment, article, parents, opinion } = data
  const { decided } = comment
  return (
    <div className={styles['detail']}>
      <p className={styles['meta']}>
        {t('common.named', { label: t('comments.under') })}{' '}
        {article ? <a href={hrefTo('articles', [article.id])}>{article.title || t('common.untitled')}</a> : t('comments.noArticle')}
      </p>
      {parents.map((parent) => (
        <blockquote key={parent.id} className={styles['parent']}>
          <p className={styles['meta']}>{t('comments.replyTo')}</p>
          {parent.body}
        </blockquote>
      ))}
      <p className={styles['body']} lang={comment.lang ?? undefined} translate="no">
        {comment.body}
      </p>
      <p className={styles['meta']}>
        {[
          comment.author ? t('comments.author', { author: comment.author }) : t('comments.anonymous'),
          comment.date ? shortDate(comment.date) : t('common.noDate'),
        ].join(' · ')}
      </p>
      <p className={styles['chips']}>
        {comment.masked > 0 ? <Chip>{t('comments.masked', { count: comment.masked })}</Chip> : null}
        {comment.label === null ? null : <Chip>{t(comment.label === 1 ? 'comments.past.held' : 'comments.past.published')}</Chip>}
        {decided ? (
          <Chip tone={decided.decision === 'publish' ? 'green' : decided.decision === 'refuse' ? 'red' : 'amber'}>
            {t('comments.decidedBy', { decision: t(`decided.${decided.decision}`), name: decided.by, at: moment(decided.at) })}
          </Chip>
        ) : null}
      </p>
      {decided ? <Decision decided={decided} /> : null}
      {opinion ? <Opinion opinion={opinion} /> : null}
    </div>
  )
}

function Decision({ decided }: { readonly decided: NonNullable<Comment['decided']> }) {
  const { t } = useWords()
  const lines = [
    decided.clause ? t('comments.clause', { clause: decided.clause }) : null,
    decided.publicReason ? `${t('comments.publicReason')} : ${decided.publicReason}` : null,
    decided.note ? `${t('comments.note')} : ${decided.note}` : null,
  ].filter((line) => line !== null)
  return lines.map((line) => <p key={line}>{line}</p>)
}

function Opinion({ opinion }: { readonly opinion: Suggestion }) {
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
          {t('comments.clause', { clause })}
        </p>
      ))}
    </section>
  )
}
