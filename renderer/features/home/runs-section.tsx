// Runs that go on, wait or failed. It must not start or stop them: Expérimentations does.
import { useState } from 'react'
import type { Run } from '../../../shared/domain/experiment.ts'
import { client } from '../../client.ts'
import { useDeskEvent } from '../../client-events.ts'
import { useQuery } from '../../client-query.ts'
import { Meter } from '../../ui/meter.tsx'
import { Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './home.module.css'

interface RunsSectionProps {
  readonly runs: readonly Run[]
  readonly indexing: { readonly done: number; readonly total: number } | null
}

/** Progress, by run, live. */
export function RunsSection({ runs, indexing }: RunsSectionProps) {
  const { t, spoken } = useWords()
  const [live, setLive] = useState<ReadonlyMap<string, Run>>(new Map())
  useDeskEvent(['run.progressed'], ({ run }) => setLive((now) => new Map(now).set(run.id, run)))
  const { data: experiments } = useQuery('experiments', () => client.experiments.list({}), { refreshOn: ['experiment.changed'] })
  const shown = runs.map((run) => live.get(run.id) ?? run)
  const nameOf = (run: Run) => {
    const experiment = experiments?.find((one) => one.id === run.experiment)
    return experiment?.standing ? t('home.freeTrial') : (experiment?.card.title ?? run.experiment)
  }
  return (
    <Section title={t('home.runs')}>
      {shown.length === 0 && !indexing ? <p className={styles['quiet']}>{t('home.noRuns')}</p> : null}
      {shown.map((run) => (
        <RunLine key={run.id} run={run} name={nameOf(run)} />
      ))}
      {indexing ? (
        <Meter
          label={t('home.indexing')}
          value={indexing.done}
          max={indexing.total}
          text={t('common.progressOf', indexing)}
          spoken={spoken(t('home.indexing'), indexing.done, indexing.total)}
        />
      ) : null}
    </Section>
  )
}

function RunLine({ run, name }: { readonly run: Run; readonly name: string }) {
  const { t, timeLeft, spoken } = useWords()
  const left = run.state === 'running' && run.secondsLeft !== null ? timeLeft(run.secondsLeft) : t(`runState.${run.state}`)
  return (
    <div className={styles['run']}>
      <Meter
        label={name}
        value={run.done + run.failed}
        max={run.total}
        text={`${t('common.progressOf', { done: run.done, total: run.total })} · ${left}`}
        spoken={run.state === 'running' ? spoken(name, run.done + run.failed, run.total) : `${name}, ${t(`runState.${run.state}`)}`}
      />
      <p className={styles['runNotes']}>
        {run.failed > 0 ? <span className={styles['failed']}>{t('home.runFailed', { count: run.failed })}</span> : null}
        <a href={hrefTo('experiments', [run.experiment])} aria-label={`${t('common.named', { label: t('home.runOpen') })} ${name}`}>
          {t('home.runOpen')}
        </a>
      </p>
    </div>
  )
}
