import { expect, test } from 'vitest'
import { doNotLinkSchema } from '../../../shared/domain/article.ts'
import { openNewsroom, refusal } from './newsroom.ts'

const criee = 'La criée de Port-Aven attend sa rénovation depuis dix ans, et les mareyeurs du bassin s’impatientent.'
const source = {
  id: 's',
  title: 'Le conseil vote la rénovation de la criée',
  body: 'Lundi, le conseil a voté pour la rénovation de la criée de Port-Aven, attendue par les mareyeurs du bassin.',
  date: '2026-03-01',
}
const fillers = Array.from({ length: 24 }, (_, at) => ({
  id: `f${at}`,
  title: `Le club de sport numéro ${at}`,
  body: `Le match numéro ${at} a été gagné par l’équipe locale devant ${at} spectateurs, dimanche au stade.`,
  date: '2026-01-10',
}))
const link = { article: 't', anchor: null, type: 'context' as const }

async function openLinked() {
  const room = await openNewsroom()
  await room.bring('articles', 'a.jsonl', [
    source,
    { id: 't', title: 'La criée de Port-Aven en attente', body: criee, date: '2026-01-10' },
    ...fillers,
  ])
  await room.desk.prepare('links')
  const proposed = await room.client.suggestions.suggest({ task: 'links', item: 's', engine: 'builtin' })
  return { ...room, proposed: proposed.suggestions.find(({ value }) => 'article' in value && value.article === 't') }
}

test('without a bar the target is proposed, and the journalist may say another type', async () => {
  const { client, proposed } = await openLinked()
  expect(proposed).toBeDefined()
  await client.reviews.edit({ id: proposed!.id, value: { ...link, type: 'contradiction' }, checks: [] })
  const [kept] = (await client.suggestions.ofItem({ item: 's' })).filter(({ id }) => id === proposed!.id)
  expect(kept).toMatchObject({ state: 'edited', value: { type: 'contradiction' } })
  expect(await client.exports.make({ format: 'json', ids: [proposed!.id] })).toMatchObject({ count: 1 })
})

test.each(doNotLinkSchema.shape.reason.options)('a target barred for %s is not reached by any way', async (reason) => {
  const room = await openLinked()
  const { client, proposed } = room
  const waiting = proposed!.id
  const { id: added } = await client.reviews.add({ item: 's', task: 'links', value: link })
  await client.articles.barLinks({ id: 't', doNotLink: { reason } })
  // validation, edited validation, the whole article at once
  expect(await refusal(client.reviews.accept({ id: waiting, checks: [] }))).toBe('not-cleared')
  expect(await refusal(client.reviews.edit({ id: waiting, value: { ...link, type: 'source' }, checks: [] }))).toBe('not-cleared')
  expect(await refusal(client.reviews.decideItem({ item: 's', task: 'links', kept: [waiting] }))).toBe('not-cleared')
  // export of what was validated before, by name and all together
  expect(await refusal(client.exports.make({ format: 'json', ids: [added] }))).toBe('not-cleared')
  expect(await client.exports.make({ format: 'json' })).toMatchObject({ count: 0 })
  expect(await client.reviews.copy({ item: 's', task: 'links', form: 'plain' })).toMatchObject({ validated: 0 })
  // a person's addition, another tool's output, the list to choose from
  expect(await refusal(client.reviews.add({ item: 's', task: 'links', value: link }))).toBe('not-cleared')
  const output = { article: 's', task: 'links', value: link, engine: 'autre-outil' }
  expect((await room.bring('outputs', 'o.jsonl', [output])).rejected[0]?.reason).toContain('not-cleared')
  expect((await client.reviews.linkTargets({ item: 's', query: 'criée' })).map(({ id }) => id)).not.toContain('t')
  // a new proposal
  const { id } = await client.articles.save({ ...source, id: undefined, section: null, rights: 'own', aiUse: true })
  const again = await client.suggestions.suggest({ task: 'links', item: id, engine: 'builtin' })
  expect(again.suggestions.map(({ value }) => ('article' in value ? value.article : ''))).not.toContain('t')
})
