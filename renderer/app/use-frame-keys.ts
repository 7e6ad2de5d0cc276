// The keys heard on every screen: the list of keys, going to a screen, its search, the last message. It must not know the screens' own keys.
import { useEffect, useRef } from 'react'
import { actionOf, bindingFrom } from '../ui/key-map.ts'
import { watchLayout } from '../ui/keyboard-layout.ts'
import { go, screens } from '../ui/router.ts'
import { focusLastToast, undoLastToast } from '../ui/toast.tsx'
import { keyboardNow, showKeyList } from '../ui/use-keyboard.ts'
import { useActionKeys, useHeard } from '../ui/use-keys.ts'
import { useFrameState } from './frame-state.ts'

/** How long a letter may follow the `go` key, in ms. */
const patience = 1500

function focusSearch(): void {
  const fields = document.querySelectorAll<HTMLInputElement>(
    'main [data-search], main input[type=search], main [role=searchbox], main [role=search] input, main [role=combobox]',
  )
  const field = [...fields].find((one) => one.checkVisibility())
  // A screen without a search has the search of everything.
  if (field) field.focus()
  else useFrameState.setState({ palette: true })
}

/** After the `go` key, the next letter names a screen. */
function useGo(): () => void {
  const until = useRef(0)
  const hear = (event: KeyboardEvent) => {
    if (event.timeStamp > until.current || bindingFrom(event) === null) return false
    until.current = 0
    const id = event.repeat ? null : actionOf(event, 'go', keyboardNow())
    const screen = screens.find((one) => id === `go.${one}`)
    if (screen) go(screen)
    // Another letter ends the wait and does nothing else: it was meant for a screen, not for a decision.
    return true
  }
  useHeard(hear, true, 'begun')
  return () => {
    until.current = performance.now() + patience
  }
}

/** Listens for the life of the frame. */
export function useFrameKeys(): void {
  const waitForLetter = useGo()
  useEffect(watchLayout, [])
  const once = (run: () => void) => (event: KeyboardEvent) => {
    if (!event.repeat) run()
  }
  useActionKeys('everywhere', {
    act: {
      palette: once(() => useFrameState.setState((state) => ({ palette: !state.palette }))),
      keys: once(() => showKeyList(true)),
      search: once(focusSearch),
      go: once(waitForLetter),
      messages: once(focusLastToast),
      undo: once(undoLastToast),
    },
  })
}
