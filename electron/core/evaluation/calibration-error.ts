// Metric: how far probabilities are from what happens.
// It must not know what is predicted.

/**
 * Expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015) of P(positive): ten equal-width bins [0, .1), … [.9, 1],
 * Σ share of the bin · |mean probability − share of positives|. Null when there is nothing to bin.
 */
export function calibrationError(probabilities: readonly number[], positive: readonly boolean[], bins = 10): number | null {
  const sums = Array.from({ length: bins }, () => ({ count: 0, probability: 0, positives: 0 }))
  probabilities.forEach((probability, at) => {
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))]!
    bin.count += 1
    bin.probability += probability
    if (positive[at]) bin.positives += 1
  })
  if (probabilities.length === 0) return null
  return sums.reduce((error, bin) => error + Math.abs(bin.probability - bin.positives), 0) / probabilities.length
}
