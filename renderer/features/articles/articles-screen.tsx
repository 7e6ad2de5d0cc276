// Articles: search as you type, filters, the list. It must not open an article: the article screen does.
import { useMemo, useState } from 'react'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { client } from '../../client.ts'
import { usePages } from '../../client-pages.ts'
import { Button } from '../../ui/button.tsx'
import { bringFiles, bringPaste } from '../../ui/intake.ts'
import { Page } from '../../ui/page.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useLater } from '../../ui/use-later.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useWords } from '../../words/use-words.ts'
import { ArticleFilters } from './article-filters.tsx'
import { ArticleRow } from './article-row.tsx'
import { HealthDialog } from './health-dialog.tsx'
import styles from './articles.module.css'

/** The list of articles. */
export function ArticlesScreen(_: { readonly rest: readonly string[] }) {
  const words = useWords()
  const { t } = words
  const [filter, setFilter] = useRemembered<ArticleFilter>('articles-filter', {})
  const [place, setPlace] = useRemembered('articles-place', 0)
  const [health, setHealth] = useState(false)
  const settled = useLater(filter, 120)
  const key = useMemo(() => JSON.stringify(settled), [settled])
  const pages = usePages(key, (offset, limit) => client.articles.list({ ...settled, offset, limit }), [
    'article.changed',
    'suggestion.changed',
  ])
  const filtered = Object.values(filter).some(Boolean)
  return (
    <Page
      fill
      width="full"
      title={t('articles.title')}
      lead={pages.total === undefined ? undefined : t('common.articles', { count: pages.total })}
      actions={
        <>
          <Button kind="quiet" onClick={() => setHealth(true)}>
            {t('articles.health')}
          </Button>
          <Button onClick={() => bringPaste()} keyHint="Ctrl V">
            {t('articles.paste')}
          </Button>
          <Button onClick={() => bringFiles()}>{t('articles.import')}</Button>
        </>
      }
    >
      <ArticleFilters filter={filter} onChange={setFilter} filtered={filtered} />
      {pages.error ? (
        <ErrorState text={words.error(pages.error)} onRetry={pages.reload} />
      ) : pages.total === undefined ? (
        <Loading />
      ) : pages.total === 0 ? (
        <Nothing filtered={filtered} onReset={() => setFilter({})} />
      ) : (
        <div className={styles['list']}>
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
      {health ? <HealthDialog onClose={() => setHealth(false)} /> : null}
    </Page>
  )
}

function Nothing({ filtered, onReset }: { readonly filtered: boolean; readonly onReset: () => void }) {
  const { t } = useWords()
  return filtered ? (
    <EmptyState title={t('articles.nothing')} text={t('articles.nothingText')}>
      <Button onClick={onReset}>{t('articles.reset')}</Button>
    </EmptyState>
  ) : (
    <EmptyState title={t('articles.empty')} text={t('articles.emptyText')}>
      <Button kind="main" onClick={() => bringPaste()}>
        {t('articles.paste')}
      </Button>
      <Button onClick={() => bringFiles()}>{t('articles.import')}</Button>
    </EmptyState>
  )
}
