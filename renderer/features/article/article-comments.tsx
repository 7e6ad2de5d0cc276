// The comments under an article, a few of them. It must not decide them.
import type { Comment } from '../../../shared/domain/comment.ts'
import { Chip } from '../../ui/chip.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './article.module.css'

const shown = 5

/** The section of comments. */
export function ArticleComments({ article, comments }: { readonly article: string; readonly comments: readonly Comment[] }) {
  const { t, number, shortDate } = useWords()
  return (
    <section aria-label={t('article.comments')} className={styles['section']}>
      <h2 className={styles['heading']}>
        {t('article.comments')} {comments.length > 0 ? <span>{number(comments.length)}</span> : null}
      </h2>
      {comments.length === 0 ? <p className={styles['by']}>{t('article.noComments')}</p> : null}
      <ul className={styles['lines']}>
        {comments.slice(0, shown).map((comment) => (
          <li key={comment.id} className={styles['comment']}>
            <a href={hrefTo('comments', [comment.id])}>{comment.body.length > 180 ? `${comment.body.slice(0, 180)}…` : comment.body}</a>
            <p className={styles['by']}>
              {comment.date ? shortDate(comment.date) : t('common.noDate')}{' '}
              {comment.decided ? (
                <Chip tone={comment.decided.decision === 'publish' ? 'green' : 'red'}>{t(`decided.${comment.decided.decision}`)}</Chip>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {comments.length > shown ? <a href={hrefTo('comments', [], { article })}>{t('article.moreComments')}</a> : null}
    </section>
  )
}
