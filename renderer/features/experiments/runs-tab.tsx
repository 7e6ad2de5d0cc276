// The runs of an experiment: start, progress, pause, resume, cancel, what failed, what repeats them.
// It must not know the results.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import type { Experiment, Run } from '../../../shared/domain/experiment.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { fullMoment } from './full-moment.ts'
import { RunFailures } from './run-failures.tsx'
import { sayEngine } from './say-engine.ts'
import styles from './experiments.module.css'

type RunAct = 'pause' | 'resume' | 'cancel'

function progressText(run: Run, { t, number, decimal, timeLeft }: ReturnType<typeof useWords>): string {
  const said = [t('experiments.run.progress', { done: number(run.done), total: number(run.total) })]
  if (run.state !== 'running') return said.join('')
  const perMinute = run.itemsPerSecond === null ? null : run.itemsPerSecond * 60
  if (perMinute !== null) said.push(t('experiments.run.speed', { speed: decimal(perMinute, perMinute < 10 ? 1 : 0) }))
  said.push(run.secondsLeft === null ? t('experiments.run.unknownLeft') : timeLeft(run.secondsLeft))
  return said.join(' · ')
}

/** What a screen reader hears of a run: its ends, its pauses, and each quarter; not every item. */
function spokenProgress(run: Run, { t, number, percent }: ReturnType<typeof useWords>): string {
  const counts = { done: number(run.done), total: number(run.total) }
  if (run.state === 'finished') return t('results.run.ended', counts)
  if (run.state === 'paused') return t('results.run.paused', counts)
  if (run.state === 'cancelled') return t('results.run.cancelled', counts)
  const quarters = run.total === 0 ? 0 : Math.floor((4 * (run.done + run.failed)) / run.total)
  return quarters === 0 ? '' : t('results.run.quarter', { percent: percent(quarters / 4) })
}

function datesOf(run: Run, words: ReturnType<typeof useWords>): string {
  const { t } = words
  const said = [t('results.run.started', { when: fullMoment(run.createdAt, words) })]
  if (run.finishedAt !== null) said.push(t('results.run.finished', { when: fullMoment(run.finishedAt, words) }))
  return said.join(' · ')
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

/** Pause, resume, give up: the last one asks first. */
function RunButtons({ run, busy, onAct }: { run: Run; busy: boolean; onAct: (act: RunAct) => void }) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const going = run.state === 'running' || run.state === 'queued'
  const cancel = () => {
    setAsking(false)
    onAct('cancel')
  }
  return (
    <div className={styles['buttons']}>
      {going ? (
        <Button size="small" busy={busy} onClick={() => onAct('pause')}>
          {t('experiments.run.pause')}
        </Button>
      ) : null}
      {run.state === 'paused' ? (
        <Button size="small" kind="main" busy={busy} onClick={() => onAct('resume')}>
          {t('experiments.run.resume')}
        </Button>
      ) : null}
      {going || run.state === 'paused' ? (
        <Button size="small" kind="danger" onClick={() => setAsking(true)}>
          {t('experiments.run.cancel')}
        </Button>
      ) : null}
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
    </div>
  )
}

function RunCard({ run, task, open }: { run: Run; task: Task; open: boolean }) {
  const words = useWords()
  const { t, error } = words
  const act = useMutation((what: RunAct) => client.runs[what]({ id: run.id }), {
    onDone: () => refreshQueries('experiment'),
    onError: (thrown) => notify(error(thrown), { kind: 'problem' }),
  })
  return (
    <Section title={sayEngine(run.engine, t)} aside={<span className={styles['quiet']}>{t(`runState.${run.state}`)}</span>}>
      <Meter label={t(`runState.${run.state}`)} value={run.done + run.failed} max={run.total} text={progressText(run, words)} />
      <p className={styles['quiet']}>{datesOf(run, words)}</p>
      <p role="status" className="unseen">
        {spokenProgress(run, words)}
      </p>
      <RunFailures
        run={run}
        task={task}
        busy={act.busy}
        onRetry={open && (run.state === 'finished' || run.state === 'paused') ? () => void act.run('resume') : undefined}
      />
      <Manifest run={run} />
      <RunButtons run={run} busy={act.busy} onAct={(what) => void act.run(what)} />
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
      {runs.some((run) => run.state === 'running') ? <p className={styles['quiet']}>{t('results.run.startNote')}</p> : null}
      {runs.map((run) => (
        <RunCard key={run.id} run={run} task={experiment.card.task} open={conclusion === null} />
      ))}
    </div>
  )
}
