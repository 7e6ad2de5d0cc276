// The parts of the Bilan: criterion, figures, worst errors, overrides, engines, verdict.
// They must not know the printed page: the core writes that.
import type { Report } from '../../../shared/domain/experiment.ts'
import type { SuggestionState } from '../../../shared/domain/suggestion.ts'
import { flagCodes } from '../../../shared/domain/suggestion.ts'
import { classes } from '../../ui/classes.ts'
import { BarRows } from '../../ui/figure.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { criterionLine } from './describe-card.ts'
import { fullMoment } from './full-moment.ts'
import { sayEngine } from './say-engine.ts'
import { usePeople } from './use-people.ts'
import styles from './experiments.module.css'

/** What was asked beforehand against what was measured, and whether it is met. */
export function CriterionResult({ report }: { report: Report }) {
  const words = useWords()
  const { t, percent } = words
  const { met, measured } = report.criterion
  const { criterion } = report.experiment.card
  const verdict = met === null ? 'undefined' : met ? 'met' : 'notMet'
  return (
    <>
      <div className={styles['result']}>
        <span>
          <span className={styles['quiet']}>{t('experiments.report.asked')}</span>
          <br />
          {typeof criterion === 'string' || criterion.text === '' ? criterionLine(criterion, words) : criterion.text}
          {typeof criterion === 'string' || criterion.text === '' ? null : (
            <>
              <br />
              <span className={styles['quiet']}>{criterionLine(criterion, words, true)}</span>
            </>
          )}
        </span>
        <span>
          <span className={styles['quiet']}>{t('experiments.report.measured')}</span>
          <br />
          <span className={styles['figure']}>{measured === null ? '–' : percent(measured, 1)}</span>
        </span>
      </div>
      {measured === null || typeof criterion === 'string' ? null : (
        <div aria-hidden="true">
          <BarRows
            rows={[
              {
                id: 'measured',
                label: t('experiments.report.measured'),
                value: measured,
                text: percent(measured, 1),
                tone: met ? 'kept' : 'refused',
              },
              {
                id: 'asked',
                label: t('experiments.report.asked'),
                value: criterion.value,
                text: percent(criterion.value, 1),
                tone: 'plain',
              },
            ]}
          />
        </div>
      )}
      <p className={classes(met === false && styles['problem'])}>{t(`experiments.report.${verdict}_sentence`)}</p>
    </>
  )
}

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

interface Row {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly share: number | null
}

const stateRows = [
  ['accepted', 'kept'],
  ['edited', 'edited'],
  ['rejected', 'refused'],
  ['unsure', 'doubt'],
  ['proposed', 'waiting'],
  ['stale', 'stale'],
  ['withdrawn', 'withdrawn'],
] as const satisfies readonly (readonly [SuggestionState, string])[]

function figureRows(report: Report, t: ReturnType<typeof useWords>['t']): Row[] {
  const share = (count: number) => (report.proposed === 0 ? null : count / report.proposed)
  return stateRows.flatMap(([state, word]) => {
    const count = report.byState[state] ?? 0
    const always = state === 'accepted' || state === 'edited' || state === 'rejected' || state === 'unsure'
    return always || count > 0 ? [{ id: state, label: t(`experiments.report.${word}`), count, share: share(count) }] : []
  })
}

/** The same figures as a table, with what was proposed, added and marked. */
export function FiguresTable({ report }: { report: Report }) {
  const { t, number, percent } = useWords()
  const plain = (id: 'items' | 'proposed' | 'added' | 'flagged', count: number) => ({
    id,
    label: t(`experiments.report.${id}`),
    count,
    share: null,
  })
  const rows = [
    plain('items', report.items),
    plain('proposed', report.proposed),
    ...figureRows(report, t),
    plain('added', report.added),
    plain('flagged', report.flagged),
  ]
  return (
    <Table
      caption={t('experiments.report.figures')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { id: 'what', title: t('experiments.report.what'), cell: (row) => row.label },
        { id: 'count', title: t('experiments.report.count'), cell: (row) => number(row.count), align: 'end' },
        {
          id: 'share',
          title: t('experiments.report.share'),
          cell: (row) => (row.share === null ? '' : percent(row.share, 1)),
          align: 'end',
        },
      ]}
    />
  )
}

/** The shares a criterion may be about. */
export function Measures({ report }: { report: Report }) {
  const { t, number, percent } = useWords()
  const rows = (['acceptance', 'unchanged', 'recall', 'agreement'] as const).map((id) => ({
    id,
    label: t(`experiments.measure.${id}`),
    value: report[id] === null ? '–' : percent(report[id], 1),
  }))
  return (
    <Table
      caption={t('experiments.report.shares')}
      rows={[...rows, { id: 'reviewers', label: t('experiments.report.reviewers'), value: number(report.reviewers) }]}
      rowKey={(row) => row.id}
      columns={[
        { id: 'label', title: t('experiments.report.shares'), cell: (row) => row.label },
        { id: 'value', title: t('experiments.report.measured'), cell: (row) => row.value, align: 'end' },
      ]}
    />
  )
}

/** The worst errors, quoted. */
export function WorstErrors({ report }: { report: Report }) {
  const { t, maybe } = useWords()
  if (report.worst.length === 0) return <p className={styles['quiet']}>{t('experiments.report.worstNone')}</p>
  return (
    <ol className={styles['errors']}>
      {report.worst.map((one, index) => (
        <li key={index} className={styles['error']}>
          <span className={styles['quiet']}>{one.title || one.item}</span>
          <blockquote>{one.text}</blockquote>
          {one.flags.length > 0 ? (
            <p className={styles['problem']}>{one.flags.map((flag) => maybe(`flag.${flag}`, flag)).join(' · ')}</p>
          ) : null}
          {one.kept === null ? null : (
            <p>
              <span className={styles['quiet']}>{t('common.named', { label: t('experiments.report.keptInstead') })} </span>
              {one.kept}
            </p>
          )}
          {one.reason === '' ? null : (
            <p>
              <span className={styles['quiet']}>{t('common.named', { label: t('experiments.report.because') })} </span>
              {one.reason}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** Findings of the fact-lock that somebody overrode, with the reason given. */
export function Overrides({ report }: { report: Report }) {
  const { t } = useWords()
  if (report.overrides.length === 0) return <p className={styles['quiet']}>{t('experiments.report.overridesNone')}</p>
  return (
    <ul className={styles['errors']}>
      {report.overrides.map((one, index) => {
        const flag = flagCodes.find((code) => code === one.flag)
        return (
          <li key={index} className={styles['error']}>
            <span className={styles['problem']}>{flag ? t(`flag.${flag}`) : one.flag}</span>
            <blockquote className={styles['kept']}>{one.text}</blockquote>
            <p>
              <span className={styles['quiet']}>{t('common.named', { label: t('experiments.report.because') })} </span>
              {one.reason}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

/** Each run's engine and digest. */
export function EnginesUsed({ report }: { report: Report }) {
  const { t, number } = useWords()
  const { runs } = report.experiment
  if (runs.length === 0) return <p className={styles['quiet']}>{t('experiments.report.enginesNone')}</p>
  return (
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
        { id: 'done', title: t('experiments.report.count'), cell: (run) => `${number(run.done)} / ${number(run.total)}`, align: 'end' },
      ]}
    />
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
      <p>{conclusion.reason}</p>
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
