// Metric: how well a score separates two classes, whatever the threshold.
// It must not know what is scored.

/**
 * Area under the ROC curve as the Mann–Whitney statistic (Hanley and McNeil, 1982): the chance that a positive scores above a
 * negative, ties counting one half. Null when either class is missing.
 */
export function rocAuc(scores: readonly number[], positive: readonly boolean[]): number | null {
  const order = scores.map((_, at) => at).sort((a, b) => scores[a]! - scores[b]!)
  const positives = positive.filter(Boolean).length
  const negatives = scores.length - positives
  if (positives === 0 || negatives === 0) return null
  let rankSum = 0
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to += 1
    // Ranks from + 1 … to share their mean.
    const rank = (from + 1 + to) / 2
    for (let at = from; at < to; at += 1) if (positive[order[at]!]) rankSum += rank
    from = to
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}
