// The health sheet and the filters' lists, counted by hand on five articles.
import { expect, it } from 'vitest'
import { missingFieldSchema } from '../../../shared/domain/article.ts'
import { openNewsroom } from './newsroom.ts'

const bodies = ['a'.repeat(499), 'b'.repeat(500), 'é'.repeat(1999), 'd'.repeat(8000), 'e'.repeat(20)]

async function fiveArticles() {
  const room = await openNewsroom()
  await room.bring('articles', 'a.jsonl', [
    { id: 'n1', title: 'Un', body: bodies[0], date: '2024-01-05', section: 'Mer', lang: 'fr', tags: ['Pêche', 'Port'], authors: ['A B'] },
    { id: 'n2', title: 'Deux', body: bodies[1], date: '2024-01-31T23:30:00-05:00', section: 'Mer', lang: 'fr', tags: ['peche'] },
    { id: 'n3', title: '', body: bodies[2], date: '2024-03-01', lang: 'en', tags: ['Pêche'] },
    { id: 'n4', title: 'Quatre', body: bodies[3], date: 'automne', lang: 'fr', rights: 'agency' },
    { id: 'n5', title: 'Cinq', body: bodies[4], lang: 'fr', aiUse: false },
  ])
  return room
}

it('counts what is there and what is missing', async () => {
  const { client } = await fiveArticles()
  const health = await client.articles.health({})
  expect(health).toMatchObject({ articles: 5, comments: 0, closed: 2 })
  expect(health.missing).toEqual({ title: 1, date: 2, section: 3, authors: 4, tags: 2, lang: 0 })
  expect(health.years).toEqual([
    { value: null, count: 2 },
    { value: '2024', count: 3 },
  ])
  // An article's day is the day in its own zone.
  expect(health.months).toEqual([
    { value: null, count: 2 },
    { value: '2024-01', count: 2 },
    { value: '2024-03', count: 1 },
  ])
  expect(health.lengths).toEqual([
    { upTo: 500, count: 2 },
    { upTo: 1000, count: 1 },
    { upTo: 2000, count: 1 },
    { upTo: 4000, count: 0 },
    { upTo: 8000, count: 0 },
    { upTo: null, count: 1 },
  ])
})

it('offers to the filters the values there are, tags whatever their spelling', async () => {
  const { client } = await fiveArticles()
  const facets = await client.articles.facets({})
  expect(facets.tags).toEqual([
    { value: 'Pêche', count: 3 },
    { value: 'Port', count: 1 },
  ])
  expect(facets.sections).toEqual([
    { value: null, count: 3 },
    { value: 'Mer', count: 2 },
  ])
  for (const { value, count } of facets.tags) expect((await client.articles.list({ tag: value })).total).toBe(count)
})

it('leads from every gap to the articles that have it, and no others', async () => {
  const { client } = await fiveArticles()
  const { missing, closed, lengths } = await client.articles.health({})
  const listed = async (filter: Parameters<typeof client.articles.list>[0]) => {
    const { total, items } = await client.articles.list(filter)
    expect([total, (await client.articles.count(filter ?? {})).total]).toEqual([items.length, items.length])
    return items.map(({ id }) => id).toSorted()
  }
  for (const field of missingFieldSchema.options) expect(await listed({ missing: field }), field).toHaveLength(missing[field])
  expect(await listed({ missing: 'title' })).toEqual(['n3'])
  expect(await listed({ missing: 'section' })).toEqual(['n3', 'n4', 'n5'])
  expect(await listed({ missing: 'date', section: 'Mer' })).toEqual([])
  expect(await listed({ aiUse: false })).toHaveLength(closed)
  expect(await listed({ aiUse: true })).toHaveLength(5 - closed)
  for (const [index, { upTo, count }] of lengths.entries()) {
    const from = lengths[index - 1]?.upTo ?? undefined
    expect(await listed({ lengthFrom: from, lengthTo: upTo ?? undefined }), String(upTo)).toHaveLength(count)
  }
  expect(await listed({ lengthTo: 500 })).toEqual(['n1', 'n5'])
})

it('is all zeros on an empty desk', async () => {
  const { client } = await openNewsroom()
  const health = await client.articles.health({})
  expect(health.articles).toBe(0)
  expect(health.lengths.every(({ count }) => count === 0)).toBe(true)
  expect(Object.values(health.missing)).toEqual([0, 0, 0, 0, 0, 0])
  expect((await client.articles.facets({})).tags).toEqual([])
})
