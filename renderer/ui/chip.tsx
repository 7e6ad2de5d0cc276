// A small rounded label: a tag, a check, a state. It must not know which.
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './chip.module.css'

export interface ChipProps {
  /** `green` done or validated, `red` not supported, `amber` doubt, `pencil` chosen or machine link, `plain` otherwise. */
  readonly tone?: 'plain' | 'green' | 'red' | 'amber' | 'pencil'
  /** Italic: a machine's proposal nobody has validated. */
  readonly proposed?: boolean
  readonly title?: string
  readonly children: ReactNode
}

/** A label that only shows. */
export function Chip({ tone = 'plain', proposed = false, title, children }: ChipProps) {
  return (
    <span className={classes(styles['chip'], styles[tone], proposed && styles['proposed'])} title={title}>
      {children}
    </span>
  )
}

export interface ChipButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  readonly tone?: ChipProps['tone']
  readonly proposed?: boolean
  /** Pressed or not, for a check or a kept tag. */
  readonly pressed?: boolean
}

/** A label that is pressed: a check ticked, a tag kept. */
export function ChipButton({ tone = 'plain', proposed = false, pressed, children, className, ...rest }: ChipButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-pressed={pressed}
      className={classes(
        styles['chip'],
        styles['press'],
        styles[pressed ? 'green' : (tone ?? 'plain')],
        proposed && styles['proposed'],
        className,
      )}
    >
      {pressed ? <span aria-hidden="true">✓ </span> : null}
      {children}
    </button>
  )
}
