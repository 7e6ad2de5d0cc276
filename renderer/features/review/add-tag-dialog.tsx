// Adds a tag the machine missed, from the thesaurus only; a term out of it goes to the proposed terms.
// It must not know the queue.
import { useState } from 'react'
import { client, toDeskError } from '../../client.ts'
import { refreshQueries, useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { notifyRefused } from './decide.ts'
import { remember } from './desk-store.ts'
import { foldText, rankLabels } from './rank-labels.ts'
import { SearchBox } from './search-box.tsx'
import styles from './review.module.css'

/** The codes the core refuses a tag with when it is not in the thesaurus. */
const refusals = new Set(['bad-input', 'not-found', 'ungrounded'])

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

/** The window `T` opens. */
export function AddTagDialog({ item, experiment, present, onClose }: AddTagDialogProps) {
  const { t, lang } = useWords()
  const [query, setQuery] = useState('')
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
      notify(t('review.addTag.added', { label }))
      onClose()
    }, notifyRefused)
  }
  const propose = async () => {
    const term = query.trim()
    try {
      await add(term, term)
      onClose()
    } catch (thrown) {
      if (!refusals.has(toDeskError(thrown).code)) return notifyRefused(thrown)
      // The refusal is what notes the term; it is said only when the lane really holds it.
      const lane = await client.vocabulary.proposedTerms({}).catch(() => [])
      refreshQueries('review-proposed-terms')
      setSaid(
        lane.some((one) => foldText(one.term) === foldText(term))
          ? t('review.addTag.proposed', { term })
          : t('review.addTag.notNoted', { term }),
      )
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
          setQuery(next)
          setSaid(null)
        }}
        onPick={pick}
      >
        <div role="status">
          {said === null ? (
            <>
              <p className={styles['note']}>
                {concepts.length === 0 && data ? t('review.addTag.emptyThesaurus') : t('review.addTag.outside', { term: query.trim() })}
              </p>
              <Button size="small" onClick={() => void propose()}>
                {t('review.addTag.propose', { term: query.trim() })}
              </Button>
            </>
          ) : (
            <p className={styles['note']}>{said}</p>
          )}
        </div>
      </SearchBox>
      <ProposedLane />
    </Dialog>
  )
}
