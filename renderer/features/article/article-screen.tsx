// One article: its text in the middle, what hangs on it on the right, each lighting the other.
// It must not decide suggestions: À relire does.
import { useMemo, useState } from 'react'
import type { DeskError } from '../../../shared/domain/error.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { ArticleText } from '../../ui/article-text.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Panes } from '../../ui/panes.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { ArticleBar } from './article-bar.tsx'
import { ArticleCopies } from './article-copies.tsx'
import { ArticleComments } from './article-comments.tsx'
import { ArticleOrigin } from './article-origin.tsx'
import { lightSuggestions } from './light-suggestions.ts'
import { TaskSection } from './task-section.tsx'
import styles from './article.module.css'

const shownTasks = ['key-points', 'tags', 'links'] as const

/** The article whose id follows the screen in the address. */
export function ArticleScreen({ rest }: { readonly rest: readonly string[] }) {
  const words = useWords()
  const { t, date, list } = words
  const id = rest[0] ?? ''
  const [active, setActive] = useState<string | null>(null)
  const { data, error, reload } = useArticle(id)
  const lit = useMemo(() => (data ? lightSuggestions(data.suggestions, active, words) : []), [data, active, words])
  if (!data) {
    if (!error) return <Loading />
    return <Failed error={error} onRetry={reload} />
  }
  const { article, suggestions, comments } = data
  const byline = [
    article.authors.length > 0 ? t('article.by', { authors: list(article.authors) }) : null,
    article.date ? date(article.date) : t('common.noDate'),
  ]
  return (
    <Panes
      mainLabel={t('article.text')}
      main={
        <ArticleText
          title={article.title || t('common.untitled')}
          kicker={article.section ?? undefined}
          byline={byline.filter(Boolean).join(' · ')}
          deck={article.deck ?? undefined}
          body={article.body}
          lang={article.lang}
          lit={lit}
          active={active}
          onLook={setActive}
          onPick={setActive}
        />
      }
      sideLabel={t('article.side')}
      side={
        <div className={styles['side']}>
          {article.aiUse ? null : <p className={styles['note']}>{t('article.aiNo')}</p>}
          {shownTasks.map((task) => (
            <TaskSection
              key={task}
              task={task}
              article={article}
              suggestions={suggestions.filter((one) => one.task === task)}
              active={active}
              onLook={setActive}
            />
          ))}
          <ArticleCopies article={id} />
          <ArticleComments article={id} comments={comments} />
          <ArticleOrigin article={article} />
        </div>
      }
      bar={<ArticleBar article={article} />}
    />
  )
}

/** The article with what hangs on it, asked again when one of them changes. */
function useArticle(id: string) {
  return useQuery(`article:${id}`, () => client.articles.open({ id }), {
    refreshOn: ['article.changed', 'suggestion.changed', 'comment.changed'],
    when: (event) =>
      (event.type === 'article.changed' && event.ids.includes(id)) ||
      (event.type === 'suggestion.changed' && event.items.includes(id)) ||
      event.type === 'comment.changed',
  })
}

function Failed({ error, onRetry }: { readonly error: DeskError; readonly onRetry: () => void }) {
  const words = useWords()
  if (error.code !== 'not-found') return <ErrorState text={words.error(error)} onRetry={onRetry} />
  return (
    <EmptyState title={words.t('article.missing')}>
      <LinkButton href={hrefTo('articles')}>{words.t('article.backToList')}</LinkButton>
    </EmptyState>
  )
}
