// What the fact-lock reads in a text: sentences with their words, figures, dates and names.
// It must not judge; detectors compare the reading of a claim with that of its article.
import { segment } from '../sentences.ts'
import { stem } from '../stems.ts'
import { stopWords } from '../stop-words.ts'
import { foldToken, tokenize } from '../tokens.ts'
import { readDates } from './dates-reading.ts'
import type { DateMention } from './dates-reading.ts'
import { readNames } from './names-reading.ts'
import type { NameMention } from './names-reading.ts'
import { readQuantities } from './quantities-reading.ts'
import type { Quantity } from './quantities-reading.ts'
import { levelTypography } from './typography.ts'

/** A word of a sentence; `at` is its rank in the sentence, offsets are those of the whole text. */
export type Word = {
  readonly text: string
  readonly fold: string
  readonly stem: string
  readonly start: number
  readonly end: number
  readonly content: boolean
}

export type SentenceReading = {
  readonly field: 'title' | 'body'
  readonly start: number
  readonly end: number
  readonly text: string
  readonly words: readonly Word[]
  /** Stems of the content words. */
  readonly stems: ReadonlySet<string>
  readonly quantities: readonly Quantity[]
  readonly dates: readonly DateMention[]
  readonly names: readonly NameMention[]
}

/** The article a claim speaks about. `date` is the record's own string, `lang` an ISO 639-1 code. */
export type ArticleText = { readonly title: string; readonly body: string; readonly date: string | null; readonly lang: string | null }

export type ArticleReading = {
  readonly article: ArticleText
  readonly lang: 'fr' | 'en'
  readonly sentences: readonly SentenceReading[]
  /** How telling a stem is inside this article. */
  readonly weights: ReadonlyMap<string, number>
  /** Folded words of title and body, as written and in lower case only. */
  readonly folds: ReadonlySet<string>
  readonly lowerWords: ReadonlySet<string>
  /** Folded acronyms it writes in capitals. */
  readonly acronyms: ReadonlySet<string>
  /** Its sentences without their typography; true where the article has quotation marks in that sentence. */
  readonly levels: ReadonlyMap<string, boolean>
}

/** The rules exist for French and English; other languages are read with the French ones. */
export function ruleLanguage(lang: string | null): 'fr' | 'en' {
  return lang?.toLowerCase().startsWith('en') ? 'en' : 'fr'
}

export function readWords(text: string, lang: string, offset = 0): Word[] {
  const stops = stopWords(lang)
  return tokenize(text).map((token) => {
    const fold = foldToken(token.text)
    const content = !stops.has(fold) && (fold.length > 1 || /\p{N}/u.test(fold))
    return { text: token.text, fold, stem: stem(token.text, lang), start: token.start + offset, end: token.end + offset, content }
  })
}

/** Words that can be asked for. */
export type Lexicon = { readonly has: (word: string) => boolean }

/** Reads one field sentence by sentence. `lowerWords` tells common words from names at the head of a sentence. */
export function readSentences(
  text: string,
  field: 'title' | 'body',
  lang: 'fr' | 'en',
  date: string | null,
  lowerWords: Lexicon,
): SentenceReading[] {
  return segment(text, lang).map((sentence) => {
    const words = readWords(sentence.text, lang, sentence.start)
    const dates = readDates(sentence.text, lang, date, sentence.start)
    const quantities = readQuantities(sentence.text, lang, dates, words, sentence.start)
    const names = readNames(sentence.text, words, [...dates, ...quantities], lowerWords, sentence.start)
    const stems = new Set(words.filter((word) => word.content).map((word) => word.stem))
    return { field, start: sentence.start, end: sentence.end, text: sentence.text, words, stems, quantities, dates, names }
  })
}

/** Folded words that a text also writes in lower case. */
export function lowerWordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const token of tokenize(text)) if (/^\p{Ll}/u.test(token.text)) words.add(foldToken(token.text))
  return words
}

// Many claims are checked against one article, and each comes with an object of its own: readings are kept by text.
const readings = new Map<string, ArticleReading>()
const byObject = new WeakMap<ArticleText, ArticleReading>()
const KEPT = 64

/** The reading of an article; the last 64 are kept. */
export function readArticle(article: ArticleText): ArticleReading {
  const same = byObject.get(article)
  if (same) return same
  const made = readByText(article)
  byObject.set(article, made)
  return made
}

function readByText(article: ArticleText): ArticleReading {
  const key = `${article.lang ?? ''}|${article.date ?? ''}|${article.title}\n${article.body}`
  const known = readings.get(key)
  if (known) {
    // Read last, forgotten last.
    readings.delete(key)
    readings.set(key, known)
    return known
  }
  const made = readAnew(article)
  readings.set(key, made)
  const [oldest] = readings.keys()
  if (readings.size > KEPT && oldest !== undefined) readings.delete(oldest)
  return made
}

function readAnew(article: ArticleText): ArticleReading {
  const lang = ruleLanguage(article.lang)
  const lowerWords = lowerWordsOf(`${article.title}\n${article.body}`)
  const sentences = [
    ...readSentences(article.title, 'title', lang, article.date, lowerWords),
    ...readSentences(article.body, 'body', lang, article.date, lowerWords),
  ]
  const folds = new Set(sentences.flatMap((sentence) => sentence.words.map((word) => word.fold)))
  const acronyms = new Set(
    sentences.flatMap(({ words }) => words.filter((word) => /^\p{Lu}{2,6}$/u.test(word.text)).map((word) => word.fold)),
  )
  const levels = new Map<string, boolean>()
  for (const { text } of sentences) levels.set(levelSentence(text), (levels.get(levelSentence(text)) ?? false) || QUOTES.test(text))
  return { article, lang, sentences, weights: weigh(sentences), folds, lowerWords, acronyms, levels }
}

const QUOTES = /[«»“”"]/u
const levelSentence = (text: string): string => levelTypography(text).replace(/\.$/u, '')

/**
 * One of the sentences of a quotation that runs over several: as the article has it, but its speaker stands outside.
 * It must begin after an end of sentence and have its own.
 */
export function isInnerSentenceOf(sentence: string, reading: ArticleReading): boolean {
  const level = levelTypography(sentence)
  if (!/[.!?]$/u.test(level) || level.length < SHORTEST) return false
  for (const other of reading.levels.keys()) {
    const at = other.length > level.length ? `${other}.`.indexOf(level) : -1
    if (at > 0 && /[.!?](?:\[\d+\])?\s*$/u.test(other.slice(0, at))) return true
    // The first sentence of several that the marks hold together.
    if (at === 0 && /^\s+\S/u.test(other.slice(level.length))) return true
  }
  return false
}

const SHORTEST = 12

/** A whole sentence of the article, but for typography; marks of quotation put where it has none make another statement. */
export function isSentenceOf(sentence: string, reading: ArticleReading): boolean {
  const quoted = reading.levels.get(levelSentence(sentence))
  return quoted !== undefined && (quoted || !QUOTES.test(sentence))
}

function weigh(sentences: readonly SentenceReading[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sentence of sentences) for (const stemmed of sentence.stems) counts.set(stemmed, (counts.get(stemmed) ?? 0) + 1)
  const weights = new Map<string, number>()
  for (const [stemmed, count] of counts) weights.set(stemmed, Math.log(1 + sentences.length / count))
  return weights
}
