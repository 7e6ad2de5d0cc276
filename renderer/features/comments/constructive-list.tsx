// The most constructive comments first, each with what makes it so. It orders; it publishes nothing.
// It must not know how the score is made.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { BlurredText } from '../../ui/blurred-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { hrefTo, type Query } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './comments.module.css'

const most = 100

/** The lane, each comment with whether it is harsh. */
async function withMarks(asked: { limit: number; article?: string }) {
  const found = await client.moderation.constructive(asked)
  const marks = await client.moderation.marks({ comments: found.map(({ id }) => id) })
  const harsh = new Set(marks.flatMap((mark) => (mark.harsh ? [mark.comment] : [])))
  return found.map((comment) => ({ ...comment, harsh: harsh.has(comment.id) }))
}

interface ConstructiveListProps {
  readonly article: string | undefined
  readonly chosen: string | undefined
  readonly address: Query
}

/** The lane. */
export function ConstructiveList({ article, chosen, address }: ConstructiveListProps) {
  const { t, error } = useWords()
  const asked = { limit: most, ...(article === undefined ? {} : { article }) }
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`constructive:${article ?? ''}`, () => withMarks(asked), {
    refreshOn: ['comment.changed'],
  })
  if (failed && !data) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading />
  if (data.length === 0) return <EmptyState title={t('comments.noConstructive')} />
  return (
    <ul className={styles['lane']} aria-label={t('comments.constructive')}>
      {data.map((comment) => (
        <li key={comment.id}>
          <a
            className={styles['row']}
            href={hrefTo('comments', [comment.id], address)}
            aria-current={chosen === comment.id ? 'true' : undefined}
          >
            <span className={styles['rowText']}>
              <BlurredText blurred={comment.harsh} label={t('commentDesk.blur.text')}>
                {comment.body}
              </BlurredText>
            </span>
            <span className={styles['meta']}>{comment.title}</span>
            <span className={styles['chips']}>
              {comment.merits.map(({ merit }) => (
                <Chip key={merit} tone="green">
                  {t(`comments.merit.${merit}`)}
                </Chip>
              ))}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
