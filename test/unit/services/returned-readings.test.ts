// A packet read again on another laptop, and the readings back home: blind there, verified here, settled once.
import { describe, expect, it } from 'vitest'
import type { ReadingsPacket, SealedPacket } from '../../../shared/domain/packet.ts'
import { packetSeed } from '../../../electron/core/services/packet-draw.ts'
import { drawPlace } from '../../../electron/core/services/reading-draw.ts'
import { packetDigest } from '../../../electron/core/services/read-packet.ts'
import { checks, openNewsroom, propose, refusal, saveHarbour, stateOf, type Newsroom } from './newsroom.ts'
import { forge } from './forge-packet.ts'
import { faultOf } from './packet-fault.ts'

const texts = [
  'La flottille de Kerlouan compte désormais 14 bateaux.',
  'Une réunion est prévue le 12 avril.',
  'La criée a vendu 1 200 tonnes.',
]
const secret = 'phrase secrète de Léna'

type Sent = { home: Newsroom; away: Newsroom; packet: string; experiment: string; item: string; ids: string[] }

/** Three decisions at home (accepted, edited, rejected), their packet open on another laptop with a plan of one in one. */
async function sent(): Promise<Sent> {
  const home = await openNewsroom()
  await home.client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist', 'referent'], form: 'f' })
  const item = await saveHarbour(home)
  const made = await propose(home, item, texts)
  const [a, b, c] = made.map(({ id }) => id)
  await home.client.reviews.accept({ id: a!, checks, as: 'lena' })
  await home.client.reviews.edit({ id: b!, value: { text: 'Une réunion aura lieu le 12 avril.' }, checks, as: 'lena' })
  await home.client.reviews.reject({ id: c!, reason: secret, as: 'lena' })
  const { packet: text } = await home.client.packets.export({ experiment: made[0]!.experiment, texts: true, as: 'lena' })
  const away = await openNewsroom()
  const { id } = await away.client.packets.import({ text })
  await away.client.readings.setPlan({ packet: id, every: 1 })
  await away.acts()
  return { home, away, packet: id, experiment: made[0]!.experiment, item, ids: [a!, b!, c!] }
}

/** The second reader refuses the first, accepts the third; the second is left unread. */
async function readAway({ away, packet, ids }: Sent): Promise<string> {
  await away.client.readings.record({ packet, suggestion: ids[0]!, verdict: 'reject', reason: 'secondaire' })
  await away.client.readings.record({ packet, suggestion: ids[2]!, verdict: 'accept' })
  return (await away.client.packets.exportReadings({ packet })).packet
}

describe('a packet read again', () => {
  it('is read blind: neither the list, nor the sheet, nor the packet’s page tells the first decision', async () => {
    const { away, packet, item, ids } = await sent()
    const queue = await away.client.readings.queue({ packet })
    expect(new Set(queue.lines.map(({ suggestion }) => suggestion))).toEqual(new Set(ids))
    expect(queue).toMatchObject({ every: 1, decided: 3, drawn: 3, read: 0 })
    const papers = await Promise.all(ids.map((suggestion) => away.client.readings.show({ packet, suggestion })))
    const page = await away.client.packets.page({ id: packet, item })
    const told = JSON.stringify([queue, papers, page])
    for (const word of [secret, 'aura lieu', 'accepted', 'rejected', 'edited', '"by"']) expect(told).not.toContain(word)
    expect(papers.map(({ value }) => value)).toEqual(texts.map((text) => ({ text })))
    expect(page.suggestions.every(({ inReading, decision }) => inReading === true && decision === null)).toBe(true)
  })

  it('keeps readings in this desk’s ledger, may take one back, and shows the decision once it is read', async () => {
    const { away, packet, item, ids } = await sent()
    const suggestion = ids[2]!
    await away.client.readings.record({ packet, suggestion, verdict: 'accept' })
    expect(await refusal(away.client.readings.record({ packet, suggestion, verdict: 'reject', reason: 'x' }))).toBe('bad-transition')
    expect(JSON.stringify(await away.client.packets.page({ id: packet, item }))).toContain(secret)
    await away.client.readings.undo({ packet, suggestion })
    await away.client.readings.record({ packet, suggestion, verdict: 'unsure' })
    expect(await away.acts()).toEqual(['packet.read', 'packet.unread', 'packet.read'])
    expect((await away.client.readings.show({ packet, suggestion })).reading).toMatchObject({ verdict: 'unsure', again: true })
    expect(await away.client.ledger.verify({})).toMatchObject({ intact: true })
    expect(await away.client.readings.disagreements({})).toEqual([])
  })

  it('asks a referent, a plan, and a reading to send', async () => {
    const { away, packet, ids } = await sent()
    await away.client.people.add({ id: 'nina', name: 'Nina', roles: ['journalist'], form: 'f' })
    expect(await refusal(away.client.readings.setPlan({ packet, every: 2, as: 'nina' }))).toBe('role-required')
    expect(await refusal(away.client.readings.record({ packet, suggestion: ids[0]!, verdict: 'accept', as: 'nina' }))).toBe('role-required')
    expect(await refusal(away.client.packets.exportReadings({ packet }))).toBe('bad-transition')
    await away.client.readings.setPlan({ packet, every: null })
    expect(await refusal(away.client.readings.record({ packet, suggestion: ids[0]!, verdict: 'accept' }))).toBe('bad-transition')
  })
})

