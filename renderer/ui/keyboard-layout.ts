// What this keyboard prints on its keys: told by the browser, else learned from presses, else guessed from the language.
// It must not know what the keys do.
import { create } from 'zustand'
import type { Layout } from './key-map.ts'

const azerty: Layout = { KeyQ: 'a', KeyA: 'q', KeyW: 'z', KeyZ: 'w', Semicolon: 'm', KeyM: ',', Comma: ';', Period: ':', Slash: '!' }
const digits: Layout = Object.fromEntries('1234567890'.split('').map((digit) => [`Digit${digit}`, digit]))

interface LayoutMap {
  readonly forEach: (take: (printed: string, code: string) => void) => void
}

interface AskableKeyboard {
  readonly getLayoutMap: () => Promise<LayoutMap>
}

function askable(): AskableKeyboard | null {
  const given: unknown = 'keyboard' in navigator ? navigator.keyboard : null
  return isAskable(given) ? given : null
}

function isAskable(given: unknown): given is AskableKeyboard {
  return typeof given === 'object' && given !== null && 'getLayoutMap' in given && typeof given.getLayoutMap === 'function'
}

/** Before anything is known: AZERTY for a French computer, plain letters otherwise. Digits are named by their digit on both. */
export function guessLayout(language: string): Layout {
  return { ...(/^fr(?!-(?:CA|CH))/i.test(language) ? azerty : {}), ...digits }
}

/** A layout after one more press: the sign an unshifted key printed. */
export function learnKey(
  layout: Layout,
  press: { code: string; key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean },
): Layout {
  if (press.shiftKey || press.altKey || press.ctrlKey || !/^[^\d\s]$/u.test(press.key) || press.code.startsWith('Digit')) return layout
  if (press.code === '' || layout[press.code] === press.key.toLowerCase()) return layout
  return { ...layout, [press.code]: press.key.toLowerCase() }
}

export const useLayout = create<{ readonly layout: Layout }>()(() => ({
  layout: guessLayout(typeof navigator === 'undefined' ? '' : navigator.language),
}))

/** Learns for the life of the page; returns how to stop. */
export function watchLayout(): () => void {
  void askable()
    ?.getLayoutMap()
    .then((map) => {
      const told: Record<string, string> = {}
      map.forEach((printed, code) => {
        told[code] = printed
      })
      if (Object.keys(told).length > 0) useLayout.setState(({ layout }) => ({ layout: { ...layout, ...told, ...digits } }))
    })
    .catch(() => undefined)
  const learn = (event: KeyboardEvent) => {
    if (event.isComposing || event.metaKey) return
    const { layout } = useLayout.getState()
    const next = learnKey(layout, event)
    if (next !== layout) useLayout.setState({ layout: next })
  }
  window.addEventListener('keydown', learn, true)
  return () => window.removeEventListener('keydown', learn, true)
}
