// The keys of a place in one quiet line, each as it is now with what it does. It must not know what they do.
import type { KeyId } from './key-defaults.ts'
import { labelOf, slotLabels } from './key-map.ts'
import { useKeyboard } from './use-keyboard.ts'
import styles from './key-line.module.css'

export interface KeyLineProps {
  /** What the line is, for a screen reader. */
  readonly label: string
  readonly keys: readonly { readonly id: KeyId; readonly label: string }[]
}

/** The line; an action that has no key now is left out. */
export function KeyLine({ label, keys }: KeyLineProps) {
  const keyboard = useKeyboard()
  const mac = navigator.userAgent.includes('Mac')
  const printed = (id: KeyId) => (id.endsWith('.slot') ? slotLabels(id, keyboard) : [labelOf(id, keyboard, mac)].filter(Boolean))
  const shown = keys.map((one) => ({ ...one, printed: printed(one.id) })).filter((one) => one.printed.length > 0)
  if (shown.length === 0) return null
  return (
    <ul className={styles['line']} aria-label={label}>
      {shown.map((one) => (
        <li key={one.id}>
          {one.printed.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {one.label}
        </li>
      ))}
    </ul>
  )
}
