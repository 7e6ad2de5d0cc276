// Judges the names of a claim that follows the article's own sentence: who stands where the article has whom.
// It must not judge claims in other words: names.ts does.
import { differenceAt, mentionsInPlace } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import type { NameMention } from './names-reading.ts'
import type { ArticleReading } from './reading.ts'

export type PlacedName =
  { readonly finding: 'same' } | { readonly finding: 'other'; readonly instead: NameMention } | { readonly finding: 'unknown' }

/** `unknown` when the article has no name in that place, so that nothing can be said from it. */
export function nameInPlace(claimed: NameMention, comparison: Comparison): PlacedName {
  const { alignment, article } = comparison
  if (!alignment) return { finding: 'unknown' }
  const under = claimed.words.map((word) => alignment.under.get(word))
  if (under.every((word, at) => word !== undefined && word.fold === claimed.words[at]?.fold)) return { finding: 'same' }
  const there = mentionsInPlace(comparison, claimed, (sentence) => sentence.names)
  if (there.length === 0) return { finding: 'unknown' }
  if (there.some((name) => areVariants(claimed, name, article))) return { finding: 'same' }
  const [only] = claimed.words
  if (claimed.words.length === 1 && only && /^\p{Lu}{2,}$/u.test(only.text) && isSpelledOut(only.fold, there, comparison))
    return { finding: 'same' }
  const difference = differenceAt(comparison, claimed)
  const [instead] = there.filter((name) => name.words.some((word) => !alignment.taken.has(word)))
  // A name the claim keeps elsewhere was not replaced, and at an end of the sentence words only went.
  if (!instead || !difference || (!difference.inside && difference.source.length > 4)) return { finding: 'unknown' }
  return { finding: 'other', instead }
}

/** One name in two forms: with or without its first name, by its initials, a place for its people, or named together elsewhere. */
function areVariants(claimed: NameMention, other: NameMention, { sentences }: ArticleReading): boolean {
  const [mine, theirs] = [foldsOf(claimed), foldsOf(other)]
  const [short, long] = mine.length < theirs.length ? [mine, theirs] : [theirs, mine]
  const written = sentences.some((sentence) => sentence.names.some((name) => includes(foldsOf(name), mine)))
  if (short.every((fold) => long.includes(fold))) return written || mine.length <= theirs.length
  if (mine.at(-1) === theirs.at(-1) && (mine.length === 1 || theirs.length === 1)) return written
  const initials = (folds: readonly string[]): string => folds.map((fold) => fold[0] ?? '').join('')
  return (
    (short.length === 1 && long.length > 1 && short[0] === initials(long)) ||
    mine.every((fold) => theirs.some((one) => sameRoot(fold, one)))
  )
}

/** "SNP" where the article has "la Société nationale des ports". */
function isSpelledOut(acronym: string, there: readonly NameMention[], { aligned }: Comparison): boolean {
  return aligned.some((sentence) => {
    const words = sentence.words.filter((word) => word.content)
    return there.some((name) => {
      const at = words.findIndex((word) => word.start >= name.start && word.end <= name.end)
      return (
        at >= 0 &&
        words
          .slice(at, at + acronym.length)
          .map((word) => word.fold[0] ?? '')
          .join('') === acronym
      )
    })
  })
}

const foldsOf = (name: NameMention): string[] => name.words.map((word) => word.fold)

function includes(folds: readonly string[], part: readonly string[]): boolean {
  return folds.some((_fold, at) => part.every((one, step) => folds[at + step] === one))
}

/** Parisiens ↔ Paris, Allemands ↔ Allemagne: the same root of four letters or nearly the whole name. */
export function sameRoot(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let common = 0
  while (common < shorter && a[common] === b[common]) common++
  return shorter >= 4 && common >= Math.max(4, Math.ceil(shorter * 0.8))
}
