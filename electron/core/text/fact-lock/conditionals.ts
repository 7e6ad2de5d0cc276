// Finds claims that assert what the article gives as unconfirmed ("aurait", "reportedly").
// It must not know forecasts.
import type { Detector } from './comparison.ts'
import { findAsserted } from './certainty.ts'

export const conditionals: Detector = {
  codes: ['conditional-lost'],
  find: (comparison) => findAsserted(comparison, 'conditional-lost', 'hypothesis', ['hypothesis', 'forecast', 'plan']),
}
