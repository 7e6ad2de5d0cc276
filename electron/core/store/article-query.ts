// Which articles a filter lets through, as SQL that walks an index of the list and reads no text.
// It must not know what is made of the articles found.
import { sql } from 'kysely'
import type { MissingField } from '../../../shared/domain/article.ts'
import type { Readable } from './database.ts'
import { foldText } from './fold-text.ts'

export type ArticleFilter = {
  query?: string | undefined
  section?: string | undefined
  lang?: string | undefined
  tag?: string | undefined
  rights?: string | undefined
  /** Days, inclusive. */
  from?: string | undefined
  to?: string | undefined
  /** Whether AI may work on it. */
  aiUse?: boolean | undefined
  /** A field the article lacks. */
  missing?: MissingField | undefined
  /** Characters of the text: at least. */
  lengthFrom?: number | undefined
  /** … and fewer than. */
  lengthTo?: number | undefined
}

/** `match`: a full-text match expression; `except`: ids left out. */
export type NarrowFilter = Omit<ArticleFilter, 'query'> & { match: string | null; except?: readonly string[] | undefined }

/** A full-text question asked once: with few hits their numbers, as a JSON list; with more only the expression. */
export type Hits = { few: string } | { many: string } | null

/** Up to here the rows found are fetched and sorted; beyond, the list is walked in its order and each row asked whether it was found. */
const few = 1000

/** Asks the full text. Null: nothing was asked of it. */
export async function findHits(db: Readable, match: string | null): Promise<Hits> {
  if (match === null) return null
  const { rows } = await sql<{ found: string; hits: number }>`SELECT json_group_array(rowid) AS found, count(*) AS hits FROM
    (SELECT rowid FROM articles_text WHERE articles_text MATCH ${match} LIMIT ${few + 1})`.execute(db)
  const [row] = rows
  return row && row.hits <= few ? { few: row.found } : { many: match }
}

// Written as the index `articles_listed` has them: as anything else, SQLite would read the article itself.
const lacks: Record<MissingField, ReturnType<typeof sql<boolean>>> = {
  title: sql<boolean>`(articles.title = '') = 1`,
  date: sql<boolean>`articles.day IS NULL`,
  section: sql<boolean>`+articles.section IS NULL`,
  authors: sql<boolean>`(articles.authors = '[]') = 1`,
  tags: sql<boolean>`(articles.tags = '[]') = 1`,
  lang: sql<boolean>`articles.lang IS NULL`,
}

/** The articles, neither ordered nor counted. The plus signs keep SQLite on the index that is in the order of the list. */
export function narrowed(db: Readable, filter: Omit<NarrowFilter, 'match'>, hits: Hits = null) {
  let query = db.selectFrom('articles')
  if (hits !== null && 'few' in hits) query = query.where(sql<boolean>`articles.n IN (SELECT value FROM json_each(${hits.few}))`)
  if (hits !== null && 'many' in hits)
    query = query.where(sql<boolean>`+articles.n IN (SELECT rowid FROM articles_text WHERE articles_text MATCH ${hits.many})`)
  if (filter.section !== undefined) query = query.where(sql<boolean>`+articles.section = ${filter.section}`)
  if (filter.lang !== undefined) query = query.where('lang', '=', filter.lang)
  if (filter.rights !== undefined) query = query.where('rights', '=', filter.rights)
  if (filter.aiUse !== undefined) query = query.where('ai_use', '=', filter.aiUse ? 1 : 0)
  if (filter.from !== undefined) query = query.where('day', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('day', '<=', filter.to)
  if (filter.missing !== undefined) query = query.where(lacks[filter.missing])
  if (filter.lengthFrom !== undefined) query = query.where(sql<boolean>`length(articles.body) >= ${filter.lengthFrom}`)
  if (filter.lengthTo !== undefined) query = query.where(sql<boolean>`length(articles.body) < ${filter.lengthTo}`)
  if (filter.tag !== undefined) {
    query =
      query.where(sql<boolean>`+articles.n IN (SELECT tagged.n FROM article_tags JOIN articles AS tagged ON tagged.id = article_tags.article
      WHERE article_tags.folded = ${foldText(filter.tag)})`)
  }
  if (filter.except !== undefined && filter.except.length > 0) {
    query = query.where(
      sql<boolean>`+articles.n NOT IN (SELECT n FROM articles WHERE id IN (SELECT value FROM json_each(${JSON.stringify(filter.except)})))`,
    )
  }
  return query
}
