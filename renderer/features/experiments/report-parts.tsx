// The parts of the Bilan that are neither figures nor quotations: warnings, sources, engines, verdict.
// They must not know the printed page: the core writes that.
import type { Report } from '../../../shared/domain/experiment.ts'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { fullMoment } from './full-moment.ts'
import { sayEngine } from './say-engine.ts'
import { usePeople } from './use-people.ts'
import styles from './report.module.css'

/** The warnings of a report: a review to be questioned, tries without protocol. */
export function Warnings({ report }: { report: Report }) {
  const { t } = useWords()
  return (
    <>
      {report.reviewToQuestion ? (
        <p className={styles['warning']}>
          <strong>{t('experiments.report.question')}</strong>
          {t('experiments.report.questionText')}
        </p>
      ) : null}
      {report.withoutProtocol ? <p className={styles['warning']}>{t('experiments.report.withoutProtocol')}</p> : null}
    </>
  )
}

/** Each run's engine and digest; what no run made is said to come from elsewhere. */
export function EnginesUsed({ report }: { report: Report }) {
  const { t, number } = useWords()
  const { runs } = report.experiment
  const elsewhere = report.plots.byEngine.filter(({ engine }) => !runs.some((run) => run.engine === engine))
  return (
    <>
      {runs.length === 0 ? null : (
        <Table
          caption={t('experiments.report.engines')}
          rows={runs}
          rowKey={(run) => run.id}
          columns={[
            { id: 'engine', title: t('experiments.run.engine'), cell: (run) => sayEngine(run.engine, t) },
            {
              id: 'digest',
              title: t('experiments.run.digest'),
              cell: (run) => <span className={styles['mono']}>{run.manifest.engineDigest.slice(0, 23)}</span>,
            },
            { id: 'seed', title: t('experiments.run.seed'), cell: (run) => run.manifest.seed, align: 'end' },
            {
              id: 'done',
              title: t('experiments.report.items'),
              cell: (run) => t('common.progressOf', { done: run.done, total: run.total }),
              align: 'end',
            },
            { id: 'failed', title: t('results.failed'), cell: (run) => number(run.failed), align: 'end' },
          ]}
        />
      )}
      {elsewhere.map(({ engine }) => (
        <p key={engine}>{t('results.elsewhere', { engine: sayEngine(engine, t) })}</p>
      ))}
      {runs.length === 0 && elsewhere.length === 0 ? <p className={styles['quiet']}>{t('experiments.report.enginesNone')}</p> : null}
    </>
  )
}

/** The verdict, who gave it, why. */
export function VerdictLine({ report }: { report: Report }) {
  const words = useWords()
  const { t } = words
  const { nameOf } = usePeople()
  const { conclusion } = report.experiment
  if (!conclusion) return <p className={styles['quiet']}>{t('experiments.report.noVerdict')}</p>
  return (
    <>
      <p className={styles['verdict']}>{t(`experiments.verdict.${conclusion.verdict}`)}</p>
      <p className={styles['said']}>{conclusion.reason}</p>
      <p className={styles['quiet']}>
        {t('experiments.concluded', { name: nameOf(conclusion.by), when: fullMoment(conclusion.at, words) })}
      </p>
    </>
  )
}

/** What the experiment read: how many, when, whose. */
export function SourcesLine({ report }: { report: Report }) {
  const { t, number, date, list } = useWords()
  const { articles, comments, rights, from, to } = report.sources
  const owned = (['own', 'agency', 'third-party', 'unknown'] as const)
    .filter((kind) => rights[kind] > 0)
    .map((kind) => `${number(rights[kind])} ${t(`results.rights.${kind}`)}`)
  const read = t('results.sourcesLine', { count: articles, rights: list(owned) })
  const said = [
    comments > 0 ? t('results.sourcesComments', { count: comments, articles: read }) : read,
    from !== null && to !== null ? t('results.sourcesDays', { from: date(from), to: date(to) }) : '',
  ]
  return <p>{said.filter(Boolean).join(', ')}</p>
}
