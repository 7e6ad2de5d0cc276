// Finds sums of money whose amount, scale or currency is not the article's.
// It must not know other figures.
import { flag } from './comparison.ts'
import type { Detector } from './comparison.ts'
import { judgeQuantity } from './quantity-support.ts'

export const money: Detector = {
  codes: ['money-changed'],
  find: (comparison) =>
    comparison.claim.quantities.flatMap((claimed) => {
      if (claimed.kind !== 'money') return []
      const verdict = judgeQuantity(claimed, comparison)
      return verdict.finding === 'supported' ? [] : [flag('money-changed', claimed, verdict.nearest?.text)]
    }),
}
