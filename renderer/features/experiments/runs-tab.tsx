// The runs of an experiment: start, progress, pause, resume, cancel, what failed, what repeats them.
// It must not know the results.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import type { Experiment, Run } from '../../../shared/domain/experiment.ts'
import { DeskError, errorCodes } from '../../../shared/domain/error.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './experiments.module.css'

type RunAct = 'pause' | 'resume' | 'cancel'

function progressText(run: Run, { t, number, decimal, timeLeft }: ReturnType<typeof useWords>): string {
  const said = [t('experiments.run.progress', { done: number(run.done), total: number(run.total) })]
  if (run.state !== 'running') return said.join('')
  if (run.itemsPerSecond !== null) said.push(t('experiments.run.speed', { speed: decimal(run.itemsPerSecond * 60) }))
  said.push(run.secondsLeft === null ? t('experiments.run.unknownLeft') : timeLeft(run.secondsLeft))
  return said.join(' · ')
}

function Failures({ run }: { run: Run }) {
  const { t, error } = useWords()
  if (run.failed === 0) return null
  return (
    <details>
      <summary className={styles['problem']}>{t('experiments.run.failed', { count: run.failed })}</summary>
      <ul>
        {run.failures.map((failure) => {
          const code = errorCodes.find((one) => one === failure.code)
          return (
            <li key={failure.item}>
              <a href={hrefTo('articles', [failure.item])}>{failure.item}</a>{' '}
              {code ? error(new DeskError(code, failure.item, '')) : failure.code}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function Manifest({ run }: { run: Run }) {
  const { t } = useWords()
  const { manifest } = run
  const lines = [
    ['engine', manifest.engine],
    ['digest', manifest.engineDigest],
    ['prompt', manifest.promptHash ?? '–'],
    ['corpusHash', manifest.corpusHash],
    ['cardHash', manifest.cardHash],
    ['seed', String(manifest.seed)],
    ['parameters', JSON.stringify(manifest.parameters)],
  ] as const
  return (
    <details>
      <summary className={styles['quiet']}>{t('experiments.run.manifest')}</summary>
      <dl className={styles['lines']}>
        {lines.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{t(`experiments.run.${name}`)}</dt>
            <dd className={styles['mono']}>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function RunCard({ run }: { run: Run }) {
  const words = useWords()
  const { t, error } = words
  const [asking, setAsking] = useState(false)
  const act = useMutation((what: RunAct) => client.runs[what]({ id: run.id }), {
    onDone: () => refreshQueries('experiment'),
    onError: (thrown) => notify(error(thrown), { kind: 'problem' }),
  })
  const cancel = () => {
    setAsking(false)
    void act.run('cancel')
  }
  const going = run.state === 'running' || run.state === 'queued'
  return (
    <Section title={run.engine} aside={<span className={styles['quiet']}>{t(`runState.${run.state}`)}</span>}>
      <Meter label={t(`runState.${run.state}`)} value={run.done + run.failed} max={run.total} text={progressText(run, words)} />
      <Failures run={run} />
      <Manifest run={run} />
      <div className={styles['buttons']}>
        {going ? (
          <Button size="small" busy={act.busy} onClick={() => void act.run('pause')}>
            {t('experiments.run.pause')}
          </Button>
        ) : null}
        {run.state === 'paused' ? (
          <Button size="small" kind="main" busy={act.busy} onClick={() => void act.run('resume')}>
            {t('experiments.run.resume')}
          </Button>
        ) : null}
        {going || run.state === 'paused' ? (
          <Button size="small" kind="danger" onClick={() => setAsking(true)}>
            {t('experiments.run.cancel')}
          </Button>
        ) : null}
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        size="small"
        title={t('experiments.run.cancel')}
        description={t('experiments.run.cancelConfirm')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('experiments.conclude.cancel')}</Button>
            <Button kind="danger" onClick={cancel}>
              {t('experiments.run.cancel')}
            </Button>
          </>
        }
      />
    </Section>
  )
}

/** The runs, and how to start them. */
export function RunsTab({ experiment }: { experiment: Experiment }) {
  const { t, error } = useWords()
  const start = useMutation(() => client.runs.start({ experiment: experiment.id }), {
    onDone: () => {
      notify(t('experiments.said.started'))
      refreshQueries('experiment')
    },
  })
  const { runs, approval, conclusion, standing } = experiment
  const startable =
    approval !== null && conclusion === null && !standing && !runs.some((run) => run.state === 'running' || run.state === 'queued')
  const unfinished = runs.some((run) => run.state !== 'finished')
  return (
    <div className={styles['form']}>
      {runs.length === 0 ? (
        <EmptyState title={t('experiments.run.none')} text={approval ? undefined : t('experiments.notApproved')} />
      ) : null}
      {start.error ? (
        <p className={styles['problem']} role="alert">
          {error(start.error)}
        </p>
      ) : null}
      <div className={styles['buttons']}>
        {startable && (runs.length === 0 || unfinished) ? (
          <Button kind="main" busy={start.busy} onClick={() => void start.run(undefined)}>
            {t(runs.length === 0 ? 'experiments.run.start' : 'experiments.run.again')}
          </Button>
        ) : null}
        {runs.some((run) => run.done > 0) && !conclusion ? (
          <>
            <LinkButton href={hrefTo('review', [experiment.card.task], { experiment: experiment.id })}>
              {t('experiments.run.toReview')}
            </LinkButton>
            <span className={styles['quiet']}>{t('experiments.run.waiting')}</span>
          </>
        ) : null}
      </div>
      {runs.map((run) => (
        <RunCard key={run.id} run={run} />
      ))}
    </div>
  )
}
