// Reads the open archives and cuts their articles into sentences with a splitter of its own.
// It must not know the fact-lock: neither its lists nor how it reads a sentence.
import { readFileSync } from 'node:fs'
import { sharedData } from '../shared-data.ts'

export type TrialArticle = {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly date: string | null
  readonly lang: 'fr' | 'en'
}
export type Deck = { readonly article: TrialArticle; readonly claim: string }
export type Random = () => number

export const ARCHIVES = ['digitalgov-news', 'geotribu-fr', 'wikinews-en-2019-2020', 'wikinews-fr-winer'] as const
export type ArchiveName = (typeof ARCHIVES)[number]

type Row = { id: string; title?: string; body?: string; date?: string; lang?: string; summary?: string; summary_kind?: string }

function rows(file: string): Row[] {
  const path = sharedData(file)
  if (path === null) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
}

/** The articles of an archive with a body of some length; none when the data is not on this machine. */
export function readArchive(name: ArchiveName): TrialArticle[] {
  return rows(`${name}/articles.jsonl`).flatMap((row) =>
    row.body && row.body.length > 300
      ? [
          {
            id: row.id,
            title: row.title ?? '',
            body: row.body,
            date: row.date ?? null,
            lang: row.lang === 'fr' ? ('fr' as const) : ('en' as const),
          },
        ]
      : [],
  )
}

/** What people wrote to sum an article up, with its article: claims that are abstractive and taken as true. */
export function readDecks(name: ArchiveName): Deck[] {
  const articles = new Map(readArchive(name).map((article) => [article.id, article]))
  return rows(`${name}/key-points.jsonl`).flatMap((row) => {
    const article = articles.get(row.id)
    const claim = (row.summary ?? '').trim()
    return article && claim.length > 40 ? [{ article, claim }] : []
  })
}

/** Sentences that can stand as a claim: 7 to 45 words, ended, not a heading, a list item or code. */
export function sentencesOf(article: TrialArticle): string[] {
  return article.body
    .split(/\n+/u)
    .flatMap((line) =>
      line.split(/(?<=(?<![A-Z])(?<!\b(?:Mr|Mrs|Ms|Dr|St|Sen|Gov|Gen|Jr|No|vs|Inc|MM?|Mme|art|p))[.!?][»”"]?)\s+(?=[«“"]?\p{Lu})/u),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => {
      const words = sentence.split(/\s+/u).length
      return (
        words >= 7 &&
        words <= 45 &&
        /^[«“"]?[\p{Lu}\d]/u.test(sentence) &&
        /[.!?][»”"]?$/u.test(sentence) &&
        !/https?:|[{}<>|#*~_=]/u.test(sentence)
      )
    })
}

/** Mulberry32: the same seed, the same run. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [copy[at], copy[other]]
    if (a !== undefined && b !== undefined) [copy[at], copy[other]] = [b, a]
  }
  return copy
}

/** `text` with `[start, end)` put in other words. */
export function spliced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end)
}

/** A first letter in capitals. */
export function capital(text: string): string {
  return text.replace(/^(\W*)(\p{Ll})/u, (_all, before: string, letter: string) => before + letter.toUpperCase())
}
