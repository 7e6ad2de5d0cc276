// Shows the chosen screen and catches its faults. It must not know what the screens do.
import { Component, lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import type { Route, Screen } from '../ui/router.ts'
import { ErrorState, Loading } from '../ui/states.tsx'
import { useWords } from '../words/use-words.ts'

interface ScreenProps {
  readonly rest: readonly string[]
}

const shown = {
  home: lazy(async () => ({ default: (await import('../features/home/home-screen.tsx')).HomeScreen })),
  review: lazy(async () => ({ default: (await import('../features/review/review-screen.tsx')).ReviewScreen })),
  articles: lazy(async () => ({ default: (await import('../features/articles/articles-screen.tsx')).ArticlesScreen })),
  comments: lazy(async () => ({ default: (await import('../features/comments/comments-screen.tsx')).CommentsScreen })),
  experiments: lazy(async () => ({ default: (await import('../features/experiments/experiments-screen.tsx')).ExperimentsScreen })),
  vocabulary: lazy(async () => ({ default: (await import('../features/vocabulary/vocabulary-screen.tsx')).VocabularyScreen })),
  ledger: lazy(async () => ({ default: (await import('../features/ledger/ledger-screen.tsx')).LedgerScreen })),
  engines: lazy(async () => ({ default: (await import('../features/engines/engines-screen.tsx')).EnginesScreen })),
  settings: lazy(async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen })),
} satisfies Record<Screen, ComponentType<ScreenProps>>

const Article = lazy(async () => ({ default: (await import('../features/article/article-screen.tsx')).ArticleScreen }))

interface CatcherProps {
  readonly children: ReactNode
  readonly fallback: (again: () => void) => ReactNode
}

/** React offers error boundaries as classes only. */
class Catcher extends Component<CatcherProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children
  }
}

/** The screen of a route. */
export function ScreenArea({ route }: { readonly route: Route }) {
  const { t } = useWords()
  const one = route.screen === 'articles' && route.rest[0] !== undefined
  const Shown = one ? Article : shown[route.screen]
  return (
    <Catcher
      key={one ? 'article' : route.screen}
      fallback={(again) => (
        <>
          <ErrorState text={t('frame.broken')} />
          <p style={{ textAlign: 'center' }}>
            <Button onClick={again}>{t('frame.reopen')}</Button>
          </p>
        </>
      )}
    >
      <Suspense fallback={<Loading />}>
        <Shown rest={route.rest} />
      </Suspense>
    </Catcher>
  )
}
