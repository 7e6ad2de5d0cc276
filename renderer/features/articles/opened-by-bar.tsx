// Makes the bars of a chart open a list. The chart is for the eye and the mouse; the table under it holds the same links.
// It must not know the chart: bars are its root's children, in the order of `hrefs`.
import type { MouseEvent, ReactNode } from 'react'
import styles from './health.module.css'

interface OpenedByBarProps {
  /** Where each bar leads; null: nowhere. */
  readonly hrefs: readonly (string | null)[]
  readonly children: ReactNode
}

function barAt(frame: HTMLElement, target: EventTarget): number {
  const bars = frame.firstElementChild?.children ?? []
  return [...bars].findIndex((bar) => target instanceof Node && bar.contains(target))
}

/** A chart whose bars are pressed. */
export function OpenedByBar({ hrefs, children }: OpenedByBarProps) {
  const open = (event: MouseEvent<HTMLDivElement>) => {
    const href = hrefs[barAt(event.currentTarget, event.target)]
    if (href) location.hash = href
  }
  const some = hrefs.some((href) => href !== null)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- hidden from screen readers and the keyboard, which have the links of the table
    <div className={some ? styles['opened'] : undefined} onClick={open}>
      {children}
    </div>
  )
}
