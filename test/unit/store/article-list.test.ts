// The list of articles against a plain count in memory: few hits or many, any filter, any page.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertArticles, type StoredArticle } from '../../../electron/core/store/article-rows.ts'
import { countListed, listArticles } from '../../../electron/core/store/article-list.ts'
import { findHits, type NarrowFilter } from '../../../electron/core/store/article-query.ts'
import { matchExpression, textToStem, unindexedArticles, writeFullText } from '../../../electron/core/store/article-search.ts'
import { openStore, type Store } from '../../../electron/core/store/store.ts'
import { stemText } from '../../../electron/core/text/stems.ts'

const folder = mkdtempSync(join(tmpdir(), 'marbre-'))
let store: Store
const many = 1_500
const articles = Array.from({ length: many }, (_, at): StoredArticle => ({
  id: `a${at}`,
  title: at % 50 === 0 ? '' : `Titre ${at}`,
  body: `${'La mer monte. '.repeat(1 + (at % 90))}${at % 100 === 3 ? 'La criée ferme.' : ''}`,
  lang: at % 3 === 0 ? 'en' : 'fr',
  date: at % 10 === 0 ? null : `20${10 + (at % 15)}-0${1 + (at % 9)}-11`,
  section: at % 4 === 0 ? null : at % 4 === 1 ? 'Mer' : 'Sport',
  authors: at % 6 === 0 ? [] : ['A. B.'],
  url: null,
  tags: at % 7 === 0 ? [] : [at % 2 === 0 ? 'Pêche' : 'port'],
  kind: null,
  deck: null,
  embargo: null,
  rights: at % 5 === 0 ? 'agency' : 'own',
  aiUse: at % 5 !== 0,
  doNotLink: null,
  hash: `h${at}`,
  importedAt: '2026-01-01',
  source: 's',
}))

beforeAll(async () => {
  store = await openStore(folder)
  await store.write(async (db) => {
    for (let start = 0; start < many; start += 300) await insertArticles(db, articles.slice(start, start + 300))
    const read = await unindexedArticles(db, 0, many)
    const stems = (article: (typeof read)[number]) => stemText(textToStem(article).text, textToStem(article).lang)
    await writeFullText(
      db,
      read.map((article) => ({ ...article, stems: stems(article) })),
    )
  })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const newestFirst = (a: StoredArticle, b: StoredArticle) =>
  (b.date ?? '').localeCompare(a.date ?? '') || Number(b.id.slice(1)) - Number(a.id.slice(1))

/** `words`: what the match expression looks for, as the bodies have it. */
const cases: [string, NarrowFilter, (article: StoredArticle) => boolean][] = [
  ['all', { match: null }, () => true],
  ['few hits', { match: matchExpression('criée') }, ({ body }) => body.includes('criée')],
  ['many hits', { match: matchExpression('mer') }, () => true],
  ['many hits of a language', { match: matchExpression('mont'), lang: 'en' }, ({ lang }) => lang === 'en'],
  [
    'few hits of a section',
    { match: matchExpression('criee'), section: 'Mer' },
    (one) => one.body.includes('criée') && one.section === 'Mer',
  ],
  ['without a title', { match: null, missing: 'title' }, ({ title }) => title === ''],
  ['without a date', { match: null, missing: 'date' }, ({ date }) => date === null],
  ['without a section, closed', { match: null, missing: 'section', aiUse: false }, ({ section, aiUse }) => section === null && !aiUse],
  ['without an author', { match: null, missing: 'authors' }, ({ authors }) => authors.length === 0],
  ['without a tag', { match: null, missing: 'tags' }, ({ tags }) => tags.length === 0],
  ['a tag however spelt', { match: null, tag: 'peche' }, ({ tags }) => tags.includes('Pêche')],
  ['of a length', { match: null, lengthFrom: 500, lengthTo: 1000 }, ({ body }) => body.length >= 500 && body.length < 1000],
  ['of a time', { match: null, from: '2012-01-01', to: '2014-12-31' }, ({ date }) => date !== null && date >= '2012' && date < '2015'],
  ['of rights', { match: null, rights: 'agency' }, ({ rights }) => rights === 'agency'],
  ['but some', { match: matchExpression('mer'), except: ['a3', 'a4'] }, ({ id }) => id !== 'a3' && id !== 'a4'],
  ['none', { match: matchExpression('zzz') }, () => false],
]

describe('the list of articles', () => {
  it.each(cases)('%s: the right ones, in order, counted or not, page after page', async (_name, filter, keeps) => {
    const expected = articles
      .filter(keeps)
      .toSorted(newestFirst)
      .map(({ id }) => id)
    const found: string[] = []
    for (let offset = 0; offset === 0 || offset < expected.length; offset += 400) {
      const page = await listArticles(store.read, filter, { offset, limit: 400 })
      expect(page).toMatchObject({ total: expected.length, counted: true })
      found.push(...page.items.map(({ id }) => id))
    }
    expect(found).toEqual(expected)
    expect(await countListed(store.read, filter)).toBe(expected.length)
    const first = await listArticles(store.read, filter, { offset: 0, limit: 50, uncounted: true })
    expect(first.items.map(({ id }) => id)).toEqual(expected.slice(0, 50))
    // A page that ends the list says how long it is; any other only that there is more.
    expect([first.total, first.counted]).toEqual(expected.length < 50 ? [expected.length, true] : [51, false])
  })

  it('sorts few hits and walks the list for many', async () => {
    expect(await findHits(store.read, matchExpression('criée'))).toHaveProperty('few')
    expect(await findHits(store.read, matchExpression('mer'))).toHaveProperty('many')
  })

  it('counts a page asked beyond the end', async () => {
    const beyond = await listArticles(store.read, { match: null }, { offset: 9_000, limit: 50, uncounted: true })
    expect(beyond).toEqual({ total: many, counted: true, items: [] })
  })
})
