// Protocol of tags: which tags count, and what a ranked list of them is worth.
// It must not know how a system ranks.
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { mean } from './means.ts'
import { multiLabelF1, type LabelThresholds } from './multi-label-f1.ts'
import { ndcgAt } from './ndcg.ts'
import { f1At, precisionAt } from './top-ranks.ts'

export interface RankedTag {
  readonly concept: string
  readonly score: number
}
export interface JudgedTags {
  /** Best first, no repeats. */
  readonly ranked: readonly RankedTag[]
  readonly gold: ReadonlySet<string>
  /** Chosen on training data alone. */
  readonly thresholds: LabelThresholds
}

const lower = (text: string): string => text.normalize('NFC').trim().toLowerCase()
const fewestArticles = 3

/** The tags of at least three articles, compared lower-cased; the label is the spelling most used. */
export function vocabularyFromTags(tagLists: readonly (readonly string[])[]): Concept[] {
  const spellings = new Map<string, Map<string, number>>()
  const articles = new Map<string, number>()
  for (const tags of tagLists) {
    for (const tag of tags) {
      const counts = spellings.get(lower(tag)) ?? new Map<string, number>()
      spellings.set(lower(tag), counts.set(tag.trim(), (counts.get(tag.trim()) ?? 0) + 1))
    }
    for (const id of new Set(tags.map(lower))) articles.set(id, (articles.get(id) ?? 0) + 1)
  }
  const kept = [...articles].filter(([id, count]) => id !== '' && count >= fewestArticles).map(([id]) => id)
  return kept.sort().map((id): Concept => {
    const ranked = [...spellings.get(id)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const label = { lang: null, text: ranked[0]![0], kind: 'preferred' as const }
    return { id, labels: [label], definition: null, parent: null, active: true, replacedBy: null }
  })
}

/**
 * Finds the active concept a tag names, compared lower-cased: by id, else by preferred label, else by alternate; null when
 * it is outside the vocabulary. A retired concept leads to its replacement.
 */
export function goldFinder(concepts: readonly Concept[]): (tag: string) => string | null {
  const all = new Map(concepts.map((concept) => [concept.id, concept]))
  const alive = (id: string): string | null => {
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null && !seen.has(at); at = all.get(at)?.replacedBy ?? null) {
      if (all.get(at)?.active === true) return at
      seen.add(at)
    }
    return null
  }
  const names = new Map<string, string>()
  const name = (text: string, id: string): void => {
    const target = alive(id)
    if (target !== null && !names.has(lower(text))) names.set(lower(text), target)
  }
  for (const { id } of concepts) name(id, id)
  for (const kind of ['preferred', 'alternate'] as const)
    for (const { id, labels } of concepts) for (const label of labels) if (label.kind === kind) name(label.text, id)
  return (tag) => names.get(lower(tag)) ?? null
}

/** Over the ranked lists, no floor: the means of F1@5, nDCG@5, nDCG@10, P@1; micro- and macro-F1 at thresholds chosen elsewhere. */
export function tagMetrics(judged: readonly JudgedTags[], vocabulary: number): Record<string, number> {
  const lists = judged.map(({ ranked, gold }) => ({ ids: ranked.map((one) => one.concept), gold }))
  const over = (metric: (ids: string[], gold: ReadonlySet<string>) => number): number =>
    mean(lists.map(({ ids, gold }) => metric(ids, gold)))
  const labelled = judged.map(({ ranked, gold, thresholds }) => ({
    scored: ranked.map(({ concept, score }) => ({ label: concept, score })),
    gold,
    thresholds,
  }))
  return {
    'f1@5': over((ids, gold) => f1At(ids, gold, 5)),
    'ndcg@5': over((ids, gold) => ndcgAt(ids, gold, 5)),
    'ndcg@10': over((ids, gold) => ndcgAt(ids, gold, 10)),
    'precision@1': over((ids, gold) => precisionAt(ids, gold, 1)),
    ...multiLabelF1(labelled, vocabulary),
  }
}
