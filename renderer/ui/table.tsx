// A plain table; its headers sort it where asked. It must not know its rows, nor how they are ordered.
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './table.module.css'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'start' | 'end'
  /** Its header is a button that asks for this order. */
  readonly sortable?: boolean
}

export interface TableProps<Row> {
  /** Read by screen readers; `captionShown` prints it too. */
  readonly caption: string
  readonly captionShown?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** The order the rows come in: the column, and whether the smallest is first. */
  readonly sort?: { readonly column: string; readonly up: boolean }
  /** A header was pressed: the rows are the caller's to order. */
  readonly onSort?: (column: string) => void
}

type HeaderProps<Row> = { readonly column: Column<Row> } & Pick<TableProps<Row>, 'sort' | 'onSort'>

function Header<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const { id, title, align, sortable = false } = column
  const sorted = sort?.column === id ? sort : null
  const sorts = sortable && onSort !== undefined
  return (
    <th
      scope="col"
      className={classes(align === 'end' && styles['end'])}
      aria-sort={sorts ? (sorted === null ? 'none' : sorted.up ? 'ascending' : 'descending') : undefined}
    >
      {sorts ? (
        <button type="button" className={styles['sort']} onClick={() => onSort(id)}>
          {title}
          <span aria-hidden="true" className={classes(styles['arrow'], sorted === null && styles['idle'])}>
            {sorted?.up === true ? '↑' : '↓'}
          </span>
        </button>
      ) : (
        title
      )}
    </th>
  )
}

/** A table; the first column is each row's header. */
export function Table<Row>({ caption, captionShown = false, columns, rows, rowKey, sort, onSort }: TableProps<Row>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable from the keyboard
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles['table']}>
        <caption className={captionShown ? styles['caption'] : 'unseen'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.id} column={column} {...(sort ? { sort } : {})} {...(onSort ? { onSort } : {})} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={classes(column.align === 'end' && styles['end'])}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
