// Asks the machine's opinion on one comment that has none. It must not know how one decides.
import { useEffect } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import type { ErrorCode } from '../../../shared/domain/error.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './review.module.css'

/** Refusals that would answer the same for every comment: asking by itself then stops until the page is opened again. */
const lasting = new Set<ErrorCode>(['not-approved', 'not-cleared', 'role-required', 'engine-refused', 'engine-unavailable'])
/** Comments asked for since the page was opened, so that an abstention is not asked again at each look. */
const asked = new Set<string>()
let refused = false
/** Somebody walking through the queue (`J`, `J`, `J`) asks for nothing, in ms. */
const settled = 250

/** `La machine n’a pas d’avis`, and how to ask for one. With `auto` it is asked without a gesture; deciding never waits for it. */
export function AskOpinion({ comment, auto }: { comment: string; auto: boolean }) {
  const { t, error } = useWords()
  const ask = useMutation(() => client.suggestions.suggest({ task: 'moderation', item: comment }), {
    onDone: () => refreshQueries(`review-comment:${comment}`),
    onError: ({ code }) => {
      refused ||= lasting.has(code)
    },
  })
  const { run } = ask
  useEffect(() => {
    if (!auto || refused || asked.has(comment)) return
    const timer = setTimeout(() => {
      asked.add(comment)
      void run(undefined)
    }, settled)
    return () => clearTimeout(timer)
  }, [auto, comment, run])
  return (
    <div className={styles['card']}>
      <p className={styles['note']} role="status">
        {t(ask.busy ? 'review.comment.asking' : 'review.comment.noOpinion')}
      </p>
      {ask.error ? (
        <p className={styles['note']} role="alert">
          {error(ask.error)}
        </p>
      ) : null}
      <Button size="small" busy={ask.busy} onClick={() => void run(undefined)}>
        {t('review.comment.ask')}
      </Button>
    </div>
  )
}
