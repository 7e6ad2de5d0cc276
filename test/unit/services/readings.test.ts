// The second reading as a referent lives it: a draw nobody picks, a blind reading, two readings side by side, an arbitration.
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../shared/domain/reading.ts'
import { drawPlace, drawSample, samplingSeed } from '../../../electron/core/services/reading-draw.ts'
import { agrees, cohenKappa, countAgreement, type Pair } from '../../../electron/core/services/reading-totals.ts'
import { checks, openNewsroom, propose, refusal, saveHarbour, stateOf, type Newsroom } from './newsroom.ts'

const outputs = Array.from({ length: 2000 }, (_, n) => ({ id: `s-${n}`, item: `a-${n % 300}` }))
const seed = samplingSeed({ id: 'e', hash: 'h' })
const ids = (drawn: readonly { id: string }[]) => new Set(drawn.map(({ id }) => id))

describe('the draw', () => {
  it('is the same wherever and in whatever order it is made, and another experiment draws others', () => {
    expect(drawSample(seed, 5, outputs.toReversed())).toEqual(drawSample(seed, 5, outputs))
    const other = ids(drawSample(samplingSeed({ id: 'e', hash: 'h2' }), 5, outputs))
    expect([...ids(drawSample(seed, 5, outputs))].filter((id) => other.has(id)).length).toBeLessThan(other.size / 2)
    // frozen: a release that drew otherwise would let somebody draw again
    expect(drawPlace('graine', 's-1').toFixed(6)).toBe('0.725788')
  })

  it.each([1, 2, 5, 10])('takes about one in %i', (every) => {
    const share = drawSample(seed, every, outputs).length / outputs.length
    // four standard errors
    expect(Math.abs(share - 1 / every)).toBeLessThanOrEqual(4 * Math.sqrt(((1 / every) * (1 - 1 / every)) / outputs.length))
  })

  it('moves nothing when decisions come later, and a denser plan keeps what a thinner one drew', () => {
    const early = ids(drawSample(seed, 5, outputs.slice(0, 1000)))
    const late = ids(drawSample(seed, 5, outputs))
    expect([...early].every((id) => late.has(id))).toBe(true)
    const dense = ids(drawSample(seed, 2, outputs))
    expect([...late].every((id) => dense.has(id))).toBe(true)
  })

  it('keeps the outputs of one article together', () => {
    const items = drawSample(seed, 2, outputs).map(({ item }) => item)
    const changes = items.filter((item, at) => item !== items[at - 1]).length
    expect(changes).toBe(new Set(items).size)
  })
})

const pairs = (...counts: [Pair['first'], Pair['second'], number][]): Pair[] =>
  counts.flatMap(([first, second, count]) => Array.from({ length: count }, () => ({ first, second })))

describe('agreement', () => {
  it('is Cohen’s kappa: a table worked by hand', () => {
    // observed 0.7; by chance 0.5·0.6 + 0.5·0.4 = 0.5; kappa 0.4
    const table = pairs(['accepted', 'accept', 40], ['accepted', 'reject', 10], ['rejected', 'accept', 20], ['rejected', 'reject', 30])
    expect(cohenKappa(table)).toBeCloseTo(0.4, 12)
    expect(countAgreement(table)).toMatchObject({ n: 100, agreed: 70, agreement: 0.7, tooFew: false })
  })

  it('leaves doubts out, and is undefined where chance alone agrees', () => {
    const table = pairs(['accepted', 'accept', 6], ['accepted', 'unsure', 3])
    expect(countAgreement(table)).toMatchObject({ n: 6, doubts: 3, agreement: 1, kappa: null })
    expect(agrees({ first: 'accepted', second: 'unsure' })).toBe(false)
  })

  it('says no share under five readings', () => {
    expect(countAgreement(pairs(['accepted', 'accept', 4], ['rejected', 'unsure', 4]))).toMatchObject({
      n: 4,
      tooFew: true,
      agreement: null,
      kappa: null,
    })
    expect(countAgreement(pairs(['accepted', 'accept', 3], ['rejected', 'reject', 2]))).toMatchObject({ tooFew: false, kappa: 1 })
  })
})

const texts = [
  'La flottille de Kerlouan compte désormais 14 bateaux.',
  'La criée a vendu 1 200 tonnes de poisson en 2025.',
  'Une réunion est prévue le 12 avril.',
]

