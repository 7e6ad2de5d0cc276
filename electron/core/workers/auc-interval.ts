// Metric: how far an area under the ROC curve may be off, from the number of items it stands on.
// It must not know what is scored.

/**
 * 95 % interval by the closed form of Hanley and McNeil (Radiology 143, 1982): variance of the Mann–Whitney statistic under
 * exponential score distributions, cut to 0…1.
 */
export function aucInterval(auc: number, positives: number, negatives: number): [number, number] {
  const q1 = auc / (2 - auc)
  const q2 = (2 * auc * auc) / (1 + auc)
  const variance = (auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc)) / (positives * negatives)
  const reach = 1.96 * Math.sqrt(Math.max(0, variance))
  return [Math.max(0, auc - reach), Math.min(1, auc + reach)]
}
