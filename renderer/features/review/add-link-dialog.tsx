// Adds a link the machine missed: an earlier article, the kind of link, the words that carry it.
// It must not know the queue.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { linkTypeSchema, type LinkValue } from '../../../shared/domain/suggestion.ts'
import type { TextSpan } from '../../../shared/domain/text-span.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/field.tsx'
import { notify } from '../../ui/toast.tsx'
import { useKeptText } from '../../ui/use-kept-text.ts'
import { useWords } from '../../words/use-words.ts'
import { notifyRefused } from './decide.ts'
import { remember } from './desk-store.ts'
import { SearchBox } from './search-box.tsx'
import styles from './review.module.css'

export interface AddLinkDialogProps {
  readonly item: string
  readonly experiment: string | undefined
  readonly present: readonly string[]
  /** The words of the article selected before the window opened. */
  readonly anchor: TextSpan | null
  readonly onClose: () => void
}

/** The window `T` opens on the links queue. */
export function AddLinkDialog({ item, experiment, present, anchor, onClose }: AddLinkDialogProps) {
  const { t, shortDate } = useWords()
  const kept = useKeptText('addLink', item)
  const query = kept.text
  const [type, setType] = useState<LinkValue['type']>('context')
  const asked = query.trim()
  const { data } = useQuery(asked === '' ? null : `review-targets:${item}:${asked}`, () =>
    client.reviews.linkTargets({ item, query: asked }),
  )
  const targets = asked === '' ? [] : (data ?? [])
  const results = targets.map((one) => ({
    id: one.id,
    label: one.title || t('common.untitled'),
    note: present.includes(one.id) ? t('review.addTag.already') : one.date ? shortDate(one.date) : undefined,
    disabled: present.includes(one.id),
  }))
  const pick = (id: string) => {
    const title = targets.find((one) => one.id === id)?.title ?? id
    client.reviews
      .add({ item, task: 'links', value: { article: id, anchor, type }, ...(experiment === undefined ? {} : { experiment }) })
      .then((decided) => {
        remember({ kind: 'suggestions', item, ids: [decided.id] })
        kept.clear()
        notify(t('review.addLink.added', { title }))
        onClose()
      }, notifyRefused)
  }
  return (
    <Dialog open onClose={onClose} title={t('review.addLink.title')} footer={<Button onClick={onClose}>{t('review.addTag.close')}</Button>}>
      <Select
        label={t('review.addLink.type')}
        value={type}
        onChange={setType}
        options={linkTypeSchema.options.map((value) => ({ value, label: t(`linkType.${value}`) }))}
      />
      <SearchBox
        label={t('review.addLink.label')}
        placeholder={t('review.addLink.placeholder')}
        query={query}
        results={results}
        onQuery={kept.change}
        onPick={pick}
      >
        {data ? <p className={styles['note']}>{t('review.addLink.none')}</p> : null}
      </SearchBox>
      <p className={styles['note']}>{anchor ? t('review.addLink.anchor', { quote: anchor.quote }) : t('review.addLink.noAnchor')}</p>
    </Dialog>
  )
}
