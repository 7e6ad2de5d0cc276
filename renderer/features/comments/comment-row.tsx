// One comment in the list. It must not ask the core anything.
import type { Comment } from '../../../shared/domain/comment.ts'
import { Chip } from '../../ui/chip.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './comments.module.css'

interface CommentRowProps {
  readonly comment: Comment | undefined
  readonly chosen: string | undefined
  readonly article: string | undefined
}

/** Two lines of the text, date, decision; blank while it is being loaded. */
export function CommentRow({ comment, chosen, article }: CommentRowProps) {
  const { t, shortDate } = useWords()
  if (!comment) return <div className={styles['row']} aria-busy="true" />
  const decision = comment.decided?.decision
  return (
    <a
      className={styles['row']}
      href={hrefTo('comments', [comment.id], { article })}
      aria-current={chosen === comment.id ? 'true' : undefined}
      lang={comment.lang ?? undefined}
    >
      <span className={styles['rowText']}>{comment.body}</span>
      <span className={styles['meta']}>
        {comment.date ? shortDate(comment.date) : t('common.noDate')}{' '}
        {decision ? (
          <Chip tone={decision === 'publish' ? 'green' : decision === 'refuse' ? 'red' : 'amber'}>{t(`decided.${decision}`)}</Chip>
        ) : null}
      </span>
    </a>
  )
}
