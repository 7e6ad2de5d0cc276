// Keys of a screen, by place on the keyboard (`event.code`), so that AZERTY digits work.
// It must not know what the keys do.
import { useEffect, useRef } from 'react'

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** True when the person is typing, or a dialog has the keyboard. */
function taken(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('input:not([type=checkbox], [type=radio]), textarea, select')) return true
  return document.querySelector('[role=dialog][data-open], [role=alertdialog][data-open]') !== null
}

/**
 * Listens to keys while the component is shown. Names are `event.code` (`KeyV`, `Digit1`, `Space`, `Enter`),
 * or `event.key` for signs (`?`, `+`). Not called while typing, in a dialog, or with Ctrl, Alt or Meta.
 * Enter and Space on a focused button or link stay theirs.
 */
export function useKeys(keys: KeyMap, enabled = true): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!enabled) return undefined
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || event.isComposing || taken(event)) return
      const target = event.target
      const pressing = event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Space'
      if (pressing && target instanceof HTMLElement && target.closest('button, a, summary, [role=tab]')) return
      const act = latest.current[event.key] ?? latest.current[event.code] ?? latest.current[event.code.replace('Numpad', 'Digit')]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}
