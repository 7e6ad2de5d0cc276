// Shows the chosen screen and catches its faults. It must not know what the screens do.
import { Component, lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import type { Route, Screen } from '../ui/router.ts'
import { ErrorState, Loading } from '../ui/states.tsx'
import { useWords } from '../words/use-words.ts'

interface ScreenProps {
  readonly rest: readonly string[]
}

type Load = () => Promise<{ default: ComponentType<ScreenProps> }>

const loads = {
  home: async () => ({ default: (await import('../features/home/home-screen.tsx')).HomeScreen }),
  review: async () => ({ default: (await import('../features/review/review-screen.tsx')).ReviewScreen }),
  articles: async () => ({ default: (await import('../features/articles/articles-screen.tsx')).ArticlesScreen }),
  comments: async () => ({ default: (await import('../features/comments/comments-screen.tsx')).CommentsScreen }),
  experiments: async () => ({ default: (await import('../features/experiments/experiments-screen.tsx')).ExperimentsScreen }),
  vocabulary: async () => ({ default: (await import('../features/vocabulary/vocabulary-screen.tsx')).VocabularyScreen }),
  ledger: async () => ({ default: (await import('../features/ledger/ledger-screen.tsx')).LedgerScreen }),
  engines: async () => ({ default: (await import('../features/engines/engines-screen.tsx')).EnginesScreen }),
  settings: async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen }),
} satisfies Record<Screen, Load>
const loadArticle: Load = async () => ({ default: (await import('../features/article/article-screen.tsx')).ArticleScreen })

const shown = {
  home: lazy(loads.home),
  review: lazy(loads.review),
  articles: lazy(loads.articles),
  comments: lazy(loads.comments),
  experiments: lazy(loads.experiments),
  vocabulary: lazy(loads.vocabulary),
  ledger: lazy(loads.ledger),
  engines: lazy(loads.engines),
  settings: lazy(loads.settings),
} satisfies Record<Screen, ComponentType<ScreenProps>>

const Article = lazy(loadArticle)

const isArticle = ({ screen, rest }: Pick<Route, 'screen' | 'rest'>): boolean => screen === 'articles' && rest[0] !== undefined

/** Begins to fetch the screen of a route, so that it is there when the desk answers. A screen that fails is told when it is shown. */
export function fetchScreen(route: Pick<Route, 'screen' | 'rest'>): void {
  const load: Load = isArticle(route) ? loadArticle : loads[route.screen]
  load().catch(() => undefined)
}

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
  const one = isArticle(route)
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
