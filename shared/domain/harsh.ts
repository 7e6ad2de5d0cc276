// Which texts a person should not have to read unasked: what the desk's own decisions say is harsh.
// It must not know opinions of the machine, nor how a text is blurred.
import type { CharterClause, Comment } from './comment.ts'

const categories = new Set<CharterClause['category']>(['insult', 'hate', 'threat'])

/** Whether one of these clauses (by id) is about insults, hate or threats. */
export function namesHarshClause(ids: readonly string[], clauses: readonly CharterClause[]): boolean {
  return clauses.some((clause) => categories.has(clause.category) && ids.includes(clause.id))
}

/**
 * Whether people refused it, here or in the imported past, as an insult, hate or a threat, or without a clause of this
 * charter: what it was refused for is then unknown, and reading it is asked for.
 */
export function wasRefusedHarshly(
  comment: Pick<Comment, 'decided' | 'decision' | 'label' | 'clause'>,
  clauses: readonly CharterClause[],
): boolean {
  const verdict = comment.decided?.decision ?? comment.decision ?? (comment.label === 1 ? 'refuse' : null)
  if (verdict !== 'refuse') return false
  const clause = comment.decided ? comment.decided.clause : comment.clause
  return clause === null || !clauses.some((one) => one.id === clause) || namesHarshClause([clause], clauses)
}
