// Protocol of links: the query an editor had before linking, which articles could have been linked, what a ranking is worth.
// It must not know how a system searches.
import { mean, percentile } from './means.ts'
import { ndcgAt } from './ndcg.ts'
import { recallAt, reciprocalRank } from './top-ranks.ts'

export interface DatedArticle {
  readonly id: string
  readonly date: string | null
  readonly kind: string | null
}

/** The text without the first occurrence of each anchor: the words of a link would give the link away. */
export function withoutAnchors(body: string, anchors: readonly string[]): string {
  const spans = [...new Set(anchors)]
    .filter((anchor) => anchor !== '')
    .flatMap((anchor) => {
      const start = body.indexOf(anchor)
      return start === -1 ? [] : [{ start, end: start + anchor.length }]
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let kept = ''
  let from = 0
  for (const { start, end } of spans) {
    if (start > from) kept += body.slice(from, start)
    from = Math.max(from, end)
  }
  return kept + body.slice(from)
}

/** The day a date string begins with; null when it is not written that way. */
export function dayOf(date: string | null): string | null {
  return date !== null && /^\d{4}-\d{2}-\d{2}/u.test(date) ? date.slice(0, 10) : null
}

/** Another article dated on or before the source, or an evergreen one. A source without a date could link to anything. */
export function isCandidate(source: DatedArticle, target: DatedArticle): boolean {
  if (target.id === source.id) return false
  if (target.kind === 'resource') return true
  const [day, theirs] = [dayOf(source.date), dayOf(target.date)]
  return day === null || (theirs !== null && theirs <= day)
}

/** `times` in milliseconds, after warm-up. Gold that is no candidate stays in `gold`, so it counts as missed. */
export function linkMetrics(
  rankings: readonly (readonly string[])[],
  gold: readonly ReadonlySet<string>[],
  times: readonly number[],
): Record<string, number> {
  const over = (metric: (ids: readonly string[], wanted: ReadonlySet<string>) => number): number =>
    mean(rankings.map((ids, at) => metric(ids, gold[at]!)))
  return {
    'ndcg@5': over((ids, wanted) => ndcgAt(ids, wanted, 5)),
    'ndcg@10': over((ids, wanted) => ndcgAt(ids, wanted, 10)),
    'recall@10': over((ids, wanted) => recallAt(ids, wanted, 10)),
    mrr: over(reciprocalRank),
    p95Milliseconds: percentile(times, 0.95),
  }
}
