// Third step of an import: how far it is, how long it still takes. It must not start it.
import { useState } from 'react'
import { useDeskEvent } from '../../client-events.ts'
import { Meter } from '../../ui/meter.tsx'
import { useWords } from '../../words/use-words.ts'
import { secondsLeft, withSample, type Sample } from './time-left.ts'
import styles from './articles.module.css'

interface Progress {
  readonly file: string
  readonly read: number
  readonly bytes: number
  readonly totalBytes: number
  readonly samples: readonly Sample[]
}

/** Progress of the import carrying `ticket`. */
export function ImportRunning({ ticket, stopping }: { readonly ticket: string; readonly stopping: boolean }) {
  const { t, timeLeft, bytes, spoken } = useWords()
  const [progress, setProgress] = useState<Progress>({ file: '', read: 0, bytes: 0, totalBytes: 0, samples: [] })
  useDeskEvent(['import.progressed'], (event) => {
    if (event.ticket !== ticket) return
    const sample = { at: performance.now(), bytes: event.bytes }
    setProgress((before) => ({ ...event, samples: withSample(before.samples, sample) }))
  })
  const left = secondsLeft(progress.samples, progress.totalBytes)
  const known = progress.totalBytes > 0
  return (
    <>
      <Meter
        label={t('articles.running')}
        value={progress.bytes}
        max={known ? progress.totalBytes : null}
        spoken={spoken(t('articles.running'), progress.bytes, progress.totalBytes)}
        text={[t('articles.readSoFar', { count: progress.read }), ...(left === null || stopping ? [] : [timeLeft(left)])].join(' · ')}
      />
      {known ? (
        <p className={styles['meta']}>
          {progress.file} ·{' '}
          {t('articles.bytesOf', { done: bytes(Math.min(progress.bytes, progress.totalBytes)), total: bytes(progress.totalBytes) })}
        </p>
      ) : null}
      <p className={styles['meta']}>{t(stopping ? 'articles.stopping' : 'articles.keepWorking')}</p>
    </>
  )
}
