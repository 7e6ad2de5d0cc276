// How far two readings agree: a share, and Cohen's kappa. Pure; it must not know persons or storage.
import { enoughReadings, readStates, type ReadingTotals, type ReadingVerdict, type ReadState } from '../../../shared/domain/reading.ts'

export type Pair = { readonly first: ReadState; readonly second: ReadingVerdict }

const sameAs = { accepted: 'accept', edited: 'edit', rejected: 'reject' } as const satisfies Record<ReadState, ReadingVerdict>
const verdicts: readonly ReadingVerdict[] = ['accept', 'edit', 'reject', 'unsure']

/** Whether the second reader decided as the first; a doubt agrees with nothing. */
export function agrees({ first, second }: Pair): boolean {
  return sameAs[first] === second
}

/**
 * Cohen's kappa (Educational and Psychological Measurement 20, 1960) over accepted, edited and refused; doubts are left out.
 * Null when there is nothing to compare, or when chance alone would always agree (one class on both sides).
 */
export function cohenKappa(pairs: readonly Pair[]): number | null {
  const judged = pairs.filter(({ second }) => second !== 'unsure')
  if (judged.length === 0) return null
  const share = (holds: (pair: Pair) => boolean): number => judged.filter(holds).length / judged.length
  const byChance = readStates.reduce(
    (sum, state) => sum + share(({ first }) => first === state) * share(({ second }) => second === sameAs[state]),
    0,
  )
  return byChance === 1 ? null : (share(agrees) - byChance) / (1 - byChance)
}

/** Agreement, kappa and the crossing of both readings; no share under `enoughReadings`. */
export function countAgreement(
  pairs: readonly Pair[],
): Pick<ReadingTotals, 'n' | 'doubts' | 'agreed' | 'tooFew' | 'agreement' | 'kappa' | 'crossing'> {
  const judged = pairs.filter(({ second }) => second !== 'unsure')
  const agreed = judged.filter(agrees).length
  const tooFew = judged.length < enoughReadings
  return {
    n: judged.length,
    doubts: pairs.length - judged.length,
    agreed,
    tooFew,
    agreement: tooFew ? null : agreed / judged.length,
    kappa: tooFew ? null : cohenKappa(judged),
    crossing: readStates.flatMap((first) =>
      verdicts.map((second) => ({ first, second, count: pairs.filter((pair) => pair.first === first && pair.second === second).length })),
    ),
  }
}
