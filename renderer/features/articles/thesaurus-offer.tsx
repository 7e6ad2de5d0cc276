// After an import without thesaurus: makes one of the tags the articles carry. It must not merge unasked.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useMutation, useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './articles.module.css'

/** A tag used less often than this is rarely a tag of the house. */
const leastUses = 3
const shownMerges = 12

/** The offer; nothing when a thesaurus exists or when no tag is used often enough. */
export function ThesaurusOffer() {
  const words = useWords()
  const { t } = words
  const [merge, setMerge] = useState(false)
  const [declined, setDeclined] = useState(false)
  const known = useQuery('vocabulary', () => client.vocabulary.list({}), { refreshOn: ['vocabulary.changed'] })
  const offer = useQuery('tags-preview', () => client.vocabulary.previewFromTags({ min: leastUses }), { refreshOn: ['article.changed'] })
  const make = useMutation(() => client.vocabulary.makeFromTags({ min: leastUses, merge }))
  const [made, setMade] = useState<number | null>(null)
  if (made !== null) return <p role="status">{t('articles.offerDone', { count: made })}</p>
  const found = offer.data
  if (declined || !known.data || known.data.concepts.length > 0 || !found || found.kept === 0) return null
  const articles = t('common.articles', { count: found.articles })
  const tags = t('common.tags', { count: found.tags })
  return (
    <Section title={t('articles.offerTitle')}>
      <p>{t('articles.offer', { articles, tags, kept: found.kept })}</p>
      {found.merges.length > 0 ? (
        <>
          <Tick
            label={t('articles.offerMerge', { count: found.merges.length })}
            checked={merge}
            onChange={(event) => setMerge(event.target.checked)}
          />
          <ul className={styles['merges']}>
            {found.merges.slice(0, shownMerges).map((one) => (
              <li key={one.keep}>{t('articles.offerMergeLine', { keep: one.keep, merge: one.merge.join(', ') })}</li>
            ))}
          </ul>
        </>
      ) : null}
      {make.error ? <ErrorState text={words.error(make.error)} /> : null}
      <p className={styles['choices']}>
        <Button kind="main" busy={make.busy} onClick={() => void make.run(undefined).then((result) => result && setMade(result.concepts))}>
          {t('articles.offerYes')}
        </Button>
        <Button kind="quiet" onClick={() => setDeclined(true)}>
          {t('articles.offerLater')}
        </Button>
      </p>
    </Section>
  )
}
