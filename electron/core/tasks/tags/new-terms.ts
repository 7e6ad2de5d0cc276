// Terms that recur in articles and that no label covers: names by their capitals, and phrases, weighed by C-value.
// It must not know the store, nor tags: what it finds is parked, never proposed.
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { primaryLanguage, stem } from '../../text/stems.ts'
import { stopWords } from '../../text/stop-words.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'
import { coverOf, runsFrom, wordsOf, type Run, type Word } from './term-runs.ts'

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

/** News names what it is about early on. */
const readCharacters = 4_000
const fewestArticles = 2
/** Held by more than this share of a large archive, a phrase is the newsroom's own formula, not a subject. */
const everywhere = 0.2
const largeArchive = 25
const mostExamples = 3
const quoteAround = 60

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

/** A run of an article, ready to be counted. */
interface Found {
  readonly key: string
  readonly run: Run
  readonly stems: readonly string[]
  readonly start: number
  readonly end: number
}

class TermCounts {
  readonly terms = new Map<string, Seen>()
  /** Articles of each language, and those that hold each telling word. */
  readonly articles = new Map<string, number>()
  readonly holding = new Map<string, number>()
  readonly #covers = new Map<string, (key: string) => boolean>()
  /** Articles that hold each run: most runs are met once, and are given no more memory than this. */
  readonly #held = new Map<string, number>()
  readonly #concepts: readonly Concept[]

  constructor(concepts: readonly Concept[]) {
    this.#concepts = concepts
  }

  /** First round: in how many articles each word and each run stands. */
  weigh(article: TermText): void {
    const lang = primaryLanguage(article.lang)
    bump(this.articles, lang)
    const words = wordsOf(article.body.slice(0, readCharacters), lang)
    for (const held of new Set(words.flatMap((word) => (word.telling ? [word.stem] : [])))) bump(this.holding, `${lang}:${held}`)
    for (const key of new Set(this.#runs(article, words).map((found) => found.key))) bump(this.#held, key)
  }

  /** Second round: spellings, days and examples of what stands in more than one. */
  read(article: TermText): void {
    const lang = primaryLanguage(article.lang)
    const text = article.body.slice(0, readCharacters)
    const here = new Set<string>()
    for (const found of this.#runs(article, wordsOf(text, lang)))
      if ((this.#held.get(found.key) ?? 0) >= fewestArticles) this.#count(article, found, lang, text, here)
  }

  #runs(article: TermText, words: readonly Word[]): Found[] {
    const lang = primaryLanguage(article.lang)
    const text = article.body
    const isCovered = this.#covers.get(lang) ?? coverOf(this.#concepts, lang)
    this.#covers.set(lang, isCovered)
    const found: Found[] = []
    for (let from = 0; from < words.length; from += 1) {
      if (!words[from]!.telling) continue
      for (const run of runsFrom(words, text, from)) {
        const stems: string[] = []
        for (let at = run.from; at <= run.to; at += 1) if (words[at]!.telling) stems.push(words[at]!.stem)
        const name = stems.join(' ')
        if (!isCovered(name))
          found.push({ key: `${lang}:${name}`, run, stems, start: words[run.from]!.token.start, end: words[run.to]!.token.end })
      }
    }
    return found
  }

  #count(article: TermText, { key, run, stems, start, end }: Found, lang: string, text: string, here: Set<string>): void {
    const seen: Seen = this.terms.get(key) ?? {
      stems,
      lang,
      size: run.size,
      spellings: new Map(),
      examples: [],
      articles: 0,
      occurrences: 0,
      named: 0,
      firstSeen: null,
      lastSeen: null,
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

/** The longer terms a term stands in. */
interface Nest {
  readonly sum: number
  readonly count: number
  readonly most: number
}
/** "Unis" stands in hardly any article that does not say "États-Unis". */
const hardlyAlone = 0.8

/** Frantzi, Ananiadou & Mima (2000), over articles: what stands alone counts, what stands only inside a longer term does not. */
function cValue(seen: Seen, inside: Nest | undefined): number {
  if (inside && inside.most >= hardlyAlone * seen.articles) return 0
  const alone = seen.articles - (inside ? inside.sum / inside.count : 0)
  return Math.log2(seen.size + 1) * alone
}

function nestings(terms: readonly Seen[]): Map<string, Nest> {
  const within = new Map<string, Nest>()
  const kept = new Set(terms.map((seen) => `${seen.lang}:${seen.stems.join(' ')}`))
  for (const { stems, lang, articles } of terms) {
    for (let from = 0; from < stems.length; from += 1) {
      for (let to = from + 1; to <= stems.length; to += 1) {
        const key = `${lang}:${stems.slice(from, to).join(' ')}`
        if (to - from === stems.length || !kept.has(key)) continue
        const nest = within.get(key) ?? { sum: 0, count: 0, most: 0 }
        within.set(key, { sum: nest.sum + articles, count: nest.count + 1, most: Math.max(nest.most, articles) })
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
  for (const article of articles) counts.weigh(article)
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
      const all = counts.articles.get(seen.lang) ?? 0
      // The nearer to everywhere, the more a formula and the less a subject.
      const subject = all < largeArchive ? 1 : 1 - seen.articles / (everywhere * all)
      const score = cValue(seen, within.get(key)) * subject * (isName(seen) ? 1 : cohesion(seen, counts.holding))
      if (score <= 0) return []
      const [term] = [...seen.spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
      const { articles: held, occurrences, firstSeen, lastSeen, examples } = seen
      const lang = seen.lang === '' ? null : seen.lang
      return [
        { key, term, lang, kind: isName(seen) ? 'name' : 'phrase', articles: held, occurrences, firstSeen, lastSeen, score, examples },
      ]
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
