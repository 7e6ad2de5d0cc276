// Finds negations added, dropped or turned round in a claim that follows the article's own sentence.
// It must not judge claims in other words: negations.ts does.
import type { Flag } from '../../../../shared/domain/suggestion.ts'
import { CLOSE } from './alignment.ts'
import type { Alignment, Difference } from './alignment.ts'
import { areOpposite } from './antonyms.ts'
import { flag } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import { deniesByPrefix, hasDenial, isNegative, readNegations } from './polarity.ts'
import type { Negation } from './polarity.ts'
import type { SentenceReading, Word } from './reading.ts'

/** Null when the claim follows no sentence closely enough to judge word by word. */
export function negationsInPlace(comparison: Comparison): Flag[] | null {
  const { alignment } = comparison
  if (!alignment || alignment.closeness < CLOSE) return null
  const flags = [...added(comparison, alignment), ...dropped(comparison, alignment)]
  return flags.length > 0 ? flags.slice(0, 1) : turned(comparison, alignment).slice(0, 1)
}

function added({ claim, article }: Comparison, alignment: Alignment): Flag[] {
  return readNegations(claim.words, article.lang).flatMap((negation) => {
    if (alignment.under.has(negation.cue)) return []
    const difference = alignment.differences.find((one) => one.claim.includes(negation.cue))
    const theirs = difference?.source ?? []
    if (theirs.some(isNegative) || hasDenial(theirs) || theirs.some((word) => deniesByPrefix(word, negation.governed))) return []
    return [flag('negation-changed', negation, difference ? around(difference, alignment) : undefined)]
  })
}

function dropped({ claim, aligned, article }: Comparison, alignment: Alignment): Flag[] {
  return aligned.flatMap((sentence) =>
    readNegations(sentence.words, article.lang).flatMap((negation) => {
      if (alignment.taken.has(negation.cue)) return []
      const asserted = assertedWord(negation, claim, sentence, alignment)
      if (!asserted) return []
      const difference = alignment.differences.find((one) => one.source.includes(negation.cue))
      const mine = difference?.claim ?? []
      if (mine.some(isNegative) || hasDenial(mine) || mine.some((word) => deniesByPrefix(word, negation.governed))) return []
      const end = Math.max(negation.end, sentence.words.find((word) => word.start > negation.end && word.content)?.end ?? negation.end)
      return [flag('negation-changed', asserted, sentence.text.slice(negation.start - sentence.start, end - sentence.start))]
    }),
  )
}

/** A word of the claim that stands over what the negation bears on. */
function assertedWord(negation: Negation, claim: SentenceReading, sentence: SentenceReading, alignment: Alignment): Word | undefined {
  const at = sentence.words.indexOf(negation.cue)
  const next = sentence.words.slice(at + 1, at + 3)
  const inside = sentence.words.filter((word) => word.start > negation.start && word.end < negation.end)
  const borne = [...next, ...inside].filter((word) => alignment.taken.has(word))
  const [nearest] = next
  // What follows at once must still be there, or the whole clause was left out.
  if (borne.length === 0 || (nearest && !alignment.taken.has(nearest) && inside.every((word) => !alignment.taken.has(word))))
    return undefined
  return (
    claim.words.find((word) => word.content && borne.includes(alignment.under.get(word) ?? word)) ??
    claim.words.find((word) => borne.includes(alignment.under.get(word) ?? word))
  )
}

/** "hausse" where the article has "baisse", "plus" for "moins", "impossible" for "possible". */
function turned({ claim, aligned, article }: Comparison, alignment: Alignment): Flag[] {
  return alignment.differences.flatMap((difference) => {
    if (difference.claim.some(isNegative) !== difference.source.some(isNegative)) return []
    return difference.claim.flatMap((word) => {
      const contrary = difference.source.find((other) => areOpposite(word.fold, other.fold, article.lang))
      if (
        !contrary ||
        (!difference.inside && difference.source.length > 1 && claim.words.some((own) => own !== word && own.fold === contrary.fold))
      )
        return []
      const kept = aligned.some((sentence) => sentence.words.some((other) => other.fold === word.fold))
      const exact = difference.inside || (difference.claim.length === 1 && difference.source.length === 1)
      return kept && !exact ? [] : [flag('negation-changed', word, contrary.text)]
    })
  })
}

/** The article's words at a place where the claim added something, with a word on each side. */
function around({ source, sentence, claim }: Difference, alignment: Alignment): string {
  const [first, last] = [source[0], source.at(-1)]
  if (first && last) return sentence.text.slice(first.start - sentence.start, last.end - sentence.start)
  const before = [...alignment.under]
    .filter(([word, other]) => word.end <= (claim[0]?.start ?? 0) && sentence.words.includes(other))
    .at(-1)?.[1]
  const at = before ? sentence.words.indexOf(before) : -1
  const [from, to] = [sentence.words[Math.max(0, at)], sentence.words[at + 1] ?? before]
  return from && to ? sentence.text.slice(from.start - sentence.start, to.end - sentence.start) : sentence.text
}