/** Léna decides three points: one accepted, one edited, one refused; Omar and the account's owner are referents. */
async function decided(): Promise<Newsroom & { item: string; accepted: string; edited: string; rejected: string; experiment: string }> {
  const room = await openNewsroom()
  const { client } = room
  await client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist', 'referent'], form: 'f' })
  await client.people.add({ id: 'omar', name: 'Omar', roles: ['referent'], form: 'm' })
  const item = await saveHarbour(room)
  const [a, b, c] = await propose(room, item, texts)
  await client.reviews.accept({ id: a!.id, checks, as: 'lena' })
  await client.reviews.edit({ id: b!.id, value: { text: 'La criée a vendu 1 200 tonnes en 2025.' }, checks, as: 'lena' })
  await client.reviews.reject({ id: c!.id, reason: 'phrase secrète de Léna', as: 'lena' })
  await client.readings.setPlan({ experiment: a!.experiment, every: 1 })
  await room.acts()
  return { ...room, item, accepted: a!.id, edited: b!.id, rejected: c!.id, experiment: a!.experiment }
}

describe('the plan', () => {
  it('is a referent’s, ledgered, and keeps its seed when it changes', async () => {
    const { client, experiment, acts } = await decided()
    // who decided: the ledger keeps nothing from them, whatever is drawn
    await client.people.become({ id: 'lena' })
    await acts()
    const before = await client.readings.plan({ experiment })
    await client.readings.setPlan({ experiment, every: 3 })
    await client.readings.setPlan({ experiment, every: 3 })
    expect(await acts()).toEqual(['sampling.set'])
    expect(await client.readings.plan({ experiment })).toMatchObject({ every: 3, seed: before!.seed })
    await client.people.add({ id: 'nina', name: 'Nina', roles: ['journalist'], form: 'f' })
    expect(await refusal(client.readings.setPlan({ experiment, every: 2, as: 'nina' }))).toBe('role-required')
    await client.readings.setPlan({ experiment, every: null })
    expect(await client.readings.plan({ experiment })).toBeNull()
    expect((await client.readings.queue({ experiment, as: 'omar' })).lines).toEqual([])
  })

  it('lets new decisions join as they come', async () => {
    const room = await decided()
    const [later] = await propose(room, room.item, ['La flottille de Kerlouan compte désormais 14 bateaux, contre 19 en 2020.'])
    const { client, experiment } = room
    expect(await client.readings.queue({ experiment, as: 'omar' })).toMatchObject({ decided: 3, drawn: 3, read: 0 })
    await client.reviews.reject({ id: later!.id, reason: 'redite', as: 'lena' })
    expect(await client.readings.queue({ experiment, as: 'omar' })).toMatchObject({ decided: 4, drawn: 4, read: 0 })
  })
})

