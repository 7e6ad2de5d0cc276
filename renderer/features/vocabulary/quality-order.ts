// The orders of the table of tags. Pure; it must not know React.
import type { TagQuality } from '../../../shared/contract/vocabulary-edits.ts'

export type QualityOrder = 'label' | 'precision' | 'recall' | 'decisions' | 'kept' | 'refused' | 'added' | 'articles' | 'last'

/** The columns of the table that order it. */
export const qualityOrders: readonly QualityOrder[] = [
  'label',
  'precision',
  'recall',
  'decisions',
  'kept',
  'refused',
  'added',
  'articles',
  'last',
]

const figureOf: Readonly<Record<Exclude<QualityOrder, 'label'>, (tag: TagQuality) => number | string | null>> = {
  decisions: decisionsOf,
  precision: (tag) => tag.precision?.value ?? null,
  recall: (tag) => tag.recall?.value ?? null,
  kept: (tag) => tag.accepted,
  refused: (tag) => tag.rejected,
  added: (tag) => tag.added,
  articles: (tag) => tag.articles,
  last: (tag) => tag.last,
}

/** Kept, refused, added by hand. */
export function decisionsOf(tag: TagQuality): number {
  return tag.accepted + tag.rejected + tag.added
}

/** `up`: the smallest first. What has no figure comes last either way; equals keep their order. */
export function sortQuality(tags: readonly TagQuality[], order: QualityOrder, up: boolean): TagQuality[] {
  const way = up ? 1 : -1
  if (order === 'label') return tags.toSorted((a, b) => way * a.label.localeCompare(b.label))
  const figure = figureOf[order]
  return tags.toSorted((a, b) => {
    const [one, other] = [figure(a), figure(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return one === other ? 0 : one < other ? -way : way
  })
}
