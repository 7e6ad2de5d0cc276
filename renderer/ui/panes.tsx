// The desk's three columns and the bar below. They must not know what lies on them.
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './panes.module.css'

export interface PanesProps {
  /** Left column: a queue or a list. */
  readonly list?: ReactNode
  readonly listLabel?: string
  /** The middle: the article, on the sheet. */
  readonly main: ReactNode
  readonly mainLabel: string
  /** Right column: suggestions. */
  readonly side?: ReactNode
  readonly sideLabel?: string
  /** The decision bar. */
  readonly bar?: ReactNode
}

/** List, text, suggestions, bar: as the mock. Stacks on a narrow or zoomed screen. */
export function Panes({ list, listLabel, main, mainLabel, side, sideLabel, bar }: PanesProps) {
  return (
    <div className={classes(styles['panes'], list === undefined && styles['noList'], side === undefined && styles['noSide'])}>
      {list === undefined ? null : (
        <section className={styles['list']} aria-label={listLabel}>
          {list}
        </section>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls must be reachable from the keyboard */}
      <div className={styles['main']} role="region" aria-label={mainLabel} tabIndex={0}>
        {main}
      </div>
      {side === undefined ? null : (
        <aside className={styles['side']} aria-label={sideLabel}>
          {side}
        </aside>
      )}
      {bar === undefined ? null : <footer className={styles['bar']}>{bar}</footer>}
    </div>
  )
}
