// One comment in the list. It must not ask the core anything.
import { BlurredText } from '../../ui/blurred-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { hrefTo, type Query } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import type { ListedComment } from './list-comments.ts'
import styles from './comments.module.css'

interface CommentRowProps {
  readonly listed: ListedComment | undefined
  readonly chosen: string | undefined
  /** The list it stands in, kept in the address. */
  readonly address: Query
  /** False where all are of one article. */
  readonly showsArticle: boolean
}

/** Two lines of the text (blurred when harsh), its article, date, decision; blank while it is being loaded. */
export function CommentRow({ listed, chosen, address, showsArticle }: CommentRowProps) {
  const { t, shortDate } = useWords()
  if (!listed) return <div className={styles['row']} aria-busy="true" />
  const { comment, mark } = listed
  const decision =
    comment.decided?.decision ?? comment.decision ?? (comment.label === null ? null : comment.label === 1 ? 'refuse' : 'publish')
  const tone = decision === 'publish' ? 'green' : decision === 'refuse' ? 'red' : 'amber'
  return (
    <a className={styles['row']} href={hrefTo('comments', [comment.id], address)} aria-current={chosen === comment.id ? 'true' : undefined}>
      <span className={styles['rowText']} lang={comment.lang ?? undefined}>
        <BlurredText blurred={mark?.harsh === true} label={t('commentDesk.blur.text')}>
          {comment.body}
        </BlurredText>
      </span>
      {!showsArticle || !mark?.title ? null : <span className={styles['rowArticle']}>{mark.title}</span>}
      <span className={styles['rowFoot']}>
        <span>{comment.date ? shortDate(comment.date) : t('common.noDate')}</span>
        {decision ? (
          <Chip tone={tone} {...(comment.decided ? {} : { title: t('comments.pastDecision') })}>
            {t(`decided.${decision}`)}
          </Chip>
        ) : null}
      </span>
    </a>
  )
}
