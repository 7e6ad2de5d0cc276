// The filter of the list as it stands in the address, so that reload, back and a sent link keep it. It must not know React.
import { missingFieldSchema, rightsSchema } from '../../../shared/domain/article.ts'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import type { Query } from '../../ui/router.ts'

/** The parts of a filter, in the order they are shown. */
export const filterKeys = [
  'query',
  'section',
  'lang',
  'rights',
  'aiUse',
  'tag',
  'from',
  'to',
  'missing',
  'lengthFrom',
  'lengthTo',
] as const satisfies readonly (keyof ArticleFilter)[]
export type FilterKey = (typeof filterKeys)[number]

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)
const isCount = (value: string) => /^\d{1,7}$/.test(value)

/** Reads a filter; whatever a hand-written address gets wrong is left out. */
export function filterFrom(query: URLSearchParams): ArticleFilter {
  const of = (key: FilterKey) => query.get(key) || undefined
  const day = (key: 'from' | 'to') => (isDay(of(key) ?? '') ? of(key) : undefined)
  const count = (key: 'lengthFrom' | 'lengthTo') => (isCount(of(key) ?? '') ? Number(of(key)) : undefined)
  const rights = rightsSchema.safeParse(of('rights'))
  const missing = missingFieldSchema.safeParse(of('missing'))
  const aiUse = of('aiUse')
  return withoutEmpty({
    query: of('query'),
    section: of('section'),
    lang: of('lang'),
    rights: rights.success ? rights.data : undefined,
    aiUse: aiUse === 'true' ? true : aiUse === 'false' ? false : undefined,
    tag: of('tag'),
    from: day('from'),
    to: day('to'),
    missing: missing.success ? missing.data : undefined,
    lengthFrom: count('lengthFrom'),
    lengthTo: count('lengthTo'),
  })
}

/** The filter for `hrefTo` and `go`. */
export function filterToQuery(filter: ArticleFilter): Query {
  return Object.fromEntries(activeParts(filter).map(({ key, value }) => [key, value]))
}

const isEmpty = (value: string | number | boolean | undefined): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '')

/** Only the parts that narrow something. */
export function withoutEmpty(filter: ArticleFilter): ArticleFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => !isEmpty(value)))
}

/** The parts that narrow, in order, with their values as the address writes them. */
export function activeParts(filter: ArticleFilter): readonly { readonly key: FilterKey; readonly value: string }[] {
  return filterKeys.flatMap((key) => (isEmpty(filter[key]) ? [] : [{ key, value: String(filter[key]).trim() }]))
}

/** One text for one filter, whatever the order of its parts. */
export function filterName(filter: ArticleFilter): string {
  return JSON.stringify(activeParts(filter))
}
