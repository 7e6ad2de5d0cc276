import { expect, test } from 'vitest'
import { openNewsroom } from './newsroom.ts'

const words = 'port criée bateau vote conseil quai rénovation budget pêche mareyeur lundi marée ligne équipage retour vente'.split(' ')
/** A text of its own for each seed. */
const text = (seed: number, length = 120): string =>
  Array.from({ length }, (_, at) => words[(seed * 7 + at * (seed + 3) + ((at * at) % (seed + 5))) % words.length]).join(' ')

test('copies of one text are found, said what they are, and a text of its own is left alone', async () => {
  const room = await openNewsroom()
  const { client, desk } = room
  const dispatch = text(1)
  await room.bring('articles', 'a.jsonl', [
    { id: 'first', title: 'Criée', body: dispatch, date: '2026-03-01' },
    { id: 'later', title: 'Criée (actualisé)', body: `${dispatch} Le vote est reporté à jeudi, a-t-on appris.`, date: '2026-03-02' },
    { id: 'march', title: 'Guide', body: text(2), date: '2025-03-01' },
    { id: 'again', title: 'Guide, le retour', body: text(2), date: '2026-03-01' },
    { id: 'alone', title: 'Seul', body: text(3), date: '2026-03-01' },
  ])
  await room.client.imports.run({
    kind: 'articles',
    source: {
      paths: [
        room.file('wire.jsonl', ['w1', 'w2'].map((id) => JSON.stringify({ id, title: id, body: text(4), date: '2026-01-01' })).join('\n')),
      ],
    },
    rights: 'agency',
  })
  expect((await client.links.nearDuplicates({})).unread).toBe(7)
  await desk.prepare('links')
  const { groups, unread } = await client.links.nearDuplicates({})
  expect(unread).toBe(0)
  const found = Object.fromEntries(groups.map((group) => [group.articles.map(({ id }) => id).join(' '), group.kind]))
  expect(found).toEqual({ 'first later': 'update', 'march again': 'republication', 'w1 w2': 'agency-copy' })
  expect(groups.find(({ kind }) => kind === 'republication')!.similarity).toBe(1)
  expect((await client.links.nearDuplicates({ article: 'alone' })).groups).toEqual([])
  expect((await client.links.nearDuplicates({ article: 'later' })).groups).toHaveLength(1)
  expect((await client.links.nearDuplicates({ limit: 2 })).groups).toHaveLength(2)
})

test('a corrected text is read again', async () => {
  const room = await openNewsroom()
  const { client, desk } = room
  await room.bring(
    'articles',
    'a.jsonl',
    ['a', 'b'].map((id) => ({ id, title: id, body: text(5), date: '2026-03-01' })),
  )
  await desk.prepare('links')
  expect((await client.links.nearDuplicates({})).groups).toHaveLength(1)
  const { title, date, section, rights, aiUse } = await client.articles.show({ id: 'b' })
  await client.articles.save({ id: 'b', title, body: text(6), date, section, rights, aiUse })
  await desk.prepare('links')
  expect((await client.links.nearDuplicates({})).groups).toEqual([])
})
