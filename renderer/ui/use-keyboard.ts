// The person's keyboard: keys they chose, single letters on or off, what their keys print. Kept on this machine for good.
// It must not know what the actions do.
import { useCallback, useMemo, useState } from 'react'
import { create } from 'zustand'
import type { Binding, KeyId } from './key-defaults.ts'
import { isKeyId, labelOf, type Keyboard, type OwnKeys } from './key-map.ts'
import { useLayout } from './keyboard-layout.ts'
import { rememberLasting, rememberedLasting, useRemembered } from './remembered.ts'

const ownKey = 'keyboard.own'
const singleKey = 'keyboard.single'

/** What was kept may be older than the actions: unknown ones are dropped. */
function cleaned(kept: unknown): OwnKeys {
  if (typeof kept !== 'object' || kept === null) return {}
  const pairs = Object.entries(kept).filter(([id, key]) => isKeyId(id) && (key === null || typeof key === 'string'))
  return Object.fromEntries(pairs)
}

/** The keyboard at this moment, for a listener. */
export function keyboardNow(): Keyboard {
  return {
    own: cleaned(rememberedLasting(ownKey)),
    single: rememberedLasting(singleKey) !== false,
    layout: useLayout.getState().layout,
  }
}

/** The keyboard; re-renders when a key is chosen, or the layout becomes known. */
export function useKeyboard(): Keyboard {
  const [own] = useRemembered<unknown>(ownKey, null, 'lasting')
  const [single] = useRemembered<unknown>(singleKey, true, 'lasting')
  const layout = useLayout((state) => state.layout)
  return useMemo(() => ({ own: cleaned(own), single: single !== false, layout }), [own, single, layout])
}

/** The key shown for an action (`V`, `Ctrl K`), undefined when it has none: goes into a button's `keyHint`. */
export function useKeyLabel(): (id: KeyId) => string | undefined {
  const keyboard = useKeyboard()
  const [mac] = useState(() => navigator.userAgent.includes('Mac'))
  return useCallback((id) => labelOf(id, keyboard, mac) || undefined, [keyboard, mac])
}

/** Gives an action a key, or none; takes it from `taken`. */
export function chooseKey(id: KeyId, key: Binding | null, taken: readonly KeyId[] = []): void {
  const freed = Object.fromEntries(taken.map((one) => [one, null]))
  rememberLasting(ownKey, { ...keyboardNow().own, ...freed, [id]: key })
}

/** Gives one action, or all, its first keys again. */
export function resetKeys(id?: KeyId): void {
  const own = Object.entries(keyboardNow().own).filter(([one]) => id !== undefined && one !== id)
  rememberLasting(ownKey, Object.fromEntries(own))
}

/** Puts the chosen keys back as they were, for an undo. */
export function restoreKeys(own: OwnKeys): void {
  rememberLasting(ownKey, own)
}

/** Switches keys that print a character, alone, on or off. */
export function allowSingleKeys(on: boolean): void {
  rememberLasting(singleKey, on)
}

/** Whether the list of all keys is open; the frame shows it. */
export const useKeyList = create<{ readonly open: boolean }>()(() => ({ open: false }))
export const showKeyList = (open: boolean) => useKeyList.setState({ open })
