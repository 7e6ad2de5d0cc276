// Suggestions as lines for a terminal.
// It must not know commands; exports and copies have their own words in the core.
import { blockingFlags, type Suggestion, type SuggestionValue } from '../../shared/domain/suggestion.ts'
import { table } from './table.ts'

/** What a person reads of a value. */
export function valueText(value: SuggestionValue): string {
  if ('text' in value) return value.text
  if ('concept' in value) return value.label
  if ('article' in value) return `${value.article} (${value.type})${value.anchor ? ` from “${value.anchor.quote}”` : ''}`
  if (value.hold === null) return "I don't know"
  const probability = value.probability === null ? '' : `, ${Math.round(value.probability * 100)} %`
  return `${value.hold ? 'hold' : 'let through'}${probability}${value.clauses.length > 0 ? ` (${value.clauses.join(', ')})` : ''}`
}

/** Findings that stand in the way are marked with `!`. */
function flagsText(suggestion: Suggestion): string {
  return [...new Set(suggestion.flags.map((flag) => (blockingFlags.includes(flag.code) ? `!${flag.code}` : flag.code)))].join(' ')
}

export function suggestionTable(suggestions: readonly Suggestion[]): string {
  return table(
    ['id', 'task', 'item', 'state', 'score', 'flags', 'value'],
    suggestions.map((suggestion) => [
      suggestion.id,
      suggestion.task,
      suggestion.item,
      suggestion.state,
      suggestion.score.toFixed(2),
      flagsText(suggestion),
      valueText(suggestion.value),
    ]),
  )
}
