// One line of the list at the desk's left: what it is, a note under it. It must not know what the list is of.
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './list-entry.module.css'

export interface ListEntryProps {
  readonly href: string
  /** Shown beside the list now. */
  readonly current: boolean
  /** Nothing is left to do there: greyed in place. */
  readonly done?: boolean
  readonly title: ReactNode
  /** The title is a passage of text: lighter, two lines of it. */
  readonly passage?: boolean
  /** Small, under everything; several pieces stand apart. */
  readonly note: ReactNode
  /** Between the title and the note. */
  readonly children?: ReactNode
}

/** The line, a link. */
export function ListEntry({ href, current, done = false, title, passage = false, note, children }: ListEntryProps) {
  return (
    <a href={href} className={classes(styles['entry'], done && styles['done'])} aria-current={current ? 'true' : undefined}>
      <span className={classes(styles['title'], passage && styles['passage'])}>{title}</span>
      {children}
      <span className={styles['note']}>{note}</span>
    </a>
  )
}
