// Asks the machine's opinion on one comment that has none. It must not know how one decides.
import { useEffect } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import type { ErrorCode } from '../../../shared/domain/error.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './review.module.css'

/** Refusals that would answer the same for every comment: asking by itself then stops until the page is opened again. */
const lasting = new Set<ErrorCode>(['not-approved', 'not-cleared', 'role-required', 'engine-refused', 'engine-unavailable'])
/** Comments asked for since the page was opened, so that an abstention is not asked again at each look. */
const asked = new Set<string>()
let refused = false
/** Somebody walking through the queue (`J`, `J`, `J`) asks for nothing, in ms. */
const settled = 250

/**
 * `La machine n’a pas d’avis`, and how to ask for one. Asking is recorded under *Essai libre*, so it takes a gesture: on this
 * comment, or once for all those the person opens (`waiting`: not yet decided). Deciding never waits for it.
 */
export function AskOpinion({ comment, waiting }: { comment: string; waiting: boolean }) {
  const { t, error } = useWords()
  const [always, setAlways] = useRemembered('ask-opinion', false, 'lasting')
  const auto = always && waiting
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
      <div className={styles['editor']}>
        <div className={styles['buttons']}>
          <Button size="small" busy={ask.busy} onClick={() => void run(undefined)}>
            {t('review.comment.ask')}
          </Button>
        </div>
        <Tick
          label={t('commentDesk.ask.always')}
          hint={t('commentDesk.ask.alwaysHint')}
          checked={always}
          onChange={(event) => setAlways(event.target.checked)}
        />
      </div>
    </div>
  )
}
