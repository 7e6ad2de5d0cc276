// Finds the words of an article that would carry a link, never in a heading or a quotation.
// It must not know why the target was chosen.
import type { TextSpan } from '../../../../shared/domain/text-span.ts'
import { segment, type Sentence } from '../../text/sentences.ts'
import { stem } from '../../text/stems.ts'
import { stopWords } from '../../text/stop-words.ts'
import { foldToken, tokenize, type Token } from '../../text/tokens.ts'
import { isWeakAnchor } from './weak-anchor.ts'

const QUOTED = /«[^»]*»|“[^”]*”|"[^"\n]*"/gu
const ENDS = /[.!?…:;](?:\s*[»"”’')\]])*$/u
const longestAnchor = 8

/** A line that does not end as a sentence is a heading, a caption or a list entry. */
export function isHeading(sentence: string): boolean {
  return !ENDS.test(sentence) || /^\s*#/u.test(sentence)
}

export function quotedPlaces(body: string): { start: number; end: number }[] {
  return [...body.matchAll(QUOTED)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

interface Run {
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** Runs of wanted words, small words allowed between; weight = sum over distinct wanted stems. */
function runsIn(tokens: readonly Token[], lang: string | null, wanted: ReadonlyMap<string, number>): Run[] {
  const stops = stopWords(lang)
  const stems = tokens.map((token) => stem(token.text, lang))
  const runs: Run[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    if (!wanted.has(stems[from]!)) continue
    const seen = new Set<string>()
    let weight = 0
    for (let to = from; to < Math.min(tokens.length, from + longestAnchor); to += 1) {
      const key = stems[to]!
      if (wanted.has(key)) {
        if (!seen.has(key)) weight += wanted.get(key)!
        seen.add(key)
        runs.push({ start: tokens[from]!.start, end: tokens[to]!.end, weight })
      } else if (!stops.has(foldToken(tokens[to]!.text))) break
    }
  }
  return runs
}

/**
 * The best run of the body's own words that are also the target's: `wanted` gives each stem its weight, and a run needs
 * `least` of it. Null when no sentence could carry the link.
 */
export function findAnchor(
  body: string,
  lang: string | null,
  wanted: ReadonlyMap<string, number>,
  least: number,
  taken: readonly TextSpan[] = [],
): TextSpan | null {
  const barred = [...quotedPlaces(body), ...taken]
  const free = (run: Run): boolean =>
    !barred.some((place) => run.start < place.end && place.start < run.end) &&
    !isWeakAnchor(body.slice(run.start, run.end), body.slice(Math.max(0, run.start - 2), run.start), lang)
  let best: Run | null = null
  for (const sentence of segment(body, lang)) {
    if (isHeading(sentence.text)) continue
    for (const run of runsIn(tokensOf(sentence), lang, wanted))
      if (run.weight >= least && run.weight > (best?.weight ?? 0) && free(run)) best = run
  }
  return best && { start: best.start, end: best.end, quote: body.slice(best.start, best.end) }
}

function tokensOf(sentence: Sentence): Token[] {
  return tokenize(sentence.text).map((token) => ({ ...token, start: token.start + sentence.start, end: token.end + sentence.start }))
}
