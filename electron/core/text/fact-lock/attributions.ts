// Finds claims that state in their own name what the article says someone said ("selon", "said").
// It must not know whether the source is right.
import { attributionsInPlace } from './attributions-in-place.ts'
import { flag } from './comparison.ts'
import type { Comparison, Detector } from './comparison.ts'
import { readWords } from './reading.ts'

const B = '(?<![\\p{L}\\p{N}])'
const E = '(?![\\p{L}\\p{N}])'
const FRENCH_SAID =
  'dit|déclaré|affirmé|assuré|indiqué|précisé|expliqué|annoncé|estimé|rapporté|confié|souligné|ajouté|soutenu|prétendu|avancé|révélé|confirmé|fait savoir|jugé|reconnu|raconté|martelé|dénoncé|promis|averti|rappelé'
const FRENCH_SAYS =
  'dit|disent|affirme|assure|déclare|indique|précise|explique|annonce|estime|rapporte|souligne|soutient|prétend|avance|révèle|confirme|juge|reconnaît|raconte|martèle|dénonce|promet|avertit|rappelle|pense|considère|croit'

const SOURCES = {
  fr: new RegExp(`${B}(?:selon|d['’]après|à en croire|au dire de|aux dires d[eu]|de source)${E}`, 'iu'),
  en: new RegExp(`${B}(?:according to|as per|in the words of|sources (?:say|said))${E}`, 'iu'),
}
const REPORTED = {
  fr: new RegExp(
    `${B}(?:(?:a|ont|avait|avaient)(?:-t-(?:il|elle|on)|-(?:ils|elles))? (?:\\p{L}+ment )?(?:${FRENCH_SAID}))${E}(?= qu[e'’]|\\s*[:«]|[^,.;]*[.,;]|$)|${B}(?:${FRENCH_SAYS})(?:nt)?${E}(?= qu[e'’]|\\s*[:«])|(?<=[,»”"] ?)(?:${FRENCH_SAYS})(?:nt)?(?:-t)?(?:-(?:il|elle|ils|elles))?${E}`,
    'iu',
  ),
  en: new RegExp(
    `${B}(?:said|says|say|told|stated|states|claims?|claimed|reported|reports|announced|argued|argues|warned|warns|believes?|believed|estimates?|estimated|insisted|insists|added|explained|noted|denied|confirmed|acknowledged|admitted|thinks?)${E}`,
    'iu',
  ),
}
// Wider: any word that gives a statement to someone keeps the claim honest.
const KEPT = {
  fr: new RegExp(
    `${SOURCES.fr.source}|${B}(?:${FRENCH_SAID}|${FRENCH_SAYS})(?:e?s?|nt)${E}|${B}(?:propos de|pour (?=\\p{Lu})|au yeux|aux yeux|serait|aurait)`,
    'iu',
  ),
  en: new RegExp(`${SOURCES.en.source}|${REPORTED.en.source}|${B}(?:say|told|claim|announce|warn|alleges?|reportedly|allegedly)${E}`, 'iu'),
}
const SAME_SUBJECT = 0.5

export const attributions: Detector = {
  codes: ['attribution-lost'],
  find: (comparison) => {
    const placed = attributionsInPlace(comparison)
    if (placed) return placed
    const { claim, best, score, article } = comparison
    if (!best || best.field === 'title' || score < SAME_SUBJECT) return []
    if (KEPT[article.lang].test(claim.text)) return otherSource(comparison)
    const source = SOURCES[article.lang].exec(best.text) ?? REPORTED[article.lang].exec(best.text)
    if (!source || isSaidElsewhere(comparison) || isAnotherPart(comparison, source.index)) return []
    return [flag('attribution-lost', claim, wording(best.text, source.index))]
  },
}

/** "selon la police" where the article has "selon le maire": the source itself changed. */
function otherSource({ claim, support, article }: Comparison): ReturnType<Detector['find']> {
  const said = SOURCES[article.lang].exec(claim.text)
  if (!said) return []
  const phrase = wording(claim.text, said.index)
  const named = readWords(phrase, article.lang).filter((word) => word.content)
  const known = new Set(article.sentences.flatMap((sentence) => sentence.words.map((word) => word.stem)))
  if (named.length === 0 || named.some((word) => known.has(word.stem))) return []
  const original = support.find((sentence) => SOURCES[article.lang].test(sentence.text))
  const at = original ? SOURCES[article.lang].exec(original.text)?.index : undefined
  const start = claim.start + said.index
  return [
    flag('attribution-lost', { start, end: start + phrase.length }, original && at !== undefined ? wording(original.text, at) : undefined),
  ]
}

/** A sentence that says as much without any source: the newspaper's own statement. */
function isSaidElsewhere({ claim, support, best, article }: Comparison): boolean {
  const wanted = [...claim.stems].filter((stemmed) => best?.stems.has(stemmed))
  return support.some((sentence) => {
    if (sentence === best || sentence.field === 'title' || KEPT[article.lang].test(sentence.text)) return false
    return wanted.filter((stemmed) => sentence.stems.has(stemmed)).length >= wanted.length * 0.8
  })
}

/** The claim only takes the clause before ", mais selon…" or after a semicolon, which the source does not cover. */
function isAnotherPart({ claim, best, article }: Comparison, at: number): boolean {
  if (!best) return false
  const breaks = [...best.text.matchAll(/;\s|,\s(?:mais|tandis que|alors que|but|while|whereas)\s/giu)]
  if (breaks.length === 0) return false
  const after = breaks.find((one) => one.index > at)?.index ?? best.text.length
  const before = breaks.filter((one) => one.index < at).at(-1)?.index ?? 0
  const covered = new Set(
    readWords(best.text.slice(before, after), article.lang)
      .filter((word) => word.content)
      .map((word) => word.stem),
  )
  const common = [...claim.stems].filter((stemmed) => best.stems.has(stemmed))
  return common.filter((stemmed) => covered.has(stemmed)).length < common.length * 0.4
}

function wording(text: string, at: number): string {
  const rest = text.slice(at)
  return rest.slice(0, Math.min(/[,.;:«»!?](?:\s|$)|$/u.exec(rest)?.index ?? rest.length, 80)).trim()
}
