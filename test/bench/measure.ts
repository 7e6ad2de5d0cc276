// Times the sides of a comparison turn by turn, and what is said of many times: median, 95th percentile.
// It must not know what is measured.

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

export type Sides = Readonly<Record<string, () => Promise<number>>>

/**
 * Each side gives one figure a round; the rounds are interleaved, and every other one goes backwards, so that a machine that
 * slows down slows all of them.
 */
export async function interleaved<S extends Sides>(repeats: number, sides: S): Promise<{ [K in keyof S]: number[] }> {
  const figures = Object.fromEntries(Object.keys(sides).map((name) => [name, [] as number[]]))
  for (let round = 0; round < repeats; round += 1) {
    const order = round % 2 === 0 ? Object.entries(sides) : Object.entries(sides).toReversed()
    for (const [name, side] of order) figures[name]?.push(await side())
  }
  return figures as { [K in keyof S]: number[] }
}
