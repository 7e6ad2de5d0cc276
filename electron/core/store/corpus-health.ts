// Counts over the whole archive, for the health sheet and the filters. It must not know what is made of them.
import { sql } from 'kysely'
import type { ArticleFacets, CorpusHealth } from '../../../shared/domain/article.ts'
import { countComments } from './comment-rows.ts'
import type { Readable } from './database.ts'

type Facet = { value: string | null; count: number }

/** Values shown of one facet: a list nobody reads to the end. */
const mostValues = 200
const mostTags = 500

async function facet(db: Readable, column: 'lang' | 'section' | 'rights' | 'year' | 'month'): Promise<Facet[]> {
  const length = { year: 4, month: 7 } as const
  const expression =
    column === 'year' || column === 'month' ? sql<string | null>`substr(day, 1, ${length[column]})` : sql<string | null>`${sql.ref(column)}`
  return db
    .selectFrom('articles')
    .select([expression.as('value'), sql<number>`count(*)`.as('count')])
    .groupBy('value')
    .orderBy('count', 'desc')
    .limit(mostValues)
    .execute()
}

/** The tags articles carry most, by their commonest spelling; `Pêche` and `peche` are one. */
async function tagFacet(db: Readable): Promise<{ value: string; count: number }[]> {
  // With one max(), SQLite takes the bare column from the row that holds it.
  const { rows } = await sql<{ value: string; count: number }>`
    SELECT value, sum(uses) AS count, max(uses) AS commonest FROM
      (SELECT folded, tag AS value, count(*) AS uses FROM article_tags GROUP BY folded, tag)
    GROUP BY folded ORDER BY count DESC, value LIMIT ${mostTags}`.execute(db)
  return rows.map(({ value, count }) => ({ value, count }))
}

/** What the filters offer, each with how many articles have it, most first. Reads no text: cheap on 100,000 articles. */
export async function readFacets(db: Readable): Promise<ArticleFacets> {
  return {
    languages: await facet(db, 'lang'),
    sections: await facet(db, 'section'),
    rights: await facet(db, 'rights'),
    tags: await tagFacet(db),
  }
}

/** Upper bounds of the lengths, in characters. */
const lengthBounds = [500, 1000, 2000, 4000, 8000, null] as const

const shorterThan = (bound: number) => sql<number>`coalesce(sum(signs < ${sql.lit(bound)}), 0)`

/** One pass over the texts: how long they are. */
async function readLengths(db: Readable, articles: number): Promise<CorpusHealth['lengths']> {
  const row = await db
    .selectFrom(
      db
        .selectFrom('articles')
        .select(sql<number>`length(body)`.as('signs'))
        .as('texts'),
    )
    .select([
      shorterThan(500).as('b500'),
      shorterThan(1000).as('b1000'),
      shorterThan(2000).as('b2000'),
      shorterThan(4000).as('b4000'),
      shorterThan(8000).as('b8000'),
    ])
    .executeTakeFirstOrThrow()
  const below = [row.b500, row.b1000, row.b2000, row.b4000, row.b8000, articles]
  return lengthBounds.map((upTo, index) => ({ upTo, count: (below[index] ?? 0) - (below[index - 1] ?? 0) }))
}

/** The whole sheet. Reads every text once. */
export async function readCorpusHealth(db: Readable): Promise<CorpusHealth> {
  const totals = await db
    .selectFrom('articles')
    .select([
      sql<number>`count(*)`.as('articles'),
      sql<number>`coalesce(sum(ai_use = 0), 0)`.as('closed'),
      sql<number>`coalesce(sum(title = ''), 0)`.as('title'),
      sql<number>`coalesce(sum(day IS NULL), 0)`.as('date'),
      sql<number>`coalesce(sum(section IS NULL), 0)`.as('section'),
      sql<number>`coalesce(sum(authors = '[]'), 0)`.as('authors'),
      sql<number>`coalesce(sum(tags = '[]'), 0)`.as('tags'),
      sql<number>`coalesce(sum(lang IS NULL), 0)`.as('lang'),
    ])
    .executeTakeFirstOrThrow()
  const { articles, closed, ...missing } = totals
  const byValue = (a: Facet, b: Facet) => (a.value ?? '').localeCompare(b.value ?? '')
  return {
    articles,
    comments: await countComments(db),
    closed,
    languages: await facet(db, 'lang'),
    sections: await facet(db, 'section'),
    years: (await facet(db, 'year')).toSorted(byValue),
    months: (await facet(db, 'month')).toSorted(byValue),
    rights: await facet(db, 'rights'),
    lengths: await readLengths(db, articles),
    missing,
  }
}
