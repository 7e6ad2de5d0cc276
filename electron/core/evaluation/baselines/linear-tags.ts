// Baseline of tags: one logistic regression per tag on TF-IDF of words and pairs.
// It must not know labels' words.
import { sigmoid } from '../../learning/calibration.ts'
import { trainOneVsRest, scoreOf } from '../../learning/linear-model.ts'
import { matrixOf } from '../../learning/sparse.ts'
import { fitTfidf, transform } from '../../learning/tfidf.ts'
import type { RankedTag } from '../tag-protocol.ts'
import { textOf, type PlainExample } from './knn-tags.ts'
import { wordsAndPairs } from './plain-words.ts'

const cost = 10
const maxTerms = 50_000

export function fitLinearTags(train: readonly PlainExample[], seed: number): (article: { title: string; body: string }) => RankedTag[] {
  const documents = train.map((example) => wordsAndPairs(textOf(example)))
  const tfidf = fitTfidf(documents, { minDocuments: Math.min(2, train.length), maxShare: 0.5, maxTerms })
  const matrix = matrixOf(
    documents.map((words) => transform(tfidf, words)),
    tfidf.terms.length,
  )
  const concepts = [...new Set(train.flatMap((example) => [...example.gold]))].sort()
  const rowsOf = concepts.map((concept) => train.flatMap((example, row) => (example.gold.has(concept) ? [row] : [])))
  const models = [...trainOneVsRest(matrix, rowsOf, { loss: 'logistic', cost, seed, tolerance: 0.05, maxPasses: 50 })]
  return (article) => {
    const vector = transform(tfidf, wordsAndPairs(textOf(article)))
    const ranked = models.map((model, label) => ({ concept: concepts[label]!, score: sigmoid(scoreOf(model, vector)) }))
    return ranked.sort((a, b) => b.score - a.score || (a.concept < b.concept ? -1 : 1))
  }
}
