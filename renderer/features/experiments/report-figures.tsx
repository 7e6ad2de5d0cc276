// The plots of the results, each with its table folded under it: outcomes, engines, measures, progress, edits, findings, time.
// It must not know who decided what: the core gives totals only.
import type { Report } from '../../../shared/domain/experiment.ts'
import { BarRows, Figure } from '../../ui/figure.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { EnginesFigure, OutcomeFigure, OutcomeTable, sumOf } from './report-outcome.tsx'
import styles from './report.module.css'

const measures = ['acceptance', 'unchanged', 'recall', 'agreement'] as const

/** The shares a criterion may be about, less the one that was judged above. */
function MeasuresFigure({ report }: { report: Report }) {
  const { t, percent } = useWords()
  const { criterion } = report.experiment.card
  const judged = typeof criterion === 'string' ? null : criterion.measure
  const rows = measures.flatMap((id) => {
    const share = report[id]
    if (id === judged || share === null || (id === 'recall' && report.added === 0)) return []
    return [{ id, label: t(`experiments.measure.${id}`), value: share, text: percent(share, 1) }]
  })
  if (rows.length === 0) return null
  return (
    <Figure
      title={t('results.measures')}
      note={t('results.reviewers', { count: report.reviewers })}
      table={
        <Table
          caption={t('results.measures')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { id: 'label', title: t('results.measure'), cell: (row) => row.label },
            { id: 'value', title: t('experiments.report.measured'), cell: (row) => row.text, align: 'end' },
          ]}
        />
      }
    >
      <BarRows rows={rows} />
    </Figure>
  )
}

/** Acceptance by batches of decisions, in their order. */
function ProgressFigure({ report }: { report: Report }) {
  const { t, number, percent } = useWords()
  const { progress } = report.plots
  const title = t('results.progress')
  if (progress.length === 0) return null
  const rows = progress.map((batch) => ({
    ...batch,
    id: String(batch.from),
    label: t('results.batchOf', { from: batch.from, to: batch.to }),
  }))
  return (
    <Figure
      title={title}
      note={t('results.progressNote')}
      table={
        <Table
          caption={title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { id: 'batch', title: t('results.batch'), cell: (row) => row.label },
            { id: 'decided', title: t('results.decided'), cell: (row) => number(row.decided), align: 'end' },
            { id: 'share', title: t('experiments.report.share'), cell: (row) => percent(row.acceptance), align: 'end' },
          ]}
        />
      }
    >
      {/* bars on a scale from 0 to 100 %: columns would stretch the best batch to the top */}
      <BarRows
        rows={rows.map(({ id, label, acceptance }) => ({ id, label, value: acceptance, text: percent(acceptance), tone: 'kept' }))}
      />
    </Figure>
  )
}

/** How much of their words corrected texts changed. */
function EditsFigure({ report }: { report: Report }) {
  const { t, number, percent } = useWords()
  const { bands, measured, median } = report.plots.edits
  const title = t('results.edits')
  if (measured === 0 || median === null) return null
  const label = (above: number, upTo: number) => {
    const parts = { from: percent(above), to: percent(upTo) }
    if (upTo === 1) return t('results.bandAbove', parts)
    return t(above === 0 ? 'results.bandTo' : 'results.bandBetween', parts)
  }
  const rows = bands.map(({ above, upTo, count }) => ({ id: String(upTo), label: label(above, upTo), count }))
  const most = Math.max(...rows.map(({ count }) => count), 1)
  return (
    <Figure
      title={title}
      note={t('results.editsNote', { median: percent(median) })}
      table={
        <Table
          caption={title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { id: 'band', title: t('results.band'), cell: (row) => row.label },
            { id: 'count', title: t('experiments.report.count'), cell: (row) => number(row.count), align: 'end' },
          ]}
        />
      }
    >
      <BarRows
        rows={rows.map((row) => ({ id: row.id, label: row.label, value: row.count / most, text: number(row.count), tone: 'edited' }))}
      />
    </Figure>
  )
}

/** What the fact-lock found in the machine's own text, by kind. */
function FindingsFigure({ report }: { report: Report }) {
  const { t, maybe, number } = useWords()
  const { findings } = report.plots
  const title = t('results.findings')
  if (findings.length === 0) return null
  const rows = findings.map(({ flag, byState }) => ({ id: flag, label: maybe(`flag.${flag}`, flag), byState }))
  const most = Math.max(...rows.map((row) => sumOf(row.byState)))
  return (
    <Figure
      title={title}
      note={t('results.findingsNote')}
      table={<OutcomeTable caption={title} first={t('results.finding')} rows={rows} />}
    >
      <BarRows
        rows={rows.map((row) => {
          const count = sumOf(row.byState)
          return { id: row.id, label: row.label, value: count / most, text: number(count), tone: 'refused' }
        })}
      />
    </Figure>
  )
}

/** Time spent, total of the experiment; nothing where three people have not reviewed. */
function TimeFigure({ report }: { report: Report }) {
  const { t } = useWords()
  if (report.minutes === null) return null
  return (
    <div className={styles['time']}>
      <p className={styles['timeTitle']}>{t('results.time')}</p>
      <p className={styles['figure']}>
        {report.minutes === 0 ? t('results.lessThanMinute') : t('results.minutes', { count: report.minutes })}
      </p>
      <p className={styles['quiet']}>{t('results.timeNote')}</p>
    </div>
  )
}

/** Why a plot is not there: one quiet line each, after the ones that are. */
function Undrawn({ report }: { report: Report }) {
  const { t } = useWords()
  const { progress, edits, findings } = report.plots
  const said = [
    ...(progress.length === 0 ? [t('results.progressFew')] : []),
    ...(edits.measured === 0 ? [t('results.editsNone')] : []),
    ...(findings.length === 0 ? [t('results.findingsNone')] : []),
    ...(report.reviewers > 0 && report.minutes === null ? [t('results.timeHidden')] : []),
  ]
  if (said.length === 0) return null
  return (
    <ul className={styles['undrawn']}>
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** Every plot of the results, two a line where there is room. */
export function ReportFigures({ report }: { report: Report }) {
  return (
    <>
      <div className={styles['plots']}>
        <OutcomeFigure report={report} />
        <MeasuresFigure report={report} />
        <EnginesFigure report={report} />
        <ProgressFigure report={report} />
        <EditsFigure report={report} />
        <FindingsFigure report={report} />
        <TimeFigure report={report} />
      </div>
      <Undrawn report={report} />
    </>
  )
}