describe('readings that come back', () => {
  it('stand beside the decisions they read, in one list with the desk’s own, and are settled like them', async () => {
    const made = await sent()
    const { home, experiment, item, ids } = made
    const text = await readAway(made)
    expect(text).not.toContain('"me"')
    await home.acts()
    const { received, signer } = await home.client.packets.import({ text })
    expect([received, signer]).toEqual([{ packet: made.packet, readings: 2, disagreements: 2, changed: 0 }, 'unverified'])
    await home.client.packets.import({ text })
    expect(await home.acts()).toEqual(['readings.received'])
    await home.client.readings.setPlan({ experiment, every: 1 })
    await home.client.readings.record({ suggestion: ids[1]!, verdict: 'reject', reason: 'hors sujet' })
    const found = await home.client.readings.disagreements({})
    expect(new Map(found.map(({ suggestion, source }) => [suggestion, source === null]))).toEqual(
      new Map([
        [ids[0], false],
        [ids[1], true],
        [ids[2], false],
      ]),
    )
    expect(found).toHaveLength(3)
    expect(found.find(({ suggestion }) => suggestion === ids[2])).toMatchObject({
      first: { state: 'rejected', reason: secret },
      second: { verdict: 'accept' },
    })
    expect(await home.client.readings.totals({ experiment })).toMatchObject({ n: 1, read: 1, elsewhere: 2, unverified: 2, open: 3 })
    const source = found.find(({ suggestion }) => suggestion === ids[0])!.source!
    await home.acts()
    await home.client.readings.arbitrate({ suggestion: ids[0]!, source, keep: 'second', reason: 'd’accord' })
    expect(await home.acts()).toEqual(['suggestion.undone', 'suggestion.rejected', 'reading.arbitrated'])
    expect(await stateOf(home, item, ids[0]!)).toMatchObject({ state: 'rejected', decision: { reason: 'secondaire' } })
    expect(await refusal(home.client.readings.arbitrate({ suggestion: ids[0]!, source, keep: 'first', reason: 'x' }))).toBe(
      'bad-transition',
    )
    expect(await home.client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('make way for later ones of the same laptop, what was settled excepted; earlier ones are refused', async () => {
    const made = await sent()
    const { home, away, packet, ids } = made
    const first = await readAway(made)
    const { id: source } = await home.client.packets.import({ text: first })
    await home.client.readings.arbitrate({ suggestion: ids[2]!, source, keep: 'first', reason: 'le chiffre manque' })
    await away.client.readings.undo({ packet, suggestion: ids[0]! })
    await away.client.readings.record({ packet, suggestion: ids[0]!, verdict: 'accept' })
    await away.client.readings.record({ packet, suggestion: ids[1]!, verdict: 'reject', reason: 'hors sujet' })
    const second = (await away.client.packets.exportReadings({ packet })).packet
    expect((await home.client.packets.import({ text: second })).received).toMatchObject({ readings: 3, disagreements: 1 })
    const found = await home.client.readings.disagreements({})
    expect(found.map(({ suggestion, arbitration }) => [suggestion, arbitration !== null])).toEqual([
      [ids[1], false],
      [ids[2], true],
    ])
    const third = { ...(JSON.parse(first) as ReadingsPacket) }
    expect(await faultOf(home.client.packets.import({ text: JSON.stringify(third) }))).toBe(null)
    expect((await home.client.readings.disagreements({})).length).toBe(2)
  })

  it('come home from a plan thinned or stopped since', async () => {
    const made = await sent()
    const { home, away, packet } = made
    await readAway(made)
    for (const every of [100, null]) {
      await away.client.readings.setPlan({ packet, every })
      const { packet: text } = await away.client.packets.exportReadings({ packet })
      expect((JSON.parse(text) as ReadingsPacket).content).toMatchObject({ every: 1, drawn: 3 })
      expect((await home.client.packets.import({ text })).received).toMatchObject({ readings: 2 })
    }
  })

  it('count in the share once somebody vouches for their key', async () => {
    const made = await sent()
    const { home, away, packet, experiment } = made
    const { fingerprints } = await home.client.packets.import({ text: await readAway(made) })
    expect(await home.client.readings.totals({ experiment })).toMatchObject({ n: 0, read: 0, elsewhere: 2, unverified: 2 })
    const { packet: text } = await away.client.packets.exportReadings({ packet })
    await home.client.packets.import({ text, trust: fingerprints.join('\n') })
    expect(await home.client.readings.totals({ experiment })).toMatchObject({ n: 2, read: 2, elsewhere: 2, unverified: 0 })
  })

  it('give way to no other key that nobody vouches for, whatever desk and place it claims', async () => {
    const made = await sent()
    const { home } = made
    const text = await readAway(made)
    await home.client.packets.import({ text })
    const { content } = JSON.parse(text) as ReadingsPacket
    const { signer, text: forged } = forge({ ...content, readings: [] })
    expect(await faultOf(home.client.packets.import({ text: forged }))).toBe('unknown-key')
    expect(await home.client.readings.disagreements({})).toHaveLength(2)
    await home.client.packets.import({ text: forged, trust: signer })
    expect(await home.client.readings.disagreements({})).toEqual([])
  })

  it('are never of one’s own packet', async () => {
    const made = await sent()
    const { home, experiment } = made
    const { packet: text } = await home.client.packets.export({ experiment, texts: true })
    const { id: packet } = await home.client.packets.import({ text })
    expect(await refusal(home.client.readings.setPlan({ packet, every: 1 }))).toBe('bad-transition')
    const { content } = JSON.parse(await readAway(made)) as ReadingsPacket
    const own = forge({ ...content, desk: (JSON.parse(text) as SealedPacket).content.desk })
    expect(await faultOf(home.client.packets.import({ text: own.text }))).toBe('stranger')
  })

  it('are refused by a desk that sent nothing of the kind, and when somebody changed them', async () => {
    const made = await sent()
    const text = await readAway(made)
    const stranger = await openNewsroom()
    expect(await faultOf(stranger.client.packets.import({ text }))).toBe('stranger')
    const changed = JSON.parse(text) as ReadingsPacket
    changed.content.readings[0]!.verdict = 'accept'
    expect(await faultOf(made.home.client.packets.import({ text: JSON.stringify(changed) }))).toBe('content')
    const unsigned = JSON.parse(text) as ReadingsPacket
    unsigned.seal.entry.signature = 'A'.repeat(86) + '=='
    expect(await faultOf(made.home.client.packets.import({ text: JSON.stringify(unsigned) }))).toBe('ledger')
    expect(await faultOf(made.home.client.packets.import({ text, trust: 'b'.repeat(64) }))).toBe('unknown-key')
    expect(await made.home.client.readings.disagreements({})).toEqual([])
  })

  it('say when the output was decided anew meanwhile, and then settle nothing', async () => {
    const made = await sent()
    const { home, ids } = made
    const text = await readAway(made)
    await home.client.reviews.undo({ id: ids[0]!, as: 'lena' })
    await home.client.reviews.reject({ id: ids[0]!, reason: 'finalement non', as: 'lena' })
    const { received, id: source } = await home.client.packets.import({ text })
    expect(received).toMatchObject({ changed: 1 })
    const found = (await home.client.readings.disagreements({})).find(({ suggestion }) => suggestion === ids[0])
    expect(found).toMatchObject({ changed: true, first: { state: 'accepted' } })
    expect(await refusal(home.client.readings.arbitrate({ suggestion: ids[0]!, source, keep: 'second', reason: 'x' }))).toBe(
      'bad-transition',
    )
  })
})

it('draws by the packet’s content alone: nobody picks, and the sender can tell', () => {
  const content = { desk: 'd' } as SealedPacket['content']
  const seed = packetSeed(packetDigest(content))
  expect(packetSeed(packetDigest({ ...content }))).toBe(seed)
  expect(drawPlace(seed, 'x')).toBe(drawPlace(seed, 'x'))
})
