// Listens to keys for a screen or for the frame, one listener for the page, the last one mounted first.
// It must not know what the keys do.
import { useEffect, useRef } from 'react'
import type { KeyGroup, KeyId } from './key-defaults.ts'
import { actionOf, slotOf } from './key-map.ts'
import { keyboardNow } from './use-keyboard.ts'

/** True when it dealt with the press. */
type Hears = (event: KeyboardEvent) => boolean

/** The frame hears last; what somebody began (a key that waits for a letter) hears first. */
type Rank = 'frame' | 'screen' | 'begun'
const ranks: readonly Rank[] = ['begun', 'screen', 'frame']

const layers: { readonly hears: Hears; readonly rank: Rank }[] = []

/** True when the person is typing, or a dialog has the keyboard. */
function taken(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog][data-open], [role=alertdialog][data-open]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null
}

/** Enter and Space on a focused button or link stay theirs. */
function pressing(event: KeyboardEvent): boolean {
  if (event.code !== 'Enter' && event.code !== 'NumpadEnter' && event.code !== 'Space') return false
  return event.target instanceof HTMLElement && event.target.closest('button, a, summary, [role=tab], [role=option]') !== null
}

/** Ctrl-K and the like act from a field too; what prints a character never does. A composition, or AltGr, writes. */
function deaf(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.getModifierState('AltGraph')) return true
  const free = event.ctrlKey || event.metaKey || (event.altKey && !event.shiftKey) || /^F\d+$/.test(event.code)
  return !free && (taken(event.target) || pressing(event))
}

function listen(event: KeyboardEvent): void {
  if (deaf(event)) return
  const inOrder = ranks.flatMap((rank) => layers.filter((one) => one.rank === rank))
  if (inOrder.some((one) => one.hears(event))) event.preventDefault()
}

function useLayer(hears: Hears, enabled: boolean, rank: Rank): void {
  const latest = useRef(hears)
  useEffect(() => {
    latest.current = hears
  })
  useEffect(() => {
    if (!enabled) return undefined
    const layer = { hears: (event: KeyboardEvent) => latest.current(event), rank }
    if (layers.length === 0) window.addEventListener('keydown', listen)
    layers.unshift(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length === 0) window.removeEventListener('keydown', listen)
    }
  }, [enabled, rank])
}

/** Hears every press that is free to act, before the frame does; answers whether it dealt with it. */
export function useHeard(hears: (event: KeyboardEvent) => boolean, enabled = true, rank: Rank = 'screen'): void {
  useLayer(hears, enabled, rank)
}

export interface ActionKeys {
  /** What is done for the actions of the group and of `everywhere`; those left out fall to the frame. */
  readonly act: Readonly<Partial<Record<KeyId, (event: KeyboardEvent) => void>>>
  /** The digits, by place, counted from 0; heard before the other keys, for a group that has a `.slot` action. */
  readonly slot?: (place: number, event: KeyboardEvent) => void
  readonly enabled?: boolean
}

/**
 * Actions of the key map while the component is shown, with the keys the person chose. A press on a modifier of the platform that
 * nobody bound is left alone. A held key calls too: whoever judges must look at `event.repeat`.
 */
export function useActionKeys(group: KeyGroup, { act, slot, enabled = true }: ActionKeys): void {
  useLayer(
    (event) => {
      const keyboard = keyboardNow()
      const place = slot ? slotOf(event) : null
      if (slot && place !== null) {
        if (keyboard.single) slot(place, event)
        return keyboard.single
      }
      const id = actionOf(event, group, keyboard)
      const found = id === null ? undefined : act[id]
      found?.(event)
      return found !== undefined
    },
    enabled,
    group === 'everywhere' ? 'frame' : 'screen',
  )
}
