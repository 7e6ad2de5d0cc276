// The transactional full text: FTS5 over titles and stems, filled in the background.
// It must not know what a query is for.
import { sql } from 'kysely'
import { stemText } from '../text/stems.ts'
import { foldText } from './fold-text.ts'
import { tokenize } from '../text/tokens.ts'
import type { Readable, Writable } from './database.ts'

/** An article as its full text is made of it; `hash` tells whether its text changed since. */
export type UnindexedArticle = { n: number; title: string; body: string; lang: string | null; tags: string; hash: string }
export type StemmedArticle = UnindexedArticle & { stems: string }

/** The next articles after `n` that are not searchable yet. */
export async function unindexedArticles(db: Readable, n: number, limit: number): Promise<UnindexedArticle[]> {
  return db
    .selectFrom('articles')
    .select(['n', 'title', 'body', 'lang', 'tags', 'hash'])
    .where('indexed', '=', 0)
    .where('n', '>', n)
    .orderBy('n')
    .limit(limit)
    .execute()
}

/** What the column `stems` is made of, by `stemText`. */
export function textToStem({ title, body, tags, lang }: UnindexedArticle): { text: string; lang: string } {
  return { text: `${title}\n${body}\n${tags}`, lang: lang ?? 'fr' }
}

/** Makes articles searchable, those that did not change while their stems were made; returns how many. */
export async function writeFullText(db: Writable, articles: readonly StemmedArticle[]): Promise<number> {
  const present = await db
    .selectFrom('articles')
    .select(['n', 'title', 'lang', 'tags', 'hash'])
    .where('indexed', '=', 0)
    .where(
      'n',
      'in',
      articles.map(({ n }) => n),
    )
    .execute()
  const known = new Map(present.map((row) => [row.n, row]))
  const same = articles.filter((article) => {
    const row = known.get(article.n)
    return row?.hash === article.hash && row.tags === article.tags && row.title === article.title && row.lang === article.lang
  })
  if (same.length === 0) return 0
  const numbers = JSON.stringify(same.map(({ n }) => n))
  const texts = JSON.stringify(same.map(({ n, title, stems }) => [n, foldText(title), stems]))
  // One statement for all: FTS5 takes longer to prepare one than to run it.
  await sql`DELETE FROM articles_text WHERE rowid IN (SELECT value FROM json_each(${numbers}))`.execute(db)
  await sql`INSERT INTO articles_text(rowid, title, stems)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${texts})`.execute(db)
  await sql`UPDATE articles SET indexed = 1 WHERE n IN (SELECT value FROM json_each(${numbers}))`.execute(db)
  return same.length
}

/**
 * Whether the index is being filled in bulk. FTS5 then merges its pieces when it is told to, not inside the transactions that write:
 * a person would wait. It says so in the file, so that a desk that was killed meanwhile is tidied by the next.
 */
export async function isBulk(db: Readable): Promise<boolean> {
  const found = await sql<{ v: number }>`SELECT v FROM articles_text_config WHERE k = 'automerge'`.execute(db)
  return found.rows[0]?.v === 0
}

/** Pieces that may stand beside one another during a bulk; FTS5's most is 2,000. */
const mostPieces = 1900

export async function beginBulk(db: Writable): Promise<void> {
  await configure(db, 'automerge', 0)
  await configure(db, 'crisismerge', mostPieces)
}

/** FTS5's own defaults again. */
export async function endBulk(db: Writable): Promise<void> {
  await configure(db, 'automerge', 4)
  await configure(db, 'crisismerge', 16)
}

/** Pages written by one step of merging: some ten milliseconds. */
const pagesAStep = 150

/** One step of joining the index's pieces. False when there is nothing more to join. */
export async function mergeFullText(db: Writable): Promise<boolean> {
  const before = await totalChanges(db)
  await configure(db, 'merge', pagesAStep)
  // A step that joined nothing changes one row of its own.
  return (await totalChanges(db)) - before > 1
}

/** FTS5 takes whole numbers only, and a number of JavaScript is bound as a fraction. */
async function configure(db: Writable, option: 'automerge' | 'crisismerge' | 'merge', value: number): Promise<void> {
  await sql`INSERT INTO articles_text(articles_text, rank) VALUES (${option}, ${BigInt(value)})`.execute(db)
}

