// Terms that recur in articles and that no label covers: names by their capitals, and phrases, weighed by C-value.
// It must not know the store, nor tags: what it finds is parked, never proposed.
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { lexemesOf } from '../../text/lexemes.ts'
import { primaryLanguage, stem } from '../../text/stems.ts'
import { stopWords } from '../../text/stop-words.ts'
import { foldToken, tokenize, type Token } from '../../text/tokens.ts'

export interface TermText {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly lang: string | null
  /** `YYYY-MM-DD`. */
  readonly day: string | null
}

export interface NewTerm {
  readonly key: string
  readonly term: string
  readonly lang: string | null
  readonly kind: 'name' | 'phrase'
  readonly articles: number
  readonly occurrences: number
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly score: number
  readonly examples: readonly { readonly article: string; readonly title: string; readonly quote: string }[]
}

const readCharacters = 8_000
const longestTerm = 4
const fewestArticles = 2
/** Held by more than this share of a large archive, a phrase is the newsroom's own formula, not a subject. */
const everywhere = 0.2
const largeArchive = 25
const mostExamples = 3
const quoteAround = 60

const INITIAL = /^\p{Lu}/u
const LETTERS = /\p{L}{2}/u
/** Words of a term touch, or are joined by a space, an apostrophe or a hyphen. */
const JOINT = /^(?:[ \u00A0\u202F]|['’ʼ]|[-‐‑])?$/u
const SENTENCE_END = /[.!?…:;«“"(\n]\s*$|^\s*$/u

/** One word as the finder sees it. */
interface Word {
  readonly token: Token
  readonly stem: string
  readonly telling: boolean
  readonly capital: boolean
  /** Begins a sentence, so that its capital says nothing. */
  readonly opens: boolean
}

interface Seen {
  readonly stems: readonly string[]
  readonly lang: string
  /** Telling words of it. */
  readonly size: number
  readonly spellings: Map<string, number>
  readonly examples: NewTerm['examples'][number][]
  articles: number
  occurrences: number
  /** Occurrences whose capitals make it a name. */
  named: number
  firstSeen: string | null
  lastSeen: string | null
}

function wordsOf(text: string, lang: string | null): Word[] {
  const lexeme = lexemesOf(lang)
  const tokens = tokenize(text)
  return tokens.map((token, at) => {
    const before = text.slice(tokens[at - 1]?.end ?? 0, token.start)
    const { stem: stemmed, telling } = lexeme(token.text)
    return { token, stem: stemmed, telling: telling && LETTERS.test(token.text), capital: INITIAL.test(token.text), opens: at === 0 || SENTENCE_END.test(before) }
  })
}

/** Words that may stand inside a term: "ministère de la Culture", "Bank of England". */
const connectors = new Set('de du des d la le les l et a au aux en of the and for y del di da von van der zu dos do das e'.split(' '))

interface Run {
  readonly from: number
  readonly to: number
  readonly size: number
  readonly named: boolean
}

/** All runs of at most four telling words, begun and ended by one, with nothing but connectors between. */
function runsFrom(words: readonly Word[], text: string, from: number): Run[] {
  const runs: Run[] = []
  let [size, capitals] = [0, 0]
  for (let at = from; at < words.length && size < longestTerm; at += 1) {
    const word = words[at]!
    if (at > from && !JOINT.test(text.slice(words[at - 1]!.token.end, word.token.start))) break
    if (!word.telling) {
      if (!connectors.has(foldToken(word.token.text))) break
      continue
    }
    size += 1
    if (word.capital) capitals += 1
    const named = capitals === size && (size > 1 || !word.opens)
    if (size > 1 || word.capital) runs.push({ from, to: at, size, named })
  }
  return runs
}

/** Stems of each label, of the telling words alone; what equals or lies inside one is covered. */
function coverOf(concepts: readonly Concept[], lang: string): (key: string) => boolean {
  const covered = new Set<string>()
  const lexeme = lexemesOf(lang)
  for (const { labels } of concepts) {
    for (const { text } of labels) {
      const stems = tokenize(text).flatMap((token) => (lexeme(token.text).telling ? [stem(token.text, lang)] : []))
      for (let from = 0; from < stems.length; from += 1)
        for (let to = from + 1; to <= stems.length; to += 1) covered.add(stems.slice(from, to).join(' '))
    }
  }
  return (key) => covered.has(key)
}

class TermCounts {
  readonly terms = new Map<string, Seen>()
  /** Articles of each language, and those that hold each telling word. */
  readonly articles = new Map<string, number>()
  readonly holding = new Map<string, number>()
  readonly #covers = new Map<string, (key: string) => boolean>()
  readonly #concepts: readonly Concept[]

  constructor(concepts: readonly Concept[]) {
    this.#concepts = concepts
  }

  read(article: TermText): void {
    const lang = primaryLanguage(article.lang)
    const text = article.body.slice(0, readCharacters)
    const words = wordsOf(text, lang)
    this.articles.set(lang, (this.articles.get(lang) ?? 0) + 1)
    for (const held of new Set(words.flatMap((word) => (word.telling ? [word.stem] : [])))) bump(this.holding, `${lang}:${held}`)
    const isCovered = this.#covers.get(lang) ?? coverOf(this.#concepts, lang)
    this.#covers.set(lang, isCovered)
    const here = new Set<string>()
    for (let from = 0; from < words.length; from += 1) {
      if (!words[from]!.telling) continue
      for (const run of runsFrom(words, text, from)) {
        const stems = words.slice(run.from, run.to + 1).flatMap((word) => (word.telling ? [word.stem] : []))
        if (isCovered(stems.join(' '))) continue
        this.#count(article, { run, stems, lang, start: words[run.from]!.token.start, end: words[run.to]!.token.end, text }, here)
      }
    }
  }

  #count(
    article: TermText,
    { run, stems, lang, start, end, text }: { run: Run; stems: string[]; lang: string; start: number; end: number; text: string },
    here: Set<string>,
  ): void {
    const key = `${lang}:${stems.join(' ')}`
    const seen: Seen = this.terms.get(key) ?? {
      ...{ stems, lang, size: run.size, spellings: new Map(), examples: [] },
      ...{ articles: 0, occurrences: 0, named: 0, firstSeen: null, lastSeen: null },
    }
    this.terms.set(key, seen)
    bump(seen.spellings, text.slice(start, end).replace(/\s+/gu, ' '))
    seen.occurrences += 1
    if (run.named) seen.named += 1
    if (here.has(key)) return
    here.add(key)
    seen.articles += 1
    const { day } = article
    if (day !== null && (seen.firstSeen === null || day < seen.firstSeen)) seen.firstSeen = day
    if (day !== null && (seen.lastSeen === null || day > seen.lastSeen)) seen.lastSeen = day
    if (seen.examples.length < mostExamples)
      seen.examples.push({ article: article.id, title: article.title, quote: quoteOf(text, start, end) })
  }
}

function bump<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The term among its neighbours, whole words, on one line. */
function quoteOf(text: string, start: number, end: number): string {
  const left = text.slice(Math.max(0, start - quoteAround), start).replace(/^\S*\s/u, '')
  const right = text.slice(end, end + quoteAround).replace(/\s\S*$/u, '')
  return `${left}${text.slice(start, end)}${right}`.replace(/\s+/gu, ' ').trim()
}

/**
 * How much a phrase's words keep to each other: the articles that hold it, among the geometric mean of those that hold each word.
 */
function cohesion(seen: Seen, holding: ReadonlyMap<string, number>): number {
  const logs = seen.stems.map((one) => Math.log(holding.get(`${seen.lang}:${one}`) ?? seen.articles))
  return seen.articles / Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length)
}

/** Whether capitals tell names from other words in this language here: not where every noun has one. */
function capitalsTell(terms: Iterable<Seen>, holding: ReadonlyMap<string, number>, lang: string): boolean {
  let [named, all] = [0, 0]
  for (const seen of terms) if (seen.lang === lang && seen.size === 1 && seen.named > 0) named += seen.articles
  for (const [key, count] of holding) if (key.startsWith(`${lang}:`)) all += count
  return named < 0.3 * all
}

/** Frantzi, Ananiadou & Mima (2000), over articles: what stands alone counts, what stands only inside a longer term does not. */
function cValue(seen: Seen, inside: { sum: number; count: number } | undefined): number {
  const alone = seen.articles - (inside ? inside.sum / inside.count : 0)
  return Math.log2(seen.size + 1) * alone
}

function nestings(terms: readonly Seen[]): Map<string, { sum: number; count: number }> {
  const within = new Map<string, { sum: number; count: number }>()
  const kept = new Set(terms.map((seen) => `${seen.lang}:${seen.stems.join(' ')}`))
  for (const { stems, lang, articles } of terms) {
    for (let from = 0; from < stems.length; from += 1) {
      for (let to = from + 1; to <= stems.length; to += 1) {
        const key = `${lang}:${stems.slice(from, to).join(' ')}`
        if (to - from === stems.length || !kept.has(key)) continue
        const nest = within.get(key) ?? { sum: 0, count: 0 }
        within.set(key, { sum: nest.sum + articles, count: nest.count + 1 })
      }
    }
  }
  return within
}

const mostlyNamed = 0.5
const loosest = 0.15

/** Terms of the articles (newest first: examples come from the first ones) that no label covers, the most telling first. */
export function findNewTerms(articles: readonly TermText[], concepts: readonly Concept[], limit: number): NewTerm[] {
  const counts = new TermCounts(concepts)
  for (const article of articles) counts.read(article)
  const telling = new Map([...counts.articles.keys()].map((lang) => [lang, capitalsTell(counts.terms.values(), counts.holding, lang)]))
  const isName = (seen: Seen): boolean => telling.get(seen.lang) === true && seen.named >= mostlyNamed * seen.occurrences
  const frequent = [...counts.terms.values()].filter((seen) => {
    const all = counts.articles.get(seen.lang) ?? 0
    if (seen.articles < fewestArticles || (all >= largeArchive && seen.articles > everywhere * all)) return false
    return isName(seen) || (seen.size > 1 && cohesion(seen, counts.holding) >= loosest)
  })
  const within = nestings(frequent)
  return frequent
    .flatMap((seen): NewTerm[] => {
      const key = `${seen.lang}:${seen.stems.join(' ')}`
      const score = cValue(seen, within.get(key)) * (isName(seen) ? 1 : cohesion(seen, counts.holding))
      if (score <= 0) return []
      const [term] = [...seen.spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
      const { articles: held, occurrences, firstSeen, lastSeen, examples } = seen
      const lang = seen.lang === '' ? null : seen.lang
      return [{ key, term, lang, kind: isName(seen) ? 'name' : 'phrase', articles: held, occurrences, firstSeen, lastSeen, score, examples }]
    })
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
}

/** The key a term typed by a person would have. */
export function termKey(term: string, lang: string | null): string {
  const language = primaryLanguage(lang)
  const stops = stopWords(language)
  const stems = tokenize(term).flatMap((token) => (stops.has(foldToken(token.text)) ? [] : [stem(token.text, language)]))
  return `${language}:${stems.join(' ')}`
}
