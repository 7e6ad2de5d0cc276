// Rows of a desk written with better-sqlite3 and nothing else: what Marbre is measured against, and how big archives are made fast.
// It must not know Marbre's services.
import Database from 'better-sqlite3'
import { articleHash } from '../../electron/core/services/content-hashes.ts'
import { foldText } from '../../electron/core/store/fold-text.ts'
import { stemText } from '../../electron/core/text/stems.ts'
import type { DrawnArticle } from './drawn-articles.ts'

const columns =
  'id, source, title, body, lang, date, day, section, authors, url, tags, kind, deck, embargo, rights, ai_use, do_not_link, hash, imported_at'.split(
    ', ',
  )

export type BareRow = { values: (string | number | null)[]; id: string; tags: { tag: string; folded: string }[] }

/** The very values Marbre stores for this article. */
export function bareRow(article: DrawnArticle): BareRow {
  const { id, title, body, lang, date, section, url } = article
  const known = [id, 'bench.jsonl', title, body, lang, date, date.slice(0, 10), section, JSON.stringify(article.authors), url]
  const rest = [JSON.stringify(article.tags), null, null, null, 'own', 1, null, articleHash(article), '2026-11-22T08:00:00.000Z']
  return { id, values: [...known, ...rest], tags: article.tags.map((tag) => ({ tag, folded: foldText(tag) })) }
}

/** The two texts Marbre's full text is made of. */
export function bareText({ title, body, tags, lang }: DrawnArticle): [title: string, stems: string] {
  return [foldText(title), stemText(`${title}\n${body}\n${JSON.stringify(tags)}`, lang)]
}

/** Opens a database file as Marbre does for writing. `durable` false: for archives that are only material. */
export function openBare(path: string, durable = true): Database.Database {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`)
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -16000')
  db.pragma('mmap_size = 268435456')
  db.pragma('secure_delete = ON')
  return db
}

/** Makes in `db` the tables of `desk` (a desk's database) that hold articles and their full text, with their indexes. */
export function copyTables(desk: string, db: Database.Database): void {
  const from = new Database(desk, { readonly: true })
  const made = from
    .prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name IN ('articles', 'article_tags', 'articles_text')`)
    .pluck()
    .all()
  from.close()
  for (const statement of made) db.exec(String(statement))
}

export type BareWriter = { row: (row: BareRow) => number; text: (n: number, text: readonly [string, string]) => void }

export function bareWriter(db: Database.Database): BareWriter {
  const insert = db.prepare(`INSERT INTO articles(${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  const tag = db.prepare('INSERT INTO article_tags(article, tag, folded, position) VALUES (?, ?, ?, ?)')
  const text = db.prepare('INSERT INTO articles_text(rowid, title, stems) VALUES (?, ?, ?)')
  return {
    row: ({ id, values, tags }) => {
      const { lastInsertRowid } = insert.run(values)
      tags.forEach((one, position) => tag.run(id, one.tag, one.folded, position))
      return Number(lastInsertRowid)
    },
    text: (n, [title, stems]) => void text.run(n, title, stems),
  }
}

/** Does `work` for each, a thousand to a transaction. */
export function inThousands<T>(db: Database.Database, all: readonly T[], work: (one: T, at: number) => void): void {
  const write = db.transaction((start: number) => all.slice(start, start + 1000).forEach((one, at) => work(one, start + at)))
  for (let start = 0; start < all.length; start += 1000) write(start)
}
