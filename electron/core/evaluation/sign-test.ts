// The exact binomial: how sure a count of wins is. It must not know who won what.

/** ln n!, summed: counts here are votes, at most thousands. */
function logFactorial(n: number): number {
  let sum = 0
  for (let i = 2; i <= n; i += 1) sum += Math.log(i)
  return sum
}

/** P(X = k) for X ~ Binomial(n, p). */
function mass(k: number, n: number, p: number): number {
  if (p === 0) return k === 0 ? 1 : 0
  if (p === 1) return k === n ? 1 : 0
  return Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p))
}

/** P(X ≤ k). */
function below(k: number, n: number, p: number): number {
  let sum = 0
  for (let i = 0; i <= k; i += 1) sum += mass(i, n, p)
  return Math.min(1, sum)
}

/** The p at which a monotone condition turns, by bisection to far below a printed digit. */
function turn(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * The share `k`/`n` with its exact two-sided interval (Clopper and Pearson, Biometrika 26, 1934), by default at 95 %.
 * Null bounds when `n` is 0.
 */
export function exactShare(
  k: number,
  n: number,
  level = 0.95,
): { share: number; low: number; high: number } | { share: null; low: null; high: null } {
  if (n === 0) return { share: null, low: null, high: null }
  const tail = (1 - level) / 2
  return {
    share: k / n,
    low: k === 0 ? 0 : turn((p) => 1 - below(k - 1, n, p) < tail),
    high: k === n ? 1 : turn((p) => below(k, n, p) > tail),
  }
}

/** Two-sided p of the sign test: `wins` against `losses`, ties left out. 1 when there is nothing to test. */
export function signTest(wins: number, losses: number): number {
  const n = wins + losses
  return n === 0 ? 1 : Math.min(1, 2 * below(Math.min(wins, losses), n, 0.5))
}
