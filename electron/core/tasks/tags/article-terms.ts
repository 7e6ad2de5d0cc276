// The terms of an article as the tagger counts them: stems, pairs, and the title's own.
// It must not know weights or labels.
import { termsOf } from '../../text/terms.ts'

/** What the tagger reads of an article. */
export interface TaggedText {
  readonly lang: string | null
  readonly title: string
  readonly body: string
}

/** The opening says what a piece is about; far beyond it a long read only adds noise and time. */
const readCharacters = 20_000

/** Stems and neighbouring pairs of the text; those of the title also stand apart, marked `t:`. */
export function articleTerms(article: TaggedText): string[] {
  const title = termsOf(article.title, article.lang)
  const body = termsOf(article.body.slice(0, readCharacters), article.lang)
  const terms = [...title, ...body]
  for (const stem of title) terms.push(`t:${stem}`)
  for (const stems of [title, body]) for (let at = 1; at < stems.length; at += 1) terms.push(`${stems[at - 1]!} ${stems[at]!}`)
  return terms
}
