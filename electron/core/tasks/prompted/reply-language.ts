// The language lock: what a model writes is in the article's language.
// It must not know claims or what happens to a reply that is not.
import { detectLanguage } from '../../text/language.ts'
import { primaryLanguage } from '../../text/stems.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'

/** Names and figures have no language: below this a single text is not judged. */
const fewestLetters = 60

/** ISO 639-1 code of an item's text: as declared when that is a code, else as read; null when neither says. */
export function languageOf(declared: string | null, text: string): string | null {
  const code = primaryLanguage(declared)
  const read = detectLanguage(text, /^[a-z]{2}$/u.test(code) ? code : null)
  return read !== null && /^[a-z]{2}$/u.test(read) ? read : null
}

/** Share of a text's words that the article has too; a summary in its own language takes most of them from it. */
function sharedWords(text: string, known: ReadonlySet<string>): number {
  const words = tokenize(text).map((token) => foldToken(token.text))
  return words.length === 0 ? 1 : words.filter((word) => known.has(word)).length / words.length
}

/**
 * True when what the model wrote is clearly in another language than `lang`: all of it together, or one text that is long
 * enough to tell. Words taken from the article (a quotation in English, names) are never foreign.
 */
export function isForeign(texts: readonly string[], lang: string | null, source: string): boolean {
  if (lang === null) return false
  const known = new Set(tokenize(source).map((token) => foldToken(token.text)))
  return [texts.join('\n'), ...texts].some((text) => {
    if ((text.match(/\p{L}/gu) ?? []).length < fewestLetters) return false
    const read = detectLanguage(text)
    return read !== null && read !== lang && sharedWords(text, known) < 0.5
  })
}
