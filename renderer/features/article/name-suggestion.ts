// A suggestion in a few words, for a screen reader or a list. It must not format.
import type { Suggestion } from '../../../shared/domain/suggestion.ts'

/** The point's text, the tag's label, the link's anchor. */
export function nameSuggestion(suggestion: Suggestion): string {
  const { value } = suggestion
  if ('text' in value) return value.text
  if ('label' in value) return value.label
  if ('article' in value) return value.anchor?.quote ?? value.article
  return suggestion.id
}
