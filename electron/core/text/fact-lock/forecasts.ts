// Finds claims that tell as done or certain what the article expects, plans or announces.
// It must not know unconfirmed news.
import { findAsserted } from './certainty.ts'
import type { Detector } from './comparison.ts'

export const forecasts: Detector = {
  codes: ['forecast-as-fact'],
  find: (comparison) => {
    // What is only expected may not become certain ("ouvrira"); what is planned or announced may.
    const expected = findAsserted(comparison, 'forecast-as-fact', 'forecast', ['forecast', 'hypothesis', 'plan'])
    if (expected.length > 0) return expected
    const toCome = ['forecast', 'hypothesis', 'plan', 'future'] as const
    const planned = findAsserted(comparison, 'forecast-as-fact', 'plan', toCome)
    return planned.length > 0 ? planned : findAsserted(comparison, 'forecast-as-fact', 'future', toCome)
  },
}
