// What the ledger says of the machine's part in a decision on a comment: it was shown before, or kept back, or there was none.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { moderationCard, openNewsroom, type Newsroom } from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
  await room.bring('comments', 'c.jsonl', [
    { id: 'c0', body: 'Le maire est un connard.' },
    { id: 'c1', body: 'Le maire est un abruti.' },
    { id: 'c2', body: 'Merci pour cet article.' },
  ])
})
afterEach(() => room.desk.close())

async function factsOf(comment: string): Promise<unknown> {
  const { entry } = await room.client.reviews.decideComment({ comment, decision: 'refuse', publicReason: 'Bonjour,\n\nLettre relue.' })
  const { entries } = await room.client.ledger.list({ limit: 50 })
  return entries.find(({ body }) => body.id === entry)?.body.facts
}

it('tells a judgement made before the opinion from one made after it', async () => {
  const { client } = room
  await client.suggestions.suggest({ task: 'moderation', item: 'c1' })
  expect(await factsOf('c1')).toMatchObject({ judgedFirst: false, agrees: true })
  expect(await factsOf('c2')).toMatchObject({ judgedFirst: false, opinion: '' })
  const { id } = await client.experiments.create(moderationCard('À l’aveugle', true))
  await client.experiments.approve({ id, as: 'me' })
  for (const run of await client.runs.start({ experiment: id })) await client.runs.wait({ id: run.id })
  expect(await factsOf('c0')).toMatchObject({ judgedFirst: true, agrees: true })
  expect((await client.comments.show({ id: 'c0' })).comment.decided?.publicReason).toBe('Bonjour,\n\nLettre relue.')
})
