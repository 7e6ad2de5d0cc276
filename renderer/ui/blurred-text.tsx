// A text kept out of focus until it is asked for. It must not know why.
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './blurred-text.module.css'

export interface BlurredTextProps {
  readonly blurred: boolean
  /** Said in place of the text while it is blurred. */
  readonly label: string
  /** A block keeps its line breaks; inline otherwise. */
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** The text, or its blur and a name for it; a screen reader hears the name only. */
export function BlurredText({ blurred, label, className, children }: BlurredTextProps) {
  if (!blurred) return <span className={className}>{children}</span>
  return (
    <>
      <span className="unseen">{label}</span>
      <span className={classes(className, styles['blurred'])} aria-hidden="true">
        {children}
      </span>
    </>
  )
}
