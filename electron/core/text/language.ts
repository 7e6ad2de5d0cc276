// Tells the language of a text, giving the declared one the benefit of the doubt.
// It must not know what is done with the answer; people can always change it.
import { eld } from 'eld/medium'
import { primaryLanguage } from './stems.ts'

// Below this, n-gram detectors guess: "Grève à la SNCF" is Dyula to one of them.
const SHORTEST = 25
// A declared language is only contradicted by a text long enough to leave no doubt.
const CONTRADICTS = 120

const known = new Set(Object.values(eld.info().Languages))

/**
 * ISO 639-1 code of the text, or null when it is too short or unclear and nothing is declared.
 *
 * A declared language wins unless a long text clearly is in another; languages the detector does
 * not know (Breton, Occitan) are always believed.
 */
export function detectLanguage(text: string, declared?: string | null): string | null {
  const claimed = primaryLanguage(declared ?? null) || null
  if (claimed !== null && !known.has(claimed)) return claimed
  const sample = text.replace(/https?:\/\/\S+|\S+@\S+/g, ' ').slice(0, 4000)
  const letters = (sample.match(/\p{L}/gu) ?? []).length
  if (letters < SHORTEST || (claimed !== null && letters < CONTRADICTS)) return claimed
  const result = eld.detect(sample)
  if (result.language === '' || !result.isReliable()) return claimed
  return result.language
}
