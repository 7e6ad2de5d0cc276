// The 95 % interval of a share (Wilson, JASA 22, 1927): honest for few trials and for shares near 0 or 1.
// It must not know what is counted.

const z = 1.959963984540054

/** Low and high ends, 0 to 1, for `hits` of `of` trials; `of` above 0. */
export function wilsonInterval(hits: number, of: number): { low: number; high: number } {
  const share = hits / of
  const weight = 1 + (z * z) / of
  const middle = share + (z * z) / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { low: Math.max(0, (middle - reach) / weight), high: Math.min(1, (middle + reach) / weight) }
}
