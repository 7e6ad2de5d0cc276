// Found in review: what was validated may be barred, lose its rights or its tag before it leaves; comments whose words changed.
import { expect, it } from 'vitest'
import { harbour } from '../../make-desk.ts'
import { checks, faithful, openNewsroom, propose, proposeTags, refusal, saveHarbour, stateOf } from './newsroom.ts'

const link = (article: string) => ({ article, anchor: null, type: 'context' as const })

it('a link is neither accepted nor exported nor copied once its target is barred or under embargo', async () => {
  const room = await openNewsroom()
  const { client, desk } = room
  const later = new Date(desk.clock().getTime() + 3 * 86_400_000).toISOString()
  await room.bring('articles', 'a.jsonl', [
    { ...harbour, id: 's' },
    { ...harbour, id: 't' },
    { ...harbour, id: 'e', embargo: later },
  ])
  expect(await refusal(client.reviews.add({ item: 's', task: 'links', value: link('e') }))).toBe('not-cleared')
  expect((await client.reviews.linkTargets({ item: 's', query: '' })).map(({ id }) => id)).toEqual(['t'])
  const { id } = await client.reviews.add({ item: 's', task: 'links', value: link('t') })
  await room.bring('outputs', 'links.jsonl', [{ article: 's', task: 'links', value: { ...link('t'), type: 'source' }, engine: 'autre' }])
  const waiting = (await client.suggestions.ofItem({ item: 's' })).find((suggestion) => suggestion.state === 'proposed')!
  await client.articles.barLinks({ id: 't', doNotLink: { reason: 'acquittal' } })
  expect(await refusal(client.reviews.accept({ id: waiting.id }))).toBe('not-cleared')
  expect(await refusal(client.reviews.decideItem({ item: 's', task: 'links', kept: [waiting.id] }))).toBe('not-cleared')
  expect(await refusal(client.exports.make({ format: 'json', ids: [id] }))).toBe('not-cleared')
  expect(await client.exports.make({ format: 'json' })).toMatchObject({ count: 0 })
  expect(await client.reviews.copy({ item: 's', task: 'links', form: 'plain' })).toMatchObject({ text: '', validated: 0 })
  await client.articles.barLinks({ id: 't', doNotLink: null })
  expect(await client.exports.make({ format: 'json', ids: [id] })).toMatchObject({ count: 1 })
})

it('what an engine made of an article does not leave after its rights were taken away; what a person wrote does', async () => {
  const room = await openNewsroom()
  const { client } = room
  await room.bring('articles', 'a.jsonl', [{ ...harbour, id: 'a' }])
  const [one] = await propose(room, 'a', [faithful])
  await client.reviews.accept({ id: one!.id, checks })
  const own = await client.reviews.add({
    item: 'a',
    task: 'key-points',
    value: { text: 'L’intéressé ne confirme pas.' },
    checks: ['stands-alone', ...checks],
    override: 'Phrase de l’article même.',
  })
  // The same file, now without AI rights: told unchanged, and it holds.
  expect(await room.bring('articles', 'a.jsonl', [{ ...harbour, id: 'a', aiUse: false }])).toMatchObject({ unchanged: 1, updated: 0 })
  expect((await client.articles.show({ id: 'a' })).aiUse).toBe(false)
  expect(await refusal(client.exports.make({ format: 'json', ids: [one!.id] }))).toBe('not-cleared')
  const exported = JSON.parse((await client.exports.make({ format: 'json' })).content) as { id: string }[]
  expect(exported.map(({ id }) => id)).toEqual([own.id])
})

it('a tag leaves under its thesaurus label only, and not once it is out of use', async () => {
  const room = await openNewsroom()
  const { client } = room
  const item = await saveHarbour(room)
  const [one] = await proposeTags(room, item)
  expect(one?.value).toEqual({ concept: 'peche', label: 'Pêche' })
  await client.reviews.edit({ id: one!.id, value: { concept: 'port', label: 'ACHETEZ ICI' } })
  expect((await stateOf(room, item, one!.id)).value).toEqual({ concept: 'port', label: 'Port' })
  const outside = await room.bring('outputs', 'o.jsonl', [
    { article: item, task: 'tags', value: { concept: 'inconnu', label: 'Inconnu' }, engine: 'autre' },
  ])
  expect(outside).toMatchObject({ imported: 0, rejected: [{ reason: 'bad-input: is not in the thesaurus' }] })
  const { concepts } = await client.vocabulary.list({})
  const port = concepts.find(({ concept }) => concept.id === 'port')!.concept
  const waiting = async () => (await client.suggestions.ofItem({ item, task: 'tags' })).filter(({ state }) => state === 'proposed')
  const [two] = await waiting()
  expect(two?.value).toMatchObject({ concept: 'port' })
  await client.vocabulary.save({ concept: { ...port, active: false } })
  expect(await waiting()).toEqual([])
  expect(await refusal(client.reviews.accept({ id: two!.id }))).toBe('bad-input')
})

it('an addition undone stays gone, and its entry says what a decision’s says', async () => {
  const room = await openNewsroom()
  const { client } = room
  const item = await saveHarbour(room)
  const { id } = await client.reviews.add({ item, task: 'key-points', value: { text: faithful }, checks })
  const [entry] = (await client.ledger.list({ subject: id })).entries
  expect(entry?.body.facts).toMatchObject({
    origin: 'human',
    experiment: 'essai-libre',
    withoutProtocol: true,
    itemHash: (await client.articles.show({ id: item })).hash,
  })
  expect(await client.reviews.undo({ id })).toMatchObject({ state: 'rejected' })
  expect(await refusal(client.reviews.undo({ id }))).toBe('bad-transition')
})

it('a decided comment whose words change waits again, and its plain hash is nowhere in the chain', async () => {
  const room = await openNewsroom()
  const { client } = room
  await room.bring('comments', 'c.jsonl', [{ id: 'c', body: 'Merci pour cet article.' }])
  await client.reviews.decideComment({ comment: 'c', decision: 'publish' })
  const { comment } = await client.comments.show({ id: 'c' })
  expect(await room.bring('comments', 'c.jsonl', [{ id: 'c', body: 'Tout autre chose.' }])).toMatchObject({ updated: 1 })
  expect((await client.comments.show({ id: 'c' })).comment.decided).toBeNull()
  expect((await client.reviews.counts({})).moderation).toBe(1)
  const { entries } = await client.ledger.list({ subject: 'c' })
  expect(entries.map((entry) => entry.body.act)).toEqual(['comment.undone', 'comment.decided'])
  expect(JSON.stringify(entries.map((entry) => entry.body))).not.toContain(comment.hash)
  expect(await client.ledger.verify({})).toMatchObject({ intact: true })
})
