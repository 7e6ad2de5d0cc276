// The bar under the review desk: the actions with their keys, and where one is. It must not know what they do.
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { Button } from '../../ui/button.tsx'
import { usePaletteActions } from '../../ui/palette-actions.ts'
import { showKeyList, useKeyLabel } from '../../ui/use-keyboard.ts'
import { useWords } from '../../words/use-words.ts'
import { actionWords } from './action-words.ts'
import { actionsOf, keyIdOf, type Asked, type ReviewAction } from './review-keys.ts'
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

function Walk({ keyLabel, label, onPress }: { keyLabel: string | undefined; label: string; onPress: () => void }) {
  return (
    <button type="button" className={styles['keyButton']} title={label} aria-keyshortcuts={keyLabel} onClick={onPress}>
      {keyLabel === undefined ? null : <kbd aria-hidden="true">{keyLabel}</kbd>}
      <span className={styles['walkLabel']}>{label}</span>
    </button>
  )
}

/** Offers the queue's actions to Ctrl-K, less those that cannot be done now. */
function useActionsInPalette({ task, actions, act }: DecisionBarProps): void {
  const { t } = useWords()
  const keyLabel = useKeyLabel()
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
      actionsOf(task)
        .filter(([action]) => !impossible.split(' ').includes(action))
        .map(([action, id]) => ({
          id: action,
          label: `${t('common.named', { label: t('review.title') })} ${actionWords(t, task, action)}`,
          keyHint: keyLabel(id),
          run: () => latest.current({ action, slot: -1 }),
        })),
    [task, impossible, t, keyLabel],
  )
  usePaletteActions('review', offered)
}

/** Buttons on the left, counters and walking keys on the right. */
export function DecisionBar(props: DecisionBarProps) {
  const { task, actions, act, place, children } = props
  const { t } = useWords()
  const keyLabel = useKeyLabel()
  useActionsInPalette(props)
  const hint = (action: ReviewAction) => {
    const id = keyIdOf(task, action)
    return id === null ? undefined : keyLabel(id)
  }
  return (
    <>
      {actions.map((one) => (
        <Button
          key={one.action}
          kind={one.main ? 'main' : 'plain'}
          disabled={one.disabled === true}
          title={one.why}
          keyHint={hint(one.action)}
          onClick={() => act({ action: one.action, slot: -1 })}
        >
          {one.label}
        </Button>
      ))}
      {children}
      <div className={styles['place']}>
        <span role="status">{place}</span>
        {(['next', 'previous', 'undo'] as const).map((action) => (
          <Walk key={action} keyLabel={hint(action)} label={t(`review.act.${action}`)} onPress={() => act({ action, slot: -1 })} />
        ))}
        <Walk keyLabel={keyLabel('keys')} label={t('review.act.keys')} onPress={() => showKeyList(true)} />
      </div>
    </>
  )
}
