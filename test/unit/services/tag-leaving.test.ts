// Tags that leave the thesaurus and come back: merged, retired, restored, with all that hangs on them.
import { describe, expect, it } from 'vitest'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { openNewsroom, refusal, type Newsroom } from './newsroom.ts'

const fr = (text: string, kind: 'preferred' | 'alternate' = 'preferred') => ({ lang: 'fr', text, kind })
const concept = (id: string, label: string, more: Partial<Concept> = {}): Concept => ({
  id,
  labels: [fr(label)],
  definition: null,
  parent: null,
  active: true,
  replacedBy: null,
  ...more,
})

const words = 'Le port de Kerlouan accueille la pêche au large. Les quais se remplissent.'

async function openRoom(): Promise<Newsroom> {
  const room = await openNewsroom()
  for (const one of [
    concept('peche', 'Pêche'),
    concept('peches', 'Pêches', {
      labels: [fr('Pêches'), fr('Pêcherie', 'alternate'), { lang: 'en', text: 'Fishing', kind: 'preferred' }],
    }),
    concept('hauturiere', 'Pêche hauturière', { parent: 'peches' }),
    concept('cotiere', 'Pêche côtière', { parent: 'peches' }),
  ])
    await room.client.vocabulary.save({ concept: one })
  await room.bring(
    'articles',
    'a.jsonl',
    ['a', 'b', 'c'].map((id) => ({ id, title: `Au port ${id}`, body: `${words} ${id}`, lang: 'fr', date: '2026-11-20', tags: ['Pêches'] })),
  )
  const output = (article: string, tag: string) => ({ article, task: 'tags', value: { concept: tag, label: tag }, engine: 'autre-outil' })
  const { rejected } = await room.bring('outputs', 'o.jsonl', [
    output('a', 'peches'),
    output('b', 'peches'),
    output('b', 'peche'),
    output('c', 'peches'),
  ])
  expect(rejected).toEqual([])
  await room.acts()
  return room
}

const byId = async ({ client }: Newsroom) =>
  new Map((await client.vocabulary.list({})).concepts.map(({ concept: one }) => [one.id, one] as const))
/** Tags of an article that wait, then what each decided one says. */
async function waitingOn({ client }: Newsroom, item: string): Promise<string[]> {
  const list = (await client.reviews.list({ task: 'tags' })).filter((one) => one.item === item)
  return list.map(({ value }) => ('concept' in value ? value.concept : ''))
}
const suggestionOn = async ({ client }: Newsroom, item: string, tag: string) =>
  (await client.suggestions.ofItem({ item, task: 'tags' })).find(({ value }) => 'concept' in value && value.concept === tag)!

