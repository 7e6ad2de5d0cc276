// Metric: F1 of two classes, each counting the same; and the threshold that serves it best.
// It must not know what is scored.

interface Counts {
  readonly truePositives: number
  readonly falsePositives: number
  readonly positives: number
  readonly negatives: number
}

const half = (hits: number, proposed: number, wanted: number): number => (hits === 0 ? 0 : (2 * hits) / (proposed + wanted))

/** Mean of the F1 of "positive" and of "negative"; a class never proposed or never there has 0 (Opitz and Burst 2019, macro of F1s). */
function macroOf({ truePositives, falsePositives, positives, negatives }: Counts): number {
  const yes = truePositives + falsePositives
  const trueNegatives = negatives - falsePositives
  return (half(truePositives, yes, positives) + half(trueNegatives, positives + negatives - yes, negatives)) / 2
}

/** Macro-F1 of calling positive what scores at or above `threshold`. */
export function macroF1At(scores: readonly number[], positive: readonly boolean[], threshold: number): number {
  const positives = positive.filter(Boolean).length
  let [truePositives, falsePositives] = [0, 0]
  scores.forEach((score, at) => {
    if (score < threshold) return
    if (positive[at]) truePositives += 1
    else falsePositives += 1
  })
  return macroOf({ truePositives, falsePositives, positives, negatives: positive.length - positives })
}

/**
 * The threshold with the best macro-F1: half-way between two neighbouring scores, the higher of equals.
 * A `weight` other than 1 makes each positive count that often: another share of positives is expected than the one seen.
 */
export function bestMacroThreshold(scores: readonly number[], positive: readonly boolean[], weight = 1): number {
  const order = scores.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]!)
  const positives = positive.filter(Boolean).length
  let [truePositives, falsePositives] = [0, 0]
  let best = { value: -1, threshold: 0.5 }
  order.forEach((row, at) => {
    if (positive[row]) truePositives += 1
    else falsePositives += 1
    const next = order[at + 1]
    if (next !== undefined && scores[next] === scores[row]) return
    const value = macroOf({
      truePositives: weight * truePositives,
      falsePositives,
      positives: weight * positives,
      negatives: positive.length - positives,
    })
    if (value > best.value) best = { value, threshold: next === undefined ? scores[row]! : (scores[row]! + scores[next]!) / 2 }
  })
  return best.threshold
}
