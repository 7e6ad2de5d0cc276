// Finds what a sentence denies: the cue ("ne … pas", "sans", "not") and the words it bears on.
// It must not compare two texts.
import type { Word } from './reading.ts'

/** `governed` are stems of content words the negation bears on; offsets cover the whole negation. */
export type Negation = {
  readonly governed: readonly string[]
  /** The word that denies: "pas", "sans", "not". */
  readonly cue: Word
  readonly start: number
  readonly end: number
}

const FRENCH_SECOND = new Set(['pas', 'plus', 'jamais', 'rien', 'personne', 'guere', 'point', 'aucun', 'aucune', 'ni', 'nul', 'nulle'])
const FRENCH_ALONE = new Set(['sans', 'aucun', 'aucune', 'ni', 'non', 'jamais', 'nullement'])
const ENGLISH = new Set(['not', 'no', 'never', 'without', 'neither', 'nor', 'none', 'cannot', 'nobody', 'nothing', 'hardly'])
/** A verb that denies by itself; it neither proves nor disproves a negation elsewhere. */
const DENIALS =
  /^(?:refus|rejet|repouss|exclu|interdi|dement|nie|nier|absen|echou|manqu|renonc|annul|empech|den(?:y|i)|reject|lack|fail|refus|ban|absence|dismiss|cancel|unabl|impossib|faut|deni|demen|ecart|oppos(?!ition)|instead|plutot|abandon|inchang|unchang)/u
const BETWEEN = 7

/** The negations of a sentence. "ne … que" only restricts and is left out. */
export function readNegations(words: readonly Word[], lang: 'fr' | 'en'): Negation[] {
  const found: Negation[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) continue
    const last = lang === 'fr' ? frenchEnd(words, at) : englishCue(word) ? at : -1
    if (last < 0) continue
    const cue = words[last] ?? word
    found.push({ governed: governedBy(words, at, last), cue, start: word.start, end: cue.end })
    at = last
  }
  return found
}

function frenchEnd(words: readonly Word[], at: number): number {
  const fold = words[at]?.fold ?? ''
  if (fold === 'n' || fold === 'ne') {
    for (let next = at + 1; next < Math.min(words.length, at + BETWEEN); next++) if (FRENCH_SECOND.has(words[next]?.fold ?? '')) return next
    return -1
  }
  // "pas" without "ne" is spoken French or "pas de blessé".
  return FRENCH_ALONE.has(fold) || fold === 'pas' ? at : -1
}

/** True for a word that denies, in either language; "plus" and "personne" only with "ne". */
export function isNegative(word: Word): boolean {
  const { fold } = word
  return (
    (FRENCH_SECOND.has(fold) && fold !== 'plus' && fold !== 'personne' && fold !== 'point') || FRENCH_ALONE.has(fold) || englishCue(word)
  )
}

const englishCue = (word: Word): boolean => ENGLISH.has(word.fold) || word.fold.endsWith("n't")

function governedBy(words: readonly Word[], from: number, last: number): string[] {
  const inside = words.slice(from + 1, last).filter((word) => word.content)
  const after = words
    .slice(last + 1, last + 5)
    .filter((word) => word.content)
    .slice(0, inside.length > 0 ? 1 : 2)
  return [...inside, ...after].map((word) => word.stem)
}

/** "uninsured" for "not insured": a prefix that denies one of the negated words. */
export function deniesByPrefix(word: Word, negated: readonly string[]): boolean {
  const rest = /^(?:un|in|im|ir|il|non|de|des|dis|mal)(\p{L}{4,})$/u.exec(word.fold)?.[1]
  return rest !== undefined && negated.some((stemmed) => stemmed.length >= 4 && rest.startsWith(stemmed.slice(0, -1)))
}

/** True when a word denies by its meaning ("refuse", "rejeté", "denied"). */
export function hasDenial(words: readonly Word[]): boolean {
  return words.some((word) => DENIALS.test(word.fold))
}