describe('the second reader', () => {
  it('is shown nothing of the first decision', async () => {
    const { client, experiment, accepted, edited, rejected } = await decided()
    const said = [
      await client.readings.queue({ experiment, as: 'omar' }),
      ...(await Promise.all([accepted, edited, rejected].map((suggestion) => client.readings.show({ suggestion, as: 'omar' })))),
    ]
    const wire = JSON.stringify(said)
    for (const word of [
      'lena',
      'Léna',
      'accepted',
      'rejected',
      'edited',
      'phrase secrète',
      '1 200 tonnes en 2025.',
      'decision',
      'decided_at',
    ])
      expect(wire.includes(word), word).toBe(false)
    expect(wire).toContain('1 200 tonnes de poisson')
  })

  it('reads everything but their own decisions, where another referent can', async () => {
    const { client, experiment, accepted } = await decided()
    expect(await client.readings.queue({ experiment, as: 'lena' })).toMatchObject({ lines: [], forOther: 3 })
    expect(await refusal(client.readings.record({ suggestion: accepted, verdict: 'accept', as: 'lena' }))).toBe('role-required')
    expect((await client.readings.queue({ experiment, as: 'omar' })).lines.length).toBe(3)
  })

  it('may read their own where they are the only referent, and it is said', async () => {
    const room = await openNewsroom()
    const item = await saveHarbour(room)
    const [point] = await propose(room, item, texts.slice(0, 1))
    await room.client.reviews.accept({ id: point!.id, checks })
    await room.client.readings.setPlan({ experiment: point!.experiment, every: 1 })
    await room.client.readings.record({ suggestion: point!.id, verdict: 'accept' })
    expect(await room.client.readings.totals({ experiment: point!.experiment })).toMatchObject({ n: 1, own: 1, tooFew: true })
    const { entries } = await room.client.ledger.list({ limit: 1 })
    expect(entries[0]?.body).toMatchObject({ act: 'reading.recorded', facts: { own: true, again: false } })
  })

  it('leaves the first decision as it is, may take the reading back, and what comes after says so', async () => {
    const room = await decided()
    const { client, accepted, item, acts } = room
    // who decided is told what stands; a referent with a reading to give is not
    await client.people.become({ id: 'lena' })
    await acts()
    const before = await stateOf(room, item, accepted)
    await client.readings.record({ suggestion: accepted, verdict: 'reject', reason: 'secondaire', as: 'omar' })
    expect(await refusal(client.readings.record({ suggestion: accepted, verdict: 'accept', as: 'omar' }))).toBe('bad-transition')
    expect(await refusal(client.readings.undo({ suggestion: accepted, as: 'me' }))).toBe('role-required')
    await client.readings.undo({ suggestion: accepted, as: 'omar' })
    await client.readings.record({ suggestion: accepted, verdict: 'accept', as: 'omar' })
    expect(await stateOf(room, item, accepted)).toEqual(before)
    expect(await acts()).toEqual(['reading.recorded', 'reading.undone', 'reading.recorded'])
    const { reading } = await client.readings.show({ suggestion: accepted, as: 'omar' })
    expect(reading).toMatchObject({ verdict: 'accept', again: true, own: false } satisfies Partial<Reading>)
  })

  it('gives a reason to refuse a text and words to edit it; a tag is not edited; what was not drawn is not read', async () => {
    const room = await decided()
    const { client, accepted, experiment } = room
    const given = (verdict: 'reject' | 'edit', more: object) =>
      refusal(client.readings.record({ suggestion: accepted, verdict, as: 'omar', ...more }))
    expect(await given('reject', {})).toBe('bad-input')
    expect(await given('edit', {})).toBe('bad-input')
    expect(await given('edit', { value: { text: texts[0] } })).toBe('bad-input')
    await client.readings.setPlan({ experiment, every: null })
    expect(await given('reject', { reason: 'x' })).toBe('bad-transition')
    expect(await refusal(client.readings.show({ suggestion: accepted, as: 'omar' }))).toBe('bad-transition')
  })
})

