// A tag leaves: merged into another, or retired. What will happen is told before, and can be undone after.
// It must not know how the core does it.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { Leaving } from '../../../shared/contract/vocabulary-edits.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { go } from '../../ui/router.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { ConceptPicker } from './concept-picker.tsx'
import type { TreeIndex } from './concept-tree.ts'
import { useRestore } from './use-restore.ts'
import styles from './vocabulary.module.css'

export interface LeaveDialogProps {
  readonly kind: 'merge' | 'retire'
  readonly concept: string
  readonly index: TreeIndex
  readonly onClose: () => void
}

/** The sentences of a preview: only what happens is said. */
function useSentences() {
  const { t, list } = useWords()
  return (kind: LeaveDialogProps['kind'], said: Leaving, from: string, into: string | null): string[] => {
    const names = { from, into: into ?? '' }
    const merged = kind === 'merge'
    const learned = said.learned.accepted + said.learned.rejected + said.learned.added
    return [
      merged && said.labels.length > 0 ? t('vocabulary.leave.labels', { ...names, labels: list(said.labels) }) : '',
      merged && said.children.length > 0 ? t('vocabulary.leave.children', { ...names, count: said.children.length }) : '',
      said.articles > 0 ? t('vocabulary.leave.articles', { ...names, count: said.articles }) : '',
      said.moved > 0 ? t('vocabulary.leave.moved', { ...names, count: said.moved }) : '',
      said.dropped > 0 ? t(into === null ? 'vocabulary.leave.dropped' : 'vocabulary.leave.doubled', { ...names, count: said.dropped }) : '',
      said.decisions > 0 ? t('vocabulary.leave.decisions', { ...names, count: said.decisions }) : '',
      said.rules > 0 ? t(into === null ? 'vocabulary.leave.rulesBlocked' : 'vocabulary.leave.rules', { ...names, count: said.rules }) : '',
      into !== null && learned > 0 ? t('vocabulary.leave.learned', { ...names, count: learned }) : '',
      t('vocabulary.leave.back', names),
    ].filter(Boolean)
  }
}

interface PreviewProps {
  readonly kind: LeaveDialogProps['kind']
  readonly concept: string
  readonly into: string | null
  readonly names: { readonly from: string; readonly into: string | null }
}

function Preview({ kind, concept, into, names }: PreviewProps) {
  const { t, error } = useWords()
  const sentences = useSentences()
  const { data, error: failed } = useQuery(`vocabulary-leave:${concept}>${into ?? ''}`, () =>
    client.vocabulary.previewLeave({ concept, into }),
  )
  if (failed) return <p className={styles['problem']}>{error(failed)}</p>
  if (!data) return <p className={styles['quiet']}>{t('vocabulary.leave.counting')}</p>
  return (
    <div role="status" className={styles['glance']}>
      <p className={styles['subtitle']}>{t('vocabulary.leave.what')}</p>
      <ul className={styles['facts']}>
        {sentences(kind, data, names.from, names.into).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

/** The window. A merge needs the other tag; a retirement may do without. */
export function LeaveDialog({ kind, concept, index, onClose }: LeaveDialogProps) {
  const { t, error } = useWords()
  const [into, setInto] = useState('')
  const from = index.byId.get(concept)?.label ?? concept
  const other = into === '' ? null : (index.byId.get(into)?.label ?? into)
  const restore = useRestore()
  const act = useMutation(
    () =>
      kind === 'merge'
        ? client.vocabulary.merge({ concept, into })
        : client.vocabulary.retire({ concept, replacedBy: into === '' ? null : into }),
    {
      onDone: () => {
        refreshQueries('vocabulary')
        notify(t(`vocabulary.leave.done.${kind}`, { from, into: other ?? '' }), {
          action: { label: t('common.undo'), run: () => restore(concept, from) },
        })
        onClose()
        if (kind === 'merge') go('vocabulary', [into])
      },
    },
  )
  const ready = kind === 'retire' || into !== ''
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`vocabulary.leave.title.${kind}`, { from })}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="main" disabled={!ready} busy={act.busy} onClick={() => void act.run(undefined)}>
            {t(`vocabulary.leave.do.${kind}`)}
          </Button>
        </>
      }
    >
      <div className={styles['dialog']}>
        <ConceptPicker
          label={t(`vocabulary.leave.into.${kind}`)}
          hint={t(`vocabulary.leave.help.${kind}`)}
          index={index}
          value={into}
          barred={new Map([[concept, t('vocabulary.edit.itself')]])}
          onChange={setInto}
        />
        {ready ? <Preview kind={kind} concept={concept} into={into === '' ? null : into} names={{ from, into: other }} /> : null}
        {act.error ? (
          <p className={styles['problem']} role="alert">
            {error(act.error)}
          </p>
        ) : null}
      </div>
    </Dialog>
  )
}
