// How much each sentence says of what the whole text says (LexRank).
// It must not know positions, titles or what will be chosen.
import { dot, type SparseVector } from '../../learning/sparse.ts'
import { fitTfidf, transform } from '../../learning/tfidf.ts'

/** Unit vectors of sentences, weighted within their own text. */
export function sentenceVectors(sentences: readonly (readonly string[])[]): SparseVector[] {
  const model = fitTfidf(sentences)
  return sentences.map((terms) => transform(model, terms))
}

/**
 * Stationary distribution of a walk from sentence to similar sentence (continuous LexRank, Erkan and Radev 2004),
 * scaled so that the most central sentence is 1.
 */
export function centrality(vectors: readonly SparseVector[], damping = 0.85): Float64Array {
  const size = vectors.length
  const similar = vectors.map((a, i) => Float64Array.from(vectors, (b, j) => (i === j ? 0 : dot(a, b))))
  const sums = similar.map((row) => row.reduce((sum, value) => sum + value, 0))
  let ranks = new Float64Array(size).fill(1 / size)
  for (let round = 0; round < 40; round += 1) {
    const next = new Float64Array(size).fill((1 - damping) / size)
    for (let i = 0; i < size; i += 1) {
      // A sentence like no other passes its rank to all.
      if (sums[i] === 0) for (let j = 0; j < size; j += 1) next[j]! += (damping * ranks[i]!) / size
      else for (let j = 0; j < size; j += 1) next[j]! += (damping * ranks[i]! * similar[i]![j]!) / sums[i]!
    }
    ranks = next
  }
  const top = Math.max(...ranks, Number.MIN_VALUE)
  return ranks.map((rank) => rank / top)
}
