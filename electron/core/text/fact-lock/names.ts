// Finds people, places and organisations of the claim that the article does not name, or names otherwise.
// A surname alone, an acronym for its full name, a place for its people are the same name.
import { flag } from './comparison.ts'
import type { Comparison, Detector } from './comparison.ts'
import { nameInPlace, sameRoot } from './names-in-place.ts'
import type { NameMention } from './names-reading.ts'
import type { SentenceReading, Word } from './reading.ts'
import { titlesInPlace } from './titles-in-place.ts'

export const names: Detector = {
  codes: ['name-absent'],
  find: (comparison) => {
    const found = comparison.claim.names.flatMap((claimed) => {
      const expected = unsupported(claimed, comparison)
      return expected === null ? [] : [flag('name-absent', claimed, expected.text)]
    })
    const titles = titlesInPlace(comparison).filter((title) => !found.some((name) => name.start < title.end && title.start < name.end))
    return [...found, ...titles]
  },
}

type Finding = { readonly text?: string }

/** Null when the article supports the name; else what it says instead, if anything. */
function unsupported(claimed: NameMention, comparison: Comparison): Finding | null {
  const known = comparison.article.sentences.flatMap((sentence) => sentence.names)
  const placed = nameInPlace(claimed, comparison)
  if (placed.finding === 'other') return finding(placed.instead, comparison)
  if (placed.finding === 'same') {
    const title = otherTitle(claimed, known)
    return title ? finding(title, comparison) : null
  }
  const strange = claimed.words.filter((word) => !isKnown(word, known, comparison))
  const missing = missingName(claimed, comparison)
  if (strange.length > 0) {
    if (isCommonOpening(claimed, strange, comparison)) return null
    return finding(closest(claimed, known) ?? missing, comparison)
  }
  const mixed = otherFirstName(claimed, known) ?? otherTitle(claimed, known)
  if (mixed) return finding(mixed, comparison)
  // In other words and other order, a name may well come from further off.
  if (!comparison.alignment && comparison.score < SAME_SENTENCE) return null
  return missing && isElsewhere(claimed, comparison) ? finding(missing, comparison) : null
}

/** Below this share of common words, the names of the best sentence say nothing about the claim's. */
const SAME_STORY = 0.6
const SAME_SENTENCE = 0.75
const VERB_NEXT =
  /^(?:a|ont|est|sont|était|avait|sera|va|has|had|have|is|was|are|were|will|said|says|told|won|lost|\p{L}+(?:ed|é|ait|era))$/u

/** A first word in capitals that no verb follows is rather "Comprendre" or "Tips"; before a known name, rather "Explaining". */
function isCommonOpening(claimed: NameMention, strange: readonly Word[], { claim, article }: Comparison): boolean {
  const [first] = claim.words
  if (!first || claimed.words[0] !== first || strange.length > 1 || strange[0] !== first) return false
  if ([...article.weights.keys()].includes(first.stem)) return true
  if (claimed.words.length > 1) return !isPersonal(claimed)
  const next = claim.words[1]
  return next !== undefined && !VERB_NEXT.test(next.text)
}

/** Two or three words with only their first letters in capitals: maybe a first name and a surname. */
const isPersonal = (name: NameMention): boolean =>
  name.words.length < 4 &&
  name.words.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word.text)) &&
  !/(?:ing|er|ez|ed)$/u.test(name.words[0]?.text ?? '')

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
  if (isAbbreviated(word, comparison)) return true
  // Parisiens ↔ Paris, Allemands ↔ Allemagne: the same root of five letters or nearly the whole name.
  return (
    known.some((name) => name.words.some((other) => sameRoot(word.fold, other.fold))) ||
    [...comparison.article.folds].some((fold) => fold.length > 5 && sameRoot(word.fold, fold))
  )
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

/** "Department of Veterans Affairs" where the article only writes DVA or VA. */
function isAbbreviated(word: Word, { claim, article }: Comparison): boolean {
  const content = claim.words.filter((one) => one.content)
  const at = content.indexOf(word)
  for (let from = Math.max(0, at - 5); from <= at; from++) {
    for (let to = Math.max(at + 1, from + 2); to <= Math.min(content.length, from + 6); to++) {
      const run = content.slice(from, to)
      if (run.every((one) => /^\p{Lu}/u.test(one.text)) && article.acronyms.has(run.map((one) => one.fold[0] ?? '').join(''))) return true
    }
  }
  return false
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
  if (!comparison.best || comparison.score < SAME_STORY) return null
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
