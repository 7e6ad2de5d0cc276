// What a place shows when it has nothing, is waiting, or failed. It must not know the place.
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { useUiWords } from './ui-words.tsx'
import styles from './states.module.css'

export interface EmptyStateProps {
  readonly title: string
  /** What to do next. */
  readonly text?: string | undefined
  readonly children?: ReactNode
}

/** An empty place that says what to do next. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className={styles['state']}>
      <p className={styles['title']}>{title}</p>
      {text ? <p className={styles['text']}>{text}</p> : null}
      {children ? <div className={styles['actions']}>{children}</div> : null}
    </div>
  )
}

export interface ErrorStateProps {
  /** What happened, what was kept, what to do: `words.error(e)`. */
  readonly text: string
  readonly onRetry?: (() => void) | undefined
}

/** A place that failed. */
export function ErrorState({ text, onRetry }: ErrorStateProps) {
  const words = useUiWords()
  return (
    <div className={styles['state']} role="alert">
      <p className={styles['problem']}>{text}</p>
      {onRetry ? <Button onClick={onRetry}>{words.retry}</Button> : null}
    </div>
  )
}

/** A place that waits for the core. Shown late, so that a fast answer never flashes. */
export function Loading({ text }: { readonly text?: string }) {
  const words = useUiWords()
  return (
    <p className={styles['loading']} role="status">
      {text ?? words.loading}
    </p>
  )
}
