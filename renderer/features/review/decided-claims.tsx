// Points of an article decided long ago, in experiments that are concluded: folded, out of the way of those that wait.
// It must not know how a point is decided.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { classes } from '../../ui/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { textOf } from './claim-rules.ts'
import { StateNote } from './state-note.tsx'
import styles from './review.module.css'

const none: ReadonlySet<string> = new Set()

/** Ids of the experiments that are concluded; empty until known. */
export function useConcluded(): ReadonlySet<string> {
  const { data } = useQuery('experiments', () => client.experiments.list({}), { refreshOn: ['experiment.changed'] })
  return data ? new Set(data.filter((one) => one.state === 'concluded').map((one) => one.id)) : none
}

/** `Déjà décidés (3)`, unfolded on request. */
export function DecidedClaims({ claims }: { claims: readonly Suggestion[] }) {
  const { t } = useWords()
  if (claims.length === 0) return null
  return (
    <details className={styles['before']}>
      <summary>{t('review.before', { count: claims.length })}</summary>
      <ul className={styles['cards']}>
        {claims.map((claim) => (
          <li key={claim.id} className={styles['card']}>
            <StateNote suggestion={claim} />
            <p className={classes(styles['claim'], claim.state === 'rejected' ? styles['refused'] : styles['validated'])}>
              {textOf(claim)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
