// The desk's three columns and the bar below. They must not know what lies on them.
import type { ReactNode, Ref } from 'react'
import { classes } from './classes.ts'
import styles from './panes.module.css'

export interface PanesProps {
  /** Left column: a queue or a list. */
  readonly list?: ReactNode
  readonly listLabel?: string
  /** The middle: the article, on the sheet. */
  readonly main: ReactNode
  readonly mainRef?: Ref<HTMLElement>
  /** Right column: suggestions. */
  readonly side?: ReactNode
  readonly sideLabel?: string
  /** The decision bar. */
  readonly bar?: ReactNode
}

/** List, text, suggestions, bar: as the mock. Stacks on a narrow or zoomed screen. */
export function Panes({ list, listLabel, main, mainRef, side, sideLabel, bar }: PanesProps) {
  return (
    <div className={classes(styles['panes'], list === undefined && styles['noList'], side === undefined && styles['noSide'])}>
      {list === undefined ? null : (
        <section className={styles['list']} aria-label={listLabel}>
          {list}
        </section>
      )}
      <section className={styles['main']} ref={mainRef} tabIndex={-1}>
        {main}
      </section>
      {side === undefined ? null : (
        <aside className={styles['side']} aria-label={sideLabel}>
          {side}
        </aside>
      )}
      {bar === undefined ? null : <footer className={styles['bar']}>{bar}</footer>}
    </div>
  )
}
