// Which words must never carry a link: numbers and their units, small words, lone adverbs.
// It must not know targets.
import { stopWords } from '../../text/stop-words.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'

const UNITS = new Set(
  'euro euros dollar dollars million millions milliard milliards mille billion billions thousand hundred pourcent percent an ans annee annees mois jour jours heure heures minute minutes year years month months day days hour hours week weeks semaine semaines km kilometre kilometres metre metres m kg tonne tonnes litre litres hectare hectares mile miles pound pounds'.split(
    ' ',
  ),
)
const NUMBERS = new Set(
  'deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante cent cents two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty'.split(
    ' ',
  ),
)
const ADVERB = /(?:ment|ly)$/u
const shortestAlone = 4
const mostWords = 8
const mostTellingWords = 5

/** True for words that say nothing of where they lead. `before` is the text just before them: a number may have been cut in two. */
export function isWeakAnchor(quote: string, before: string, lang: string | null): boolean {
  const tokens = tokenize(quote)
  if (tokens.length === 0 || tokens.length > mostWords || /[.!?…]\s|\n/u.test(quote)) return true
  if (/\p{N}$/u.test(quote.slice(0, 1)) && /\p{N}[\s.,]?$/u.test(before)) return true
  const stops = stopWords(lang)
  const telling = tokens.filter(({ text }) => !stops.has(foldToken(text)))
  const words = telling.filter(
    ({ text }) => !/\p{N}/u.test(text) && !UNITS.has(foldToken(text)) && !NUMBERS.has(foldToken(text)) && text.length > 1,
  )
  // "GPT-4", "Covid-19": a figure beside a word is part of a name; a figure with its unit is a quantity.
  if (words.length === 0 || telling.length > mostTellingWords) return true
  const [alone] = words
  if (telling.length > 1 || alone === undefined) return false
  const isName = /^\p{Lu}/u.test(alone.text)
  return !isName && (alone.text.length < shortestAlone || ADVERB.test(foldToken(alone.text)))
}
