// Which passages of the article to light, from the evidence of its suggestions. Pure; it must not know the core.
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import type { Lit } from '../../ui/article-text.tsx'
import type { Words } from '../../words/use-words.ts'
import { nameSuggestion } from './name-suggestion.ts'

const gone: readonly Suggestion['state'][] = ['rejected', 'withdrawn']

/** Suggestions a person still reads, in order; refused ones go last. */
export function standing(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return [...suggestions.filter((one) => !gone.includes(one.state)), ...suggestions.filter((one) => gone.includes(one.state))]
}

/** Key points are always lit, numbered as on the right; tags and links only while they are looked at, or the page would glow. */
export function lightSuggestions(suggestions: readonly Suggestion[], active: string | null, words: Words): readonly Lit[] {
  const points = standing(suggestions.filter((one) => one.task === 'key-points')).filter((one) => !gone.includes(one.state))
  const others = suggestions.filter((one) => one.task !== 'key-points' && one.id === active)
  return [...points, ...others].flatMap((suggestion) =>
    placesOf(suggestion).map(([start, end], index, places) => {
      const number = points.indexOf(suggestion) + 1
      const last = index === places.length - 1
      return {
        id: suggestion.id,
        start,
        end,
        tone: suggestion.task === 'links' ? ('anchor' as const) : ('evidence' as const),
        ...(number > 0 && last ? { mark: String(number), label: words.t('article.evidenceOf', { what: nameSuggestion(suggestion) }) } : {}),
      }
    }),
  )
}

function placesOf(suggestion: Suggestion): readonly (readonly [number, number])[] {
  const anchor = 'article' in suggestion.value ? suggestion.value.anchor : null
  const texts = suggestion.evidence.flatMap((one) => (one.kind === 'text' && one.field === 'body' ? [[one.start, one.end] as const] : []))
  return anchor ? [[anchor.start, anchor.end], ...texts] : texts
}
