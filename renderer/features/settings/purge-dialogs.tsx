// The two windows that erase for good: each says how much would go, and asks once more in its own way.
// They must not erase anything themselves.
import { useState, type ReactNode } from 'react'
import type { PurgeCertificate } from '../../../shared/domain/safekeeping.ts'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import { useSession } from '../../client-session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useWords, type Words } from '../../words/use-words.ts'
import styles from './settings.module.css'

const mostDays = 36_500

function wholeDays(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= mostDays ? Number(text) : null
}

/** Comments older than so many days; the number that would go is shown before the button works. */
export function PurgeCommentsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { data: policy } = useQuery('policy', () => client.desk.policy({}))
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? String(policy?.policy.retentionDays.comments ?? 90)
  const days = wholeDays(shown)
  const { data } = useQuery(`purge-preview:${days ?? 'none'}`, () => client.safekeeping.preview({ olderThanDays: days ?? mostDays }), {
    refreshOn: ['comment.changed'],
  })
  const count = days === null ? null : (data?.comments ?? null)
  return (
    <PurgeDialog
      title={t('settings.purgeComments')}
      text={t('settings.purgeCommentsText')}
      erase={() => client.safekeeping.purgeComments({ olderThanDays: days ?? mostDays })}
      ready={count !== null && count > 0}
      onClose={onClose}
    >
      <Field
        label={t('settings.olderThan')}
        type="number"
        min={0}
        max={mostDays}
        value={shown}
        {...(days === null ? { problem: t('settings.olderThanWrong') } : {})}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status">{count === null ? '' : t('settings.wouldGo', { count })}</p>
      {count === null || count === 0 ? null : <p className={styles['quiet']}>{t('settings.copiesGo', { count: data?.copies ?? 0 })}</p>}
    </PurgeDialog>
  )
}

/** A keyboard has neither the apostrophe nor the spaces a name may be set with. */
function asTyped(name: string): string {
  return name.normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim()
}

/** Everything: the name of the newsroom (without one, the last signs of the desk's id) is typed first. */
export function PurgeAllDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const { settings } = useSession()
  const [typed, setTyped] = useState('')
  const { data } = useQuery('purge-preview:all', () => client.safekeeping.preview({ olderThanDays: 0 }))
  const name = settings.newsroom.trim() === '' ? (data?.desk.slice(-8) ?? '') : settings.newsroom.trim()
  return (
    <PurgeDialog
      title={t('settings.purgeAll')}
      text={t('settings.purgeAllText')}
      erase={() => client.safekeeping.purgeAll({ desk: data?.desk ?? '' })}
      ready={data !== undefined && name !== '' && asTyped(typed) === asTyped(name)}
      onClose={onClose}
    >
      {data ? <p role="status">{t('settings.wouldGoAll', { list: erasedList(data.everything, words) })}</p> : null}
      {data ? <p className={styles['quiet']}>{t('settings.copiesGo', { count: data.copies })}</p> : null}
      <Field label={t('settings.typeName', { name })} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </PurgeDialog>
  )
}

interface PurgeDialogProps {
  readonly title: string
  readonly text: string
  readonly erase: () => Promise<PurgeCertificate>
  readonly ready: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

function PurgeDialog({ title, text, erase, ready, onClose, children }: PurgeDialogProps) {
  const words = useWords()
  const { t } = words
  const [done, setDone] = useState<PurgeCertificate | null>(null)
  const purge = useMutation(() => erase(), {
    onDone: (certificate) => {
      setDone(certificate)
      refreshQueries('')
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={done ? undefined : text}
      footer={
        done ? (
          <Button onClick={onClose}>{t('common.close')}</Button>
        ) : (
          <>
            <Button kind="quiet" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button kind="danger" busy={purge.busy} disabled={!ready} onClick={() => void purge.run(undefined)}>
              {t('settings.eraseNow')}
            </Button>
          </>
        )
      }
    >
      {done ? <Certificate certificate={done} words={words} /> : children}
      {purge.error ? <ErrorState text={words.error(purge.error)} /> : null}
    </Dialog>
  )
}

function Certificate({ certificate, words }: { readonly certificate: PurgeCertificate; readonly words: Words }) {
  const { t, moment } = words
  const { at, erased, ledger, entry, signature } = certificate
  const save = () => saveFile(`marbre-purge-${at.slice(0, 10)}.json`, 'application/json', JSON.stringify(certificate, null, 2))
  return (
    <div role="status" className={styles['form']}>
      <p>{t('settings.erased', { at: moment(at), list: erasedList(erased, words) })}</p>
      <p>{t(ledger.intact ? 'settings.erasedIntact' : 'settings.erasedBroken', { count: ledger.erased })}</p>
      <p className={styles['quiet']}>{t('settings.certificateNote', { entry, key: signature.key.slice(0, 16) })}</p>
      <p>
        <Button onClick={save}>{t('settings.certificateSave')}</Button>
      </p>
    </div>
  )
}

const kinds = [
  'articles',
  'comments',
  'opinions',
  'suggestions',
  'experiments',
  'concepts',
  'packets',
  'names',
  'contents',
  'copies',
] as const

/** `12 articles, 3 commentaires`: what is none is not listed. */
function erasedList(counts: Readonly<Record<string, number>>, { t, list }: Words): string {
  const parts = kinds.flatMap((kind) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : [t(`settings.erasedKind.${kind}`, { count })]
  })
  return parts.length === 0 ? t('common.none') : list(parts)
}
