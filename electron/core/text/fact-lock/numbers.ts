// Finds figures of the claim, in digits or words, that the article does not give.
// It must not know money, units or dates: they have their own files.
import { flag } from './comparison.ts'
import type { Detector } from './comparison.ts'
import { judgeQuantity } from './quantity-support.ts'

export const numbers: Detector = {
  codes: ['number-absent'],
  find: (comparison) =>
    comparison.claim.quantities.flatMap((claimed) => {
      if (claimed.kind === 'money') return []
      const verdict = judgeQuantity(claimed, comparison)
      return verdict.finding === 'value' ? [flag('number-absent', claimed, verdict.nearest?.text)] : []
    }),
}
