// Articles: rows in, articles out. The only SQL over `articles` and `article_tags` besides search.
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Article, ArticleDraft, ArticleSummary, DoNotLink, Rights } from '../../../shared/domain/article.ts'
import { countMatches } from './article-search.ts'
import { foldText } from './fold-text.ts'
import type { Readable, Writable } from './database.ts'
import { dayOf, fromJson, fromJsonOrNull, toJson, toJsonOrNull } from './rows.ts'
import type { ArticlesTable } from './schema.ts'

type ArticleRow = Selectable<ArticlesTable>

export type StoredArticle = ArticleDraft & { rights: Rights; aiUse: boolean; hash: string; importedAt: string; source: string }

export function articleOfRow(row: ArticleRow): Article {
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    lang: row.lang,
    date: row.date,
    section: row.section,
    authors: fromJson<string[]>(row.authors),
    url: row.url,
    tags: fromJson<string[]>(row.tags),
    kind: row.kind,
    deck: row.deck,
    embargo: row.embargo,
    rights: row.rights as Rights,
    aiUse: row.ai_use === 1,
    doNotLink: fromJsonOrNull(row.do_not_link),
    hash: row.hash,
    importedAt: row.imported_at,
  }
}

function rowOfArticle(article: StoredArticle): Insertable<ArticlesTable> {
  return {
    id: article.id,
    source: article.source,
    title: article.title,
    body: article.body,
    lang: article.lang,
    date: article.date,
    day: dayOf(article.date),
    section: article.section,
    authors: toJson(article.authors),
    url: article.url,
    tags: toJson(article.tags),
    kind: article.kind,
    deck: article.deck,
    embargo: article.embargo,
    rights: article.rights,
    ai_use: article.aiUse ? 1 : 0,
    do_not_link: toJsonOrNull(article.doNotLink),
    hash: article.hash,
    imported_at: article.importedAt,
  }
}

export async function findArticle(db: Readable, id: string): Promise<Article | null> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? articleOfRow(row) : null
}

