// Tells the language of a text, giving the declared one the benefit of the doubt.
// It must not know what is done with the answer; people can always change it.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type * as Eld from 'eld/medium'
import { primaryLanguage } from './stems.ts'

// Below this, n-gram detectors guess: "Grève à la SNCF" is Dyula to one of them.
const SHORTEST = 25
// A declared language is only contradicted by a text long enough to leave no doubt.
const CONTRADICTS = 120

type Detector = typeof Eld.eld
type Loaded = { readonly eld: Detector; readonly known: ReadonlySet<string> }
let loaded: Loaded | null = null

/** Its n-grams take half a second to read: a desk that only opens never does. By its file, because it exports itself to `import` alone. */
function detector(): Loaded {
  if (loaded) return loaded
  const { eld }: typeof Eld = createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/medium')))
  loaded = { eld, known: new Set(Object.values(eld.info().Languages)) }
  return loaded
}

/**
 * ISO 639-1 code of the text, or null when it is too short or unclear and nothing is declared.
 *
 * A declared language wins unless a long text clearly is in another; languages the detector does
 * not know (Breton, Occitan) are always believed.
 */
export function detectLanguage(text: string, declared?: string | null): string | null {
  const claimed = primaryLanguage(declared ?? null) || null
  const sample = text.replace(/https?:\/\/\S+|\S+@\S+/g, ' ').slice(0, 4000)
  const letters = (sample.match(/\p{L}/gu) ?? []).length
  if (letters < SHORTEST || (claimed !== null && letters < CONTRADICTS)) return claimed
  const { eld, known } = detector()
  if (claimed !== null && !known.has(claimed)) return claimed
  const result = eld.detect(sample)
  if (result.language === '' || !result.isReliable()) return claimed
  return result.language
}
