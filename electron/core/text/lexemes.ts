// What a written word is worth: its stem, and whether it tells anything. Looked up once per spelling.
// It must not know weights, fields or storage.
import { primaryLanguage, stem } from './stems.ts'
import { stopWords } from './stop-words.ts'
import { foldToken } from './tokens.ts'

export interface Lexeme {
  readonly stem: string
  /** False for stop words and single letters. */
  readonly telling: boolean
}

/** Spellings kept by language: an archive's vocabulary, so that folding and stemming cost nothing the second time. */
const cacheLimit = 300_000
const caches = new Map<string, Map<string, Lexeme>>()

/** The lexeme of each word of a language; the answer is shared, one per spelling. */
export function lexemesOf(lang: string | null): (word: string) => Lexeme {
  const language = primaryLanguage(lang)
  const cache = caches.get(language) ?? new Map<string, Lexeme>()
  caches.set(language, cache)
  const stops = stopWords(lang)
  return (word) => {
    const known = cache.get(word)
    if (known) return known
    const folded = foldToken(word)
    const made = { stem: stem(word, lang), telling: !stops.has(folded) && (folded.length !== 1 || /\p{N}/u.test(folded)) }
    if (cache.size >= cacheLimit) cache.clear()
    cache.set(word, made)
    return made
  }
}
