// The plots of the results, each with its table: outcomes, progress, edits, findings, time.
// It must not know who decided what: the core gives totals only.
import type { ReactNode } from 'react'
import type { Report } from '../../../shared/domain/experiment.ts'
import { BarRows, Figure } from '../../ui/figure.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './experiments.module.css'

type ByState = Report['byState']

const outcomes = [
  ['kept', (by: ByState) => by.accepted],
  ['edited', (by: ByState) => by.edited],
  ['refused', (by: ByState) => by.rejected],
  ['doubt', (by: ByState) => by.unsure],
  ['waiting', (by: ByState) => by.proposed + by.stale + by.withdrawn],
] as const

const sumOf = (by: ByState) => outcomes.reduce((sum, [, count]) => sum + count(by), 0)

interface Named {
  readonly id: string
  readonly label: string
  readonly byState: ByState
}

/** Rows of outcomes, a column each: what both engines and findings are read in. */
function OutcomeTable({ caption, first, rows }: { caption: string; first: string; rows: readonly Named[] }) {
  const { t, number } = useWords()
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { id: 'label', title: first, cell: (row: Named) => row.label },
        ...outcomes.map(([id, count]) => ({
          id,
          title: t(`experiments.report.${id}`),
          cell: (row: Named) => number(count(row.byState)),
          align: 'end' as const,
        })),
        { id: 'total', title: t('results.total'), cell: (row: Named) => number(sumOf(row.byState)), align: 'end' as const },
      ]}
    />
  )
}

const tones = { kept: 'kept', edited: 'edited', refused: 'refused', doubt: 'doubt', waiting: 'plain' } as const

/** What became of the proposals of each engine; one engine alone needs no heading of its own. */
export function OutcomeFigures({ report }: { report: Report }) {
  const { t, number, percent } = useWords()
  const { byEngine } = report.plots
  const rows = byEngine.map(({ engine, byState }) => ({ id: engine, label: engine, byState }))
  return (
    <Figure
      title={t('results.outcome')}
      note={t(report.byState.proposed === 0 ? 'results.outcomeDone' : 'results.outcomeNote', {
        count: report.proposed,
        waiting: number(report.byState.proposed),
      })}
      table={<OutcomeTable caption={t('results.outcome')} first={t('results.engine')} rows={rows} />}
    >
      <div className={styles['engines']}>
        {rows.map((row) => (
          <div key={row.id} className={styles['engine']}>
            {rows.length > 1 ? <p className={styles['engineName']}>{row.label}</p> : null}
            <BarRows
              rows={outcomes
                .filter(([id, count]) => id !== 'waiting' || count(row.byState) > 0)
                .map(([id, count]) => {
                  const whole = sumOf(row.byState)
                  const share = whole === 0 ? 0 : count(row.byState) / whole
                  return {
                    id,
                    label: t(`experiments.report.${id}`),
                    value: share,
                    text: `${number(count(row.byState))} · ${percent(share)}`,
                    tone: tones[id],
                  }
                })}
            />
          </div>
        ))}
      </div>
    </Figure>
  )
}

function Missing({ title, text }: { title: string; text: string }) {
  return (
    <div className={styles['missing']}>
      <p className={styles['missingTitle']}>{title}</p>
      <p className={styles['quiet']}>{text}</p>
    </div>
  )
}

/** Acceptance by batches of decisions, in their order. */
export function ProgressFigure({ report }: { report: Report }) {
  const { t, number, percent } = useWords()
  const { progress } = report.plots
  const title = t('results.progress')
  if (progress.length === 0) return <Missing title={title} text={t('results.progressFew')} />
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
export function EditsFigure({ report }: { report: Report }) {
  const { t, number, percent } = useWords()
  const { bands, measured, median } = report.plots.edits
  const title = t('results.edits')
  if (measured === 0 || median === null) return <Missing title={title} text={t('results.editsNone')} />
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
export function FindingsFigure({ report }: { report: Report }) {
  const { t, maybe, number } = useWords()
  const { findings } = report.plots
  const title = t('results.findings')
  if (findings.length === 0) return <Missing title={title} text={t('results.findingsNone')} />
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

/** Time spent, total of the experiment; said to be hidden where three people have not reviewed. */
export function TimeFigure({ report }: { report: Report }) {
  const { t } = useWords()
  if (report.reviewers === 0) return null
  if (report.minutes === null) return <Missing title={t('results.time')} text={t('results.timeHidden')} />
  return (
    <div className={styles['missing']}>
      <p className={styles['missingTitle']}>{t('results.time')}</p>
      <p className={styles['figure']}>{t('results.minutes', { count: report.minutes })}</p>
      <p className={styles['quiet']}>{t('results.timeNote')}</p>
    </div>
  )
}

/** Every plot of the results, two a line where there is room. */
export function ReportFigures({ report, children }: { report: Report; children?: ReactNode }) {
  return (
    <div className={styles['plots']}>
      <OutcomeFigures report={report} />
      <ProgressFigure report={report} />
      <EditsFigure report={report} />
      <FindingsFigure report={report} />
      {children}
      <TimeFigure report={report} />
    </div>
  )
}
