// Third step of an import: how far it is. It must not start it.
import { useState } from 'react'
import { useDeskEvent } from '../../client-events.ts'
import { Meter } from '../../ui/meter.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './articles.module.css'

/** Progress of the import carrying `ticket`. */
export function ImportRunning({ ticket }: { readonly ticket: string }) {
  const { t } = useWords()
  const [progress, setProgress] = useState({ read: 0, bytes: 0, totalBytes: 0 })
  useDeskEvent(['import.progressed'], (event) => {
    if (event.ticket === ticket) setProgress(event)
  })
  return (
    <>
      <Meter
        label={t('articles.running')}
        value={progress.bytes}
        max={progress.totalBytes > 0 ? progress.totalBytes : null}
        text={t('articles.readSoFar', { count: progress.read })}
      />
      <p className={styles['meta']}>{t('articles.keepWorking')}</p>
    </>
  )
}
