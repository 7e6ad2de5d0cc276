// What the page may show of a comment and of the machine's opinion on it. Pure; it must not know React.
import type { CharterClause, Comment, CommentVerdict } from '../../../shared/domain/comment.ts'
import { namesHarshClause, wasRefusedHarshly } from '../../../shared/domain/harsh.ts'
import type { Flag, ModerationValue, Suggestion } from '../../../shared/domain/suggestion.ts'

export function opinionOf(suggestion: Suggestion | null): ModerationValue | null {
  return suggestion && 'hold' in suggestion.value ? suggestion.value : null
}

/** Ids of the clauses the machine quotes, in its order. */
export function quotedClauses(suggestion: Suggestion | null): string[] {
  const quoted = suggestion?.evidence.flatMap((one) => (one.kind === 'clause' ? [one.id] : [])) ?? []
  return [...new Set([...quoted, ...(opinionOf(suggestion)?.clauses ?? [])])]
}

/** Whether a text is blurred until asked for: an opinion that may be shown says it is harsh. */
export function isBlurred(suggestion: Suggestion | null, clauses: readonly CharterClause[]): boolean {
  return namesHarshClause(quotedClauses(suggestion), clauses)
}

/** The parents to blur until asked for: what people refused as harsh. A published one is read by everybody already. */
export function harshParents(parents: readonly Comment[], clauses: readonly CharterClause[]): string[] {
  return parents.filter((parent) => wasRefusedHarshly(parent, clauses)).map((parent) => parent.id)
}

/** Longest comment quoted whole in the letter to its author, in characters. */
const quotedWhole = 280

/** The words at issue: those the machine points at for a clause it quotes, else a short comment whole; '' leaves them to the person. */
export function passageOf(suggestion: Suggestion | null, { id, body }: Pick<Comment, 'id' | 'body'>, clause: string): string {
  const places = quotedClauses(suggestion).includes(clause) ? quotedPlaces(suggestion, id, body) : []
  const words = places.toSorted((a, b) => a.start - b.start).map(({ start, end }) => body.slice(start, end).trim())
  if (words.length > 0) return [...new Set(words)].join(' […] ')
  return body.trim().length <= quotedWhole ? body.trim() : ''
}

/** The clauses, those quoted first. */
export function orderClauses(clauses: readonly CharterClause[], quoted: readonly string[]): CharterClause[] {
  const rank = (clause: CharterClause) => (quoted.includes(clause.id) ? quoted.indexOf(clause.id) : quoted.length)
  return clauses.toSorted((a, b) => rank(a) - rank(b))
}

/** Whether the person's decision and the opinion point the same way; null when one of them does not point. */
export function agrees(decision: CommentVerdict, opinion: ModerationValue | null): boolean | null {
  if (!opinion || opinion.hold === null || decision === 'doubt') return null
  return opinion.hold === (decision === 'refuse')
}

/** The machine's words to underline, as findings on the comment's own text. */
export function quotedPlaces(suggestion: Suggestion | null, comment: string, body: string): Flag[] {
  const places = suggestion?.evidence.flatMap((one) => {
    if (one.kind === 'text' && one.item === comment && one.field === 'body') return [{ start: one.start, end: one.end }]
    if (one.kind !== 'clause' || one.quote === '') return []
    const start = body.indexOf(one.quote)
    return start < 0 ? [] : [{ start, end: start + one.quote.length }]
  })
  return (places ?? []).map((place) => ({ code: 'out-of-context', ...place }))
}
