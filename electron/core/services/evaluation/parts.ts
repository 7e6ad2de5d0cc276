// Which items are learned from and which are tested: one split, or folds; nothing tested is ever learned.
// It must not know tasks.
import { dropRepeats } from '../../evaluation/repeats.ts'
import { stratifiedFolds } from '../../evaluation/folds.ts'

export interface Part<T> {
  readonly train: readonly T[]
  readonly test: readonly T[]
}
type Reading<T> = { readonly id: (item: T) => string; readonly text: (item: T) => string; readonly kind: (item: T) => string | number }

/** The parts in turn; training items whose id or text is tested too are left out and told. */
export function partsOf<T>(
  data: Part<T>,
  { folds, seed }: { folds: number | null; seed: number },
  of: Reading<T>,
  note: (message: string) => void,
): Part<T>[] {
  const foldOf = folds === null ? null : stratifiedFolds(data.test.map(of.kind), folds, seed)
  const splits =
    foldOf === null
      ? [data]
      : Array.from({ length: folds ?? 0 }, (_, fold): Part<T> => ({
          train: [...data.train, ...data.test.filter((_item, row) => foldOf[row] !== fold)],
          test: data.test.filter((_item, row) => foldOf[row] === fold),
        }))
  let total = 0
  const parts = splits.map(({ train, test }) => {
    const { kept, dropped } = dropRepeats(train, test, of)
    total += dropped
    return { train: kept, test }
  })
  if (total > 0) note(`${total} training items left out: the same id or text is tested${folds === null ? '' : ' (all folds together)'}`)
  return parts.filter((part) => part.test.length > 0)
}
