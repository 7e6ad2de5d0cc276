// Commentaires: the list on the left, the chosen comment with its article and parents. It must not decide: À relire does.
import { useEffect, useState } from 'react'
import { client } from '../../client.ts'
import { usePages, type Pages } from '../../client-pages.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { bringFiles } from '../../ui/intake.ts'
import { Panes } from '../../ui/panes.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { hrefTo, type Query } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useWords } from '../../words/use-words.ts'
import { CommentDetail } from './comment-detail.tsx'
import { filterToQuery, noFilter, questionOf } from './comment-filter.ts'
import { CommentFilters } from './comment-filters.tsx'
import { CommentRow } from './comment-row.tsx'
import { ConstructiveList } from './constructive-list.tsx'
import { listComments, type ListedComment } from './list-comments.ts'
import { useCommentFilter } from './use-comment-filter.ts'
import styles from './comments.module.css'

/** Two lines of text, the article, the date: the same in the sheet of styles, px. */
const rowHeight = 106
const listEvents = ['comment.changed', 'suggestion.changed'] as const

/** The list and one comment. */
export function CommentsScreen({ rest }: { readonly rest: readonly string[] }) {
  const words = useWords()
  const { t } = words
  const { filter, article, change } = useCommentFilter()
  const asked = questionOf(filter, article)
  const key = JSON.stringify(asked)
  const pages = usePages<ListedComment>(
    {
      key,
      page: (offset, limit, signal) => listComments({ ...asked, offset, limit, uncounted: true }, signal),
      count: async (signal) => (await client.comments.count(asked, { signal })).total,
    },
    listEvents,
  )
  // While another filter is asked, the rows of the last one stay, but not what they say of how many there are.
  const isAnswered = pages.key === key
  const isLane = filter.state === 'constructive'
  const id = rest[0]
  if (pages.total === 0 && pages.key === '{}' && key === '{}' && filter.state === '') return <NoComments />
  const address = filterToQuery(filter, article)
  const list = (
    <>
      <CommentFilters
        filter={filter}
        total={isAnswered && pages.counted && !isLane ? pages.total : undefined}
        article={article}
        onChange={change}
      />
      {isLane ? (
        <ConstructiveList article={article} chosen={id} address={address} />
      ) : pages.error ? (
        <ErrorState text={words.error(pages.error)} onRetry={pages.reload} />
      ) : pages.total === undefined || (pages.total === 0 && !isAnswered) ? (
        <Loading />
      ) : pages.total === 0 ? (
        <EmptyState title={t('comments.nothing')}>
          <Button onClick={() => change(noFilter)}>{t('comments.reset')}</Button>
        </EmptyState>
      ) : (
        <Results pages={pages} chosen={id} address={address} showsArticle={article === undefined} />
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

interface ResultsProps {
  readonly pages: Pages<ListedComment>
  readonly chosen: string | undefined
  readonly address: Query
  readonly showsArticle: boolean
}

/** The rows. Another list begins at its top; the same one where it was left. */
function Results({ pages, chosen, address, showsArticle }: ResultsProps) {
  const { t } = useWords()
  const [place, setPlace] = useRemembered('comments-place', 0)
  const [mounted, setMounted] = useState({ key: pages.key, at: place, times: 0 })
  if (mounted.key !== pages.key) setMounted({ key: pages.key, at: 0, times: mounted.times + 1 })
  useEffect(() => {
    if (mounted.times > 0) setPlace(0)
  }, [mounted.times, setPlace])
  return (
    <div className={styles['list']}>
      <VirtualList
        key={mounted.times}
        label={t('comments.listLabel')}
        count={pages.total ?? 0}
        rowHeight={rowHeight}
        row={(index) => <CommentRow listed={pages.item(index)} chosen={chosen} address={address} showsArticle={showsArticle} />}
        onRange={pages.onRange}
        scrollStart={mounted.at}
        onScrollEnd={setPlace}
      />
    </div>
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
