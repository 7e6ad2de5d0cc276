// Finds figures of the claim that the article gives in another unit (km for m, % for points).
// It must not know money or whether the figure itself is right.
import { flag } from './comparison.ts'
import type { Detector } from './comparison.ts'
import { judgeQuantity } from './quantity-support.ts'

export const measures: Detector = {
  codes: ['unit-changed'],
  find: (comparison) =>
    comparison.claim.quantities.flatMap((claimed) => {
      if (claimed.kind === 'money') return []
      const verdict = judgeQuantity(claimed, comparison)
      return verdict.finding === 'unit' ? [flag('unit-changed', claimed, verdict.nearest?.text)] : []
    }),
}
