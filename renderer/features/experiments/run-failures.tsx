// What a run could not do, by reason, each with what to do about it. It must not know how a run goes on.
import { DeskError, errorCodes } from '../../../shared/domain/error.ts'
import type { Run } from '../../../shared/domain/experiment.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { Button } from '../../ui/button.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './experiments.module.css'

interface RunFailuresProps {
  readonly run: Run
  readonly task: Task
  readonly busy: boolean
  /** Tries them again; absent when the run cannot go on. */
  readonly onRetry?: (() => void) | undefined
}

/** Failures grouped by their code, the most frequent first. */
export function RunFailures({ run, task, busy, onRetry }: RunFailuresProps) {
  const { t, maybe, error } = useWords()
  if (run.failures.length === 0) return null
  const reasons = [...Map.groupBy(run.failures, (failure) => failure.code)].toSorted(([, a], [, b]) => b.length - a.length)
  const sentence = (code: string) => {
    const known = errorCodes.find((one) => one === code)
    return known ? error(new DeskError(known, '', '')) : code
  }
  return (
    <div className={styles['failures']}>
      <p className={styles['problem']}>{t('results.run.failuresTitle', { count: Math.max(run.failed, run.failures.length) })}</p>
      <ul className={styles['reasons']}>
        {reasons.map(([code, failures]) => (
          <li key={code}>
            <p>
              <strong>{maybe(`results.run.why.${code}.title`, sentence(code))}</strong>{' '}
              <span className={styles['quiet']}>{t('results.run.failureCount', { count: failures.length })}</span>
            </p>
            <p>{maybe(`results.run.why.${code}.do`, '')}</p>
            <details>
              <summary className={styles['quiet']}>{t('results.run.failureItems')}</summary>
              <ul className={styles['itemList']}>
                {failures.map(({ item }) => (
                  <li key={item}>
                    <a href={hrefTo(task === 'moderation' ? 'comments' : 'articles', [item])}>{item}</a>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {onRetry ? (
        <div className={styles['buttons']}>
          <Button size="small" busy={busy} onClick={onRetry}>
            {t('results.run.retry')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
