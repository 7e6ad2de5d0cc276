// Metric: how high the right answers stand in a ranked list.
// It must not know what an answer is.

const discount = (at: number): number => 1 / Math.log2(at + 2)

/**
 * nDCG@k with binary gain (Järvelin and Kekäläinen, TOIS 2002): DCG = Σ rel(i) / log2(i + 1), i from 1, over the first `k`,
 * divided by the DCG of a perfect list, which has min(gold, k) right answers first. 0 when there is no gold.
 */
export function ndcgAt(ranked: readonly string[], gold: ReadonlySet<string>, k: number): number {
  let found = 0
  let ideal = 0
  for (let at = 0; at < Math.min(k, gold.size); at += 1) ideal += discount(at)
  ranked.slice(0, k).forEach((id, at) => {
    if (gold.has(id)) found += discount(at)
  })
  return ideal === 0 ? 0 : found / ideal
}