describe('two readings that differ', () => {
  it('stand side by side without names, agreement does not', async () => {
    const { client, accepted, edited, rejected, experiment } = await decided()
    await client.readings.record({ suggestion: accepted, verdict: 'accept', as: 'omar' })
    await client.readings.record({ suggestion: edited, verdict: 'unsure', as: 'omar' })
    await client.readings.record({
      suggestion: rejected,
      verdict: 'edit',
      value: { text: 'Une réunion se tiendra le 12 avril.' },
      as: 'omar',
    })
    const found = await client.readings.disagreements({ experiment })
    expect(new Set(found.map(({ suggestion }) => suggestion))).toEqual(new Set([edited, rejected]))
    expect(found.find(({ suggestion }) => suggestion === rejected)).toMatchObject({
      first: { state: 'rejected', reason: 'phrase secrète de Léna' },
      second: { verdict: 'edit', value: { text: 'Une réunion se tiendra le 12 avril.' } },
      changed: false,
      arbitration: null,
    })
    expect(JSON.stringify(found)).not.toMatch(/"(lena|omar|Omar)"/)
    expect(await client.readings.totals({ experiment })).toMatchObject({ every: 1, drawn: 3, read: 3, n: 2, doubts: 1, agreed: 1, open: 2 })
  })

  it('keeping the first changes nothing but the record', async () => {
    const room = await decided()
    const { client, accepted, item, acts } = room
    await client.readings.record({ suggestion: accepted, verdict: 'reject', reason: 'secondaire', as: 'omar' })
    const before = await stateOf(room, item, accepted)
    await acts()
    await client.readings.arbitrate({ suggestion: accepted, keep: 'first', reason: 'le point est central', as: 'me' })
    expect(await acts()).toEqual(['reading.arbitrated'])
    expect(await stateOf(room, item, accepted)).toEqual(before)
    expect(await refusal(client.readings.arbitrate({ suggestion: accepted, keep: 'second', reason: 'x' }))).toBe('bad-transition')
    expect(await refusal(client.readings.undo({ suggestion: accepted, as: 'omar' }))).toBe('bad-transition')
  })

  it('keeping a refusal refuses; what was exported is withdrawn', async () => {
    const room = await decided()
    const { client, accepted, edited, item, acts } = room
    await client.readings.record({ suggestion: accepted, verdict: 'reject', reason: 'secondaire', as: 'omar' })
    await client.readings.record({ suggestion: edited, verdict: 'reject', reason: 'hors sujet', as: 'omar' })
    await client.exports.make({ format: 'json', ids: [edited] })
    await acts()
    await client.readings.arbitrate({ suggestion: accepted, keep: 'second', reason: 'd’accord' })
    expect(await acts()).toEqual(['suggestion.undone', 'suggestion.rejected', 'reading.arbitrated'])
    expect(await stateOf(room, item, accepted)).toMatchObject({ state: 'rejected', decision: { reason: 'secondaire' } })
    await client.readings.arbitrate({ suggestion: edited, keep: 'second', reason: 'd’accord' })
    expect(await stateOf(room, item, edited)).toMatchObject({ state: 'withdrawn' })
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('keeping a validation asks its checks first, and without them leaves the first decision', async () => {
    const room = await decided()
    const { client, rejected, item, acts } = room
    await client.readings.record({ suggestion: rejected, verdict: 'accept', as: 'omar' })
    await acts()
    expect(await refusal(client.readings.arbitrate({ suggestion: rejected, keep: 'second', reason: 'utile' }))).toBe('checks-missing')
    expect(await acts()).toEqual([])
    expect(await stateOf(room, item, rejected)).toMatchObject({ state: 'rejected' })
    const flags = (await client.readings.show({ suggestion: rejected, as: 'omar' })).flags
    const asked = flags.some(({ code }) => code === 'verbatim') ? (['stands-alone'] as const) : checks
    await client.readings.arbitrate({ suggestion: rejected, keep: 'second', reason: 'utile', checks: [...asked] })
    expect(await stateOf(room, item, rejected)).toMatchObject({ state: 'accepted' })
  })

  it('is not settled over a decision taken since', async () => {
    const { client, accepted } = await decided()
    await client.readings.record({ suggestion: accepted, verdict: 'reject', reason: 'secondaire', as: 'omar' })
    await client.reviews.undo({ id: accepted, as: 'lena' })
    await client.reviews.accept({ id: accepted, checks, as: 'lena' })
    expect((await client.readings.disagreements({}))[0]).toMatchObject({ changed: true })
    expect(await refusal(client.readings.arbitrate({ suggestion: accepted, keep: 'second', reason: 'x' }))).toBe('bad-transition')
  })
})

describe('the referent’s desk', () => {
  it('shows every experiment with what waits, and never a person', async () => {
    const room = await decided()
    const { client, item } = room
    const card = {
      title: 'Points du port',
      hypothesis: 'h',
      task: 'key-points' as const,
      owner: 'lena',
      referent: 'omar',
      corpus: { articles: [item] },
      criterion: 'c',
      stopRule: 's',
    }
    const { id } = await client.experiments.create(card)
    expect(await client.readings.overview({})).toEqual([
      expect.objectContaining({ id, waitsForApproval: true, worksCouncilPending: true, failedItems: 0, decided: 0, disagreements: 0 }),
    ])
    await client.experiments.approve({ id })
    const [run] = await client.runs.start({ experiment: id })
    await client.runs.wait({ id: run!.id })
    const [point] = await client.reviews.list({ experiment: id })
    await client.reviews.reject({ id: point!.id, reason: 'non', as: 'lena' })
    await client.readings.setPlan({ experiment: id, every: 1 })
    await client.readings.record({ suggestion: point!.id, verdict: 'unsure', as: 'omar' })
    const [watched] = await client.readings.overview({})
    expect(watched).toMatchObject({ waitsForApproval: false, decided: 1, disagreements: 1, sampling: { every: 1, drawn: 1, read: 1 } })
    expect(JSON.stringify(watched)).not.toMatch(/lena|omar/)
  })
})
