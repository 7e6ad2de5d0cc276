// A small chart and the table it is drawn from: one never comes without the other.
// It must not know what is counted: numbers come with the words that say them.
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { useUiWords } from './ui-words.tsx'
import styles from './figure.module.css'

export interface FigureProps {
  readonly title: string
  /** One quiet sentence: what to read in it, or how it was counted. */
  readonly note?: ReactNode
  /** The same figures for who cannot or will not read a drawing. */
  readonly table: ReactNode
  /** The drawing; hidden from screen readers, which get the table. */
  readonly children: ReactNode
}

/** A chart under its title, its table one press away and open on paper. */
export function Figure({ title, note, table, children }: FigureProps) {
  const words = useUiWords()
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['title']}>{title}</figcaption>
      {note ? <p className={styles['note']}>{note}</p> : null}
      <div aria-hidden="true">{children}</div>
      <details className={styles['table']}>
        <summary>
          {words.seeTable}
          <span className="unseen">{` (${title})`}</span>
        </summary>
        {table}
      </details>
    </figure>
  )
}

export type BarTone = 'plain' | 'kept' | 'edited' | 'refused' | 'doubt'

export interface BarRow {
  readonly id: string
  readonly label: string
  /** A share between 0 and 1 of the track's length; null draws no bar. */
  readonly value: number | null
  /** The figure as one reads it (`62 %`, `412`). */
  readonly text: string
  readonly tone?: BarTone
}

/** Horizontal bars, a line each: for what has a name. */
export function BarRows({ rows }: { readonly rows: readonly BarRow[] }) {
  return (
    <div className={styles['rows']}>
      {rows.map(({ id, label, value, text, tone = 'plain' }) => (
        <div key={id} className={styles['row']}>
          <span className={styles['label']}>{label}</span>
          <span className={styles['track']}>
            <span className={classes(styles['fill'], styles[tone])} style={{ width: `${Math.min(1, Math.max(0, value ?? 0)) * 100}%` }} />
          </span>
          <span className={styles['text']}>{text}</span>
        </div>
      ))}
    </div>
  )
}

export interface ChartColumn {
  readonly id: string
  /** Under the column; the labels thin out by themselves when there are many. */
  readonly label: string
  /** 0 or more, on any scale: the tallest column fills the height. */
  readonly value: number
  /** The figure as one reads it; shown above the column when there are few, and on hover. */
  readonly text: string
}

const columnsWithFigures = 14
const mostLabels = 12

/** Vertical columns side by side: for what has an order (years, lengths, batches). `height` in pixels. */
export function Columns({ columns, height = 120 }: { readonly columns: readonly ChartColumn[]; readonly height?: number }) {
  const tallest = Math.max(...columns.map((column) => column.value), Number.MIN_VALUE)
  const every = Math.max(1, Math.ceil(columns.length / mostLabels))
  return (
    <div className={styles['columns']} style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}>
      {columns.map(({ id, label, value, text }, index) => (
        <div key={id} className={styles['column']} title={`${label} · ${text}`}>
          <span className={styles['above']}>{columns.length <= columnsWithFigures ? text : ''}</span>
          <span className={styles['shaft']} style={{ height }}>
            <span className={classes(styles['fill'], styles['plain'])} style={{ height: `${(value / tallest) * 100}%` }} />
          </span>
          <span className={classes(styles['under'], every > 1 && styles['thin'])}>{index % every === 0 ? label : ''}</span>
        </div>
      ))}
    </div>
  )
}
