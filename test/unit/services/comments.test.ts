// Comments: pseudonymised and masked before anything is written, decided as comments.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDesk } from '../../../electron/core/desk.ts'
import { agreement } from '../../../electron/core/services/comment-decisions.ts'
import { harbour, resources } from '../../make-desk.ts'
import { openNewsroom, refusal } from './newsroom.ts'

const people = [
  {
    id: 'c1',
    article: 'n1',
    author: 'Gwenola Le Bihannic',
    body: 'Appelez-moi au 06 12 34 56 78 ou écrivez à gwenola.bihannic@exemple.bzh pour en parler.',
    date: '2026-03-04',
  },
  {
    id: 'c2',
    article: 'n1',
    parent: 'c1',
    author: 'gwenola le bihannic ',
    body: 'Je précise : +33 6 12 34 56 78.',
    email: 'gwenola@exemple.bzh',
    ip: '203.0.113.77',
  },
  { id: 'c3', article: 'n1', author: 'Tanguy Kerjean', body: 'Bande d’abrutis, tous des voleurs !', decision: null },
]

/** The bytes of every file of a folder, by path. */
function bytesOf(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (statSync(path).isFile()) files.set(name, readFileSync(path))
  }
  return files
}

describe('the import of comments', () => {
  it('leaves no name, address, number or IP anywhere in the data folder', async () => {
    const room = await openNewsroom()
    await room.bring('articles', 'a.jsonl', [{ id: 'n1', ...harbour }])
    await room.bring('comments', 'c.jsonl', people)
    const { items } = await room.client.comments.list({})
    expect(items.map((comment) => comment.author)).toEqual([items[0]!.author, items[0]!.author, items[2]!.author])
    expect(items[0]!.author).toMatch(/^lecteur-[0-9a-f]{10}$/)
    expect(items[2]!.author).not.toBe(items[0]!.author)
    expect(items[0]!.masked).toBe(2)
    expect(items[1]!.masked).toBe(1)
    await room.client.reviews.decideComment({ comment: 'c3', decision: 'refuse' })
    await room.desk.close()
    const written = [...bytesOf(room.folder)].filter(([name]) => name !== 'c.jsonl')
    expect(written.map(([name]) => name)).toContain('desk.sqlite')
    for (const [name, bytes] of written) {
      for (const secret of ['Gwenola', 'gwenola', 'Bihannic', 'Kerjean', '06 12 34', '6 12 34 56 78', 'exemple.bzh', '203.0.113']) {
        expect(bytes.includes(secret), `${secret} in ${name}`).toBe(false)
      }
    }
  })

  it('gives an author the same pseudonym from one opening to the next, another on another desk', async () => {
    const room = await openNewsroom()
    await room.bring('comments', 'c.jsonl', people.slice(0, 1))
    const [first] = (await room.client.comments.list({})).items
    await room.desk.close()
    const again = await openNewsroom({ dataDir: room.folder })
    await again.bring('comments', 'd.jsonl', [{ id: 'd1', author: 'Gwenola Le Bihannic', body: 'Encore moi.' }])
    const { items } = await again.client.comments.list({})
    expect(items.find((comment) => comment.id === 'd1')?.author).toBe(first?.author)
    const other = await openNewsroom()
    await other.bring('comments', 'c.jsonl', people.slice(0, 1))
    expect((await other.client.comments.list({})).items[0]?.author).not.toBe(first?.author)
  })

  it('imports the same file twice without change, a corrected comment as updated', async () => {
    const room = await openNewsroom()
    expect(await room.bring('comments', 'c.jsonl', people)).toMatchObject({ imported: 3 })
    expect(await room.bring('comments', 'c.jsonl', people)).toEqual({ imported: 0, updated: 0, unchanged: 3, rejected: [] })
    await room.client.suggestions.suggest({ task: 'moderation', item: 'c3' })
    await room.acts()
    expect(await room.bring('comments', 'c.jsonl', [{ ...people[2], body: 'Je retire ce que j’ai dit.' }])).toMatchObject({ updated: 1 })
    expect(await room.bring('comments', 'e.jsonl', [people[0]!])).toMatchObject({
      imported: 0,
      rejected: [{ at: 'line 1', reason: expect.stringContaining('id-conflict') as string }],
    })
  })
})

