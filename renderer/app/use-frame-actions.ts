// The actions Ctrl-K always finds, and Ctrl-K itself. It must not know the screens' own actions.
import { useEffect, useMemo } from 'react'
import type { Settings } from '../../shared/contract/desk.ts'
import { client, toDeskError } from '../client.ts'
import { refreshQueries } from '../client-query.ts'
import { useSession } from '../client-session.ts'
import { bringFiles, bringPaste } from '../ui/intake.ts'
import { usePaletteActions } from '../ui/palette-actions.ts'
import { notify } from '../ui/toast.tsx'
import { useWords, wordsNow } from '../words/use-words.ts'
import { useFrameState } from './frame-state.ts'

async function change(settings: Partial<Settings>): Promise<void> {
  try {
    await client.desk.changeSettings(settings)
    refreshQueries('session')
  } catch (thrown) {
    notify(wordsNow().error(toDeskError(thrown)), { kind: 'problem' })
  }
}

/** Registers them for the life of the frame. */
export function useFrameActions(): void {
  const { t, lang } = useWords()
  const { settings } = useSession()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      useFrameState.setState((state) => ({ palette: !state.palette }))
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const actions = useMemo(
    () => [
      { id: 'paste', label: t('frame.actPaste'), keyHint: 'Ctrl V', run: () => bringPaste() },
      { id: 'import', label: t('frame.actImport'), run: () => bringFiles() },
      { id: 'who', label: t('frame.actWho'), run: () => useFrameState.setState({ who: true }) },
      settings.theme === 'dark'
        ? { id: 'theme', label: t('frame.actLight'), run: () => void change({ theme: 'light' }) }
        : { id: 'theme', label: t('frame.actDark'), run: () => void change({ theme: 'dark' }) },
      { id: 'lang', label: t('frame.actLang'), run: () => void change({ lang: lang === 'fr' ? 'en' : 'fr' }) },
    ],
    [t, lang, settings.theme],
  )
  usePaletteActions('frame', actions)
}
