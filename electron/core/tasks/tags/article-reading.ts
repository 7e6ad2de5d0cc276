// An article as the tagger reads it: words with their places and stems, read once for the labels and for the terms.
// It must not know labels, weights or columns.
import { lexemesOf, type Lexeme } from '../../text/lexemes.ts'
import { tokenize, type Token } from '../../text/tokens.ts'

/** What the tagger reads of an article. */
export interface TaggedText {
  readonly lang: string | null
  readonly title: string
  readonly body: string
}

/** One field's words in order; `lexemes[i]` belongs to `tokens[i]`. */
export interface FieldReading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly lexemes: readonly Lexeme[]
}
export interface ArticleReading {
  readonly lang: string | null
  readonly title: FieldReading
  readonly body: FieldReading
}

/** The opening says what a piece is about; far beyond it a long read only adds noise and time. */
const readCharacters = 10_000

export function readField(text: string, lang: string | null): FieldReading {
  const lexeme = lexemesOf(lang)
  const tokens = tokenize(text)
  return { text, tokens, lexemes: tokens.map((token) => lexeme(token.text)) }
}

export function readArticle({ lang, title, body }: TaggedText): ArticleReading {
  return { lang, title: readField(title, lang), body: readField(body.slice(0, readCharacters), lang) }
}
