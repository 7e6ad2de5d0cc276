// How far something is. It must not know what.
import styles from './meter.module.css'

export interface MeterProps {
  readonly label: string
  readonly value: number
  /** Null: unknown, the bar only says that work goes on. */
  readonly max: number | null
  /** Shown at the right of the label (`412 sur 3 899 · 3 min`). */
  readonly text?: string | undefined
  /** What a screen reader is told when it changes: a few times in all, not at every step. */
  readonly spoken?: string | undefined
}

/** A progress bar with its label. */
export function Meter({ label, value, max, text, spoken }: MeterProps) {
  return (
    <div className={styles['meter']}>
      <div className={styles['line']}>
        <span>{label}</span>
        {text ? <span className={styles['text']}>{text}</span> : null}
      </div>
      <progress className={styles['bar']} aria-label={label} {...(max === null ? {} : { value, max: Math.max(max, 1) })} />
      {spoken === undefined ? null : (
        <p role="status" className="unseen">
          {spoken}
        </p>
      )}
    </div>
  )
}
