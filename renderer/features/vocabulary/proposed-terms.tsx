// The lane of terms people wanted and the thesaurus lacks. It must not know how a tag is saved.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { LinkButton } from '../../ui/button.tsx'
import { hrefTo } from '../../ui/router.ts'
import { ErrorState } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './vocabulary.module.css'

/** Proposed terms, most wanted first. */
export function ProposedTerms() {
  const { t, error } = useWords()
  const {
    data,
    error: failed,
    reload,
  } = useQuery('vocabulary-proposed', () => client.vocabulary.proposedTerms({}), { refreshOn: ['vocabulary.changed'] })
  return (
    <>
      <h2 className={styles['title']}>{t('vocabulary.proposed.title')}</h2>
      <p className={styles['quiet']}>{t('vocabulary.proposed.intro')}</p>
      {failed && !data ? <ErrorState text={error(failed)} onRetry={reload} /> : null}
      {data?.length === 0 ? <p>{t('vocabulary.proposed.none')}</p> : null}
      <ul className={styles['terms']}>
        {data
          ?.toSorted((a, b) => b.count - a.count)
          .map((one) => (
            <li key={one.term} className={styles['term']}>
              <span>
                {one.term} <span className={styles['quiet']}>{t('vocabulary.proposed.times', { count: one.count })}</span>
              </span>
              <LinkButton size="small" href={hrefTo('vocabulary', ['new'], { term: one.term })}>
                {t('vocabulary.proposed.make')}
              </LinkButton>
            </li>
          ))}
      </ul>
    </>
  )
}
