// How much each sentence says of what the whole text says.
// It must not know positions, titles or what will be chosen.
import { dot, type SparseVector } from '../../learning/sparse.ts'
import { fitTfidf, transform } from '../../learning/tfidf.ts'

/** Unit vectors of sentences, weighted within their own text. */
export function sentenceVectors(sentences: readonly (readonly string[])[]): SparseVector[] {
  const model = fitTfidf(sentences)
  return sentences.map((terms) => transform(model, terms))
}

/**
 * Degree centrality (Erkan and Radev 2004): the sum of a sentence's cosines with all the others, 1 for the greatest.
 * Summed through the words, not pair by pair: the dot product with the sum of all vectors, less the sentence itself.
 */
export function centrality(vectors: readonly SparseVector[]): Float64Array {
  const sum = new Map<number, number>()
  for (const { indices, values } of vectors) indices.forEach((column, at) => sum.set(column, (sum.get(column) ?? 0) + values[at]!))
  const degrees = Float64Array.from(vectors, (vector) => {
    const { indices, values } = vector
    const all = indices.reduce((total, column, at) => total + values[at]! * sum.get(column)!, 0)
    return Math.max(0, all - dot(vector, vector))
  })
  const top = Math.max(...degrees, Number.MIN_VALUE)
  return degrees.map((degree) => degree / top)
}
