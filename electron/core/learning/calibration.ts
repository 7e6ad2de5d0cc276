// Raw scores into probabilities that mean what they say.
// It must not know which model the scores come from.

/** P(positive) = 1 / (1 + exp(slope · score + offset)); slope is negative for a useful score. */
export interface Platt {
  readonly slope: number
  readonly offset: number
}

export function sigmoid(logit: number): number {
  return logit >= 0 ? 1 / (1 + Math.exp(-logit)) : 1 - 1 / (1 + Math.exp(logit))
}

function crossEntropy(scores: ArrayLike<number>, targets: Float64Array, slope: number, offset: number): number {
  let loss = 0
  for (let i = 0; i < targets.length; i += 1) {
    const f = scores[i]! * slope + offset
    loss += f >= 0 ? targets[i]! * f + Math.log1p(Math.exp(-f)) : (targets[i]! - 1) * f + Math.log1p(Math.exp(f))
  }
  return loss
}

/**
 * Platt scaling (Platt 1999) in the numerically safe form of Lin, Lin and Weng (2007): Newton with backtracking,
 * targets (n₊ + 1)/(n₊ + 2) and 1/(n₋ + 2) so that few examples do not give certainty.
 */
export function fitPlatt(scores: ArrayLike<number>, positive: ArrayLike<number>): Platt {
  const size = scores.length
  let positives = 0
  for (let i = 0; i < size; i += 1) if (positive[i]) positives += 1
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (size - positives + 2)
  const targets = Float64Array.from({ length: size }, (_, i) => (positive[i] ? high : low))
  let slope = 0
  let offset = Math.log((size - positives + 1) / (positives + 1))
  let loss = crossEntropy(scores, targets, slope, offset)
  for (let round = 0; round < 100; round += 1) {
    let h11 = 1e-12
    let h22 = 1e-12
    let h21 = 0
    let g1 = 0
    let g2 = 0
    for (let i = 0; i < size; i += 1) {
      const p = sigmoid(-(scores[i]! * slope + offset))
      const d2 = p * (1 - p)
      const d1 = targets[i]! - p
      h11 += scores[i]! * scores[i]! * d2
      h22 += d2
      h21 += scores[i]! * d2
      g1 += scores[i]! * d1
      g2 += d1
    }
    if (Math.abs(g1) < 1e-5 && Math.abs(g2) < 1e-5) break
    const determinant = h11 * h22 - h21 * h21
    const dSlope = -(h22 * g1 - h21 * g2) / determinant
    const dOffset = -(-h21 * g1 + h11 * g2) / determinant
    const descent = g1 * dSlope + g2 * dOffset
    let step = 1
    for (; step >= 1e-10; step /= 2) {
      const tried = crossEntropy(scores, targets, slope + step * dSlope, offset + step * dOffset)
      if (tried < loss + 1e-4 * step * descent) {
        slope += step * dSlope
        offset += step * dOffset
        loss = tried
        break
      }
    }
    if (step < 1e-10) break
  }
  return { slope, offset }
}

export function applyPlatt(platt: Platt, score: number): number {
  return sigmoid(-(platt.slope * score + platt.offset))
}

/** Steps: a score at or above `from[i]` (and under the next) has probability `values[i]`. */
export interface Isotonic {
  readonly from: Float64Array
  readonly values: Float64Array
}

interface Block {
  readonly from: number
  sum: number
  count: number
}

const mean = (block: Block): number => block.sum / block.count

/** Equal scores cannot be told apart: they start as one block. */
function blocksOf(scores: ArrayLike<number>, positive: ArrayLike<number>): Block[] {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!)
  const blocks: Block[] = []
  for (const at of order) {
    const last = blocks.at(-1)
    const hit = positive[at] ? 1 : 0
    if (last && last.from === scores[at]!) {
      last.sum += hit
      last.count += 1
    } else blocks.push({ from: scores[at]!, sum: hit, count: 1 })
  }
  return blocks
}

/** Best non-decreasing fit in least squares (pool adjacent violators, Ayer et al. 1955). */
export function fitIsotonic(scores: ArrayLike<number>, positive: ArrayLike<number>): Isotonic {
  const pooled: Block[] = []
  for (const block of blocksOf(scores, positive)) {
    pooled.push(block)
    while (pooled.length > 1 && mean(pooled.at(-2)!) >= mean(pooled.at(-1)!)) {
      const top = pooled.pop()!
      pooled.at(-1)!.sum += top.sum
      pooled.at(-1)!.count += top.count
    }
  }
  return { from: Float64Array.from(pooled, (b) => b.from), values: Float64Array.from(pooled, mean) }
}

/** Under the first step the first value holds. */
export function applyIsotonic(isotonic: Isotonic, score: number): number {
  let value = isotonic.values[0] ?? 0.5
  for (let i = 0; i < isotonic.from.length && isotonic.from[i]! <= score; i += 1) value = isotonic.values[i]!
  return value
}
