// The figures of the health sheet as lines of its charts, each with the list it opens. Pure; it must not know words or React.
import type { CorpusHealth } from '../../../shared/domain/article.ts'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'

/** One bar: a value of a field, how many articles, and the filter that lists them where there is one. */
export interface HealthLine {
  readonly id: string
  /** Null: the field is empty. */
  readonly value: string | null
  readonly count: number
  readonly filter: ArticleFilter | null
}

type Facets = CorpusHealth['languages']

/** A facet of the list, most first; its empty value lists the articles that lack the field. */
export function facetLines(facets: Facets, key: 'lang' | 'section'): readonly HealthLine[] {
  return facets.map(({ value, count }) => ({ id: value ?? '', value, count, filter: value === null ? { missing: key } : { [key]: value } }))
}

/** The articles whose text is as long as one column counts: from the bound before it, up to its own. */
export function lengthFilter(lengths: CorpusHealth['lengths'], index: number): ArticleFilter {
  const from = lengths[index - 1]?.upTo ?? 0
  const to = lengths[index]?.upTo ?? null
  return { ...(from === 0 ? {} : { lengthFrom: from }), ...(to === null ? {} : { lengthTo: to }) }
}

/** Longest span shown month by month. */
const mostMonths = 36

const two = (value: number) => String(value).padStart(2, '0')

function monthsBetween(first: string, last: string): readonly string[] {
  const at = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const length = at(last) - at(first) + 1
  return Array.from({ length: Math.max(0, length) }, (_, index) => {
    const month = at(first) + index
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}`
  })
}

function lastDayOf(month: string): string {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
  return `${month}-${two(day)}`
}

/** Longest row of years drawn one by one; beyond, the years without an article are left out. */
const mostYears = 60

function yearsBetween(first: string, last: string, known: readonly string[]): readonly string[] {
  const length = Number(last) - Number(first) + 1
  return length > mostYears ? known : Array.from({ length }, (_, index) => String(Number(first) + index).padStart(4, '0'))
}

/** By month when the dates span at most three years, by year otherwise; what lies between without an article counts 0. */
export function dateLines(health: Pick<CorpusHealth, 'months' | 'years'>): {
  readonly unit: 'month' | 'year'
  readonly lines: readonly HealthLine[]
} {
  const months = health.months.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]))
  const years = health.years.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]))
  const [first, last] = [years[0]?.value, years.at(-1)?.value]
  if (first === undefined || last === undefined) return { unit: 'year', lines: [] }
  const spanned = Number(last) - Number(first) <= mostMonths / 12 ? monthsBetween(months[0]?.value ?? '', months.at(-1)?.value ?? '') : []
  const unit = spanned.length > 0 && spanned.length <= mostMonths ? 'month' : 'year'
  const counts = new Map((unit === 'month' ? months : years).map(({ value, count }) => [value, count]))
  const shown = unit === 'month' ? spanned : yearsBetween(first, last, [...counts.keys()])
  return {
    unit,
    lines: shown.map((value) => ({
      id: value,
      value,
      count: counts.get(value) ?? 0,
      filter: unit === 'month' ? { from: `${value}-01`, to: lastDayOf(value) } : { from: `${value}-01-01`, to: `${value}-12-31` },
    })),
  }
}

export type AdviceKey = keyof CorpusHealth['missing'] | 'short' | 'closed' | 'unknown'

/** What may get in the way, worst first: what the tasks cannot do without, then what they only miss. */
export function adviceOf(
  health: CorpusHealth,
): readonly { readonly key: AdviceKey; readonly count: number; readonly filter: ArticleFilter | null }[] {
  const { missing } = health
  const unknown = health.rights.find(({ value }) => value === 'unknown')?.count ?? 0
  const found: readonly { key: AdviceKey; count: number; filter: ArticleFilter | null }[] = [
    { key: 'unknown', count: unknown, filter: { rights: 'unknown' } },
    { key: 'closed', count: health.closed, filter: { aiUse: false } },
    { key: 'date', count: missing.date, filter: { missing: 'date' } },
    { key: 'title', count: missing.title, filter: { missing: 'title' } },
    { key: 'tags', count: missing.tags, filter: { missing: 'tags' } },
    { key: 'lang', count: missing.lang, filter: { missing: 'lang' } },
    { key: 'short', count: health.lengths[0]?.count ?? 0, filter: lengthFilter(health.lengths, 0) },
    { key: 'section', count: missing.section, filter: { missing: 'section' } },
    { key: 'authors', count: missing.authors, filter: { missing: 'authors' } },
  ]
  return found.filter(({ count }) => count > 0)
}
