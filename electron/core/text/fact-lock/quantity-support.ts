// Decides whether the article supports a quantity of the claim, and with what wording.
// It must not know codes or words: numbers.ts, units.ts and money.ts name the finding.
import { mentionsInPlace } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import type { Quantity } from './quantities-reading.ts'

export type Verdict = { readonly finding: 'supported' | 'value' | 'unit'; readonly nearest: Quantity | null }

/** Looks first where the claim's own words stand in the article, then in the sentences that support it, then everywhere. */
export function judgeQuantity(claimed: Quantity, comparison: Comparison): Verdict {
  const placed = judgeInPlace(claimed, comparison)
  if (placed) return placed
  // "first" and "second" are said of so much that only their place tells.
  if (claimed.kind === 'ordinal' && claimed.value <= 2) return { finding: 'supported', nearest: null }
  const near = comparison.support.flatMap((sentence) => sentence.quantities)
  const rival = near.find((one) => isRival(one, claimed, comparison)) ?? null
  const equal = near.filter((one) => sameValue(claimed, one))
  if (equal.some((one) => sameDimension(claimed, one))) {
    const counted = claimed.counted[0]
    const swapped = rival && counted !== undefined && !equal.some((one) => one.counted.includes(counted)) && rival.counted[0] === counted
    return swapped ? { finding: 'value', nearest: rival } : { finding: 'supported', nearest: null }
  }
  const elsewhere = comparison.article.sentences.flatMap((sentence) => sentence.quantities)
  const far = elsewhere.some((one) => sameValue(claimed, one) && sameDimension(claimed, one)) || isYearOfArticle(claimed, comparison)
  if (far && !rival) return { finding: 'supported', nearest: null }
  const changed = near.find((one) => one.value === claimed.value && (one.dimension !== null || one.counted.length > 0))
  if (changed && claimed.dimension !== null) return { finding: 'unit', nearest: changed }
  return { finding: 'value', nearest: rival ?? closest(claimed, near) ?? closest(claimed, elsewhere) }
}

/** What stands in the same place decides: the right figure of another thing is a wrong figure. */
function judgeInPlace(claimed: Quantity, comparison: Comparison): Verdict | null {
  const there = mentionsInPlace(comparison, claimed, (sentence) => sentence.quantities)
  const [first] = there
  if (!first) return null
  const equal = there.filter((one) => sameValue(claimed, one))
  if (equal.some((one) => sameDimension(claimed, one))) return { finding: 'supported', nearest: null }
  const other = there.find((one) => one.value === claimed.value && one.unit !== claimed.unit)
  if (other && claimed.dimension !== null) return { finding: 'unit', nearest: other }
  return { finding: 'value', nearest: closest(claimed, there) ?? first }
}

/** A quantity of the same kind that the claim does not repeat: what it should have said. */
function isRival(one: Quantity, claimed: Quantity, comparison: Comparison): boolean {
  if (sameValue(claimed, one) || comparison.claim.quantities.some((other) => other !== claimed && sameValue(other, one))) return false
  if (one.kind !== claimed.kind && !(one.dimension === null && claimed.dimension === null)) return false
  if (claimed.dimension !== null) return one.dimension === claimed.dimension
  return claimed.counted[0] !== undefined && one.counted[0] === claimed.counted[0]
}

function sameValue(claimed: Quantity, one: Quantity): boolean {
  const [a, b] = claimed.dimension !== null && claimed.dimension === one.dimension ? [claimed.base, one.base] : [claimed.value, one.value]
  if (Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))) return true
  return claimed.rough && claimed.value >= 10 && digitsOf(claimed) < digitsOf(one) && isRounded(claimed.value, (claimed.value * b) / a)
}

/** "près de 3 000" for 2 987, "over 300" for 328: within one step of the last figure that the rounder number gives. */
function isRounded(round: number, exact: number): boolean {
  const zeros = /0*$/u.exec(String(Math.round(round)))?.[0].length ?? 0
  const step = Math.min(10 ** zeros, round * 0.15)
  return Math.abs(round - exact) <= Math.max(step, round * 0.06)
}

/** Significant digits: 3 000 has one, 2 987 four. */
function digitsOf({ value }: Quantity): number {
  return String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length
}

function sameDimension(claimed: Quantity, one: Quantity): boolean {
  if (claimed.kind === 'money' || one.kind === 'money') return claimed.unit === one.unit || one.unit === null
  if (claimed.dimension !== null && one.dimension !== null) return claimed.dimension === one.dimension
  // "12 km" is not supported by "12 bateaux"; a bare "12" supports both.
  return claimed.dimension === null || one.counted.length === 0
}

function isYearOfArticle(claimed: Quantity, comparison: Comparison): boolean {
  if (claimed.dimension !== null) return false
  return comparison.article.sentences.some((sentence) =>
    sentence.dates.some((date) => date.readings.some((day) => day.year === claimed.value)),
  )
}

function closest(claimed: Quantity, pool: readonly Quantity[]): Quantity | null {
  const likeness = (one: Quantity): number =>
    (one.kind === claimed.kind ? 4 : 0) +
    (one.dimension === claimed.dimension ? 3 : 0) +
    (claimed.counted[0] !== undefined && one.counted.includes(claimed.counted[0]) ? 4 : 0) -
    Math.min(2, Math.abs(Math.log10((one.value || 0.1) / (claimed.value || 0.1))))
  return pool.reduce<Quantity | null>((best, one) => (best === null || likeness(one) > likeness(best) ? one : best), null)
}
