// Backup and erasing: the desk put by, comments past their time, everything. It must not know what is erased: the core counts and erases.
import { useState } from 'react'
import type { BackupMade } from '../../../shared/domain/safekeeping.ts'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { PurgeAllDialog, PurgeCommentsDialog } from './purge-dialogs.tsx'
import styles from './settings.module.css'

/** As long as the core asks; a shorter one is refused there too. */
const shortest = 12

/** One backup, then the two ways to erase, each behind its own window. */
export function SafekeepingSection() {
  const { t } = useWords()
  const [open, setOpen] = useState<'comments' | 'all' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title={t('settings.safekeeping')}>
      <Backup />
      <h3 className={styles['part']}>{t('settings.erase')}</h3>
      <p className={styles['quiet']}>{t('settings.eraseText')}</p>
      <p className={styles['buttons']}>
        <Button onClick={() => setOpen('comments')}>{t('settings.purgeComments')}</Button>
        <Button onClick={() => setOpen('all')}>{t('settings.purgeAll')}</Button>
      </p>
      {open === 'comments' ? <PurgeCommentsDialog onClose={close} /> : null}
      {open === 'all' ? <PurgeAllDialog onClose={close} /> : null}
    </Section>
  )
}

function Backup() {
  const words = useWords()
  const { t, bytes, moment } = words
  const [passphrase, setPassphrase] = useState('')
  const [made, setMade] = useState<BackupMade | null>(null)
  const make = useMutation(() => client.safekeeping.backup(passphrase === '' ? {} : { passphrase }), {
    onDone: (backup) => {
      setMade(backup)
      setPassphrase('')
    },
  })
  const tooShort = passphrase !== '' && Array.from(passphrase).length < shortest
  return (
    <form
      className={styles['backup']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!tooShort) void make.run(undefined)
      }}
    >
      <h3 className={styles['part']}>{t('settings.backup')}</h3>
      <p className={styles['quiet']}>{t('settings.backupText')}</p>
      <Field
        label={t('settings.passphrase')}
        hint={t(tooShort ? 'settings.passphraseShort' : 'settings.passphraseHint')}
        type="password"
        autoComplete="new-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <p>
        <Button type="submit" busy={make.busy} disabled={tooShort}>
          {t('settings.backupMake')}
        </Button>
      </p>
      {made ? (
        <div role="status">
          <p>
            {t('settings.backupMade', { at: moment(made.madeAt), size: bytes(made.bytes), keys: t(`settings.backupKeys.${made.keys}`) })}
          </p>
          <p className={styles['path']}>{made.file}</p>
          <p className={styles['quiet']}>{t('settings.backupElsewhere')}</p>
        </div>
      ) : null}
      {make.error ? <ErrorState text={words.error(make.error)} /> : null}
    </form>
  )
}
