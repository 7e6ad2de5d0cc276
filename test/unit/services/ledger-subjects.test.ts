// The Journal names what an entry is about: titles and labels of this desk, ids only where it no longer has the thing.
import { describe, expect, it } from 'vitest'
import { checks, faithful, openNewsroom, propose, proposeTags, saveHarbour, type Newsroom } from './newsroom.ts'

async function start(): Promise<{ room: Newsroom; item: string }> {
  const room = await openNewsroom()
  return { room, item: await saveHarbour(room) }
}

const aboutOf = async (room: Newsroom, subject: string) => (await room.client.ledger.list({ subject })).entries[0]?.about

describe('what an entry is about', () => {
  it('is the article of a point, by its title, and never the free trial', async () => {
    const { room, item } = await start()
    const [point] = await propose(room, item, [faithful])
    await room.client.reviews.accept({ id: point!.id, checks })
    const { title } = await room.client.articles.show({ id: item })
    expect(await aboutOf(room, point!.id)).toEqual([{ kind: 'article', id: item, title }])
  })

  it('follows the article’s title as it is now', async () => {
    const { room, item } = await start()
    const tags = await proposeTags(room, item)
    await room.client.reviews.decideItem({ item, task: 'tags', kept: [tags[0]!.id] })
    const { title: _old, body, date, section, rights, aiUse } = await room.client.articles.show({ id: item })
    await room.client.articles.save({ id: item, title: 'Un autre titre', body, date, section, rights, aiUse })
    expect(await aboutOf(room, tags[0]!.id)).toContainEqual({ kind: 'article', id: item, title: 'Un autre titre' })
  })

  it('is the target of a kept link too', async () => {
    const { room, item } = await start()
    const { id: target } = await room.client.articles.save({
      title: 'La criée de Kerlouan',
      body: 'La criée de Kerlouan ouvre à cinq heures.',
      date: '2026-01-05',
      section: null,
      rights: 'own',
      aiUse: true,
    })
    const { id } = await room.client.reviews.add({
      item,
      task: 'links',
      value: { article: target, anchor: null, type: 'context' },
      checks: [],
    })
    expect(await aboutOf(room, id)).toContainEqual({ kind: 'article', id: target, title: 'La criée de Kerlouan' })
  })
})
