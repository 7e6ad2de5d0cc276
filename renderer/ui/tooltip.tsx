// A few words about a thing, on hover and on focus. They must not be the only place a fact is said.
import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import styles from './tooltip.module.css'

export interface TooltipProps {
  readonly text: string
  /** The element described: a button, a link, or a focusable span. */
  readonly children: ReactElement<Record<string, unknown>>
}

/** A tooltip around one focusable element. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className={styles['place']}>
          <Base.Popup className={styles['popup']}>{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
