// Which passages of an article the suggestions light, and what the article is called. Pure.
// It must not know React.
import type { Article } from '../../../shared/domain/article.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import type { Lit } from '../../ui/article-text.tsx'
import type { Words } from '../../words/use-words.ts'

/** The evidence of each suggestion in the body, numbered like its card; a link's anchor is dotted. */
export function litBy(suggestions: readonly Suggestion[], article: Article, t: Words['t']): Lit[] {
  return suggestions.flatMap((suggestion, index) => {
    if (suggestion.state === 'rejected' || suggestion.state === 'withdrawn') return []
    const mark = String(index + 1)
    const places = suggestion.evidence.flatMap((one) =>
      one.kind === 'text' && one.field === 'body' && one.item === article.id ? [one] : [],
    )
    const lit = places.map((place, nth): Lit => ({
      id: suggestion.id,
      start: place.start,
      end: place.end,
      ...(nth === 0 ? { mark, label: t('review.evidenceOf', { label: mark }) } : {}),
    }))
    const anchor = 'anchor' in suggestion.value ? suggestion.value.anchor : null
    return anchor ? [...lit, { id: suggestion.id, start: anchor.start, end: anchor.end, tone: 'anchor' as const }] : lit
  })
}

/** `Par Yann Kerdraon · 14 octobre 2026` */
export function bylineOf(article: Article, { t, date, list }: Pick<Words, 't' | 'date' | 'list'>): string {
  const by = article.authors.length > 0 ? [t('review.byline', { authors: list(article.authors) })] : []
  return [...by, ...(article.date ? [date(article.date)] : [])].join(' · ')
}
