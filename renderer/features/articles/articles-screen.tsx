// Articles: search as you type, filters, the list, the state of the collection. It must not open an article: the article screen does.
import { useMemo } from 'react'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { client } from '../../client.ts'
import { usePages } from '../../client-pages.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { bringFiles, bringPaste } from '../../ui/intake.ts'
import { Page } from '../../ui/page.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { hrefTo, useRoute } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useLater } from '../../ui/use-later.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useWords } from '../../words/use-words.ts'
import { ActiveFilters } from './active-filters.tsx'
import { ArticleFilters } from './article-filters.tsx'
import { ArticleRow } from './article-row.tsx'
import { activeParts, filterName } from './filter-address.ts'
import { HealthPage } from './health-page.tsx'
import { useArticleFilter } from './use-article-filter.ts'
import styles from './articles.module.css'

/** The list of articles; with `?sheet=health`, what the collection holds (an article's id may be anything, so no path is free). */
export function ArticlesScreen(_: { readonly rest: readonly string[] }) {
  const { query } = useRoute()
  return query.get('sheet') === 'health' ? <HealthPage /> : <ArticleList />
}

function ArticleList() {
  const words = useWords()
  const { t } = words
  const { filter, change: setFilter, flush } = useArticleFilter()
  const [place, setPlace] = useRemembered('articles-place', 0)
  const settled = useLater(filter, 60)
  const key = useMemo(() => filterName(settled), [settled])
  const pages = usePages(key, (offset, limit) => client.articles.list({ ...settled, offset, limit }), [
    'article.changed',
    'suggestion.changed',
  ])
  const filtered = activeParts(filter).length > 0
  return (
    <Page
      fill
      width="full"
      title={t('articles.title')}
      lead={pages.total === undefined || filtered ? undefined : t('common.articles', { count: pages.total })}
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
      <ArticleFilters filter={filter} onChange={setFilter} />
      <ActiveFilters filter={filter} found={pages.total} onChange={setFilter} />
      {pages.error ? (
        <ErrorState text={words.error(pages.error)} onRetry={pages.reload} />
      ) : pages.total === undefined ? (
        <Loading />
      ) : pages.total === 0 ? (
        <Nothing filter={filter} onReset={() => setFilter({})} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- acts on nothing: it only lets the address catch up before a row's link is followed
        <div className={styles['list']} onClickCapture={flush}>
          <VirtualList
            key={key}
            label={t('articles.listLabel')}
            count={pages.total}
            rowHeight={64}
            row={(index) => <ArticleRow article={pages.item(index)} />}
            onRange={pages.onRange}
            scrollStart={place}
            onScrollEnd={setPlace}
          />
        </div>
      )}
    </Page>
  )
}

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
