// Asks the machine's opinion on one comment that has none. It must not know how one decides.
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './review.module.css'

/** `La machine n’a pas d’avis`, and how to ask for one. */
export function AskOpinion({ comment }: { comment: string }) {
  const { t, error } = useWords()
  const ask = useMutation(() => client.suggestions.suggest({ task: 'moderation', item: comment }), {
    onDone: () => refreshQueries(`review-comment:${comment}`),
  })
  return (
    <div className={styles['card']}>
      <p className={styles['note']} role="status">
        {t(ask.busy ? 'review.edit.checking' : 'review.comment.noOpinion')}
      </p>
      {ask.error ? (
        <p className={styles['note']} role="alert">
          {error(ask.error)}
        </p>
      ) : null}
      <Button size="small" busy={ask.busy} onClick={() => void ask.run(undefined)}>
        {t('review.comment.ask')}
      </Button>
    </div>
  )
}
