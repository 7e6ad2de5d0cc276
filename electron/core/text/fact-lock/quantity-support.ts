// Decides whether the article supports a quantity of the claim, and with what wording.
// It must not know codes or words: numbers.ts, units.ts and money.ts name the finding.
import type { Comparison } from './comparison.ts'
import type { Quantity } from './quantities-reading.ts'

export type Verdict = { readonly finding: 'supported' | 'value' | 'unit'; readonly nearest: Quantity | null }

/** Looks first in the sentences that support the claim, then in the whole article. */
export function judgeQuantity(claimed: Quantity, comparison: Comparison): Verdict {
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
  // "près de 3 000" for 2 987: a figure said to be rough may be rounded, by 6 % at most.
  return claimed.rough && claimed.value >= 10 && Math.abs(a - b) <= 0.06 * Math.max(a, b)
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
