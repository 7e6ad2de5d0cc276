// What the EBU forms of an experiment add up to: a sentence, a chart and its table. It must not know who filled them in.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { rubricLevels, type RubricTotals } from '../../../shared/domain/rubric.ts'
import { BarRows, Figure } from '../../ui/figure.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './blind.module.css'

type Axis = RubricTotals['axes'][number]

function Chart({ totals }: { totals: RubricTotals }) {
  const { t, number, percent } = useWords()
  const shareOf = (axis: Axis) => (axis.share === null ? '–' : percent(axis.share))
  const columns: Column<Axis>[] = [
    { id: 'axis', title: t('rubric.totals.axis'), cell: ({ axis }) => t(`rubric.axis.${axis}`) },
    ...rubricLevels.map((level): Column<Axis> => ({
      id: level,
      title: t(`rubric.level.${level}`),
      cell: (axis) => number(axis[level]),
      align: 'end',
    })),
    { id: 'share', title: t('rubric.totals.share'), cell: shareOf, align: 'end' },
  ]
  return (
    <Figure
      title={t('rubric.totals.chart')}
      note={t('rubric.totals.base', { read: totals.read, articles: totals.articles })}
      table={<Table caption={t('rubric.totals.chart')} columns={columns} rows={totals.axes} rowKey={(axis) => axis.axis} />}
    >
      <BarRows
        rows={totals.axes.map((axis) => ({
          id: axis.axis,
          label: t(`rubric.axis.${axis.axis}`),
          value: axis.share,
          text: shareOf(axis),
          tone: 'refused',
        }))}
      />
    </Figure>
  )
}

/** The totals of an experiment's EBU forms. */
export function RubricTotalsView({ experiment }: { experiment: string }) {
  const { t, percent, error } = useWords()
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`rubric-totals:${experiment}`, () => client.rubrics.totals({ experiment }), {
    refreshOn: ['experiment.changed', 'suggestion.changed'],
  })
  if (failed && !data) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading />
  const { share, low, high, count, of } = data.significant
  return (
    <Section title={t('rubric.totals.title')}>
      {data.forms === 0 ? <p className={styles['quiet']}>{t('rubric.totals.none')}</p> : null}
      {share === null || low === null || high === null ? null : (
        <p className={styles['verdict']}>
          {t('rubric.totals.significant', { share: percent(share), count, of, low: percent(low), high: percent(high) })}
        </p>
      )}
      {data.forms > 0 ? <Chart totals={data} /> : null}
      {data.forms > 0 ? <p className={styles['quiet']}>{t('rubric.totals.published')}</p> : null}
    </Section>
  )
}
