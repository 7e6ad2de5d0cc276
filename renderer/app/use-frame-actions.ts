// The actions Ctrl-K always finds. It must not know the screens' own actions.
import { useMemo } from 'react'
import type { Settings } from '../../shared/contract/desk.ts'
import { client, toDeskError } from '../client.ts'
import { refreshQueries } from '../client-query.ts'
import { useSession } from '../client-session.ts'
import { bringFiles, bringPaste } from '../ui/intake.ts'
import { usePaletteActions } from '../ui/palette-actions.ts'
import { notify } from '../ui/toast.tsx'
import { showKeyList, useKeyLabel } from '../ui/use-keyboard.ts'
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
  const keyLabel = useKeyLabel()
  const actions = useMemo(
    () => [
      { id: 'paste', label: t('frame.actPaste'), keyHint: keyLabel('paste'), run: () => bringPaste() },
      { id: 'import', label: t('frame.actImport'), run: () => bringFiles() },
      { id: 'who', label: t('frame.actWho'), run: () => useFrameState.setState({ who: true }) },
      { id: 'keys', label: t('keys.act.keys'), keyHint: keyLabel('keys'), run: () => showKeyList(true) },
      settings.theme === 'dark'
        ? { id: 'theme', label: t('frame.actLight'), run: () => void change({ theme: 'light' }) }
        : { id: 'theme', label: t('frame.actDark'), run: () => void change({ theme: 'dark' }) },
      { id: 'lang', label: t('frame.actLang'), run: () => void change({ lang: lang === 'fr' ? 'en' : 'fr' }) },
    ],
    [t, lang, settings.theme, keyLabel],
  )
  usePaletteActions('frame', actions)
}
