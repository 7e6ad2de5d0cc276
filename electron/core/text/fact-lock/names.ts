// Finds people, places and organisations of the claim that the article does not name, or names otherwise.
// A surname alone, an acronym for its full name, a place for its people are the same name.
import { flag } from './comparison.ts'
import type { Comparison, Detector } from './comparison.ts'
import type { NameMention } from './names-reading.ts'
import type { SentenceReading, Word } from './reading.ts'

export const names: Detector = {
  codes: ['name-absent'],
  find: (comparison) =>
    comparison.claim.names.flatMap((claimed) => {
      const expected = unsupported(claimed, comparison)
      return expected === null ? [] : [flag('name-absent', claimed, expected.text)]
    }),
}

type Finding = { readonly text?: string }

/** Null when the article supports the name; else what it says instead, if anything. */
function unsupported(claimed: NameMention, comparison: Comparison): Finding | null {
  const known = comparison.article.sentences.flatMap((sentence) => sentence.names)
  const strange = claimed.words.filter((word) => !isKnown(word, known, comparison))
  const missing = missingName(claimed, comparison)
  if (strange.length > 0) {
    if (claimed.opening && !missing) return null
    return finding(closest(claimed, known) ?? missing, comparison)
  }
  const mixed = otherFirstName(claimed, known) ?? otherTitle(claimed, known)
  if (mixed) return finding(mixed, comparison)
  return missing && isElsewhere(claimed, comparison) ? finding(missing, comparison) : null
}

function finding(name: NameMention | null, comparison: Comparison): Finding {
  if (!name) return {}
  for (const sentence of comparison.article.sentences) {
    if (sentence.names.includes(name)) return { text: sentence.text.slice(name.start - sentence.start, name.end - sentence.start) }
  }
  return {}
}

function isKnown(word: Word, known: readonly NameMention[], comparison: Comparison): boolean {
  if (comparison.article.folds.has(word.fold)) return true
  const acronym = /^\p{Lu}{2,}$/u.test(word.text)
  if (acronym) return known.some((name) => initials(name) === word.fold) || initialsIn(word.fold, comparison)
  // Parisiens ↔ Paris, Allemands ↔ Allemagne: the same root of five letters or nearly the whole name.
  return (
    known.some((name) => name.words.some((other) => sameRoot(word.fold, other.fold))) ||
    [...comparison.article.folds].some((fold) => fold.length > 5 && sameRoot(word.fold, fold))
  )
}

function sameRoot(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let common = 0
  while (common < shorter && a[common] === b[common]) common++
  return shorter >= 4 && common >= Math.max(4, Math.ceil(shorter * 0.8))
}

const initials = (name: NameMention): string => name.words.map((word) => word.fold[0] ?? '').join('')

/** "Société nationale des chemins de fer" ↔ SNCF: initials of content words in a row. */
function initialsIn(acronym: string, comparison: Comparison): boolean {
  return comparison.article.sentences.some((sentence) =>
    sentence.words
      .filter((word) => word.content)
      .map((word) => word.fold[0] ?? '')
      .join('')
      .includes(acronym),
  )
}

/** Paul Dupont when the article only has Jean Dupont. */
function otherFirstName(claimed: NameMention, known: readonly NameMention[]): NameMention | null {
  const last = claimed.words.at(-1)?.fold
  const first = claimed.words.slice(0, -1).map((word) => word.fold)
  if (first.length === 0) return null
  const bearers = known.filter((name) => name.words.length > 1 && name.words.at(-1)?.fold === last)
  if (bearers.length === 0 || bearers.some((name) => first.some((fold) => name.words.some((word) => word.fold === fold)))) return null
  return bearers[0] ?? null
}

const MEN = new Set(['m', 'mr', 'sir'])
const WOMEN = new Set(['mme', 'mlle', 'mrs', 'ms', 'lady'])

function otherTitle(claimed: NameMention, known: readonly NameMention[]): NameMention | null {
  const against = claimed.title === null ? null : MEN.has(claimed.title) ? WOMEN : WOMEN.has(claimed.title) ? MEN : null
  const last = claimed.words.at(-1)?.fold
  return against === null
    ? null
    : (known.find((name) => name.words.at(-1)?.fold === last && name.title !== null && against.has(name.title)) ?? null)
}

/** A name of the best sentence that the claim does not mention at all. */
function missingName(claimed: NameMention, comparison: Comparison): NameMention | null {
  if (!comparison.best || comparison.score < 0.4) return null
  const said = new Set(comparison.claim.words.map((word) => word.fold))
  const missing = comparison.best.names.filter((name) => !name.words.some((word) => word.content && said.has(word.fold)))
  return missing.find((name) => name.words.length === claimed.words.length) ?? missing[0] ?? null
}

const PRONOUNS = new Set(['il', 'elle', 'ils', 'elles', 'dernier', 'derniere', 'he', 'she', 'they', 'lui', 'his', 'her', 'their', 'latter'])
/** How far back a pronoun may find its name. */
const MEMORY = 3

/** The name exists, but neither where the claim comes from nor where a pronoun could have found it. */
function isElsewhere(claimed: NameMention, comparison: Comparison): boolean {
  const { best, article } = comparison
  if (!best) return false
  const at = article.sentences.indexOf(best)
  const pronoun = best.words.some((word) => PRONOUNS.has(word.fold))
  const around = article.sentences.filter(
    (sentence, rank) =>
      sentence.field === 'title' || speaksOfIt(sentence, claimed, comparison) || (rank <= at && rank >= at - (pronoun ? MEMORY : 1)),
  )
  const own = claimed.words.filter((word) => word.content && article.folds.has(word.fold))
  if (own.length === 0) return false
  return !own.some((word) => around.some((sentence) => sentence.words.some((other) => other.fold === word.fold)))
}

/** A supporting sentence that shares more with the claim than the name itself. */
function speaksOfIt(sentence: SentenceReading, claimed: NameMention, { claim, best, support }: Comparison): boolean {
  if (!support.includes(sentence)) return false
  const own = new Set(claimed.words.map((word) => word.stem))
  const common = [...claim.stems].filter((stemmed) => sentence.stems.has(stemmed) && !own.has(stemmed))
  return sentence === best || common.filter((stemmed) => !best?.stems.has(stemmed)).length >= 2
}

function closest(claimed: NameMention, known: readonly NameMention[]): NameMention | null {
  const folds = new Set(claimed.words.map((word) => word.fold))
  return known.find((name) => name.words.some((word) => folds.has(word.fold))) ?? null
}
