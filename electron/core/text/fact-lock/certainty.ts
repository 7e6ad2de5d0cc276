// Tells whether a claim asserts what an article only supposes or expects, and with which words.
// It must not name findings: conditionals.ts and forecasts.ts do.
import type { Flag } from '../../../../shared/domain/suggestion.ts'
import { findTaken } from './certainty-in-place.ts'
import { flag } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import { readHedges } from './hedges.ts'
import type { Hedge } from './hedges.ts'
import type { SentenceReading, Word } from './reading.ts'

const SAME_SUBJECT = 0.5

/** Flags the first words of the claim that stand where the article has a mark of `kind`, unless the claim keeps one of `enough`. */
export function findAsserted(comparison: Comparison, code: Flag['code'], kind: Hedge['kind'], enough: readonly Hedge['kind'][]): Flag[] {
  const { claim, best, coverage, article } = comparison
  const placed = findTaken(comparison, code, kind, enough)
  if (placed) return placed
  if (!best || coverage < SAME_SUBJECT || readHedges(claim, article.lang).some((hedge) => enough.includes(hedge.kind))) return []
  for (const sentence of comparison.support) {
    for (const hedge of readHedges(sentence, article.lang)) {
      if (hedge.kind !== kind) continue
      // A sentence that only adds to the best one must share more to be what the claim states.
      const asserted = assertedWords(hedge, sentence, claim, sentence === best ? 0.5 : 0.7)
      if (!asserted || isAssertedElsewhere(asserted, sentence, comparison)) continue
      return [flag(code, asserted, wording(hedge, sentence, asserted.stems[0] ?? ''))]
    }
  }
  return []
}

/** The claim's words taken from what the mark bears on; `least` is the share that makes it the same statement. */
function assertedWords(
  hedge: Hedge,
  best: SentenceReading,
  claim: SentenceReading,
  least: number,
): { start: number; end: number; stems: string[] } | null {
  const taken = claim.words.filter((word) => word.content && hedge.governed.some((stemmed) => sameWord(word.stem, stemmed)))
  const own = best.words.find((word) => word.start >= hedge.start && word.end <= hedge.end)
  const verb = own ? claim.words.find((word) => sameVerb(word, own)) : undefined
  const first = verb ?? taken[0]
  if (!first || (!verb && taken.length < hedge.governed.length * least)) return null
  const at = claim.words.indexOf(first)
  const auxiliary = claim.words[at - 1]
  const start = auxiliary && /^(?:a|ont|est|sont|has|have|is|are|was|were)$/u.test(auxiliary.fold) ? auxiliary.start : first.start
  return { start, end: first.end, stems: [...new Set([first, ...taken].map((word) => word.stem))] }
}

function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  const least = Math.min(a.length, b.length)
  return least >= 4 && a.slice(0, 4) === b.slice(0, 4)
}

// fermerait ↔ ferme: the verb in another tense.
function sameVerb(word: Word, own: Word): boolean {
  return word.content && own.content && own.fold.length > 5 && sameWord(word.stem, own.stem)
}

/** Another sentence of the body says it without any mark: it was confirmed. */
function isAssertedElsewhere(asserted: { stems: string[] }, hedged: SentenceReading, { support, article }: Comparison): boolean {
  return support.some(
    (sentence) =>
      sentence !== hedged &&
      sentence.field === 'body' &&
      readHedges(sentence, article.lang).length === 0 &&
      asserted.stems.every((stemmed) => sentence.stems.has(stemmed)),
  )
}

/** The article's own verb group: from its mark to the word the claim took up, so that it can stand in the claim as it is. */
function wording(hedge: Hedge, sentence: SentenceReading, taken: string): string {
  const next = sentence.words.filter((word) => word.start >= hedge.end).slice(0, 4)
  const last = next.find((word) => sameWord(word.stem, taken)) ?? next.find((word) => word.content)
  return sentence.text.slice(hedge.start - sentence.start, (last?.end ?? hedge.end) - sentence.start)
}