export async function findArticles(db: Readable, ids: readonly string[]): Promise<Article[]> {
  const found = new Map<string, Article>()
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .selectFrom('articles')
      .selectAll()
      .where('id', 'in', ids.slice(start, start + 500))
      .execute()
    for (const row of rows) found.set(row.id, articleOfRow(row))
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

export type ArticleHead = Pick<Article, 'title' | 'section' | 'date'>

/** What a list says of articles, by id, without a text. */
export async function articleHeads(db: Readable, ids: readonly string[]): Promise<Map<string, ArticleHead>> {
  const found = new Map<string, ArticleHead>()
  for (let start = 0; start < ids.length; start += 500) {
    const part = ids.slice(start, start + 500)
    const rows = await db.selectFrom('articles').select(['id', 'title', 'section', 'date']).where('id', 'in', part).execute()
    for (const { id, ...head } of rows) found.set(id, head)
  }
  return found
}

/** Ids, content hashes and AI rights in the order asked, without a text. */
export async function articleMarks(db: Readable, ids: readonly string[]): Promise<{ id: string; hash: string; aiUse: boolean }[]> {
  const found = new Map<string, { id: string; hash: string; aiUse: boolean }>()
  for (let start = 0; start < ids.length; start += 500) {
    const part = ids.slice(start, start + 500)
    const rows = await db.selectFrom('articles').select(['id', 'hash', 'ai_use']).where('id', 'in', part).execute()
    for (const row of rows) found.set(row.id, { id: row.id, hash: row.hash, aiUse: row.ai_use === 1 })
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Hash and source of each id that exists, to tell new from changed from conflicting. */
export async function knownArticles(
  db: Readable,
  ids: readonly string[],
): Promise<Map<string, { hash: string; source: string; rights: string; aiUse: number }>> {
  const rows = await db.selectFrom('articles').select(['id', 'hash', 'source', 'rights', 'ai_use']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { hash: row.hash, source: row.source, rights: row.rights, aiUse: row.ai_use }]))
}

export async function insertArticles(db: Writable, articles: readonly StoredArticle[]): Promise<void> {
  if (articles.length === 0) return
  await db.insertInto('articles').values(articles.map(rowOfArticle)).execute()
  await insertTags(db, articles)
}

/** Replaces one article's row; its full text is indexed anew. */
export async function updateArticle(db: Writable, article: StoredArticle): Promise<void> {
  const { id, ...row } = rowOfArticle(article)
  await db
    .updateTable('articles')
    .set({ ...row, indexed: 0 })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('article_tags').where('article', '=', id).execute()
  await insertTags(db, [article])
}

/** Bars or frees one article as a link's target, nothing else of it. @returns false when it is not there. */
export async function setDoNotLink(db: Writable, id: string, doNotLink: DoNotLink | null): Promise<boolean> {
  const result = await db
    .updateTable('articles')
    .set({ do_not_link: toJsonOrNull(doNotLink) })
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

async function insertTags(db: Writable, articles: readonly StoredArticle[]): Promise<void> {
  const rows = articles.flatMap((article) =>
    article.tags.map((tag, position) => ({ article: article.id, tag, folded: foldText(tag), position })),
  )
  for (let start = 0; start < rows.length; start += 1000) {
    await db
      .insertInto('article_tags')
      .values(rows.slice(start, start + 1000))
      .execute()
  }
}

const summaryColumns = ['articles.id', 'title', 'lang', 'date', 'section', 'tags', 'rights', 'ai_use'] as const

type SummaryRow = Pick<ArticleRow, 'id' | 'title' | 'lang' | 'date' | 'section' | 'tags' | 'rights' | 'ai_use'> & {
  characters: number
  pending: number
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
    pending: row.pending,
  }
}

export type ArticleFilter = {
  query?: string | undefined
  section?: string | undefined
  lang?: string | undefined
  tag?: string | undefined
  rights?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** `match`: a full-text match expression; `except`: ids left out. */
export type NarrowFilter = Omit<ArticleFilter, 'query'> & {
  match: string | null
  aiUse?: boolean | undefined
  except?: readonly string[] | undefined
}

function narrowed(db: Readable, filter: NarrowFilter) {
  let query = db.selectFrom('articles')
  if (filter.match !== null) {
    // The plus keeps SQLite walking the day's index and asking of each row whether it matched: half an archive may match, a page is shown.
    query = query.where(sql<boolean>`+articles.n IN (SELECT rowid FROM articles_text WHERE articles_text MATCH ${filter.match})`)
  }
  if (filter.section !== undefined) query = query.where('section', '=', filter.section)
  if (filter.lang !== undefined) query = query.where('lang', '=', filter.lang)
  if (filter.rights !== undefined) query = query.where('rights', '=', filter.rights)
  if (filter.aiUse !== undefined) query = query.where('ai_use', '=', filter.aiUse ? 1 : 0)
  if (filter.from !== undefined) query = query.where('day', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('day', '<=', filter.to)
  if (filter.tag !== undefined) {
    const folded = foldText(filter.tag)
    query = query.where('articles.id', 'in', (eb) => eb.selectFrom('article_tags').select('article').where('folded', '=', folded))
  }
  if (filter.except !== undefined && filter.except.length > 0) query = query.where('articles.id', 'not in', filter.except)
  return query
}

function summarised(query: ReturnType<typeof narrowed>) {
  return query
    .select([...summaryColumns])
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
export async function listArticles(
  db: Readable,
  filter: NarrowFilter,
  page: { offset: number; limit: number },
): Promise<{ total: number; items: ArticleSummary[] }> {
  const query = narrowed(db, filter)
  const total = await countOf(db, filter)
  const rows = await summarised(query).orderBy('day', 'desc').orderBy('n', 'desc').limit(page.limit).offset(page.offset).execute()
  return { total, items: rows.map((row) => summaryOfRow({ ...row, pending: row.pending ?? 0 })) }
}

async function countOf(db: Readable, { match, ...rest }: NarrowFilter): Promise<number> {
  if (match !== null && Object.values(rest).every((value) => value === undefined)) return countMatches(db, match)
  const query = narrowed(db, { match, ...rest })
  return (await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total
}

/** Those of `ids` that `filter` lets through, in the same order. */
export async function idsAmong(db: Readable, filter: NarrowFilter, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await narrowed(db, filter).select('articles.id').where('articles.id', 'in', ids).execute()
  const found = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => found.has(id))
}

/** In the order asked; missing ones are left out. */
export async function articleSummaries(db: Readable, ids: readonly string[]): Promise<ArticleSummary[]> {
  if (ids.length === 0) return []
  const rows = await summarised(narrowed(db, { match: null }).where('articles.id', 'in', ids)).execute()
  const found = new Map(rows.map((row) => [row.id, summaryOfRow({ ...row, pending: row.pending ?? 0 })]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Streams every article in `n` order, a page at a time, so that a big archive never sits in memory whole. */
export async function* eachArticle(db: Readable, pageSize = 500): AsyncGenerator<Article> {
  let after = 0
  for (;;) {
    const rows = await db.selectFrom('articles').selectAll().where('n', '>', after).orderBy('n').limit(pageSize).execute()
    for (const row of rows) yield articleOfRow(row)
    const last = rows.at(-1)
    if (!last) return
    after = last.n
  }
}

/** The rows after `n`, for work that walks the archive a page at a time. */
export async function articlesAfter(db: Readable, n: number, limit: number): Promise<ArticleRow[]> {
  return db.selectFrom('articles').selectAll().where('n', '>', n).orderBy('n').limit(limit).execute()
}

export async function countArticles(db: Readable): Promise<number> {
  const row = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

export async function lastArticleNumber(db: Readable): Promise<number> {
  const row = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.max('n').as('last'))
    .executeTakeFirstOrThrow()
  return row.last ?? 0
}

/** Articles with what a trainer reads of them, where their rights allow it: those with tags only, or all of them. */
export async function trainingTexts(
  db: Readable,
  options: { tagged: boolean; limit: number },
): Promise<{ id: string; title: string; body: string; lang: string | null; date: string | null; tags: string[] }[]> {
  let query = db.selectFrom('articles').select(['id', 'title', 'body', 'lang', 'date', 'tags']).where('ai_use', '=', 1)
  if (options.tagged) query = query.where('tags', '<>', '[]')
  const rows = await query.orderBy('n', 'desc').limit(options.limit).execute()
  return rows.map((row) => ({ ...row, tags: fromJson<string[]>(row.tags) }))
}

export async function countTagged(db: Readable): Promise<number> {
  const row = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('tags', '<>', '[]')
    .where('ai_use', '=', 1)
    .executeTakeFirstOrThrow()
  return row.total
}
