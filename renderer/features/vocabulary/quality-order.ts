// The orders of the table of tags. Pure; it must not know React.
import type { TagQuality } from '../../../shared/contract/vocabulary-edits.ts'

export const qualityOrders = ['decisions', 'precision', 'recall', 'articles', 'last', 'label'] as const
export type QualityOrder = (typeof qualityOrders)[number]

const figureOf: Readonly<Record<Exclude<QualityOrder, 'label'>, (tag: TagQuality) => number | string | null>> = {
  decisions: (tag) => tag.accepted + tag.rejected + tag.added,
  precision: (tag) => tag.precision?.value ?? null,
  recall: (tag) => tag.recall?.value ?? null,
  articles: (tag) => tag.articles,
  last: (tag) => tag.last,
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
