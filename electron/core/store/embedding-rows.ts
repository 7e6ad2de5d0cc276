// Articles an embedding model may read: those whose rights allow AI use and that have a text.
// It must not know vectors.
import { sql, type Selectable } from 'kysely'
import type { Readable } from './database.ts'
import type { ArticlesTable } from './schema.ts'

/** What is embedded of an article, and what its vector is kept with. */
export type EmbeddableRow = Pick<Selectable<ArticlesTable>, 'id' | 'hash' | 'title' | 'body' | 'lang' | 'day' | 'kind'>

function embeddable(db: Readable) {
  return db
    .selectFrom('articles')
    .where('ai_use', '=', 1)
    .where(sql<string>`trim(title || body)`, '<>', '')
}

export async function countEmbeddable(db: Readable): Promise<number> {
  const row = await embeddable(db)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

/** Ids and content hashes, the last imported first, up to `limit` of those before `n`. */
export async function embeddableBefore(db: Readable, n: number, limit: number): Promise<{ n: number; id: string; hash: string }[]> {
  return embeddable(db).select(['n', 'id', 'hash']).where('n', '<', n).orderBy('n', 'desc').limit(limit).execute()
}

/** Those of `ids` that may be embedded now, in no order. */
export async function embeddableRows(db: Readable, ids: readonly string[]): Promise<EmbeddableRow[]> {
  return embeddable(db).select(['id', 'hash', 'title', 'body', 'lang', 'day', 'kind']).where('id', 'in', ids).execute()
}
