// Baseline of moderation: logistic regression on TF-IDF of words and pairs.
// It must not know rules, obfuscation or calibration.
import type { Opinion } from '../moderation-protocol.ts'
import { sigmoid } from '../../learning/calibration.ts'
import { scoreOf, trainLinear } from '../../learning/linear-model.ts'
import { matrixOf } from '../../learning/sparse.ts'
import { fitTfidf, transform } from '../../learning/tfidf.ts'
import { wordsAndPairs } from './plain-words.ts'

/** scikit-learn's TfidfVectorizer(1–2 words, min_df 2, sublinear) and LogisticRegression(C = 1), its probability as it comes. */
export function fitTfidfLogistic(train: readonly { body: string; held: boolean }[], seed: number): (comment: { body: string }) => Opinion {
  const documents = train.map((comment) => wordsAndPairs(comment.body))
  const tfidf = fitTfidf(documents, { minDocuments: Math.min(2, train.length) })
  const matrix = matrixOf(
    documents.map((words) => transform(tfidf, words)),
    tfidf.terms.length,
  )
  const model = trainLinear(
    matrix,
    Uint8Array.from(train, (comment) => Number(comment.held)),
    { loss: 'logistic', cost: 1, seed },
  )
  return ({ body }) => {
    const raw = scoreOf(model, transform(tfidf, wordsAndPairs(body)))
    return { raw, probability: sigmoid(raw) }
  }
}
