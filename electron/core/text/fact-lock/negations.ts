// Finds claims that deny what the article asserts, assert what it denies, or say the opposite.
// It must not know hypotheses or forecasts.
import type { Flag } from '../../../../shared/domain/suggestion.ts'
import { begins, oppositesOf } from './antonyms.ts'
import { flag } from './comparison.ts'
import type { Comparison, Detector } from './comparison.ts'
import { negationsInPlace } from './negations-in-place.ts'
import { deniesByPrefix, hasDenial, readNegations } from './polarity.ts'
import type { SentenceReading } from './reading.ts'

/** Below this share of common words the two sentences may simply speak of different things. */
const SAME_SUBJECT = 0.5

/** From this share on, a negation of which the article has no word was put in. */
const SAME_SENTENCE = 0.65

export const negations: Detector = {
  codes: ['negation-changed'],
  find: (comparison) => {
    const placed = negationsInPlace(comparison)
    if (placed) return placed
    if (!comparison.best || comparison.score < SAME_SUBJECT) return []
    const flags = [...added(comparison), ...dropped(comparison)]
    return flags.length > 0 ? flags.slice(0, 1) : opposite(comparison)
  },
}

function added({ claim, support, article, score }: Comparison): Flag[] {
  const known = new Set(support.flatMap((sentence) => readNegations(sentence.words, article.lang).flatMap((one) => one.governed)))
  if (support.some((sentence) => hasDenial(sentence.words))) return []
  return readNegations(claim.words, article.lang).flatMap((negation) => {
    if (negation.governed.some((stemmed) => known.has(stemmed))) return []
    const asserted = support.find((sentence) => negation.governed.some((stemmed) => sentence.stems.has(stemmed)))
    const denies = support.some((sentence) => readNegations(sentence.words, article.lang).length > 0)
    if (!asserted && (denies || score < SAME_SENTENCE)) return []
    return [flag('negation-changed', negation, (asserted ?? support[0])?.text)]
  })
}

function dropped({ claim, best, support, article }: Comparison): Flag[] {
  if (!best || hasDenial(claim.words) || readNegations(claim.words, article.lang).length > 0) return []
  for (const negation of readNegations(best.words, article.lang)) {
    const asserted =
      claim.words.find((word) => word.content && negation.governed[0] === word.stem) ??
      claim.words.find((word) => word.content && negation.governed.includes(word.stem))
    const elsewhere = asserted !== undefined && restated(claim, best, support).some((sentence) => sentence.stems.has(asserted.stem))
    if (!asserted || elsewhere || claim.words.some((word) => deniesByPrefix(word, negation.governed))) continue
    const end = Math.max(negation.end, best.words.find((word) => word.start > negation.end && word.content)?.end ?? negation.end)
    return [flag('negation-changed', asserted, best.text.slice(negation.start - best.start, end - best.start))]
  }
  return []
}

/** Other sentences of the body that say nearly all that the claim shares with the best one. */
function restated(claim: SentenceReading, best: SentenceReading, support: readonly SentenceReading[]): SentenceReading[] {
  const common = [...claim.stems].filter((stemmed) => best.stems.has(stemmed))
  return support.filter(
    (sentence) =>
      sentence !== best &&
      sentence.field === 'body' &&
      common.filter((stemmed) => sentence.stems.has(stemmed)).length >= common.length * 0.6,
  )
}

function opposite({ claim, best, support, article }: Comparison): Flag[] {
  if (!best || readNegations(claim.words, article.lang).length > 0 || readNegations(best.words, article.lang).length > 0) return []
  const said = new Set(claim.words.map((word) => word.fold))
  const known = [best, ...restated(claim, best, support)].flatMap((sentence) => sentence.words)
  for (const word of claim.words) {
    if (known.some((other) => other.stem === word.stem)) continue
    const opposites = oppositesOf(word.fold, article.lang)
    const contrary = best.words.find((other) => !said.has(other.fold) && opposites.some((beginning) => begins(other.fold, beginning)))
    if (contrary) return [flag('negation-changed', word, contrary.text)]
  }
  return []
}
