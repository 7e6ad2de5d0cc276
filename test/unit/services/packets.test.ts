// A review packet made on one desk and opened on another: whole, read-only, apart; a changed one is refused and says why.
import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import type { Packet } from '../../../shared/domain/packet.ts'
import { packetDigest } from '../../../electron/core/services/read-packet.ts'
import { harbour } from '../../make-desk.ts'
import { checks, openNewsroom, propose, refusal, saveHarbour, type Newsroom } from './newsroom.ts'

const texts = ['La flottille de Kerlouan compte désormais 14 bateaux.', 'Une réunion est prévue le 12 avril.']

async function made(withTexts = true): Promise<{ room: Newsroom; packet: Packet; text: string; experiment: string; item: string }> {
  const room = await openNewsroom()
  await room.client.people.add({ id: 'omar', name: 'Omar Quelquun', roles: ['referent'], form: 'm' })
  const item = await saveHarbour(room)
  const [a, b] = await propose(room, item, texts)
  await room.client.reviews.accept({ id: a!.id, checks })
  await room.client.reviews.reject({ id: b!.id, reason: 'secondaire' })
  const { packet: text } = await room.client.packets.export({ experiment: a!.experiment, texts: withTexts })
  return { room, packet: JSON.parse(text) as Packet, text, experiment: a!.experiment, item }
}

/** What the refusal says is wrong. */
async function fault(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof ORPCError
    ? { code: error.code, fault: (error.data as { details: Record<string, unknown> }).details['fault'] }
    : error
}

describe('a packet', () => {
  it('carries an experiment to another desk, verified, and changes nothing there but its own shelf', async () => {
    const { text, packet, item } = await made()
    const other = await openNewsroom()
    const before = await other.client.ledger.list({})
    const opened = await other.client.packets.import({ text })
    expect(opened).toMatchObject({ signer: 'unverified', id: packetDigest(packet.content), desk: packet.content.desk })
    expect(opened.fingerprints.length).toBe(1)
    const shown = await other.client.packets.show({ id: opened.id })
    expect(shown.content).toEqual(packet.content)
    expect(shown.content.suggestions.map(({ state }) => state).toSorted()).toEqual(['accepted', 'rejected'])
    expect(shown.content.articles[0]).toMatchObject({ body: harbour.body })
    // read-only and apart: none of it is an article, an output, a figure or an entry here
    expect((await other.client.articles.list({})).total).toBe(0)
    expect(await other.client.suggestions.ofItem({ item })).toEqual([])
    expect(await refusal(other.client.reviews.undo({ id: packet.content.suggestions[0]!.id }))).toBe('not-found')
    expect((await other.client.ledger.list({})).total).toBe(before.total)
    await other.client.packets.import({ text })
    expect((await other.client.packets.list({})).length).toBe(1)
    await other.client.packets.close({ id: opened.id })
    expect(await other.client.packets.list({})).toEqual([])
  })

  it('is signed by keys the reader may trust', async () => {
    const { room, text } = await made()
    const other = await openNewsroom()
    const { fingerprints } = await other.client.packets.import({ text })
    expect((await room.client.packets.import({ text })).signer).toBe('known')
    expect((await other.client.packets.import({ text, trust: fingerprints.join('\n') })).signer).toBe('known')
    expect(await fault(other.client.packets.import({ text, trust: 'a'.repeat(64) }))).toEqual({
      code: 'ledger-broken',
      fault: 'unknown-key',
    })
  })

  it('holds articles only when asked, and never people’s names nor other outputs’ contents', async () => {
    const { text, packet, room, item, experiment } = await made(false)
    expect(packet.content.articles).toMatchObject([{ id: item, body: null }])
    expect(text).not.toContain('La criée a vendu')
    expect(text).not.toContain('Omar Quelquun')
    expect('contents' in (JSON.parse(packet.ledger) as object)).toBe(false)
    const { entries } = await room.client.ledger.list({ limit: 1 })
    expect(entries[0]?.body).toMatchObject({ act: 'packet.exported', subject: experiment, facts: { texts: false } })
  })

  it('is a referent’s to make', async () => {
    const { room, experiment } = await made()
    await room.client.people.add({ id: 'nina', name: 'Nina', roles: ['journalist'], form: 'f' })
    expect(await refusal(room.client.packets.export({ experiment, texts: true, as: 'nina' }))).toBe('role-required')
  })

  it.each([
    ['a decision’s words', 'content', (packet: Packet) => void (packet.content.suggestions[0]!.value = { text: 'Tout autre chose.' })],
    ['a decision turned', 'content', (packet: Packet) => void (packet.content.suggestions[1]!.state = 'accepted')],
    ['an article', 'content', (packet: Packet) => void (packet.content.articles[0]!.body += ' Et plus encore.')],
    ['a decision left out', 'content', (packet: Packet) => void packet.content.suggestions.pop()],
    ['the desk', 'content', (packet: Packet) => void (packet.content.desk = 'un-autre')],
    [
      'an entry',
      'ledger',
      (packet: Packet) => void (packet.ledger = packet.ledger.replace('"suggestion.rejected"', '"suggestion.accepted"')),
    ],
    [
      'the tail cut',
      'ledger',
      (packet: Packet) => {
        const bundle = JSON.parse(packet.ledger) as { entries: unknown[] }
        packet.ledger = JSON.stringify({ ...bundle, entries: bundle.entries.slice(0, -1) })
      },
    ],
  ])('is refused when somebody changed %s', async (_what, expected, change) => {
    const { packet } = await made()
    change(packet)
    const other = await openNewsroom()
    expect(await fault(other.client.packets.import({ text: JSON.stringify(packet) }))).toEqual({ code: 'ledger-broken', fault: expected })
    expect(await other.client.packets.list({})).toEqual([])
  })

  it.each([
    ['no JSON', 'secret {'],
    ['another JSON', '[]'],
    ['a ledger bundle', '{"format":"marbre-ledger-bundle","version":1}'],
    ['a later version', '{"format":"marbre-review-packet","version":2,"content":{},"ledger":""}'],
  ])('that is %s is refused without a word of it', async (_what, text) => {
    const { client } = await openNewsroom()
    expect(await fault(client.packets.import({ text }))).toEqual({ code: 'bad-input', fault: 'form' })
    const thrown: unknown = await client.packets.import({ text }).catch((error: unknown) => error)
    expect(JSON.stringify(thrown)).not.toContain('secret')
  })
})
