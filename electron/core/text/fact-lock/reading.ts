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

/** Reads one field sentence by sentence. `lowerWords` tells common words from names at the head of a sentence. */
export function readSentences(
  text: string,
  field: 'title' | 'body',
  lang: 'fr' | 'en',
  date: string | null,
  lowerWords: ReadonlySet<string>,
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

// Many claims are checked against one article: it is read once per article object.
const readings = new WeakMap<ArticleText, ArticleReading>()

/** The reading of an article, kept as long as the article object lives. */
export function readArticle(article: ArticleText): ArticleReading {
  const known = readings.get(article)
  if (known) return known
  const lang = ruleLanguage(article.lang)
  const lowerWords = lowerWordsOf(`${article.title}\n${article.body}`)
  const sentences = [
    ...readSentences(article.title, 'title', lang, article.date, lowerWords),
    ...readSentences(article.body, 'body', lang, article.date, lowerWords),
  ]
  const folds = new Set(sentences.flatMap((sentence) => sentence.words.map((word) => word.fold)))
  const made: ArticleReading = { article, lang, sentences, weights: weigh(sentences), folds, lowerWords }
  readings.set(article, made)
  return made
}

function weigh(sentences: readonly SentenceReading[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sentence of sentences) for (const stemmed of sentence.stems) counts.set(stemmed, (counts.get(stemmed) ?? 0) + 1)
  const weights = new Map<string, number>()
  for (const [stemmed, count] of counts) weights.set(stemmed, Math.log(1 + sentences.length / count))
  return weights
}
