// The plain ways of tagging, each with thresholds chosen on training articles it had not seen.
// It must not know the product's own tagger.
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { bestLabelThresholds, type LabelThresholds } from '../multi-label-f1.ts'
import type { RankedTag } from '../tag-protocol.ts'
import { fitKnnTags, type PlainExample } from './knn-tags.ts'
import { fitLabelMatch } from './label-match.ts'
import { fitLinearTags } from './linear-tags.ts'

type Rank = (article: { title: string; body: string }) => RankedTag[]
export interface TagBaseline {
  readonly rank: Rank
  readonly thresholds: LabelThresholds
}
interface Dated extends PlainExample {
  readonly date: string | null
}

const heldOutShare = 0.2
const fewestNeighbours = 2
const fewestToLearn = 10

/** Label match always; kNN with training articles; with `all` also LR and the mean of the three. */
export function fitTagBaselines(
  train: readonly Dated[],
  concepts: readonly Concept[],
  { baselines, seed }: { baselines: 'plain' | 'all'; seed: number },
): Record<string, TagBaseline> {
  const tagged = train.filter((example) => example.gold.size > 0).toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
  const fitAll = (examples: readonly Dated[]): Record<string, Rank> => {
    const labelMatch = fitLabelMatch(concepts, examples)
    if (examples.length < fewestNeighbours) return { labelMatch }
    const knn = fitKnnTags(examples)
    if (baselines === 'plain' || examples.length < fewestToLearn) return { labelMatch, knn }
    const linear = fitLinearTags(examples, seed)
    return { labelMatch, knn, linear, mean: meanOf([labelMatch, knn, linear]) }
  }
  const cut = Math.floor(tagged.length * (1 - heldOutShare))
  const [earlier, later] = [tagged.slice(0, cut), tagged.slice(cut)]
  const tried = fitAll(earlier)
  return Object.fromEntries(
    Object.entries(fitAll(tagged)).map(([name, rank]): [string, TagBaseline] => {
      const items = later.map((example) => ({
        scored: (tried[name] ?? rank)(example).map(({ concept, score }) => ({ label: concept, score })),
        gold: example.gold,
      }))
      return [name, { rank, thresholds: bestLabelThresholds(items) }]
    }),
  )
}

/** Each way's scores brought to at most 1 on the article, then averaged. */
function meanOf(ways: readonly Rank[]): Rank {
  return (article) => {
    const sums = new Map<string, number>()
    for (const way of ways) {
      const ranked = way(article)
      const top = ranked[0]?.score ?? 1
      for (const { concept, score } of ranked) sums.set(concept, (sums.get(concept) ?? 0) + score / top / ways.length)
    }
    return [...sums].map(([concept, score]) => ({ concept, score })).sort((a, b) => b.score - a.score || (a.concept < b.concept ? -1 : 1))
  }
}
