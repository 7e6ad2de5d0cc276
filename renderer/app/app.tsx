// The frame of the page: session, language, theme, header, navigation, the chosen screen.
// It must not know what a screen does.
import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect, useRef } from 'react'
import { useDeskEvent } from '../client-events.ts'
import { useHomeAhead } from '../client-home.ts'
import { useSessionQuery } from '../client-session.ts'
import { GuideStrip } from '../features/guide/guide-strip.tsx'
import { PasteDialog } from '../features/home/paste-dialog.tsx'
import { ImportDialog } from '../features/articles/import-dialog.tsx'
import { keepDraftsApart } from '../ui/drafts.ts'
import { changeDesk } from '../ui/remembered.ts'
import { useRoute } from '../ui/router.ts'
import { ErrorState, Loading } from '../ui/states.tsx'
import { ToastArea } from '../ui/toast.tsx'
import { UiWordsProvider } from '../ui/ui-words.tsx'
import { speak } from '../words/book.ts'
import { useWords } from '../words/use-words.ts'
import { Banners } from './banners.tsx'
import { Header } from './header.tsx'
import { KeyListDialog } from './key-list-dialog.tsx'
import { Navigation } from './navigation.tsx'
import { ScreenArea } from './screen-area.tsx'
import { useForgetErased } from './use-forget-erased.ts'
import { useBringAnywhere } from './use-bring-anywhere.ts'
import { useFrameActions } from './use-frame-actions.ts'
import { useShellCommands } from './use-shell-commands.ts'
import { useFrameKeys } from './use-frame-keys.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import styles from './app.module.css'

/** Opens the desk, or says why it does not open. */
export function App() {
  const { t, error: sentence } = useWords()
  const { data: session, error, reload } = useSessionQuery()
  useHomeAhead()
  if (session) keepDraftsApart(session.sample)
  useForgetErased(session)
  const lang = session?.settings.lang
  const theme = session?.settings.theme
  useEffect(() => {
    if (lang) speak(lang)
  }, [lang])
  useEffect(() => {
    if (theme === undefined) return
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
  // Nothing of one desk may stay on screen, or in a draft, on the other.
  useDeskEvent(['desk.switched'], () => {
    if (session) changeDesk(session.sample ? 'sample' : 'own', session.sample ? 'own' : 'sample')
    location.hash = ''
    location.reload()
  })
  const words = {
    close: t('common.close'),
    loading: t('common.loading'),
    retry: t('common.retry'),
    seeTable: t('common.seeTable'),
    messages: t('frame.messages'),
  }
  return (
    <UiWordsProvider value={words}>
      <Tooltip.Provider delay={400}>
        {session ? <Frame /> : error ? <ErrorState text={sentence(error)} onRetry={reload} /> : <Loading text={t('frame.starting')} />}
        <ToastArea />
      </Tooltip.Provider>
    </UiWordsProvider>
  )
}

function Frame() {
  const { t } = useWords()
  const route = useRoute()
  const main = useRef<HTMLElement>(null)
  useBringAnywhere()
  useFrameActions()
  useShellCommands()
  useFrameKeys()
  useKeptFocus()
  useEffect(() => {
    document.title = route.screen === 'home' ? 'Marbre' : `${t(`frame.${route.screen}`)} · Marbre`
  }, [route.screen, t])
  return (
    <div className={styles['frame']}>
      <a
        className={styles['skip']}
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t('frame.skip')}
      </a>
      <Header />
      <Banners />
      <GuideStrip />
      <div className={styles['body']}>
        <Navigation route={route} />
        <main id="content" ref={main} tabIndex={-1} className={styles['screen']}>
          <ScreenArea route={route} />
        </main>
      </div>
      <PasteDialog />
      <ImportDialog />
      <KeyListDialog route={route} />
    </div>
  )
}
