// What became of the proposals: drawn once, its table folded under it; and by engine where there are several.
// It must not know who decided what: the core gives totals only.
import type { Report } from '../../../shared/domain/experiment.ts'
import { BarRows, Figure, type BarTone } from '../../ui/figure.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { sayEngine } from './say-engine.ts'

type ByState = Report['byState']

export const outcomes = [
  ['kept', (by: ByState) => by.accepted],
  ['edited', (by: ByState) => by.edited],
  ['refused', (by: ByState) => by.rejected],
  ['doubt', (by: ByState) => by.unsure],
  ['waiting', (by: ByState) => by.proposed],
  ['withdrawn', (by: ByState) => by.withdrawn],
  ['stale', (by: ByState) => by.stale],
] as const

/** Shown only where there is some: they are no decision. */
const rare: ReadonlySet<string> = new Set(['waiting', 'withdrawn', 'stale'])

export const sumOf = (by: ByState) => outcomes.reduce((sum, [, count]) => sum + count(by), 0)

/** What is no decision has no bar: it would pass for one. */
const tones: Readonly<Record<string, BarTone>> = { kept: 'kept', edited: 'edited', refused: 'refused', doubt: 'doubt' }

interface Named {
  readonly id: string
  readonly label: string
  readonly byState: ByState
}

/** Rows of outcomes, a column each: what both engines and findings are read in. */
export function OutcomeTable({ caption, first, rows }: { caption: string; first: string; rows: readonly Named[] }) {
  const { t, number } = useWords()
  const shown = outcomes.filter(([id, count]) => !rare.has(id) || rows.some(({ byState }) => count(byState) > 0))
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { id: 'label', title: first, cell: (row: Named) => row.label },
        ...shown.map(([id, count]) => ({
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

interface Line {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly share: number | null
}

function useLines(report: Report): readonly Line[] {
  const { t } = useWords()
  return outcomes
    .filter(([id, count]) => !rare.has(id) || count(report.byState) > 0)
    .map(([id, count]) => ({
      id,
      label: t(`experiments.report.${id}`),
      count: count(report.byState),
      share: report.proposed === 0 ? null : count(report.byState) / report.proposed,
    }))
}

/** What people did with the proposals, all engines together. */
export function OutcomeFigure({ report }: { report: Report }) {
  const { t, number, percent } = useWords()
  const lines = useLines(report)
  const plain = (id: 'items' | 'proposed' | 'added' | 'flagged', count: number): Line => ({
    id,
    label: t(`experiments.report.${id}`),
    count,
    share: null,
  })
  const rows = [
    plain('items', report.items),
    plain('proposed', report.proposed),
    ...lines,
    plain('added', report.added),
    plain('flagged', report.flagged),
  ]
  return (
    <Figure
      title={t('experiments.report.figures')}
      note={t(report.byState.proposed === 0 ? 'results.outcomeDone' : 'results.outcomeNote', {
        count: report.proposed,
        waiting: number(report.byState.proposed),
      })}
      table={
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
      }
    >
      <BarRows
        rows={lines.map(({ id, label, count, share }) => ({
          id,
          label,
          value: rare.has(id) ? null : share,
          text: share === null ? number(count) : `${number(count)} · ${percent(share)}`,
          tone: tones[id] ?? 'plain',
        }))}
      />
    </Figure>
  )
}

const keptOf = (by: ByState) => by.accepted + by.edited

/** The share signed off of each engine; nothing where one engine worked alone. */
export function EnginesFigure({ report }: { report: Report }) {
  const { t, percent } = useWords()
  const { byEngine } = report.plots
  if (byEngine.length < 2) return null
  const rows = byEngine.map(({ engine, byState }) => ({ id: engine, label: sayEngine(engine, t), byState }))
  return (
    <Figure
      title={t('results.byEngine')}
      note={t('results.byEngineNote')}
      table={<OutcomeTable caption={t('results.byEngine')} first={t('results.engine')} rows={rows} />}
    >
      <BarRows
        rows={rows.map(({ id, label, byState }) => {
          const decided = keptOf(byState) + byState.rejected
          const share = decided === 0 ? null : keptOf(byState) / decided
          const text = share === null ? '–' : t('results.shareOf', { share: percent(share), kept: keptOf(byState), of: decided })
          return { id, label, value: share, text, tone: 'kept' as const }
        })}
      />
    </Figure>
  )
}
