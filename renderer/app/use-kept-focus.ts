// Catches the keyboard when what it stood on leaves the page or is switched off. It must not know the screens.
import { useEffect } from 'react'

/** Places that can take the keyboard for one of their parts, nearest first. */
const places = '[role=dialog], section, form, aside, [role=tabpanel], main'

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/** The nearest place of a path that is still shown, or the screen itself. */
function standIn(path: readonly Element[]): HTMLElement | null {
  const near = path.slice(1).find((one) => one.isConnected && one.matches(places) && one.checkVisibility())
  const found = near ?? document.querySelector('main')
  return found instanceof HTMLElement ? found : null
}

/**
 * Keeps the keyboard where it was: without this a browser drops it at the top of the page, silently, when a button
 * disappears with what it decided. Dialogs give it back themselves, one frame later: they are let to.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let path: readonly Element[] = []
    let asked = 0
    const remember = (event: FocusEvent) => {
      path = event.composedPath().filter((one) => one instanceof Element)
    }
    const mend = () => {
      asked = 0
      const last = path[0]
      if (!isLost() || !last || (last.isConnected && !last.matches(':disabled'))) return
      const place = standIn(path)
      if (place && !place.hasAttribute('tabindex')) place.tabIndex = -1
      place?.focus({ preventScroll: true })
    }
    const look = () => {
      if (asked === 0 && isLost() && path.length > 0) asked = window.setTimeout(mend, 60)
    }
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', remember)
    return () => {
      watch.disconnect()
      window.clearTimeout(asked)
      document.removeEventListener('focusin', remember)
    }
  }, [])
}
