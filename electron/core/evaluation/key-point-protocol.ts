// Protocol of key points: what is compared with the reference, and how.
// It must not know how points are chosen.
import { mean } from './means.ts'
import { rougeL, rougeN } from './rouge.ts'

/** Points written by a person, or running text. */
export interface Reference {
  readonly text: string
  /** As many as the reference has points; two where it is running text. */
  readonly count: number
}

const inRunningText = 2

/** Null when a record has nothing to compare with. */
export function referenceOf(summary: string | null, points: readonly string[] | null): Reference | null {
  const written = points?.map((point) => point.trim()).filter((point) => point !== '') ?? []
  if (written.length > 0) return { text: written.join(' '), count: written.length }
  return summary === null || summary.trim() === '' ? null : { text: summary.trim(), count: inRunningText }
}

/** Means of ROUGE-1, -2 and -L; a system without an answer has 0. */
export function rougeMetrics(answers: readonly (readonly string[])[], references: readonly Reference[]): Record<string, number> {
  const pairs = answers.map((points, at) => [points.join(' '), references[at]!.text] as const)
  return {
    rouge1: mean(pairs.map(([ours, theirs]) => rougeN(ours, theirs, 1))),
    rouge2: mean(pairs.map(([ours, theirs]) => rougeN(ours, theirs, 2))),
    rougeL: mean(pairs.map(([ours, theirs]) => rougeL(ours, theirs))),
  }
}
