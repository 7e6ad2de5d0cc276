// The bar under the review desk: the actions with their keys, and where one is. It must not know what they do.
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { Button } from '../../ui/button.tsx'
import { usePaletteActions } from '../../ui/palette-actions.ts'
import { useWords } from '../../words/use-words.ts'
import { actionWords } from './keys-dialog.tsx'
import { bindingsOf, keyLabel, type Asked, type ReviewAction } from './review-keys.ts'
import styles from './review.module.css'

export interface BarAction {
  readonly action: ReviewAction
  readonly label: string
  readonly main?: boolean
  readonly disabled?: boolean
  /** Why it is disabled, for a tooltip. */
  readonly why?: string | undefined
}

export interface DecisionBarProps {
  readonly task: Task
  readonly actions: readonly BarAction[]
  readonly act: (asked: Asked) => void
  /** `article 2 sur 14 · point 1 sur 3` */
  readonly place: string
  readonly children?: ReactNode
}

function Walk({ task, action, label, act }: { task: Task; action: ReviewAction; label: string; act: (asked: Asked) => void }) {
  return (
    <button type="button" className={styles['keyButton']} title={label} onClick={() => act({ action, slot: -1 })}>
      <kbd aria-hidden="true">{keyLabel(task, action)}</kbd>
      <span className={styles['walkLabel']}>{label}</span>
    </button>
  )
}

/** Offers the queue's actions to Ctrl-K, less those that cannot be done now. */
function useActionsInPalette({ task, actions, act }: DecisionBarProps): void {
  const { t } = useWords()
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  const impossible = actions
    .filter((one) => one.disabled)
    .map((one) => one.action)
    .join(' ')
  const offered = useMemo(
    () =>
      bindingsOf(task)
        .filter((one) => !impossible.split(' ').includes(one.action))
        .map(({ action, label }) => ({
          id: action,
          label: `${t('common.named', { label: t('review.title') })} ${actionWords(t, task, action)}`,
          keyHint: label,
          run: () => latest.current({ action, slot: -1 }),
        })),
    [task, impossible, t],
  )
  usePaletteActions('review', offered)
}

/** Buttons on the left, counters and walking keys on the right. */
export function DecisionBar(props: DecisionBarProps) {
  const { task, actions, act, place, children } = props
  const { t } = useWords()
  useActionsInPalette(props)
  return (
    <>
      {actions.map((one) => (
        <Button
          key={one.action}
          kind={one.main ? 'main' : 'plain'}
          disabled={one.disabled === true}
          title={one.why}
          keyHint={keyLabel(task, one.action)}
          onClick={() => act({ action: one.action, slot: -1 })}
        >
          {one.label}
        </Button>
      ))}
      {children}
      <div className={styles['place']}>
        <span role="status">{place}</span>
        <Walk task={task} action="next" label={t('review.act.next')} act={act} />
        <Walk task={task} action="previous" label={t('review.act.previous')} act={act} />
        <Walk task={task} action="undo" label={t('review.act.undo')} act={act} />
        <Walk task={task} action="keys" label={t('review.act.keys')} act={act} />
      </div>
    </>
  )
}
