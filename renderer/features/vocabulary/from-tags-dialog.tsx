// Makes a thesaurus from the tags the articles carry: counted first, near-duplicates shown.
// It must not know the editor.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Tick } from '../../ui/field.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './vocabulary.module.css'

type Preview = Awaited<ReturnType<typeof client.vocabulary.previewFromTags>>

function Count({ preview, min }: { preview: Preview; min: number }) {
  const { t, number } = useWords()
  const { articles, tags, kept } = preview
  const figures = { articles: number(articles), tags: number(tags), kept: number(kept), min: number(min) }
  return <p role="status">{tags === 0 ? t('vocabulary.fromTags.none') : t('vocabulary.fromTags.sentence', figures)}</p>
}

/** Near-duplicates beyond this many are merged all the same, and not listed. */
const mergesShown = 200

function Merges({ merges, merge, onMerge }: { merges: Preview['merges']; merge: boolean; onMerge: (merge: boolean) => void }) {
  const { t, number, list } = useWords()
  return (
    <>
      <Tick label={t('vocabulary.fromTags.merge')} checked={merge} onChange={(event) => onMerge(event.target.checked)} />
      <details>
        <summary>{`${t('vocabulary.fromTags.merges')} (${number(merges.length)})`}</summary>
        <ul>
          {merges.slice(0, mergesShown).map((one) => (
            <li key={one.keep}>{t('vocabulary.fromTags.mergeLine', { keep: one.keep, merge: list(one.merge) })}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** The window. Nothing is made before the person confirms. */
export function FromTagsDialog({ onClose }: { onClose: () => void }) {
  const { t, number, error } = useWords()
  const [typed, setTyped] = useState('3')
  const [merge, setMerge] = useState(false)
  const min = Math.max(1, Math.floor(Number(typed)) || 1)
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`vocabulary-from-tags:${min}`, () => client.vocabulary.previewFromTags({ min }), { refreshOn: ['article.changed'] })
  const make = useMutation(() => client.vocabulary.makeFromTags({ min, merge }), {
    onDone: ({ concepts }) => {
      notify(t('vocabulary.fromTags.done', { concepts: number(concepts) }))
      refreshQueries('vocabulary')
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('vocabulary.fromTags.title')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('vocabulary.fromTags.cancel')}
          </Button>
          <Button kind="main" disabled={!data || data.kept === 0} busy={make.busy} onClick={() => void make.run(undefined)}>
            {t('vocabulary.fromTags.confirm', { count: data?.kept ?? 0 })}
          </Button>
        </>
      }
    >
      <div className={styles['number']}>
        <Field
          label={`${t('vocabulary.fromTags.min')} (${t('vocabulary.fromTags.minUnit')})`}
          type="number"
          min={1}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {failed && !data ? <ErrorState text={error(failed)} onRetry={reload} /> : null}
      {!data && !failed ? <p role="status">{t('vocabulary.fromTags.counting')}</p> : null}
      {data ? <Count preview={data} min={min} /> : null}
      {data && data.merges.length > 0 ? <Merges merges={data.merges} merge={merge} onMerge={setMerge} /> : null}
      {make.error ? <p className={styles['problem']} role="alert">{`${t('vocabulary.fromTags.failed')} ${error(make.error)}`}</p> : null}
    </Dialog>
  )
}
