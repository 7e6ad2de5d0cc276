// The middle of the desk: the article under review with its lit evidence. It must not know the decisions.
import { useMemo } from 'react'
import type { Article } from '../../../shared/domain/article.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { ArticleText } from '../../ui/article-text.tsx'
import { useWords } from '../../words/use-words.ts'
import { bylineOf, litBy } from './article-lit.ts'

export interface ArticlePaneProps {
  readonly article: Article
  readonly suggestions: readonly Suggestion[]
  readonly active: string | null
  readonly onLook: (id: string | null) => void
  readonly onPick: (id: string) => void
}

/** The article, its evidence lit and linked to the cards. */
export function ArticlePane({ article, suggestions, active, onLook, onPick }: ArticlePaneProps) {
  const words = useWords()
  const { t } = words
  const lit = useMemo(() => litBy(suggestions, article, t), [suggestions, article, t])
  return (
    <ArticleText
      title={article.title || t('common.untitled')}
      kicker={article.section ?? undefined}
      byline={bylineOf(article, words)}
      deck={article.deck ?? undefined}
      body={article.body}
      lang={article.lang}
      lit={lit}
      active={active}
      onLook={onLook}
      onPick={onPick}
      level={2}
    />
  )
}
