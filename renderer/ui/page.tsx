// An ordinary screen: a title, its actions, a column of content. It must not know which screen.
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './page.module.css'

export interface PageProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** `fill`: content takes the height left and scrolls by itself (lists). */
  readonly fill?: boolean
  readonly width?: 'text' | 'wide' | 'full'
  readonly children: ReactNode
}

/** A screen with its heading. */
export function Page({ title, lead, actions, fill = false, width = 'wide', children }: PageProps) {
  return (
    <div className={classes(styles['page'], fill && styles['fill'], styles[width])}>
      <header className={styles['head']}>
        <div>
          <h1 className={styles['title']}>{title}</h1>
          {lead ? <p className={styles['lead']}>{lead}</p> : null}
        </div>
        {actions ? <div className={styles['actions']}>{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}

export interface SectionProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a screen, framed like a card. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={styles['section']}>
      <header className={styles['sectionHead']}>
        <h2 className={styles['sectionTitle']}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