describe('the list of comments', () => {
  it('is kept to what waits, was decided here or before, and to a decision', async () => {
    const room = await openNewsroom()
    const { client } = room
    const one = (id: string, past: object = {}) => ({ id, article: null, body: `Un avis de plus, le ${id}.`, ...past })
    const past = [one('held', { label: 1 }), one('shown', { label: 0 }), one('refused', { decision: 'refuse' })]
    await room.bring('comments', 'c.jsonl', [one('new'), one('here'), one('doubted'), ...past])
    await client.reviews.decideComment({ comment: 'here', decision: 'publish' })
    await client.reviews.decideComment({ comment: 'doubted', decision: 'doubt' })
    // A decision taken here goes before the one that was imported.
    await client.reviews.decideComment({ comment: 'held', decision: 'publish' })
    const listed = async (filter: Parameters<typeof client.comments.count>[0]) => {
      const { total, items } = await client.comments.list(filter)
      const { items: page, counted } = await client.comments.list({ ...filter, limit: 1, uncounted: true })
      expect([total, (await client.comments.count(filter)).total, page[0]?.id]).toEqual([items.length, items.length, items[0]?.id])
      expect(counted).toBe(items.length === 0)
      return items.map(({ id }) => id)
    }
    expect(await listed({ state: 'waiting' })).toEqual(['new'])
    expect(await listed({ state: 'here' })).toEqual(['here', 'doubted', 'held'])
    expect(await listed({ state: 'before' })).toEqual(['shown', 'refused'])
    expect(await listed({ verdict: 'publish' })).toEqual(['here', 'held', 'shown'])
    expect(await listed({ verdict: 'refuse' })).toEqual(['refused'])
    expect(await listed({ verdict: 'doubt', query: 'avis' })).toEqual(['doubted'])
    expect(await listed({ state: 'before', verdict: 'doubt' })).toEqual([])
  })
})

describe('a decision on a comment', () => {
  it('derives agreement with the opinion, and undoing opens it again', async () => {
    const room = await openNewsroom()
    const { client } = room
    await room.bring('articles', 'a.jsonl', [{ id: 'n1', ...harbour }])
    await room.bring('comments', 'c.jsonl', people)
    const { suggestions } = await client.suggestions.suggest({ task: 'moderation', item: 'c3' })
    const [opinion] = suggestions
    expect(opinion?.value).toMatchObject({ hold: true })
    await room.acts()
    for (const [decision, state, agrees] of [
      ['refuse', 'accepted', true],
      ['publish', 'rejected', false],
      ['doubt', 'unsure', null],
    ] as const) {
      const { entry } = await client.reviews.decideComment({ comment: 'c3', decision, publicReason: 'Propos insultants', note: 'récidive' })
      expect((await client.comments.show({ id: 'c3' })).opinion?.state).toBe(state)
      const [last] = (await client.ledger.list({ subject: 'c3' })).entries
      expect(last).toMatchObject({
        body: { id: entry, act: 'comment.decided', facts: { decision, agrees, opinion: opinion?.id } },
        contents: { publicReason: 'Propos insultants', note: 'récidive' },
      })
      expect(JSON.stringify(last?.body)).not.toContain('insultants')
    }
    await client.reviews.undoComment({ comment: 'c3' })
    const after = await client.comments.show({ id: 'c3' })
    expect([after.comment.decided, after.opinion?.state]).toEqual([null, 'proposed'])
    expect(await refusal(client.reviews.undoComment({ comment: 'c3' }))).toBe('bad-transition')
    expect(await room.acts()).toEqual(['comment.decided', 'comment.decided', 'comment.decided', 'comment.undone'])
    expect(await refusal(client.reviews.accept({ id: opinion!.id }))).toBe('bad-transition')
  })

  it('names a clause of the charter or none', async () => {
    const room = await openNewsroom()
    const { client } = room
    await room.bring('comments', 'c.jsonl', people)
    const [clause] = (await client.reviews.charter({})).clauses
    for (const decision of ['refuse', 'publish', 'doubt'] as const) {
      expect(await refusal(client.reviews.decideComment({ comment: 'c1', decision, clause: 'inventée' }))).toBe('bad-input')
    }
    expect(await refusal(client.reviews.decideComment({ comment: 'absent', decision: 'publish' }))).toBe('not-found')
    await client.reviews.decideComment({ comment: 'c1', decision: 'refuse', clause: clause!.id })
    expect((await client.comments.show({ id: 'c1' })).comment.decided).toMatchObject({ decision: 'refuse', clause: clause!.id, by: 'me' })
    expect((await client.reviews.counts({})).moderation).toBe(2)
  })

  it('agrees, disagrees, or says nothing where one of the two doubts', () => {
    expect([
      agreement({ hold: true }, 'refuse'),
      agreement({ hold: true }, 'publish'),
      agreement({ hold: false }, 'publish'),
      agreement({ hold: false }, 'refuse'),
    ]).toEqual([true, false, true, false])
    expect([agreement({ hold: null }, 'refuse'), agreement({ hold: true }, 'doubt')]).toEqual([null, null])
  })
})

it('a damaged pseudonym key is refused, not silently replaced', async () => {
  const room = await openNewsroom()
  await room.bring('comments', 'c.jsonl', people)
  room.file('mapping/pseudonyms.json', 'broken')
  expect(await refusal(room.bring('comments', 'd.jsonl', [{ id: 'd', author: 'A', body: 'b' }]))).toBe('bad-input')
  await room.desk.close()
  const desk = await openDesk({ dataDir: room.folder, shell: 'host', resources, background: false })
  await desk.close()
})
