// Counts over the whole archive, for the health sheet and the filters.
import { sql } from 'kysely'
import type { CorpusHealth } from '../../../shared/domain/article.ts'
import { countComments } from './comment-rows.ts'
import type { Readable } from './database.ts'

async function facet(db: Readable, column: 'lang' | 'section' | 'rights' | 'year'): Promise<{ value: string | null; count: number }[]> {
  const expression = column === 'year' ? sql<string | null>`substr(day, 1, 4)` : sql<string | null>`${sql.ref(column)}`
  const rows = await db
    .selectFrom('articles')
    .select([expression.as('value'), sql<number>`count(*)`.as('count')])
    .groupBy('value')
    .orderBy('count', 'desc')
    .limit(200)
    .execute()
  return rows
}

const lengthBounds = [500, 1000, 2000, 4000, 8000, null] as const

export async function readCorpusHealth(db: Readable): Promise<CorpusHealth> {
  const totals = await db
    .selectFrom('articles')
    .select([
      sql<number>`count(*)`.as('articles'),
      sql<number>`coalesce(sum(title = ''), 0)`.as('title'),
      sql<number>`coalesce(sum(day IS NULL), 0)`.as('date'),
      sql<number>`coalesce(sum(section IS NULL), 0)`.as('section'),
      sql<number>`coalesce(sum(authors = '[]'), 0)`.as('authors'),
      sql<number>`coalesce(sum(tags = '[]'), 0)`.as('tags'),
      sql<number>`coalesce(sum(lang IS NULL), 0)`.as('lang'),
    ])
    .executeTakeFirstOrThrow()
  const { articles, ...missing } = totals
  const lengths: { upTo: number | null; count: number }[] = []
  let below = 0
  for (const upTo of lengthBounds) {
    const row = await db
      .selectFrom('articles')
      .select(sql<number>`count(*)`.as('count'))
      .where(sql<boolean>`length(body) < ${upTo ?? Number.MAX_SAFE_INTEGER}`)
      .executeTakeFirstOrThrow()
    lengths.push({ upTo, count: row.count - below })
    below = row.count
  }
  return {
    articles,
    comments: await countComments(db),
    languages: await facet(db, 'lang'),
    sections: await facet(db, 'section'),
    years: (await facet(db, 'year')).toSorted((a, b) => (a.value ?? '').localeCompare(b.value ?? '')),
    rights: await facet(db, 'rights'),
    lengths,
    missing,
  }
}
