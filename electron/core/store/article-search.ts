// The transactional full text: FTS5 over titles and stems, filled in the background.
// It must not know what a query is for.
import { sql } from 'kysely'
import { stemText } from '../text/stems.ts'
import { foldText } from './fold-text.ts'
import { tokenize } from '../text/tokens.ts'
import type { Readable, Writable } from './database.ts'

/** Indexes the next articles that are not searchable yet; returns how many were. */
export async function indexNextArticles(db: Writable, batch: number): Promise<number> {
  const rows = await db
    .selectFrom('articles')
    .select(['n', 'title', 'body', 'lang', 'tags'])
    .where('indexed', '=', 0)
    .orderBy('n')
    .limit(batch)
    .execute()
  for (const row of rows) {
    const stems = stemText(`${row.title}\n${row.body}\n${row.tags}`, row.lang ?? 'fr')
    await sql`DELETE FROM articles_text WHERE rowid = ${row.n}`.execute(db)
    await sql`INSERT INTO articles_text(rowid, title, stems) VALUES (${row.n}, ${foldText(row.title)}, ${stems})`.execute(db)
  }
  if (rows.length > 0) {
    await db
      .updateTable('articles')
      .set({ indexed: 1 })
      .where(
        'n',
        'in',
        rows.map((row) => row.n),
      )
      .execute()
  }
  return rows.length
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