async function totalChanges(db: Writable): Promise<number> {
  const { rows } = await sql<{ changes: number }>`SELECT total_changes() AS changes`.execute(db)
  return rows[0]?.changes ?? 0
}

export async function countUnindexed(db: Readable): Promise<number> {
  const row = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('indexed', '=', 0)
    .executeTakeFirstOrThrow()
  return row.left
}

/**
 * An FTS5 expression for what a person typed: every word must match, the last one also as a prefix, unless it is a lone letter:
 * what begins with it is nearly everything, and has no index.
 *
 * @returns null when nothing searchable was typed.
 */
export function matchExpression(typed: string): string | null {
  const words = tokenize(typed).map((token) => token.text)
  if (words.length === 0) return null
  const clauses = words.map((word, index) => {
    const folded = quote(foldText(word))
    const stems = [...new Set(['fr', 'en'].flatMap((lang) => stemText(word, lang).split(' ')))].filter((stem) => stem.length > 0).map(quote)
    const prefix = index === words.length - 1 && !/^"[a-z0-9]"$/.test(folded) ? [`${folded}*`] : [folded]
    return `(${[...prefix, ...stems].join(' OR ')})`
  })
  return clauses.join(' AND ')
}

function quote(term: string): string {
  return `"${term.replaceAll('"', '""')}"`
}

/** How many articles a match expression finds, without reading one. */
export async function countMatches(db: Readable, match: string): Promise<number> {
  const result = await sql<{ total: number }>`SELECT count(*) AS total FROM articles_text WHERE articles_text MATCH ${match}`.execute(db)
  return result.rows[0]?.total ?? 0
}

/** Ids of the best matches of a match expression by BM25, a word of the title counting four times; best first. */
export async function bestMatches(db: Readable, match: string, limit: number): Promise<string[]> {
  const result = await sql<{ id: string }>`
    SELECT a.id AS id FROM
      (SELECT rowid, bm25(articles_text, 4.0, 1.0) AS score FROM articles_text WHERE articles_text MATCH ${match} ORDER BY score LIMIT ${limit}) AS hits
      JOIN articles a ON a.n = hits.rowid
    ORDER BY hits.score, a.n DESC`.execute(db)
  return result.rows.map(({ id }) => id)
}

export type SearchHit = { id: string; score: number }
export type SearchOptions = { limit: number; before?: string | undefined; lang?: string | undefined; exclude?: string | undefined }

/** BM25 over any of the given stems (at most 12 are used), best first. Scores are positive, higher is better. */
export async function searchTerms(db: Readable, terms: readonly string[], options: SearchOptions): Promise<SearchHit[]> {
  const used = [...new Set(terms)].filter((term) => term.length > 0).slice(0, 12)
  if (used.length === 0) return []
  const match = used.map((term) => `stems:${quote(term)}`).join(' OR ')
  const result = await sql<{ id: string; rank: number }>`
    SELECT a.id AS id, hits.score AS rank FROM
      (SELECT rowid, bm25(articles_text, 4.0, 1.0) AS score FROM articles_text WHERE articles_text MATCH ${match} ORDER BY score LIMIT ${options.limit * 4 + 50}) AS hits
      JOIN articles a ON a.n = hits.rowid
    WHERE (${options.before ?? null} IS NULL OR a.day <= ${options.before ?? null} OR a.kind = 'resource')
      AND (${options.lang ?? null} IS NULL OR a.lang = ${options.lang ?? null})
      AND (${options.exclude ?? null} IS NULL OR a.id <> ${options.exclude ?? null})
    ORDER BY hits.score LIMIT ${options.limit}`.execute(db)
  return result.rows.map((row) => ({ id: row.id, score: -row.rank }))
}

/** In how many articles each stem occurs, for choosing the most telling ones. */
export async function documentFrequencies(db: Readable, terms: readonly string[]): Promise<Map<string, number>> {
  const frequencies = new Map<string, number>()
  for (const term of new Set(terms)) {
    const row = await sql<{
      total: number
    }>`SELECT count(*) AS total FROM (SELECT rowid FROM articles_text WHERE articles_text MATCH ${`stems:${quote(term)}`} LIMIT 5000)`.execute(
      db,
    )
    frequencies.set(term, row.rows[0]?.total ?? 0)
  }
  return frequencies
}
