// The full text of an archive, filled in bulk by a worker: the same as made one by one, and whole after whatever stopped it.
// It must not know how FTS5 keeps it.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { beginBulk, isBulk, unindexedArticles, writeFullText } from '../../../electron/core/store/article-search.ts'
import { stemText } from '../../../electron/core/text/stems.ts'
import { workerPool } from '../../../electron/core/workers/pool.ts'
import { harbour } from '../../make-desk.ts'
import { openNewsroom, type Newsroom } from './newsroom.ts'

const many = 450
const records = Array.from({ length: many }, (_, at) => ({
  ...harbour,
  id: `a${at}`,
  title: `${harbour.title} (${at})`,
  body: `${harbour.body} Marée ${at}, l’écluse d’en haut.`,
  lang: at % 3 === 0 ? 'en' : 'fr',
  tags: ['Pêche', `Port ${at % 7}`],
}))

/** Every term with the documents and places it stands in, as FTS5 itself tells them. */
function termsIn(folder: string): unknown[] {
  const db = new Database(join(folder, 'desk.sqlite'))
  db.exec(`CREATE VIRTUAL TABLE temp.seen USING fts5vocab('main', 'articles_text', 'instance')`)
  const terms = db.prepare('SELECT term, doc, col, "offset" FROM temp.seen ORDER BY term, doc, col, "offset"').raw().all()
  db.exec(`INSERT INTO articles_text(articles_text) VALUES ('integrity-check')`)
  db.close()
  return terms
}

/** The index as it was made before there was a worker: one article after the other, stemmed here. */
function termsOneByOne(folder: string): unknown[] {
  const db = new Database(join(folder, 'desk.sqlite'))
  const made = String(db.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'articles_text'`).pluck().get())
  const plain = new Database(':memory:')
  plain.exec(made)
  const insert = plain.prepare('INSERT INTO articles_text(rowid, title, stems) VALUES (?, ?, ?)')
  for (const row of db.prepare('SELECT n, title, body, tags, lang FROM articles').all() as Row[]) {
    const title = stemless(row.title)
    insert.run(row.n, title, stemText(`${row.title}\n${row.body}\n${row.tags}`, row.lang ?? 'fr'))
  }
  plain.exec(`CREATE VIRTUAL TABLE temp.seen USING fts5vocab('main', 'articles_text', 'instance')`)
  const terms = plain.prepare('SELECT term, doc, col, "offset" FROM temp.seen ORDER BY term, doc, col, "offset"').raw().all()
  plain.close()
  db.close()
  return terms
}

type Row = { n: number; title: string; body: string; tags: string; lang: string | null }
/** A language without a stemmer: words are only folded. */
const stemless = (text: string): string => stemText(text, 'xx')

async function total(room: Newsroom, query: string): Promise<number> {
  return (await room.client.articles.list({ query, limit: 1 })).total
}

it('in bulk every article is searchable, with the very terms of one made by one, and the index is tidied', async () => {
  const room = await openNewsroom()
  await room.bring('articles', 'a.jsonl', records)
  expect(await total(room, 'ligneurs')).toBe(0)
  await room.desk.prepare(null)
  expect(await total(room, 'ligneurs')).toBe(many)
  expect(await total(room, 'écluse 449')).toBe(1)
  expect(await isBulk(room.desk.store.read)).toBe(false)
  expect(termsIn(room.folder)).toEqual(termsOneByOne(room.folder))
})

it('stopped half way nothing is lost: what was left is indexed, and the pieces joined, by the next', async () => {
  const room = await openNewsroom()
  await room.bring('articles', 'a.jsonl', records)
  const { store } = room.desk
  // What a desk that is killed in the middle of a bulk leaves behind.
  await store.write(beginBulk)
  for (let after = 0; after < 300;) {
    const some = await unindexedArticles(store.read, after, 10)
    await store.write((db) =>
      writeFullText(
        db,
        some.map((one) => ({ ...one, stems: stemText(`${one.title}\n${one.body}\n${one.tags}`, one.lang ?? 'fr') })),
      ),
    )
    after = some.at(-1)?.n ?? 300
  }
  expect(await isBulk(store.read)).toBe(true)
  expect(await total(room, 'ligneurs')).toBe(300)
  await room.desk.prepare(null)
  expect(await total(room, 'ligneurs')).toBe(many)
  expect(await isBulk(store.read)).toBe(false)
  expect(termsIn(room.folder)).toEqual(termsOneByOne(room.folder))
})

it('a worker makes the very stems that are made here', async () => {
  const pool = workerPool()
  onTestFinished(() => pool.close())
  const texts = records.slice(0, 40).map(({ title, body, lang }) => ({ text: `${title}\n${body}`, lang }))
  expect(await pool.run('stem-texts', { texts })).toEqual(texts.map(({ text, lang }) => stemText(text, lang)))
})

it('a bulk that was killed after its last article is tidied too', async () => {
  const room = await openNewsroom()
  await room.bring('articles', 'a.jsonl', records.slice(0, 3))
  await room.desk.prepare(null)
  await room.desk.store.write(beginBulk)
  await room.desk.prepare(null)
  expect(await isBulk(room.desk.store.read)).toBe(false)
  expect(await total(room, 'ligneurs')).toBe(3)
})

it('an article that changed or went while its stems were made is not written with the old ones', async () => {
  const room = await openNewsroom()
  await room.bring('articles', 'a.jsonl', records.slice(0, 3))
  const { store } = room.desk
  const read = await unindexedArticles(store.read, 0, 10)
  const stemmed = read.map((one) => ({ ...one, stems: 'zzz' }))
  await room.bring('articles', 'a.jsonl', [{ ...records[0], body: 'Un tout autre texte sur la criée.' }, ...records.slice(1, 3)])
  await store.write((db) => db.deleteFrom('articles').where('id', '=', 'a1').execute())
  expect(await store.write((db) => writeFullText(db, stemmed))).toBe(1)
  await room.desk.prepare(null)
  expect(await total(room, 'zzz')).toBe(1)
  expect(await total(room, 'criée autre')).toBe(1)
})
