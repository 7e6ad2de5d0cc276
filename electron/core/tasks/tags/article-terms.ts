// The terms of an article as the linear model and the neighbours count them: stems, pairs, pieces of words, and the title's own.
// It must not know weights or labels.
import type { ArticleReading, FieldReading } from './article-reading.ts'

/** Pairs of neighbouring words tell in the opening; over a whole long text they are mostly noise, and most of the columns. */
const pairedCharacters = 1_500
const pieceLength = 4

function tellingStems({ tokens, lexemes }: FieldReading, until = Number.POSITIVE_INFINITY): string[] {
  const stems: string[] = []
  for (let at = 0; at < tokens.length && tokens[at]!.start < until; at += 1) if (lexemes[at]!.telling) stems.push(lexemes[at]!.stem)
  return stems
}

/** Pieces of a word, its ends marked `_`: what "accessibility" and "inaccessible" share, in any language. */
function addPieces(stem: string, into: string[]): void {
  const word = `_${stem}_`
  if (word.length <= pieceLength) into.push(`c:${word}`)
  for (let at = 0; at + pieceLength <= word.length; at += 1) into.push(`c:${word.slice(at, at + pieceLength)}`)
}

/** Stems of the whole text, pairs of its opening; the title's stems also stand apart, marked `t:`, and in pieces, marked `c:`. */
export function articleTerms({ title, body }: ArticleReading): string[] {
  const heading = tellingStems(title)
  const terms = [...heading, ...tellingStems(body)]
  for (const stem of heading) {
    terms.push(`t:${stem}`)
    addPieces(stem, terms)
  }
  for (const stems of [heading, tellingStems(body, pairedCharacters)])
    for (let at = 1; at < stems.length; at += 1) terms.push(`${stems[at - 1]!} ${stems[at]!}`)
  return terms
}
