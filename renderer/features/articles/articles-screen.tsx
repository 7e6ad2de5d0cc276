// Articles: search as you type, filters, the list, the state of the collection. It must not open an article: the article screen does.
import { memo, useEffect, useState } from 'react'
import type { ArticleSummary } from '../../../shared/domain/article.ts'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { client } from '../../client.ts'
import { usePages, type Pages } from '../../client-pages.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { bringFiles, bringPaste } from '../../ui/intake.ts'
import { Page } from '../../ui/page.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { hrefTo, useRoute } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useWords } from '../../words/use-words.ts'
import { ActiveFilters } from './active-filters.tsx'
import { ArticleFilters } from './article-filters.tsx'
import { ArticleRow } from './article-row.tsx'
import { activeParts, filterName } from './filter-address.ts'
import { HealthPage } from './health-page.tsx'
import { useArticleFilter } from './use-article-filter.ts'
import styles from './articles.module.css'

const listEvents = ['article.changed', 'suggestion.changed'] as const

/** The list of articles; with `?sheet=health`, what the collection holds (an article's id may be anything, so no path is free). */
export function ArticlesScreen(_: { readonly rest: readonly string[] }) {
  const { query } = useRoute()
  return query.get('sheet') === 'health' ? <HealthPage /> : <ArticleList />
}

function ArticleList() {
  const words = useWords()
  const { t } = words
  const { filter, change, clear, flush } = useArticleFilter()
  const key = filterName(filter)
  const pages = usePages<ArticleSummary>(
    {
      key,
      page: (offset, limit, signal) => client.articles.list({ ...filter, offset, limit, uncounted: true }, { signal }),
      count: async (signal) => (await client.articles.count(filter, { signal })).total,
    },
    listEvents,
  )
  // While another filter is asked, the rows of the last one stay, but not what they say of how many there are.
  const isAnswered = pages.key === key
  const found = isAnswered && pages.counted ? pages.total : undefined
  const filtered = activeParts(filter).length > 0
  return (
    <Page
      fill
      width="full"
      title={t('articles.title')}
      lead={found === undefined || filtered ? undefined : t('common.articles', { count: found })}
      actions={
        <>
          <LinkButton kind="quiet" href={hrefTo('articles', [], { sheet: 'health' })}>
            {t('articles.health')}
          </LinkButton>
          <Button onClick={() => bringPaste()} keyHint="Ctrl V">
            {t('articles.paste')}
          </Button>
          <Button onClick={() => bringFiles()}>{t('articles.import')}</Button>
        </>
      }
    >
      <ArticleFilters filter={filter} onChange={change} />
      <ActiveFilters filter={filter} found={found} onChange={change} onClear={clear} />
      {pages.error ? (
        <ErrorState text={words.error(pages.error)} onRetry={pages.reload} />
      ) : pages.total === undefined || (pages.total === 0 && !isAnswered) ? (
        <Loading />
      ) : pages.total === 0 ? (
        <Nothing filter={filter} onReset={clear} />
      ) : (
        <Results pages={pages} onLeave={flush} />
      )}
    </Page>
  )
}

interface ResultsProps {
  readonly pages: Pages<ArticleSummary>
  readonly onLeave: () => void
}

/** The rows; drawn again when an answer comes, not at every key. Another list begins at its top. */
const Results = memo(function Results({ pages, onLeave }: ResultsProps) {
  const { t } = useWords()
  const [place, setPlace] = useRemembered('articles-place', 0)
  const [mounted, setMounted] = useState({ key: pages.key, at: place, times: 0 })
  if (mounted.key !== pages.key) {
    // Where nothing was scrolled the rows are kept, and only their words change.
    setMounted({ key: pages.key, at: 0, times: place > 0 ? mounted.times + 1 : mounted.times })
  }
  useEffect(() => {
    if (mounted.times > 0) setPlace(0)
  }, [mounted.times, setPlace])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- acts on nothing: it only lets the address catch up before a row's link is followed
    <div className={styles['list']} onClickCapture={onLeave}>
      <VirtualList
        key={mounted.times}
        label={t('articles.listLabel')}
        count={pages.total ?? 0}
        rowHeight={64}
        row={(index) => <ArticleRow article={pages.item(index)} />}
        onRange={pages.onRange}
        scrollStart={mounted.at}
        onScrollEnd={setPlace}
      />
    </div>
  )
})

function Nothing({ filter, onReset }: { readonly filter: ArticleFilter; readonly onReset: () => void }) {
  const { t } = useWords()
  const parts = activeParts(filter)
  if (parts.length === 0) {
    return (
      <EmptyState title={t('articles.empty')} text={t('articles.emptyText')}>
        <Button kind="main" onClick={() => bringPaste()}>
          {t('articles.paste')}
        </Button>
        <Button onClick={() => bringFiles()}>{t('articles.import')}</Button>
      </EmptyState>
    )
  }
  const dated = filter.from !== undefined || filter.to !== undefined
  const text =
    parts.length > 1
      ? 'articles.nothingMany'
      : dated
        ? 'articles.nothingDated'
        : filter.query
          ? 'articles.nothingText'
          : 'articles.nothingOne'
  return (
    <EmptyState title={t('articles.nothing')} text={t(text)}>
      <Button onClick={onReset}>{t('articles.reset')}</Button>
    </EmptyState>
  )
}
