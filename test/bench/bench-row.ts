// What a row of the bench says, and what it is given to find out.
// It must not know any row.

/** One figure beside its peer. `goal` holds the figure, or its ratio to the peer's, under or over a bound; null: told, not judged. */
export type Figure = {
  measure: string
  figure: number
  unit: string
  peer: { name: string; figure: number } | null
  ratio: number | null
  goal: Goal | null
  met: boolean | null
}
export type Goal = { of: 'ratio' | 'figure'; atMost?: number; atLeast?: number }

export type BenchRow = { row: string; figures: Figure[]; notes: string[]; notRun?: string; seconds: number }
export type Found = { figures: Figure[]; notes: string[]; notRun?: string }

export type BenchContext = {
  /** Divides every size; 1 for the real thing. */
  readonly shrink: number
  readonly repeats: number
  /** A folder of the run, removed at its end. */
  readonly folder: string
  readonly tell: (message: string) => void
}

/** `faster`: the figure is a rate, so the ratio is ours by the peer's; otherwise a duration or a size, the same way round. */
export function figure(
  measure: string,
  value: { figure: number; unit: string; peer?: { name: string; figure: number } | null; goal?: Goal | null },
): Figure {
  const { figure: ours, unit, peer = null, goal = null } = value
  const ratio = peer ? ours / peer.figure : null
  const judged = goal?.of === 'ratio' ? ratio : ours
  const met = goal === null || judged === null ? null : judged <= (goal.atMost ?? Infinity) && judged >= (goal.atLeast ?? -Infinity)
  return { measure, figure: ours, unit, peer, ratio, goal, met }
}

/** A size of the table, smaller in a quick run. */
export function sized({ shrink }: BenchContext, size: number): number {
  return Math.max(10, Math.round(size / shrink))
}
