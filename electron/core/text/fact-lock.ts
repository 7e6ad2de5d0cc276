// The fact-lock: compares a claim with its article and marks what the article does not support.
// Deterministic, no model. It must not know tasks, states or who decides.
import type { Flag } from '../../../shared/domain/suggestion.ts'
import type { TextSpan } from '../../../shared/domain/text-span.ts'
import { compare, flag } from './fact-lock/comparison.ts'
import type { Comparison } from './fact-lock/comparison.ts'
import { detectors } from './fact-lock/detectors.ts'
import { looseWords } from './fact-lock/loose-words.ts'
import { isInnerSentenceOf, isSentenceOf, lowerWordsOf, readArticle, readSentences } from './fact-lock/reading.ts'
import type { ArticleReading, ArticleText } from './fact-lock/reading.ts'
import { sourcesOf } from './fact-lock/sources.ts'
import { detectLanguage } from './language.ts'

export type { ArticleText } from './fact-lock/reading.ts'
/** Where the article supports a claim. `score`: share of the claim's telling words found there, 0–1. */
export type Support = TextSpan & { readonly field: 'title' | 'body'; readonly score: number }

/**
 * What the article does not support in a claim, in order of place; offsets are UTF-16 in the claim,
 * `expected` is the article's own wording. A claim made of whole sentences of the article can only
 * be `out-of-context`. Reads each article object once: pass the same object for all its claims.
 */
export function checkClaim({ claim, article }: { claim: string; article: ArticleText }): Flag[] {
  const comparisons = compareClaim(claim, article)
  // A list of English product names in a French piece is no other language: the article has the words.
  if (comparisons.every(({ score }) => score < 0.5) && isForeign(claim, article))
    return [flag('language-mismatch', { start: 0, end: claim.length })]
  const flags = comparisons.flatMap((comparison) => {
    const context = comparison.claim === comparisons[0]?.claim ? looseWords.find(comparison) : []
    if (isSentenceOf(comparison.claim.text, comparison.article)) return context
    if (isInnerSentenceOf(comparison.claim.text, comparison.article)) return context.length > 0 ? context : torn(comparison)
    return [...detectors.flatMap((detector) => detector.find(comparison)), ...context]
  })
  return flags.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** A sentence torn from a quotation that goes on: as it was said, but nobody says it any more. */
function torn({ claim, aligned, article }: Comparison): Flag[] {
  const spoken = aligned.some((sentence) => sourcesOf(sentence, article.lang).length > 0)
  return spoken && sourcesOf(claim, article.lang).length === 0 ? [flag('out-of-context', claim)] : []
}

/** The sentences of the article nearest to the claim, best first, at most three per sentence of the claim; none when nothing is shared. */
export function nearestSentence(claim: string, article: ArticleText): Support[] {
  const found: Support[] = []
  for (const { support, score } of compareClaim(claim, article)) {
    for (const { field, start, end, text } of support) {
      if (found.some((other) => other.field === field && other.start === start)) continue
      found.push({ field, start, end, quote: text, score })
    }
  }
  return found
}

/** True when every sentence of the claim is a whole sentence of the article, but for typography. */
export function isVerbatim(claim: string, article: ArticleText): boolean {
  const sentences = compareClaim(claim, article)
  return sentences.length > 0 && sentences.every((comparison) => isSentenceOf(comparison.claim.text, comparison.article))
}

// One claim is asked about three times in a row: what is wrong, is it verbatim, where does it come from.
let last: { claim: string; reading: ArticleReading; comparisons: Comparison[] } | null = null

function compareClaim(claim: string, article: ArticleText): Comparison[] {
  const reading = readArticle(article)
  if (last?.claim === claim && last.reading === reading) return last.comparisons
  const own = lowerWordsOf(claim)
  const lowerWords = { has: (word: string) => own.has(word) || reading.lowerWords.has(word) }
  const comparisons = readSentences(claim, 'body', reading.lang, article.date, lowerWords).map((sentence) => compare(sentence, reading))
  last = { claim, reading, comparisons }
  return comparisons
}

// Shorter claims are mostly names and figures, which have no language.
const LONG_ENOUGH = 60

function isForeign(claim: string, article: ArticleText): boolean {
  if (article.lang === null || claim.length < LONG_ENOUGH) return false
  const detected = detectLanguage(claim)
  const expected = article.lang.toLowerCase().slice(0, 2)
  return detected !== null && detected !== expected && ['fr', 'en'].includes(detected) && ['fr', 'en'].includes(expected)
}
