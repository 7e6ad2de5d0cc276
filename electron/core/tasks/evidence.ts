// Builds and checks evidence that points into a text.
// It must not know what the evidence is for.
import type { Article } from '../../../shared/domain/article.ts'
import type { Evidence } from '../../../shared/domain/suggestion.ts'

type ArticleField = 'title' | 'body'

export interface Place {
  readonly field: ArticleField
  readonly start: number
  readonly end: number
}

/** The words at a place of an article, as evidence. */
export function textEvidence(article: Pick<Article, 'id' | 'title' | 'body'>, place: Place): Evidence {
  return { kind: 'text', item: article.id, ...place, quote: article[place.field].slice(place.start, place.end) }
}

/** True when the words stand where the evidence says; evidence that is not text is not judged here. */
export function standsIn(article: Pick<Article, 'id' | 'title' | 'body'>, evidence: Evidence): boolean {
  if (evidence.kind !== 'text' || evidence.field === 'parent') return true
  return (
    evidence.item === article.id && evidence.quote !== '' && article[evidence.field].slice(evidence.start, evidence.end) === evidence.quote
  )
}
