// Past decisions on similar comments, and the marks of a list: what is compared, what is said, what is kept back.
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sharedData } from '../../shared-data.ts'
import { harbour } from '../../make-desk.ts'
import { openNewsroom, type Newsroom } from './newsroom.ts'

const asked = { id: 'q', article: 'n1', body: 'Le maire ment encore sur la digue, quel menteur !' }
const past = [
  { id: 'p1', article: 'n1', body: 'Maire menteur, la digue ne sera jamais finie.', decision: 'refuse', clause: 'c1' },
  { id: 'p2', article: 'n1', body: 'Et la digue alors ? Les mensonges du maire fatiguent.', decision: 'publish' },
  { id: 'p3', article: 'n1', body: 'Très belle photo des goélands.', decision: 'publish' },
  { id: 'p4', article: null, body: 'Le maire ment, menteur de maire !', label: 1 },
]

let room: Newsroom
const similar = (comment = 'q', limit?: number) => room.client.moderation.similar({ comment, ...(limit === undefined ? {} : { limit }) })

beforeEach(async () => {
  room = await openNewsroom()
  await room.bring('articles', 'a.jsonl', [{ id: 'n1', ...harbour }])
  await room.bring('comments', 'c.jsonl', [asked, ...past])
}, 60_000)
afterEach(() => room.desk.close())

describe('similar decisions', () => {
  it('lists the nearest decided comments with their decision, clause and the words they share', async () => {
    const { compared, items } = await similar()
    expect(compared).toBe(4)
    expect(items.map(({ id }) => id).toSorted()).toEqual(['p1', 'p2', 'p4'])
    const [p1, p2, p4] = ['p1', 'p2', 'p4'].map((id) => items.find((one) => one.id === id)!)
    expect(p1).toMatchObject({ decision: 'refuse', clause: 'c1', here: false, title: harbour.title, harsh: true })
    expect(p1!.words).toEqual(expect.arrayContaining(['maire', 'menteur', 'digue']))
    expect(p2).toMatchObject({ decision: 'publish', harsh: false })
    // "menteur" and "mensonges" share no stem: the grams see it.
    expect(p2!.words).not.toContain('menteur')
    expect(p4).toMatchObject({ decision: 'refuse', clause: null, harsh: true })
    expect(items.map(({ likeness }) => likeness)).toEqual(items.map(({ likeness }) => likeness).toSorted((a, b) => b - a))
    expect((await similar('q', 1)).items).toHaveLength(1)
  })

  it('follows decisions taken here, their reason and their undoing; says no name, no note, no pseudonym', async () => {
    const { client } = room
    await room.bring('comments', 'd.jsonl', [
      { id: 'd1', article: 'n1', author: 'Yann', body: 'La digue ? Le maire ment, un menteur de plus.' },
    ])
    await client.reviews.decideComment({
      comment: 'd1',
      decision: 'publish',
      publicReason: 'Une critique, pas une injure.',
      note: 'VU-AVEC-LA-CHEFFE',
    })
    const { compared, items } = await similar()
    expect(compared).toBe(5)
    expect(items.find(({ id }) => id === 'd1')).toMatchObject({
      decision: 'publish',
      here: true,
      publicReason: 'Une critique, pas une injure.',
    })
    expect(JSON.stringify(items)).not.toMatch(/VU-AVEC|lecteur-/)
    const person = (await client.people.list({}))[0]!
    expect(JSON.stringify(items)).not.toContain(person.name)
    for (const item of items) expect(Object.keys(item)).not.toContain('by')
    await client.reviews.undoComment({ comment: 'd1' })
    expect((await similar()).compared).toBe(4)
    // Doubt settles nothing: it is no precedent.
    await client.reviews.decideComment({ comment: 'd1', decision: 'doubt' })
    expect((await similar()).compared).toBe(4)
  })

  it('never lists the comment itself, and refuses an unknown one', async () => {
    await room.client.reviews.decideComment({ comment: 'q', decision: 'refuse', clause: 'c1' })
    expect((await similar()).items.map(({ id }) => id)).not.toContain('q')
    await expect(similar('nobody')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('reads a text that changed again', async () => {
    await similar()
    await room.bring('comments', 'c.jsonl', [{ ...past[2]!, body: 'Le maire ment sur la digue, dit mon voisin.' }])
    expect((await similar()).items.map(({ id }) => id)).toContain('p3')
  })
})

describe('the marks of a list', () => {
  it('give the article’s title and blur what was refused as harsh, or for a reason unknown', async () => {
    const marks = await room.client.moderation.marks({ comments: ['p1', 'p2', 'p4', 'nobody', 'q'] })
    expect(marks).toEqual([
      { comment: 'p1', title: harbour.title, harsh: true },
      { comment: 'p2', title: harbour.title, harsh: false },
      { comment: 'p4', title: null, harsh: true },
      { comment: 'q', title: harbour.title, harsh: false },
    ])
    await room.bring('comments', 'e.jsonl', [{ id: 'e1', article: 'n1', body: 'Le maire est un connard.' }])
    await room.client.suggestions.suggest({ task: 'moderation', item: 'e1' })
    expect(await room.client.moderation.marks({ comments: ['e1'] })).toMatchObject([{ harsh: true }])
    const { items } = await room.client.reviews.queue({ task: 'moderation' })
    expect(items.find((one) => one.item === 'e1')).toMatchObject({ harsh: true })
    expect(items.find((one) => one.item === 'q')).toMatchObject({ harsh: false })
  })
})

const spans = sharedData('civil-comments-toxic-spans/comments.jsonl')
it.skipIf(spans === null)('finds its way among real comments, and is ready for them before it is asked', async () => {
  const comments = readFileSync(spans!, 'utf8')
    .split('\n', 1500)
    .map((line, at) => ({ ...(JSON.parse(line) as object), id: `s${at}`, article: null, label: at % 2 }))
  await room.bring('comments', 's.jsonl', comments)
  // A question waits a moment only: asked while decisions are still being read, it is compared with those that were.
  await expect.poll(async () => (await similar('s18')).compared, { timeout: 20_000 }).toBeGreaterThan(1400)
  const [one, again] = [await similar('s18', 20), await similar('s18', 20)]
  expect(one.items.length).toBeGreaterThan(0)
  expect(again).toEqual(one)
})
