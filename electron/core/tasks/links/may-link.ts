// Which articles a link may point at: rules no engine can cross.
// It must not know rankings.
import type { Article } from '../../../../shared/domain/article.ts'
import { sharedShingles, shinglesOf } from '../../text/near-duplicates.ts'

/** The day a date string begins with, in its own zone; null when it is not written that way. */
export function dayOf(date: string | null): string | null {
  return date !== null && /^\d{4}-\d{2}-\d{2}/u.test(date) ? date.slice(0, 10) : null
}

/** Above this share of common three-word runs two pieces are one dispatch told twice. */
const sameText = 0.5
const wholeInside = 0.8

/** Earlier (or evergreen), public by then, not barred. */
export function mayLink(source: Article, target: Article): boolean {
  if (target.id === source.id || target.doNotLink !== null) return false
  const day = dayOf(source.date)
  const targetDay = dayOf(target.date)
  const lifted = dayOf(target.embargo)
  if (lifted !== null && (day === null || lifted > day)) return false
  return target.kind === 'resource' || day === null || (targetDay !== null && targetDay <= day)
}

/** Whether a target is the same text republished: no news to the reader. The source is read once. */
export function republicationOf(source: Article): (target: Article) => boolean {
  const ours = shinglesOf(source.body)
  return (target) => {
    const theirs = shinglesOf(target.body)
    const shared = sharedShingles(ours, theirs)
    const union = ours.size + theirs.size - shared
    if (shared === 0) return false
    return shared > union * sameText || shared > ours.size * wholeInside || shared > theirs.size * wholeInside
  }
}

export function isRepublication(source: Article, target: Article): boolean {
  return republicationOf(source)(target)
}
