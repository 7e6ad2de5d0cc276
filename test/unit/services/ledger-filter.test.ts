// The Journal narrowed by act, thing, period, and by oneself alone; votes of others are read without their choice while blind.
import { describe, expect, it } from 'vitest'
import { checks, faithful, openNewsroom, propose, proposeTags, saveHarbour, type Newsroom } from './newsroom.ts'
import { openDuel } from './two-engines.ts'

type Asked = Parameters<Newsroom['client']['ledger']['list']>[0]
const actsOf = async (room: Newsroom, asked: Asked) =>
  (await room.client.ledger.list({ limit: 500, ...asked })).entries.map((entry) => entry.body.act)

async function decided(): Promise<{ room: Newsroom; item: string; concept: string }> {
  const room = await openNewsroom()
  const item = await saveHarbour(room)
  const [point] = await propose(room, item, [faithful])
  await room.client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
  await room.client.reviews.accept({ id: point!.id, checks, as: 'lena' })
  const tags = await proposeTags(room, item)
  await room.client.reviews.decideItem({ item, task: 'tags', kept: [tags[0]!.id] })
  const { value } = tags[0]!
  return { room, item, concept: 'concept' in value ? value.concept : '' }
}

describe('the Journal narrowed', () => {
  it('by acts, and by what entries speak of: an article, a tag', async () => {
    const { room, item, concept } = await decided()
    expect(await actsOf(room, { acts: ['suggestion.accepted'], about: item })).toEqual(['suggestion.accepted', 'suggestion.accepted'])
    const ofTag = (await room.client.ledger.list({ about: concept })).entries
    expect(ofTag.map((entry) => entry.body.act)).toEqual(['suggestion.accepted'])
    expect(await actsOf(room, { about: 'nothing-of-this-id' })).toEqual([])
    // a word that stands in the facts is no id of a thing
    expect(await actsOf(room, { about: 'key-points' })).toEqual([])
  })

  it('by a period, its end not included', async () => {
    const { room } = await decided()
    const { entries } = await room.client.ledger.list({ limit: 500 })
    const { at } = entries[0]!.body
    expect(await actsOf(room, { until: '2000-01-01T00:00:00.000Z' })).toEqual([])
    expect((await actsOf(room, { since: at })).length).toBeGreaterThan(0)
    expect((await room.client.ledger.list({ until: at, limit: 500 })).entries.every((entry) => entry.body.at < at)).toBe(true)
  })

  it('by oneself or the desk, never by somebody else', async () => {
    const { room } = await decided()
    const mine = (await room.client.ledger.list({ who: 'me', limit: 500 })).entries
    expect(mine.length).toBeGreaterThan(0)
    expect(new Set(mine.map((entry) => entry.body.person))).toEqual(new Set(['me']))
    const desk = (await room.client.ledger.list({ who: 'desk', limit: 500 })).entries
    expect(desk.every((entry) => entry.body.person === 'machine' && entry.personName === null)).toBe(true)
    await expect(room.client.ledger.list({ who: 'lena' } as Asked & { who: never })).rejects.toThrow()
  })
})

describe('things found by name', () => {
  it('are articles, experiments and tags of this desk', async () => {
    const { room, item } = await decided()
    const { title } = await room.client.articles.show({ id: item })
    const { id } = await openDuel(room, 1)
    await room.desk.prepare(null)
    const found = async (query: string) => (await room.client.ledger.subjects({ query })).map(({ kind, id: one }) => `${kind} ${one}`)
    expect(await found(title.split(' ').at(-1)!)).toContain(`article ${item}`)
    expect(await found('DEUX MOT')).toContain(`experiment ${id}`)
    expect(await found('essai libre')).toEqual([])
    expect(await found('—')).toEqual([])
  })

  it('are named from their id, null where they are gone', async () => {
    const { room, item } = await decided()
    const { title } = await room.client.articles.show({ id: item })
    expect(await room.client.ledger.subjects({ kind: 'article', id: item })).toEqual([{ kind: 'article', id: item, title }])
    expect(await room.client.ledger.subjects({ kind: 'concept', id: 'gone' })).toEqual([{ kind: 'concept', id: 'gone', title: null }])
  })
})

describe('votes of others', () => {
  async function voted() {
    const room = await openNewsroom()
    const { id } = await openDuel(room, 2)
    await room.client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
    const { pairs } = await room.client.comparisons.draw({ experiment: id })
    const ids = pairs.map((pair) => pair.id)
    await room.client.comparisons.vote({ id: ids[0]!, choice: 'a', note: 'canari bleu', as: 'lena' })
    const entry = async () => (await room.client.ledger.list({ subject: ids[0]!, acts: ['comparison.voted'] })).entries[0]!
    return { room, id, ids, entry }
  }

  it('are without their choice or remark until the comparison is open; the chain is whole', async () => {
    const { room, id, entry } = await voted()
    const hidden = await entry()
    expect(hidden.body.facts).not.toHaveProperty('choice')
    expect(JSON.stringify(hidden)).not.toContain('canari')
    expect(hidden.withheld).toContain('choice')
    expect(await room.client.ledger.verify({})).toMatchObject({ intact: true })
    const { bundle } = await room.client.ledger.export({})
    expect(await room.client.ledger.verify({ bundle })).toMatchObject({ intact: true })
    await room.client.comparisons.end({ experiment: id })
    const open = await entry()
    expect(open).toMatchObject({ withheld: [], body: { facts: { choice: 'a' } }, contents: { note: 'canari bleu' } })
  })

  it('stay so for somebody half way through, and so does a vote taken back', async () => {
    const { room, ids, entry } = await voted()
    await room.client.comparisons.vote({ id: ids[1]!, choice: 'b' })
    // every pair has a vote now, but mine are not all given
    expect((await entry()).withheld).toContain('choice')
    await room.client.comparisons.withdraw({ id: ids[0]!, as: 'lena' })
    const [back] = (await room.client.ledger.list({ acts: ['comparison.withdrawn'] })).entries
    expect(back?.body.facts).not.toHaveProperty('choice')
    const [mine] = (await room.client.ledger.list({ subject: ids[1]!, acts: ['comparison.voted'] })).entries
    expect(mine).toMatchObject({ withheld: [], body: { facts: { choice: 'b' } } })
  })
})
