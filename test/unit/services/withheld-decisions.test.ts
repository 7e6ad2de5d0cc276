// While a referent has a second reading to give, nothing the core answers them tells the first decision; the chain stays whole.
import { describe, expect, it } from 'vitest'
import { checks, openNewsroom, propose, refusal, saveHarbour, stateOf } from './newsroom.ts'

const secret = 'phrase secrète de Léna'

async function drawn() {
  const room = await openNewsroom()
  await room.client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist', 'referent'], form: 'f' })
  const item = await saveHarbour(room)
  const [kept, refused] = await propose(room, item, [
    'La flottille de Kerlouan compte désormais 14 bateaux.',
    'Une réunion est prévue le 12 avril.',
  ])
  await room.client.reviews.edit({ id: kept!.id, value: { text: 'La flottille compte 14 bateaux.' }, checks, as: 'lena' })
  await room.client.reviews.reject({ id: refused!.id, reason: secret, as: 'lena' })
  await room.client.readings.setPlan({ experiment: kept!.experiment, every: 1, as: 'lena' })
  return { ...room, item, kept: kept!.id, refused: refused!.id }
}

/** What the session's own person is told of both outputs. */
async function told({ client, item }: Awaited<ReturnType<typeof drawn>>): Promise<string> {
  const open = await client.articles.open({ id: item })
  const of = await client.suggestions.ofItem({ item })
  const { entries } = await client.ledger.list({ limit: 500 })
  const acts = await client.ledger.list({ acts: ['suggestion.rejected', 'suggestion.edited'], limit: 500 })
  return JSON.stringify([open.suggestions, of, entries, acts])
}

describe('a decision that waits for a second reading', () => {
  it('is kept from its second reader, on the article and in the ledger, and told once the reading is given', async () => {
    const room = await drawn()
    const { client, item, kept, refused } = room
    const before = await told(room)
    for (const word of [
      secret,
      'La flottille compte 14',
      'suggestion.rejected',
      'suggestion.edited',
      '"accepted"',
      '"rejected"',
      '"edited"',
    ])
      expect(before).not.toContain(word)
    expect(await stateOf(room, item, refused)).toMatchObject({ state: 'proposed', decision: null, inReading: true })
    expect((await client.ledger.list({})).inReading).toBe(2)
    await client.readings.record({ suggestion: refused, verdict: 'accept' })
    expect(await stateOf(room, item, refused)).toMatchObject({ state: 'rejected', decision: { reason: secret } })
    expect(await stateOf(room, item, kept)).toMatchObject({ inReading: true })
    expect(await told(room)).toContain(secret)
    const { entries, intact } = await client.ledger.verify({})
    expect([intact, entries]).toEqual([true, (await client.ledger.list({ limit: 500 })).total + 1])
  })

  it('is told to who took it, and to who is no referent', async () => {
    const room = await drawn()
    await room.client.people.add({ id: 'nina', name: 'Nina', roles: ['journalist'], form: 'f' })
    for (const as of ['lena', 'nina']) {
      await room.client.people.become({ id: as })
      expect(await told(room)).toContain(secret)
      expect((await room.client.ledger.list({})).inReading).toBe(0)
    }
  })

  it('is not changed by its second reader before the reading, and the refusal tells nothing', async () => {
    const { client, refused } = await drawn()
    const error: unknown = await client.reviews.undo({ id: refused }).catch((thrown: unknown) => thrown)
    expect(JSON.stringify(error)).not.toContain('rejected')
    expect(await refusal(client.reviews.undo({ id: refused }))).toBe('bad-transition')
    await client.readings.record({ suggestion: refused, verdict: 'accept' })
    expect(await refusal(client.reviews.undo({ id: refused }))).toBe(null)
  })
})

describe('comments', () => {
  async function judged() {
    const room = await openNewsroom()
    const { client } = room
    await client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist', 'referent'], form: 'f' })
    await room.bring('comments', 'c.jsonl', [
      { id: 'c0', body: 'Le maire est un connard.' },
      { id: 'c1', body: 'Merci pour cet article.' },
    ])
    const { id: experiment } = await client.experiments.create({
      title: 'Avis',
      hypothesis: 'L’avis aide.',
      task: 'moderation',
      owner: 'me',
      referent: 'me',
      engines: ['builtin'],
      corpus: { query: '' },
      criterion: 'agreement >= 0.8',
      stopRule: 'Trop d’erreurs.',
      worksCouncil: { status: 'done' },
    })
    await client.experiments.approve({ id: experiment })
    for (const run of await client.runs.start({ experiment })) await client.runs.wait({ id: run.id })
    await client.reviews.decideComment({ comment: 'c0', decision: 'refuse', note: secret, as: 'lena' })
    await client.reviews.decideComment({ comment: 'c1', decision: 'publish', as: 'lena' })
    await client.readings.setPlan({ experiment, every: 1 })
    const { lines } = await client.readings.queue({ experiment })
    const of = (item: string): string => lines.find((line) => line.item === item)!.suggestion
    return { ...room, experiment, lines, c0: of('c0'), c1: of('c1') }
  }

  it('are read again blind: the comment, not the opinion, and harsh words stay blurred', async () => {
    const { client, lines, c0, c1 } = await judged()
    expect(lines.length).toBe(2)
    const papers = [await client.readings.show({ suggestion: c0 }), await client.readings.show({ suggestion: c1 })]
    expect(papers).toMatchObject([
      { task: 'moderation', value: { hold: null }, comment: { body: 'Le maire est un connard.', harsh: true } },
      { comment: { body: 'Merci pour cet article.', harsh: false } },
    ])
    const answered = JSON.stringify([lines, papers])
    for (const word of [secret, 'accepted', 'rejected', 'connard"', 'publish'])
      expect(answered.replace('connard."', '')).not.toContain(word)
    const opinions = await client.suggestions.ofItem({ item: 'c0' })
    expect(opinions).toMatchObject([{ state: 'proposed', inReading: true }])
    expect((await client.comments.show({ id: 'c0' })).comment.decided).toBeNull()
    expect((await client.comments.list({})).items.map(({ decided }) => decided)).toEqual([null, null])
    await client.people.become({ id: 'lena' })
    expect((await client.comments.show({ id: 'c0' })).comment.decided).toMatchObject({ decision: 'refuse', note: secret })
  })

  it('differ and are settled: the second reading decides the comment anew, in one transaction', async () => {
    const { client, experiment, acts, c0, c1 } = await judged()
    expect(await refusal(client.readings.record({ suggestion: c0, verdict: 'edit' }))).toBe('bad-input')
    expect(await refusal(client.reviews.decideComment({ comment: 'c0', decision: 'publish' }))).toBe('bad-transition')
    await client.readings.record({ suggestion: c0, verdict: 'accept' })
    await client.readings.record({ suggestion: c1, verdict: 'accept' })
    const found = await client.readings.disagreements({})
    expect(found).toMatchObject([
      { suggestion: c0, first: { state: 'rejected', reason: secret }, second: { verdict: 'accept' }, comment: { harsh: true } },
    ])
    expect(await client.readings.totals({ experiment })).toMatchObject({ n: 2, agreed: 1, open: 1 })
    await acts()
    await client.readings.arbitrate({ suggestion: c0, keep: 'second', reason: 'ironie évidente' })
    expect(await acts()).toEqual(['comment.decided', 'reading.arbitrated'])
    const direct = (await client.comments.show({ id: 'c0' })).comment
    expect(direct.decided).toMatchObject({ decision: 'publish' })
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })
})
