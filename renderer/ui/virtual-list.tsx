// A long list of which only what is seen exists. It must not know its rows.
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './virtual-list.module.css'

export interface VirtualListProps {
  readonly label: string
  /** How many rows there are, loaded or not. */
  readonly count: number
  /** Expected height of a row in CSS pixels. */
  readonly rowHeight: number
  readonly row: (index: number) => ReactNode
  /** Called with the first and last index in sight, to load what is missing. */
  readonly onRange?: ((first: number, last: number) => void) | undefined
  /** Kept in sight when it changes (the chosen row). */
  readonly active?: number | undefined
  /** Where the list was last time, in pixels, and where it is now. */
  readonly scrollStart?: number | undefined
  readonly onScrollEnd?: ((offset: number) => void) | undefined
  readonly className?: string | undefined
}

type Known = Pick<Virtualizer<HTMLDivElement, Element>, 'measurementsCache' | 'scrollOffset' | 'scrollRect'>

/** From what was measured before: asking the page itself would lay it out. */
function isInSight({ measurementsCache, scrollOffset, scrollRect }: Known, index: number): boolean {
  const place = measurementsCache[index]
  if (!place || !scrollRect || scrollOffset === null) return false
  return place.start >= scrollOffset && place.end <= scrollOffset + scrollRect.height
}

/** A virtual list: 100,000 rows scroll like 20. */
export function VirtualList({ label, count, rowHeight, row, onRange, active, scrollStart, onScrollEnd, className }: VirtualListProps) {
  const frame = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- the React compiler is off in this house
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: scrollStart ?? 0,
  })
  const seen = virtual.getVirtualItems()
  const first = seen[0]?.index ?? 0
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (count > 0) onRange?.(first, last)
  }, [first, last, count, onRange])
  useLayoutEffect(() => {
    if (active === undefined || active < 0 || isInSight(virtual, active)) return
    // Scrolling lays the page out: once, in this very frame, after everything else of it was drawn.
    const soon = requestAnimationFrame(() => virtual.scrollToIndex(active, { align: 'auto' }))
    return () => cancelAnimationFrame(soon)
  }, [active, virtual])
  return (
    <div ref={frame} className={classes(styles['frame'], className)} onScrollEnd={(event) => onScrollEnd?.(event.currentTarget.scrollTop)}>
      <div role="list" aria-label={label} className={styles['inner']} style={{ height: virtual.getTotalSize() }}>
        {seen.map((item) => (
          <div
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            role="listitem"
            aria-setsize={count}
            aria-posinset={item.index + 1}
            className={styles['row']}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {row(item.index)}
          </div>
        ))}
      </div>
    </div>
  )
}
