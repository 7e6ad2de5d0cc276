// "Qualité des tags": every tag with its decisions and its use, sorted as asked, the most decided drawn.
// It must not know how they are counted. Nothing here is by person.
import { useMemo, useState } from 'react'
import type { TagQuality } from '../../../shared/contract/vocabulary-edits.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ChipButton } from '../../ui/chip.tsx'
import { BarRows, Figure } from '../../ui/figure.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { decisionsOf, qualityOrders, sortQuality, type QualityOrder } from './quality-order.ts'
import { useQuality, useShare } from './tag-precision.tsx'
import styles from './vocabulary.module.css'

const page = 50
const drawn = 12
const drawnColumns: ReadonlySet<string> = new Set(['label', 'precision', 'recall', 'kept', 'refused'])

function useColumns(): readonly Column<TagQuality>[] {
  const { t, number, shortDate } = useWords()
  const share = useShare()
  return [
    { id: 'label', title: t('vocabulary.quality.tag'), cell: (tag) => <a href={hrefTo('vocabulary', [tag.concept])}>{tag.label}</a> },
    {
      id: 'precision',
      title: t('vocabulary.quality.precision'),
      align: 'end',
      cell: (tag) => <span className={styles['whole']}>{share(tag.precision)}</span>,
    },
    {
      id: 'recall',
      title: t('vocabulary.quality.recall'),
      align: 'end',
      cell: (tag) => <span className={styles['whole']}>{share(tag.recall)}</span>,
    },
    { id: 'decisions', title: t('vocabulary.quality.decisions'), align: 'end', cell: (tag) => number(decisionsOf(tag)) },
    { id: 'kept', title: t('vocabulary.quality.kept'), align: 'end', cell: (tag) => number(tag.accepted) },
    { id: 'refused', title: t('vocabulary.quality.refused'), align: 'end', cell: (tag) => number(tag.rejected) },
    { id: 'added', title: t('vocabulary.quality.added'), align: 'end', cell: (tag) => number(tag.added) },
    { id: 'articles', title: t('vocabulary.quality.articles'), align: 'end', cell: (tag) => number(tag.articles) },
    {
      id: 'last',
      title: t('vocabulary.quality.last'),
      cell: (tag) => (tag.last === null ? t('vocabulary.quality.never') : shortDate(tag.last)),
    },
  ]
}

function Drawing({ tags }: { readonly tags: readonly TagQuality[] }) {
  const { t, percent } = useWords()
  const columns = useColumns()
  const told = tags.filter((tag) => tag.precision !== null).slice(0, drawn)
  if (told.length === 0) return <p className={styles['quiet']}>{t('vocabulary.quality.noneTold')}</p>
  const rows = told.map((tag) => ({
    id: tag.concept,
    label: tag.label,
    value: tag.precision?.value ?? null,
    text: percent(tag.precision?.value ?? 0),
    tone: 'kept' as const,
  }))
  return (
    <Figure
      title={t('vocabulary.quality.figure')}
      note={t('vocabulary.quality.interval')}
      table={
        <Table
          caption={t('vocabulary.quality.figure')}
          columns={columns.filter(({ id }) => drawnColumns.has(id))}
          rows={told}
          rowKey={(tag) => tag.concept}
        />
      }
    >
      <BarRows rows={rows} />
    </Figure>
  )
}

const drifts = ['all', 'decided', 'asleep', 'new'] as const
type Drift = (typeof drifts)[number]

const among = (tags: readonly TagQuality[], drift: Drift) =>
  tags.filter((tag) => (drift === 'all' ? true : drift === 'decided' ? decisionsOf(tag) > 0 : tag.active && tag.drift === drift))

function Listed({ tags }: { readonly tags: readonly TagQuality[] }) {
  const { t, number } = useWords()
  const [drift, setDrift] = useRemembered<Drift>('vocabulary.quality.drift', 'all')
  const [sorted, sort] = useRemembered<{ order: QualityOrder; up: boolean }>('vocabulary.quality.sort', { order: 'decisions', up: false })
  const [limit, setLimit] = useState(page)
  const columns = useColumns()
  const rows = useMemo(() => sortQuality(among(tags, drift), sorted.order, sorted.up), [tags, drift, sorted])
  return (
    <>
      <div className={styles['chips']} role="group" aria-label={t('vocabulary.quality.show')}>
        <span className={styles['quiet']}>{t('vocabulary.quality.show')}</span>
        {drifts.map((one) => (
          <ChipButton key={one} tone={one === drift ? 'pencil' : 'plain'} aria-current={one === drift} onClick={() => setDrift(one)}>
            {`${t(`vocabulary.quality.drift.${one}`)} (${number(among(tags, one).length)})`}
          </ChipButton>
        ))}
      </div>
      <Table
        caption={t('vocabulary.quality.title')}
        columns={columns.map((column) => ({ ...column, sortable: true }))}
        rows={rows.slice(0, limit)}
        rowKey={(tag) => tag.concept}
        sort={{ column: sorted.order, up: sorted.up }}
        onSort={(column) => {
          const order = qualityOrders.find((one) => one === column)
          if (order) sort({ order, up: order === sorted.order ? !sorted.up : order === 'label' })
        }}
      />
      <p role="status" className="unseen">
        {t('vocabulary.quality.sorted', {
          column: columns.find(({ id }) => id === sorted.order)?.title ?? '',
          way: t(sorted.up ? 'vocabulary.quality.up' : 'vocabulary.quality.down'),
        })}
      </p>
      {rows.length > limit ? (
        <Button size="small" onClick={() => setLimit(limit + page)}>
          {t('vocabulary.parking.more')}
        </Button>
      ) : null}
    </>
  )
}

/** The view, in the middle of the screen. */
export function QualityView() {
  const { t, error } = useWords()
  const { data, error: failed, reload } = useQuality()
  return (
    <div className={styles['wideSheet']}>
      <header className={styles['conceptHead']}>
        <h2 className={styles['title']}>{t('vocabulary.quality.title')}</h2>
        <LinkButton size="small" href={hrefTo('vocabulary')}>
          {t('vocabulary.quality.close')}
        </LinkButton>
      </header>
      <p className={styles['quiet']}>{t('vocabulary.quality.intro')}</p>
      {failed && !data ? <ErrorState text={error(failed)} onRetry={reload} /> : null}
      {!data && !failed ? <Loading text={t('vocabulary.quality.counting')} /> : null}
      {data && data.length === 0 ? <EmptyState title={t('vocabulary.quality.noneTold')} /> : null}
      {data && data.length > 0 ? (
        <>
          <Drawing tags={data} />
          <Listed tags={data} />
        </>
      ) : null}
    </div>
  )
}
