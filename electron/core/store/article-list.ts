// The list of articles: a page of it, how long it is, which of some ids are on it. It must not read a text.
import { sql, type Selectable } from 'kysely'
import type { ArticleSummary, Rights } from '../../../shared/domain/article.ts'
import { findHits, narrowed, type Hits, type NarrowFilter } from './article-query.ts'
import { countMatches } from './article-search.ts'
import type { Readable } from './database.ts'
import { fromJson } from './rows.ts'
import type { ArticlesTable } from './schema.ts'

/** `total` is exact where `counted` is true; otherwise there are at least so many. */
export type ListedArticles = { total: number; counted: boolean; items: ArticleSummary[] }

/** `uncounted`: the page alone is wanted, its length asked apart (`countListed`). */
export type ListPage = { offset: number; limit: number; uncounted?: boolean | undefined }

type SummaryRow = Pick<Selectable<ArticlesTable>, 'n' | 'id' | 'title' | 'lang' | 'date' | 'section' | 'tags' | 'rights' | 'ai_use'> & {
  characters: number
  pending: number | null
}

function summaryOfRow(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    title: row.title,
    lang: row.lang,
    date: row.date,
    section: row.section,
    tags: fromJson<string[]>(row.tags),
    rights: row.rights as Rights,
    aiUse: row.ai_use === 1,
    characters: row.characters,
    pending: row.pending ?? 0,
  }
}

function summarised(query: ReturnType<typeof narrowed>) {
  return query
    .select(['articles.n', 'articles.id', 'title', 'lang', 'date', 'section', 'tags', 'rights', 'ai_use'])
    .select(sql<number>`length(body)`.as('characters'))
    .select((eb) =>
      eb
        .selectFrom('suggestions')
        .select((inner) => inner.fn.countAll<number>().as('pending'))
        .whereRef('suggestions.item', '=', 'articles.id')
        .where('suggestions.state', 'in', ['proposed', 'unsure'])
        .as('pending'),
    )
}

/** Articles newest first, narrowed by a full-text match expression when there is one. */
export async function listArticles(db: Readable, filter: NarrowFilter, page: ListPage): Promise<ListedArticles> {
  const hits = await findHits(db, filter.match)
  const places = await narrowed(db, filter, hits)
    .select('articles.n')
    .orderBy('day', 'desc')
    .orderBy('articles.n', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const order = places.map(({ n }) => n)
  const these = sql<boolean>`articles.n IN (SELECT value FROM json_each(${JSON.stringify(order)}))`
  const rows = order.length === 0 ? [] : await summarised(db.selectFrom('articles').where(these)).execute()
  const found = new Map(rows.map((row) => [row.n, summaryOfRow(row)]))
  const items = order.flatMap((n) => found.get(n) ?? [])
  return { ...(await lengthOf(db, filter, hits, page, items.length)), items }
}

/** A page that is not full ends the list: nothing need be counted. */
async function lengthOf(
  db: Readable,
  filter: NarrowFilter,
  hits: Hits,
  { offset, limit, uncounted }: ListPage,
  shown: number,
): Promise<{ total: number; counted: boolean }> {
  if (shown < limit && (shown > 0 || offset === 0)) return { total: offset + shown, counted: true }
  if (uncounted === true && shown > 0) return { total: offset + shown + 1, counted: false }
  return { total: await count(db, filter, hits), counted: true }
}

/** How many articles a filter lets through. */
export async function countListed(db: Readable, filter: NarrowFilter): Promise<number> {
  const narrow = Object.entries(filter).some(([key, value]) => key !== 'match' && value !== undefined)
  return filter.match !== null && !narrow ? countMatches(db, filter.match) : count(db, filter, await findHits(db, filter.match))
}

async function count(db: Readable, filter: NarrowFilter, hits: Hits): Promise<number> {
  const query = narrowed(db, filter, hits)
  return (await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total
}

/** Those of `ids` that `filter` lets through, in the same order. */
export async function idsAmong(db: Readable, filter: NarrowFilter, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const hits = await findHits(db, filter.match)
  const rows = await narrowed(db, filter, hits).select('articles.id').where('articles.id', 'in', ids).execute()
  const found = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => found.has(id))
}

/** In the order asked; missing ones are left out. */
export async function articleSummaries(db: Readable, ids: readonly string[]): Promise<ArticleSummary[]> {
  if (ids.length === 0) return []
  const rows = await summarised(db.selectFrom('articles').where('articles.id', 'in', ids)).execute()
  const found = new Map(rows.map((row) => [row.id, summaryOfRow(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}
