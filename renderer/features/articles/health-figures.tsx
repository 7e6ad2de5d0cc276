// The charts of the health sheet, each with its table; a bar opens the list where a filter can name it. It must not count.
import type { ReactNode } from 'react'
import { rightsSchema, type CorpusHealth } from '../../../shared/domain/article.ts'
import { BarRows, Columns, Figure } from '../../ui/figure.tsx'
import { hrefTo } from '../../ui/router.ts'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { filterToQuery } from './filter-address.ts'
import { dateLines, facetLines, lengthFilter, type HealthLine } from './health-lines.ts'
import { OpenedByBar } from './opened-by-bar.tsx'
import styles from './health.module.css'

const mostSections = 12
const missingFields = ['title', 'date', 'section', 'authors', 'tags', 'lang'] as const

type Shown = HealthLine & { readonly label: string }

/** Six figures in two stacks. */
export function HealthFigures({ health }: { readonly health: CorpusHealth }) {
  const { t, language } = useWords()
  const total = health.articles
  const named = (lines: readonly HealthLine[], name: (value: string) => string): readonly Shown[] =>
    lines.map((line) => ({ ...line, label: line.value === null ? t('health.noValue') : name(line.value) }))
  const sections = named(facetLines(health.sections, 'section'), (value) => value)
  const known = sections.filter(({ value }) => value !== null).length
  const missing = missingFields.map((field) => ({
    id: field,
    value: field,
    label: t(`health.missing.${field}`),
    count: health.missing[field],
    filter: { missing: field },
  }))
  // Two stacks, not rows of two: a short figure leaves no hole beside a long one.
  return (
    <div className={styles['figures']}>
      <div className={styles['stack']}>
        <Dates health={health} />
        <Rows title={t('health.missingTitle')} note={t('health.missingNote')} lines={missing} total={total} tone="refused" />
        <Rights health={health} />
      </div>
      <div className={styles['stack']}>
        <Lengths health={health} />
        <Rows
          title={t('health.sections')}
          note={known > mostSections ? t('health.sectionsNote', { count: known }) : undefined}
          lines={sections.slice(0, mostSections)}
          total={total}
        />
        <Rows
          title={t('health.languages')}
          lines={named(facetLines(health.languages, 'lang'), language).slice(0, mostSections)}
          total={total}
        />
      </div>
    </div>
  )
}

function Rights({ health }: { readonly health: CorpusHealth }) {
  const { t } = useWords()
  const lines = health.rights.map(({ value, count }) => {
    const rights = rightsSchema.safeParse(value)
    if (!rights.success) return { id: value ?? '', value, count, label: value ?? t('health.noValue'), filter: null }
    return { id: rights.data, value, count, label: t(`rights.${rights.data}`), filter: { rights: rights.data } }
  })
  return <Rows title={t('health.rights')} lines={lines} total={health.articles} />
}

interface RowsProps {
  readonly title: string
  readonly note?: string | undefined
  readonly lines: readonly Shown[]
  readonly total: number
  readonly tone?: 'plain' | 'refused'
}

function Rows({ title, note, lines, total, tone = 'plain' }: RowsProps) {
  const { number } = useWords()
  const share = useShare()
  const rows = lines.map(({ id, label, count }) => ({
    id,
    label,
    value: count / total,
    text: `${number(count)} · ${share(count, total)}`,
    tone,
  }))
  return (
    <Figure title={title} note={note} table={<Lines title={title} lines={lines} total={total} />}>
      <OpenedByBar hrefs={lines.map(hrefOf)}>
        <BarRows rows={rows} />
      </OpenedByBar>
    </Figure>
  )
}

function Dates({ health }: { readonly health: CorpusHealth }) {
  const { t, number, month } = useWords()
  const { unit, lines } = dateLines(health)
  const shown = lines.map((line) => ({ ...line, label: unit === 'month' ? month(line.id) : line.id }))
  const short = (value: string) => (unit === 'month' ? `${value.slice(5, 7)}/${value.slice(2, 4)}` : value)
  const title = t(unit === 'month' ? 'health.months' : 'health.years')
  const [first, last] = [shown[0], shown.at(-1)]
  const note = [
    first && last && first !== last ? t('health.span', { from: first.label, to: last.label }) : '',
    health.missing.date > 0 ? t('health.undated', { count: health.missing.date }) : '',
  ]
  return (
    <Chart title={title} note={note.filter((one) => one !== '').join(' ')} lines={shown} total={health.articles}>
      <Columns columns={shown.map(({ id, count }) => ({ id, label: short(id), value: count, text: number(count) }))} height={110} />
    </Chart>
  )
}

/** Rows rather than columns: a range needs its two ends in words. */
function Lengths({ health }: { readonly health: CorpusHealth }) {
  const { t } = useWords()
  const lines = health.lengths.map(({ upTo, count }, index) => {
    const from = health.lengths[index - 1]?.upTo ?? 0
    const label =
      upTo === null
        ? t('health.lengthFrom', { from })
        : from === 0
          ? t('health.lengthUnder', { to: upTo })
          : t('health.lengthBetween', { from, to: upTo })
    return { id: String(upTo), value: String(upTo), count, label, filter: lengthFilter(health.lengths, index) }
  })
  return <Rows title={t('health.lengths')} note={t('health.lengthsNote')} lines={lines} total={health.articles} />
}

interface ChartProps {
  readonly title: string
  readonly note?: string | undefined
  readonly lines: readonly Shown[]
  readonly total: number
  readonly children: ReactNode
}

function Chart({ title, note, lines, total, children }: ChartProps) {
  return (
    <Figure title={title} note={note} table={<Lines title={title} lines={lines} total={total} />}>
      <OpenedByBar hrefs={lines.map(hrefOf)}>{children}</OpenedByBar>
    </Figure>
  )
}

function Lines({ title, lines, total }: { readonly title: string; readonly lines: readonly Shown[]; readonly total: number }) {
  const { t, number } = useWords()
  const share = useShare()
  return (
    <Table
      caption={title}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { id: 'label', title: t('health.value'), cell: (line) => <LineName line={line} /> },
        { id: 'count', title: t('health.count'), align: 'end', cell: (line) => number(line.count) },
        { id: 'share', title: t('health.share'), align: 'end', cell: (line) => share(line.count, total) },
      ]}
    />
  )
}

function LineName({ line }: { readonly line: Shown }) {
  const href = hrefOf(line)
  return href === null ? line.label : <a href={href}>{line.label}</a>
}

/** A share as one reads it: one article in a thousand is not none. */
function useShare(): (count: number, total: number) => string {
  const { t, percent } = useWords()
  return (count, total) => (count > 0 && count / total < 0.005 ? t('health.tiny') : percent(count / total))
}

/** The list of the articles a line counts. */
function hrefOf({ filter, count }: HealthLine): string | null {
  return filter === null || count === 0 ? null : hrefTo('articles', [], filterToQuery(filter))
}
