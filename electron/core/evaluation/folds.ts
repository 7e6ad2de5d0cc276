// Splits items for cross-validation, and draws a part of them.
// It must not know the items.
import { seededRandom, shuffle } from '../learning/random.ts'

/**
 * The fold of each item, 0 to `folds` - 1: within each class, in order of appearance, the items are shuffled by `seed` and dealt out
 * in turn, going on where the class before stopped, so that every fold has the same share of each class and the same size, give or take one.
 */
export function stratifiedFolds(classes: readonly (string | number)[], folds: number, seed: number): number[] {
  const random = seededRandom(seed)
  const foldOf: number[] = classes.map(() => 0)
  let dealt = 0
  for (const kind of new Set(classes)) {
    const rows = classes.flatMap((one, row) => (one === kind ? [row] : []))
    shuffle(rows, random)
    for (const row of rows) {
      foldOf[row] = dealt % folds
      dealt += 1
    }
  }
  return foldOf
}

/** `limit` items drawn by `seed`, in their own order; all of them when there are no more. */
export function drawSome<T>(items: readonly T[], limit: number | null, seed: number): T[] {
  if (limit === null || items.length <= limit) return [...items]
  const order = items.map((_, row) => row)
  shuffle(order, seededRandom(seed))
  const drawn = new Set(order.slice(0, limit))
  return items.filter((_, row) => drawn.has(row))
}