describe('a merge', () => {
  it('says first what it will do, and does it: labels, children, what waits, the learned counts', async () => {
    const room = await openRoom()
    const { client } = room
    await client.reviews.accept({ id: (await suggestionOn(room, 'c', 'peches')).id, checks: [] })
    await client.tagging.addRule({ line: 'criée -> Pêches' })
    await room.acts()
    const said = await client.vocabulary.previewLeave({ concept: 'peches', into: 'peche' })
    expect(said).toEqual({
      concept: 'peches',
      into: 'peche',
      articles: 3,
      labels: ['Pêches', 'Pêcherie', 'Fishing'],
      children: ['cotiere', 'hauturiere'],
      moved: 1,
      dropped: 1,
      decisions: 1,
      rules: 1,
      learned: { accepted: 1, rejected: 0, added: 0 },
    })
    expect((await byId(room)).get('peches')).toMatchObject({ active: true })
    expect(await client.vocabulary.merge({ concept: 'peches', into: 'peche' })).toEqual(said)
    const now = await byId(room)
    expect(now.get('peches')).toMatchObject({ active: false, replacedBy: 'peche' })
    expect(now.get('peche')?.labels).toEqual([
      fr('Pêche'),
      fr('Pêches', 'alternate'),
      fr('Pêcherie', 'alternate'),
      { lang: 'en', text: 'Fishing', kind: 'alternate' },
    ])
    expect([now.get('hauturiere')?.parent, now.get('cotiere')?.parent]).toEqual(['peche', 'peche'])
    expect(await waitingOn(room, 'a')).toEqual(['peche'])
    expect(await waitingOn(room, 'b')).toEqual(['peche'])
    expect((await suggestionOn(room, 'c', 'peches')).state).toBe('accepted')
    expect((await client.tagging.rules({}))[0]).toMatchObject({ concept: 'peche', state: 'active' })
    expect((await client.tagging.learned({})).tags).toMatchObject([{ concept: 'peche', accepted: 1 }])
    expect(await room.acts()).toEqual(['vocabulary.merged'])
    await client.reviews.accept({ id: (await suggestionOn(room, 'a', 'peche')).id, checks: [] })
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('is undone whole: labels, children and what waits come back, decisions taken meanwhile stay', async () => {
    const room = await openRoom()
    const { client } = room
    const before = await byId(room)
    await client.vocabulary.merge({ concept: 'peches', into: 'peche' })
    await client.vocabulary.restore({ concept: 'peches' })
    expect(await byId(room)).toEqual(before)
    expect(await waitingOn(room, 'a')).toEqual(['peches'])
    expect((await waitingOn(room, 'b')).toSorted()).toEqual(['peche', 'peches'])
    expect(await refusal(client.vocabulary.restore({ concept: 'peches' }))).toBe('bad-transition')
    await client.vocabulary.merge({ concept: 'peches', into: 'peche' })
    await client.reviews.accept({ id: (await suggestionOn(room, 'a', 'peche')).id, checks: [] })
    await client.vocabulary.restore({ concept: 'peches' })
    expect((await suggestionOn(room, 'a', 'peche')).state).toBe('accepted')
    expect((await room.acts()).filter((act) => act.startsWith('vocabulary.'))).toEqual([
      'vocabulary.merged',
      'vocabulary.restored',
      'vocabulary.merged',
      'vocabulary.restored',
    ])
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('leaves alone what people changed on the other tag since', async () => {
    const room = await openRoom()
    const { client } = room
    await client.vocabulary.merge({ concept: 'peches', into: 'peche' })
    const merged = (await byId(room)).get('peche')!
    const labels = [
      fr('Pêche'),
      fr('Pêcherie'),
      ...merged.labels.slice(1).filter((label) => label.text !== 'Pêcherie'),
      fr('Halieutique', 'alternate'),
    ]
    await client.vocabulary.save({ concept: { ...merged, labels, definition: 'Capture du poisson.' } })
    await client.vocabulary.save({ concept: { ...(await byId(room)).get('cotiere')!, parent: null } })
    await client.vocabulary.restore({ concept: 'peches' })
    const now = await byId(room)
    expect(now.get('peche')).toMatchObject({
      definition: 'Capture du poisson.',
      labels: [fr('Pêche'), fr('Pêcherie'), fr('Halieutique', 'alternate')],
    })
    expect([now.get('cotiere')?.parent, now.get('hauturiere')?.parent]).toEqual([null, 'peches'])
  })

  it('into a tag that stands under it makes no circle, either way', async () => {
    const room = await openRoom()
    const { client } = room
    await client.vocabulary.save({ concept: concept('thon', 'Thon', { parent: 'hauturiere' }) })
    const before = await byId(room)
    await client.vocabulary.merge({ concept: 'peches', into: 'thon' })
    const now = await byId(room)
    expect(['thon', 'hauturiere', 'cotiere'].map((id) => now.get(id)?.parent)).toEqual([null, 'thon', 'thon'])
    await client.vocabulary.restore({ concept: 'peches' })
    expect(await byId(room)).toEqual(before)
  })

  it.each([
    [{ concept: 'rien', into: 'peche' }, 'not-found'],
    [{ concept: 'peche', into: 'peche' }, 'bad-input'],
    [{ concept: 'peche', into: 'rien' }, 'bad-input'],
  ])('refuses %j', async (wish, code) => {
    const room = await openRoom()
    expect(await refusal(room.client.vocabulary.merge(wish))).toBe(code)
    expect(await room.acts()).toEqual([])
  })
})

describe('a retirement', () => {
  it('without a replacement takes away what waits, and gives it back', async () => {
    const room = await openRoom()
    const { client } = room
    expect(await client.vocabulary.retire({ concept: 'peches', replacedBy: null })).toMatchObject({ moved: 0, dropped: 3, labels: [] })
    expect(await waitingOn(room, 'a')).toEqual([])
    expect((await client.reviews.queue({ task: 'tags' })).items.map((one) => one.item)).toEqual(['b'])
    expect(await refusal(client.vocabulary.merge({ concept: 'peche', into: 'peches' }))).toBe('bad-input')
    await client.vocabulary.restore({ concept: 'peches' })
    expect(await waitingOn(room, 'a')).toEqual(['peches'])
    expect((await byId(room)).get('hauturiere')?.parent).toBe('peches')
  })

  it('with a replacement passes on what waits, and neither labels nor children', async () => {
    const room = await openRoom()
    const { client } = room
    expect(await client.vocabulary.retire({ concept: 'peches', replacedBy: 'peche' })).toMatchObject({ moved: 2, dropped: 1 })
    expect(await waitingOn(room, 'a')).toEqual(['peche'])
    const now = await byId(room)
    expect(now.get('peche')?.labels).toEqual([fr('Pêche')])
    expect(now.get('hauturiere')?.parent).toBe('peches')
  })

  it('by saving the tag, or by a file, does the same and says so', async () => {
    const room = await openRoom()
    const { client } = room
    await client.vocabulary.save({ concept: { ...(await byId(room)).get('peches')!, active: false, replacedBy: 'peche' } })
    expect(await waitingOn(room, 'a')).toEqual(['peche'])
    await client.vocabulary.import({
      source: { paths: [room.file('v.jsonl', JSON.stringify({ id: 'peche', fr: 'Pêche', active: false }))] },
    })
    expect(await waitingOn(room, 'a')).toEqual([])
    expect(await room.acts()).toEqual(['vocabulary.retired', 'vocabulary.retired'])
    await client.vocabulary.restore({ concept: 'peche' })
    expect((await byId(room)).get('peche')?.active).toBe(true)
  })
})

it('refuses a parent that would make a circle, naming the field', async () => {
  const room = await openRoom()
  const peches = (await byId(room)).get('peches')!
  const thrown = await room.client.vocabulary.save({ concept: { ...peches, parent: 'hauturiere' } }).catch((error: unknown) => error)
  expect(thrown).toMatchObject({ code: 'bad-input', data: { details: { field: 'parent' } } })
})
