// Commentaires: the list on the left, the chosen comment with its article and parents. It must not decide: À relire does.
import { useMemo } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { usePages } from '../../client-pages.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { bringFiles } from '../../ui/intake.ts'
import { Panes } from '../../ui/panes.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { hrefTo, useRoute } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useLater } from '../../ui/use-later.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useWords } from '../../words/use-words.ts'
import { CommentDetail } from './comment-detail.tsx'
import { CommentRow } from './comment-row.tsx'
import { ConstructiveList } from './constructive-list.tsx'
import { listComments } from './list-comments.ts'
import styles from './comments.module.css'

/** Two lines of text, the article, the date: the same in the sheet of styles, px. */
const rowHeight = 106

interface Filter {
  readonly query: string
  readonly decided: '' | 'waiting' | 'decided' | 'constructive'
}

/** The list and one comment. */
export function CommentsScreen({ rest }: { readonly rest: readonly string[] }) {
  const words = useWords()
  const { t } = words
  const article = useRoute().query.get('article') ?? undefined
  const [filter, setFilter] = useRemembered<Filter>('comments-filter', { query: '', decided: '' })
  const [place, setPlace] = useRemembered('comments-place', 0)
  const settled = useLater(filter, 120)
  const asked = useMemo(
    () => ({
      ...(settled.query === '' ? {} : { query: settled.query }),
      ...(settled.decided === '' || settled.decided === 'constructive' ? {} : { decided: settled.decided === 'decided' }),
      ...(article === undefined ? {} : { article }),
    }),
    [settled, article],
  )
  const key = JSON.stringify(asked)
  const pages = usePages(key, (offset, limit) => listComments({ ...asked, offset, limit }), ['comment.changed', 'suggestion.changed'])
  const id = rest[0]
  if (pages.total === 0 && key === '{}') return <NoComments />
  const list = (
    <>
      <CommentFilters filter={filter} total={pages.total} article={article} onChange={setFilter} />
      {filter.decided === 'constructive' ? (
        <ConstructiveList article={article} chosen={id} />
      ) : pages.error ? (
        <ErrorState text={words.error(pages.error)} onRetry={pages.reload} />
      ) : pages.total === undefined ? (
        <Loading />
      ) : pages.total === 0 ? (
        <EmptyState title={t('comments.nothing')} />
      ) : (
        <div className={styles['list']}>
          <VirtualList
            key={key}
            label={t('comments.listLabel')}
            count={pages.total}
            rowHeight={rowHeight}
            row={(index) => <CommentRow listed={pages.item(index)} chosen={id} article={article} />}
            onRange={pages.onRange}
            scrollStart={place}
            onScrollEnd={setPlace}
          />
        </div>
      )}
    </>
  )
  const main = id === undefined ? <EmptyState title={t('comments.choose')} /> : <CommentDetail key={id} id={id} />
  const bar =
    id === undefined ? undefined : (
      <>
        <LinkButton kind="main" href={hrefTo('review', ['moderation', id])}>
          {t('comments.review')}
        </LinkButton>
        <Button onClick={() => bringFiles()}>{t('comments.import')}</Button>
      </>
    )
  return <Panes list={list} listLabel={t('comments.listLabel')} main={main} mainLabel={t('comments.title')} {...(bar ? { bar } : {})} />
}

interface CommentFiltersProps {
  readonly filter: Filter
  readonly total: number | undefined
  readonly article: string | undefined
  readonly onChange: (filter: Filter) => void
}

function CommentFilters({ filter, total, article, onChange }: CommentFiltersProps) {
  const { t, number } = useWords()
  return (
    <div className={styles['filters']}>
      <h1 className={styles['title']}>
        {t('comments.title')} <span>{total === undefined ? '' : number(total)}</span>
      </h1>
      <Field
        type="search"
        label={t('comments.search')}
        labelHidden
        placeholder={t('comments.placeholder')}
        value={filter.query}
        onChange={(event) => onChange({ ...filter, query: event.target.value })}
      />
      <Select
        label={t('comments.state')}
        labelHidden
        value={filter.decided}
        options={[
          { value: '', label: t('comments.any') },
          { value: 'waiting', label: t('comments.waiting') },
          { value: 'decided', label: t('comments.decided') },
          { value: 'constructive', label: t('comments.constructive') },
        ]}
        onChange={(decided) => onChange({ ...filter, decided })}
      />
      {article === undefined ? null : <OfArticle id={article} />}
    </div>
  )
}

/** Which article the list is kept to, and the way out. */
function OfArticle({ id }: { readonly id: string }) {
  const { t } = useWords()
  const { data } = useQuery(`comments-article:${id}`, () => client.articles.show({ id }))
  return (
    <p className={styles['meta']}>
      {data ? <strong>{data.title || t('common.untitled')}</strong> : t('comments.ofArticle')}{' '}
      <a href={hrefTo('comments')}>{t('comments.allArticles')}</a>
    </p>
  )
}

function NoComments() {
  const { t } = useWords()
  return (
    <EmptyState title={t('comments.empty')} text={t('comments.emptyText')}>
      <Button kind="main" onClick={() => bringFiles()}>
        {t('comments.import')}
      </Button>
    </EmptyState>
  )
}
