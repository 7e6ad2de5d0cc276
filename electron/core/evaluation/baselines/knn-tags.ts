// Baseline of tags: the most alike training articles vote, by TF-IDF cosine.
// It must not know labels' words.
import { invert } from '../../learning/inverted-index.ts'
import { nearest } from '../../learning/nearest.ts'
import { matrixOf } from '../../learning/sparse.ts'
import { fitTfidf, transform } from '../../learning/tfidf.ts'
import type { RankedTag } from '../tag-protocol.ts'
import { plainWords } from './plain-words.ts'

export interface PlainExample {
  readonly title: string
  readonly body: string
  readonly gold: ReadonlySet<string>
}

const neighbours = 20
export const textOf = ({ title, body }: { title: string; body: string }): string => `${title}\n${body}`

/** Score of a tag: the share of the 20 neighbours' similarity that carries it. */
export function fitKnnTags(train: readonly PlainExample[]): (article: { title: string; body: string }) => RankedTag[] {
  const documents = train.map((example) => plainWords(textOf(example)))
  const tfidf = fitTfidf(documents, { minDocuments: Math.min(2, train.length), maxShare: 0.5 })
  const vectors = documents.map((words) => transform(tfidf, words))
  const index = invert(matrixOf(vectors, tfidf.terms.length))
  return (article) => {
    const near = nearest(index, transform(tfidf, plainWords(textOf(article))), neighbours)
    const total = near.reduce((sum, hit) => sum + hit.score, 0)
    const votes = new Map<string, number>()
    for (const { row, score } of near) for (const concept of train[row]!.gold) votes.set(concept, (votes.get(concept) ?? 0) + score / total)
    const ranked = [...votes].map(([concept, score]) => ({ concept, score }))
    return ranked.sort((a, b) => b.score - a.score || (a.concept < b.concept ? -1 : 1))
  }
}
