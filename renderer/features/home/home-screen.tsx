// Accueil: what waits, what runs, the network, and how to begin. It must not decide anything.
import { useHome } from '../../client-home.ts'
import { useSession } from '../../client-session.ts'
import { Button } from '../../ui/button.tsx'
import { bringFiles } from '../../ui/intake.ts'
import { Page, Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { GuideOffer } from './guide-offer.tsx'
import { NetworkSection } from './network-section.tsx'
import { RunsSection } from './runs-section.tsx'
import { StartSection } from './start-section.tsx'
import { WaitingCounts } from './waiting-counts.tsx'
import styles from './home.module.css'

/** Under this many articles, tags and links have nothing to learn from. */
const fewArticles = 10

/** The home screen. */
export function HomeScreen(_: { readonly rest: readonly string[] }) {
  const words = useWords()
  const session = useSession()
  const { data: home, error, reload } = useHome()
  if (!home) return error ? <ErrorState text={words.error(error)} onRetry={reload} /> : <Loading />
  const empty = home.articles === 0 && home.comments === 0
  const few = home.articles > 0 && home.articles < fewArticles
  return (
    <Page
      title={session.settings.newsroom || words.t('home.title')}
      lead={empty ? words.t('home.startLead') : undefined}
      actions={empty ? null : <StartSection sample={session.sample} compact />}
    >
      {empty ? (
        <StartSection sample={session.sample} />
      ) : (
        <>
          {few ? (
            <div className={styles['few']}>
              <p>{words.t('home.few')}</p>
              <Button size="small" onClick={() => bringFiles()}>
                {words.t('home.fewAct')}
              </Button>
            </div>
          ) : null}
          <GuideOffer sample={session.sample} experienced={home.experiments > 0} articles={home.articles} />
          <WaitingCounts waiting={home.waiting} />
        </>
      )}
      <div className={styles['columns']}>
        {home.recent.length > 0 ? (
          <Section title={words.t('home.recent')}>
            <ul className={styles['plain']}>
              {home.recent.slice(0, 6).map((article) => (
                <li key={article.id} className={styles['recent']}>
                  <a href={hrefTo('articles', [article.id])}>{article.title || words.t('common.untitled')}</a>
                  <span>{words.moment(article.at)}</span>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <div className={styles['beside']}>
          <RunsSection runs={home.runs} indexing={home.indexing} />
          <NetworkSection />
        </div>
      </div>
    </Page>
  )
}
