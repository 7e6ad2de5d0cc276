// What a page says about itself: meta tags, JSON-LD, canonical link.
// It must not know the page's text. JSON-LD is data from a stranger: read by name, one level at a time, never run.
import { normalise } from '../text/normalise.ts'

export type PageMeta = {
  title: string | null
  url: string | null
  date: string | null
  section: string | null
  lang: string | null
  deck: string | null
  authors: string[]
  tags: string[]
}

/** The part of a document these functions use. */
export type Page = { querySelectorAll(selector: string): Iterable<PageElement> }
type PageElement = { getAttribute(name: string): string | null; textContent: string | null }
type Json = Readonly<Record<string, unknown>>

export function readPageMeta(page: Page): PageMeta {
  const metas = readMetas(page)
  const data = readLinkedData(page)
  const first = (...names: string[]): string | null => names.flatMap((name) => metas.get(name) ?? [])[0] ?? null
  const [html] = page.querySelectorAll('html')
  const [canonical] = page.querySelectorAll('link[rel="canonical"]')
  const named = namesOf(data?.['author'])
  const authors =
    named.length > 0
      ? named
      : [...(metas.get('author') ?? []), ...(metas.get('article:author') ?? []).filter((name) => !/^https?:/.test(name))]
  return {
    title: textOf(data?.['headline']) ?? first('og:title', 'twitter:title'),
    url: canonical?.getAttribute('href') ?? first('og:url'),
    date: textOf(data?.['datePublished']) ?? first('article:published_time', 'datepublished', 'date', 'dc.date', 'dcterms.date', 'pubdate'),
    section: textOf(data?.['articleSection']) ?? first('article:section', 'section'),
    lang: html?.getAttribute('lang') ?? first('og:locale'),
    deck: null,
    authors,
    tags: metas.get('article:tag') ?? metas.get('keywords') ?? metas.get('news_keywords') ?? [],
  }
}

function readMetas(page: Page): Map<string, string[]> {
  const metas = new Map<string, string[]>()
  for (const meta of page.querySelectorAll('meta')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop'))?.toLowerCase()
    const content = textOf(meta.getAttribute('content'))
    if (name === undefined || content === null) continue
    metas.set(name, [...(metas.get(name) ?? []), content])
  }
  return metas
}

/** The first JSON-LD node that is an article. */
function readLinkedData(page: Page): Json | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown
    try {
      value = JSON.parse(script.textContent ?? '')
    } catch {
      continue
    }
    const tops = Array.isArray(value) ? value : [value]
    const nodes = tops.flatMap((node) => (isJson(node) && Array.isArray(node['@graph']) ? node['@graph'] : [node]))
    const article = nodes.filter(isJson).find((node) => /Article|BlogPosting|Report/.test([node['@type']].flat().join(' ')))
    if (article !== undefined) return article
  }
  return null
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one.trim() !== '' && one.isWellFormed() && !one.includes('\0') ? normalise(one).trim() : null
}

function namesOf(value: unknown): string[] {
  const people: unknown[] = Array.isArray(value) ? value : [value]
  return people.flatMap((person) => textOf(isJson(person) ? person['name'] : person) ?? [])
}
