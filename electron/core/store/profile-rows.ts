// What is kept of articles beside them: link profiles and signatures. The only SQL over `article_profiles`.
// It must not know what the bytes say.
import { sql } from 'kysely'
import type { Readable, Writable } from './database.ts'
import { fromJson } from './rows.ts'

export type ProfileRow = { n: number; hash: string; model: string | null; profile: Uint8Array | null; signature: Uint8Array }

export async function saveProfiles(db: Writable, rows: readonly ProfileRow[]): Promise<void> {
  for (const { n, hash, model, profile, signature } of rows) {
    await sql`INSERT OR REPLACE INTO article_profiles(n, hash, model, profile, signature)
      SELECT n, ${hash}, ${model}, ${profile && Buffer.from(profile)}, ${Buffer.from(signature)} FROM articles WHERE n = ${n}`.execute(db)
  }
}

export type KeptProfileRow = { id: string; day: string | null; kind: string | null; tags: string[]; bytes: Uint8Array }

/** Profiles made with `model` of these articles, in no order; a profile of an older text is left out. */
export async function readProfiles(db: Readable, ids: readonly string[], model: string): Promise<KeptProfileRow[]> {
  const kept: KeptProfileRow[] = []
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .selectFrom('articles')
      .innerJoin('article_profiles', 'article_profiles.n', 'articles.n')
      .select(['articles.id', 'articles.day', 'articles.kind', 'articles.tags', 'article_profiles.profile'])
      .where('articles.id', 'in', ids.slice(start, start + 500))
      .where('article_profiles.model', '=', model)
      .whereRef('article_profiles.hash', '=', 'articles.hash')
      .execute()
    for (const { profile, tags, ...row } of rows) if (profile) kept.push({ ...row, tags: fromJson<string[]>(tags), bytes: profile })
  }
  return kept
}

/** How many articles have a signature, and a profile of `model` when one is given. */
export async function countProfiles(db: Readable, model: string | null): Promise<number> {
  let query = db.selectFrom('article_profiles').select((eb) => eb.fn.countAll<number>().as('total'))
  if (model !== null) query = query.where('model', '=', model)
  return (await query.executeTakeFirstOrThrow()).total
}

export type SignatureRow = { n: number; signature: Uint8Array }

/** Signatures in the order articles came, after `n`. */
export async function signaturesAfter(db: Readable, n: number, limit: number): Promise<SignatureRow[]> {
  return db.selectFrom('article_profiles').select(['n', 'signature']).where('n', '>', n).orderBy('n').limit(limit).execute()
}

export type DatedRow = { n: number; id: string; title: string; date: string | null; day: string | null; rights: string; body: string }

/** What tells the copies of one text apart. */
export async function articlesByNumber(db: Readable, numbers: readonly number[]): Promise<DatedRow[]> {
  const rows: DatedRow[] = []
  for (let start = 0; start < numbers.length; start += 500) {
    const part = numbers.slice(start, start + 500)
    rows.push(
      ...(await db.selectFrom('articles').select(['n', 'id', 'title', 'date', 'day', 'rights', 'body']).where('n', 'in', part).execute()),
    )
  }
  return rows.sort((a, b) => a.n - b.n)
}
