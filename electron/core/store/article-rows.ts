// Articles: rows in, articles out. It must not know lists nor searches.
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Article, ArticleDraft, DoNotLink, Rights } from '../../../shared/domain/article.ts'
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
  const rows = articles.flatMap((article) => article.tags.map((tag, position) => [article.id, tag, foldText(tag), position]))
  if (rows.length === 0) return
  // One short statement whatever their number: made of a thousand rows it takes longer to build than to run.
  await sql`INSERT INTO article_tags(article, tag, folded, position)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${JSON.stringify(rows)})`.execute(db)
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
