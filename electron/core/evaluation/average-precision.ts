// Metric: the precision met on the way down a ranking.
// It must not know what is scored.

/**
 * AP = Σ (Rₙ − Rₙ₋₁) · Pₙ over the distinct scores, best first (no interpolation; equal scores are one step, as in scikit-learn).
 * Null when nothing is positive.
 */
export function averagePrecision(scores: readonly number[], positive: readonly boolean[]): number | null {
  const order = scores.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]!)
  const positives = positive.filter(Boolean).length
  if (positives === 0) return null
  let sum = 0
  let found = 0
  for (let from = 0; from < order.length;) {
    const before = found
    let to = from
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) {
      if (positive[order[to]!]) found += 1
      to += 1
    }
    sum += ((found - before) / positives) * (found / to)
    from = to
  }
  return sum
}
