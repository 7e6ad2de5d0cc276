// Adds a tag the machine missed, from the thesaurus only; a term out of it goes to the proposed terms.
// It must not know the queue.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/toast.tsx'
import { useKeptText } from '../../ui/use-kept-text.ts'
import { useWords } from '../../words/use-words.ts'
import { notifyRefused } from './decide.ts'
import { remember } from './desk-store.ts'
import { rankLabels } from './rank-labels.ts'
import { SearchBox } from './search-box.tsx'
import styles from './review.module.css'

function ProposedLane() {
  const { t } = useWords()
  const { data } = useQuery('review-proposed-terms', () => client.vocabulary.proposedTerms({}), { refreshOn: ['vocabulary.changed'] })
  if (!data || data.length === 0) return null
  return (
    <div>
      <p className={styles['legend']}>{t('review.addTag.lane')}</p>
      <p className={styles['note']}>
        {data
          .slice(0, 8)
          .map((one) => `${one.term} (${t('review.addTag.times', { count: one.count })})`)
          .join(' · ')}
      </p>
    </div>
  )
}

export interface AddTagDialogProps {
  readonly item: string
  readonly experiment: string | undefined
  /** Concepts the article already has, proposed or decided. */
  readonly present: readonly string[]
  readonly onClose: () => void
}

interface OutsideThesaurusProps {
  readonly term: string
  /** There is no thesaurus at all. */
  readonly empty: boolean
  /** What became of the term, once it was proposed. */
  readonly said: string | null
  readonly onPropose: () => void
}

/** A term the thesaurus lacks: it is parked among the proposed terms, never among the tags. */
function OutsideThesaurus({ term, empty, said, onPropose }: OutsideThesaurusProps) {
  const { t } = useWords()
  return (
    <div role="status">
      {said === null ? (
        <>
          <p className={styles['note']}>{empty ? t('review.addTag.emptyThesaurus') : t('review.addTag.outside', { term })}</p>
          <Button size="small" onClick={onPropose}>
            {t('review.addTag.propose', { term })}
          </Button>
        </>
      ) : (
        <p className={styles['note']}>{said}</p>
      )}
    </div>
  )
}

/** The window `T` opens. */
export function AddTagDialog({ item, experiment, present, onClose }: AddTagDialogProps) {
  const { t, lang } = useWords()
  const kept = useKeptText('addTag', item)
  const query = kept.text
  const [said, setSaid] = useState<string | null>(null)
  const { data } = useQuery('vocabulary-list', () => client.vocabulary.list({}), { refreshOn: ['vocabulary.changed'] })
  const concepts = data?.concepts.map((one) => one.concept) ?? []
  const found = rankLabels(concepts, query, lang)
  const results = found.map((one) => {
    const already = present.includes(one.id)
    return { id: one.id, label: one.label, note: already ? t('review.addTag.already') : (one.matched ?? undefined), disabled: already }
  })
  const add = async (concept: string, label: string) =>
    client.reviews.add({ item, task: 'tags', value: { concept, label }, ...(experiment === undefined ? {} : { experiment }) })
  const pick = (id: string) => {
    const label = found.find((one) => one.id === id)?.label ?? id
    add(id, label).then((decided) => {
      remember({ kind: 'suggestions', item, ids: [decided.id] })
      kept.clear()
      notify(t('review.addTag.added', { label }))
      onClose()
    }, notifyRefused)
  }
  const propose = async () => {
    const term = query.trim()
    try {
      await client.vocabulary.proposeTerm({ term, article: item })
      kept.clear()
      setSaid(t('review.addTag.proposed', { term }))
    } catch (thrown) {
      notifyRefused(thrown)
    }
  }
  return (
    <Dialog open onClose={onClose} title={t('review.addTag.title')} footer={<Button onClick={onClose}>{t('review.addTag.close')}</Button>}>
      <SearchBox
        label={t('review.addTag.label')}
        placeholder={t('review.addTag.placeholder')}
        query={query}
        results={results}
        onQuery={(next) => {
          kept.change(next)
          setSaid(null)
        }}
        onPick={pick}
      >
        <OutsideThesaurus
          term={query.trim()}
          empty={data !== undefined && concepts.length === 0}
          said={said}
          onPropose={() => void propose()}
        />
      </SearchBox>
      <ProposedLane />
    </Dialog>
  )
}
