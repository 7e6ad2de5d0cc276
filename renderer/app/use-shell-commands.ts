// What the native window asks of the page (its menu, files opened with Marbre), and the language the menu takes. Nothing on the host.
// It must not know Electron.
import { useEffect } from 'react'
import { bringFiles, bringPaste } from '../ui/intake.ts'
import { go, screens } from '../ui/router.ts'
import { showKeyList } from '../ui/use-keyboard.ts'
import { useWords } from '../words/use-words.ts'
import { useFrameState } from './frame-state.ts'

const actions: Readonly<Record<string, () => void>> = {
  palette: () => useFrameState.setState({ palette: true }),
  paste: () => bringPaste(),
  import: () => bringFiles(),
  keys: () => showKeyList(true),
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function obey(command: Readonly<Record<string, unknown>>): void {
  if (command['type'] === 'go') {
    const screen = screens.find((one) => one === command['screen'])
    if (screen) go(screen)
  } else if (command['type'] === 'run' && typeof command['action'] === 'string') {
    actions[command['action']]?.()
  } else if (command['type'] === 'open' && typeof command['name'] === 'string' && command['bytes'] instanceof Uint8Array) {
    bringFiles([new File([new Uint8Array(command['bytes'])], command['name'])])
  }
}

/** Listens for the whole life of the frame; the preload posts to this very window, and nobody else is heard. */
export function useShellCommands(): void {
  const { lang } = useWords()
  useEffect(() => window.marbreShell?.setLanguage?.(lang), [lang])
  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => {
      if (event.source !== window || event.origin !== location.origin || !isRecord(event.data)) return
      if (event.data['marbre'] === 'command' && isRecord(event.data['command'])) obey(event.data['command'])
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])
}
