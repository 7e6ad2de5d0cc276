// Step three of links: targets from the checked list only, anchors made of the article's own words.
// It must not know how a target was found.
import type { Article } from '../../../../shared/domain/article.ts'
import { linkValueSchema, type Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TextSpan } from '../../../../shared/domain/text-span.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { standsIn } from '../evidence.ts'
import { quotedPlaces } from './anchor.ts'
import type { LinkCandidates } from './candidates.ts'
import { mayLink } from './may-link.ts'
import { mostLinks } from './propose.ts'
import { isWeakAnchor } from './weak-anchor.ts'

/** An anchor that is not the article's words, says nothing, carries another link or stands in a quotation is taken off; the link may stay without. */
function soundAnchor({ body, lang }: Article, anchor: TextSpan | null, taken: readonly TextSpan[]): TextSpan | null {
  if (anchor === null || anchor.quote.trim() === '' || body.slice(anchor.start, anchor.end) !== anchor.quote) return null
  if (isWeakAnchor(anchor.quote, body.slice(Math.max(0, anchor.start - 2), anchor.start), lang)) return null
  return [...quotedPlaces(body), ...taken].some((place) => anchor.start < place.end && place.start < anchor.end) ? null : anchor
}

export function verifyLinks(
  item: TaskItem,
  proposals: readonly Proposal[],
  found: Pick<LinkCandidates, 'candidates' | 'article'>,
): readonly Proposal[] {
  const targets = new Map(found.candidates.map(({ target }) => [target.id, target]))
  const kept = new Map<string, Proposal>()
  const taken: TextSpan[] = []
  for (const proposal of proposals) {
    const value = linkValueSchema.safeParse(proposal.value)
    const target = value.success ? targets.get(value.data.article) : undefined
    if (item.kind !== 'article' || !value.success || !target || kept.has(target.id) || kept.size === mostLinks) continue
    if (!mayLink(item.article, target)) continue
    const evidence = proposal.evidence.filter((one) => standsIn(item.article, one))
    if (evidence.length === 0) continue
    const anchor = soundAnchor(item.article, value.data.anchor, taken)
    if (anchor) taken.push(anchor)
    kept.set(target.id, { ...proposal, value: { ...value.data, anchor }, evidence })
  }
  return [...kept.values()]
}
