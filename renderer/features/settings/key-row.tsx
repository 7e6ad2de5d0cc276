// One action of the keyboard section: its key, a press to change it, what a conflict is with.
// It must not know the other actions but through the key map.
import { useEffect, useState, type KeyboardEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import type { Binding, KeyId } from '../../ui/key-defaults.ts'
import { bindingFrom, conflictsOf, isReserved, keyName, slotLabels } from '../../ui/key-map.ts'
import { notify } from '../../ui/toast.tsx'
import { chooseKey, keyboardNow, resetKeys, restoreKeys, useKeyboard, useKeyLabel } from '../../ui/use-keyboard.ts'
import { keyWord } from '../../words/key-word.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './key-section.module.css'

export interface KeyRowProps {
  readonly id: KeyId
  readonly fixed: boolean
  /** Waiting for a press now. */
  readonly asking: boolean
  readonly onAsk: (on: boolean) => void
}

interface Problem {
  readonly binding: Binding
  readonly taken: readonly KeyId[]
}

/** What becomes of a press while the row asks. */
function useCapture(id: KeyId, onAsk: (on: boolean) => void) {
  const { t, list } = useWords()
  const { layout } = useKeyboard()
  const [problem, setProblem] = useState<Problem | null>(null)
  const action = t(keyWord(id))
  const name = (binding: Binding) => keyName(binding, layout, navigator.userAgent.includes('Mac'))
  const take = (binding: Binding, taken: readonly KeyId[] = []) => {
    const before = keyboardNow().own
    chooseKey(id, binding, taken)
    setProblem(null)
    onAsk(false)
    const text = t('keys.section.bound', { action, key: name(binding) })
    notify(text, { action: { label: t('frame.undo'), run: () => restoreKeys(before) } })
  }
  const press = (event: KeyboardEvent) => {
    if (event.code === 'Tab' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat) return
    if (event.code === 'Escape') {
      setProblem(null)
      return onAsk(false)
    }
    const binding = bindingFrom(event)
    if (binding === null) return
    const taken = conflictsOf(id, binding, keyboardNow())
    if (isReserved(binding) || taken.length > 0) setProblem({ binding, taken: isReserved(binding) ? [] : taken })
    else take(binding)
  }
  const said =
    problem === null
      ? null
      : problem.taken.length === 0
        ? t('keys.section.reserved', { key: name(problem.binding) })
        : t('keys.section.taken', { key: name(problem.binding), action: list(problem.taken.map((one) => t(keyWord(one)))) })
  return { problem, said, press, take, forget: () => setProblem(null) }
}

/** A key that stays: one, or the digits of what is numbered on screen. */
function FixedKeys({ id, label }: { readonly id: KeyId; readonly label: string }) {
  const { t } = useWords()
  const digits = slotLabels(id, useKeyboard())
  return (
    <span className={styles['fixed']}>
      {(digits.length > 0 ? digits : [label]).map((one) => (
        <kbd key={one}>{one}</kbd>
      ))}{' '}
      {t('keys.section.fixed')}
    </span>
  )
}

/** A line of the section. */
export function KeyRow({ id, fixed, asking, onAsk }: KeyRowProps) {
  const { t } = useWords()
  const { own } = useKeyboard()
  const label = useKeyLabel()(id) ?? t('keys.none')
  const action = t(keyWord(id))
  const { problem, said, press, take, forget } = useCapture(id, onAsk)
  useEffect(() => {
    if (!asking) forget()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only the end of asking forgets
  }, [asking])
  return (
    <li className={styles['row']}>
      <span>{action}</span>
      {fixed ? (
        <FixedKeys id={id} label={label} />
      ) : (
        <span className={styles['change']}>
          <button
            type="button"
            className={styles['key']}
            data-asking={asking || undefined}
            onClick={() => onAsk(!asking)}
            onKeyDown={asking ? press : undefined}
          >
            {asking ? (
              t('keys.section.waiting')
            ) : (
              <>
                <span aria-hidden="true">{label}</span>
                <span className="unseen">{t('keys.section.bind', { action, key: label })}</span>
              </>
            )}
          </button>
          {own[id] === undefined ? null : (
            <Button size="small" kind="quiet" aria-label={t('keys.section.resetOf', { action })} onClick={() => resetKeys(id)}>
              {t('keys.section.reset')}
            </Button>
          )}
        </span>
      )}
      {asking ? (
        <div className={styles['said']} role="status">
          {said ?? t('keys.section.waitingHelp')}
          {problem && problem.taken.length > 0 ? (
            <span className={styles['change']}>
              <Button size="small" onClick={() => take(problem.binding, problem.taken)}>
                {t('keys.section.take')}
              </Button>
              <Button size="small" kind="quiet" onClick={() => onAsk(false)}>
                {t('keys.section.keep')}
              </Button>
            </span>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}
