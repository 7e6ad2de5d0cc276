// A review packet made on one desk and opened on another: whole, read-only, apart; a changed one is refused and says why.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import type { SealedPacket } from '../../../shared/domain/packet.ts'
import { packetDigest } from '../../../electron/core/services/read-packet.ts'
import { harbour } from '../../make-desk.ts'
import { tempFolder } from '../../temp-folder.ts'
import { checks, openNewsroom, propose, refusal, saveHarbour, type Newsroom } from './newsroom.ts'

const texts = ['La flottille de Kerlouan compte désormais 14 bateaux.', 'Une réunion est prévue le 12 avril.']

async function made(withTexts = true): Promise<{ room: Newsroom; packet: SealedPacket; text: string; experiment: string; item: string }> {
  const room = await openNewsroom()
  await room.client.people.add({ id: 'omar', name: 'Omar Quelquun', roles: ['referent'], form: 'm' })
  const item = await saveHarbour(room)
  const [a, b] = await propose(room, item, texts)
  await room.client.reviews.accept({ id: a!.id, checks })
  await room.client.reviews.reject({ id: b!.id, reason: 'secondaire' })
  const { packet: text } = await room.client.packets.export({ experiment: a!.experiment, texts: withTexts })
  return { room, packet: JSON.parse(text) as SealedPacket, text, experiment: a!.experiment, item }
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
    expect(shown).toMatchObject({ card: packet.content.experiment.card, decided: 2, every: null, articles: [{ id: item, outputs: 2 }] })
    const page = await other.client.packets.page({ id: opened.id, item })
    expect(page.suggestions).toEqual(packet.content.suggestions)
    expect(page.suggestions.map(({ state }) => state).toSorted()).toEqual(['accepted', 'rejected'])
    expect(page.article).toMatchObject({ body: harbour.body })
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
    // one entry, that of the export: the chain names people and speaks of other work
    expect(packet.seal.entry.body).toMatchObject({ act: 'packet.sealed', subject: experiment, person: 'machine' })
    expect(text).not.toContain('"me"')
    expect('ledger' in packet).toBe(false)
    const { entries } = await room.client.ledger.list({ limit: 1 })
    expect(entries[0]?.body).toMatchObject({ act: 'packet.exported', subject: experiment, facts: { texts: false } })
  })

  it('names people by pseudonyms of its own, the same all through it', async () => {
    const room = await openNewsroom()
    for (const id of ['lena', 'omar']) await room.client.people.add({ id, name: id, roles: ['journalist'], form: 'f' })
    const item = await saveHarbour(room)
    const proposed = await propose(room, item, [...texts, 'La criée a vendu 1 200 tonnes de poisson en 2025.'])
    for (const [at, as] of ['lena', 'omar', 'lena'].entries()) await room.client.reviews.reject({ id: proposed[at]!.id, reason: 'non', as })
    const { packet: text } = await room.client.packets.export({ experiment: proposed[0]!.experiment, texts: true })
    expect(text).not.toMatch(/"(lena|omar)"/)
    const by = (JSON.parse(text) as SealedPacket).content.suggestions.map(({ decision }) => decision?.by)
    expect(by[0]).toMatch(/^p\d$/)
    expect([by[1] === by[0], by[2] === by[0]]).toEqual([false, true])
  })

  it('is for the policy to allow', async () => {
    const path = join(tempFolder(), 'policy.json')
    writeFileSync(path, JSON.stringify({ version: 1, exportFormats: ['json'] }))
    process.env['MARBRE_POLICY'] = path
    const room = await openNewsroom().finally(() => delete process.env['MARBRE_POLICY'])
    const [point] = await propose(room, await saveHarbour(room), texts)
    expect(await refusal(room.client.packets.export({ experiment: point!.experiment, texts: true }))).toBe('bad-input')
  })

  it('is a referent’s to make', async () => {
    const { room, experiment } = await made()
    await room.client.people.add({ id: 'nina', name: 'Nina', roles: ['journalist'], form: 'f' })
    expect(await refusal(room.client.packets.export({ experiment, texts: true, as: 'nina' }))).toBe('role-required')
  })

  it.each([
    [
      'a decision’s words',
      'content',
      (packet: SealedPacket) => void (packet.content.suggestions[0]!.value = { text: 'Tout autre chose.' }),
    ],
    ['a decision turned', 'content', (packet: SealedPacket) => void (packet.content.suggestions[1]!.state = 'accepted')],
    ['an article', 'content', (packet: SealedPacket) => void (packet.content.articles[0]!.body += ' Et plus encore.')],
    ['a decision left out', 'content', (packet: SealedPacket) => void packet.content.suggestions.pop()],
    ['the desk', 'content', (packet: SealedPacket) => void (packet.content.desk = 'un-autre')],
    ['the entry that seals it', 'ledger', (packet: SealedPacket) => void (packet.seal.entry.body.subject = 'autre')],
    ['the checkpoint', 'ledger', (packet: SealedPacket) => void (packet.seal.checkpoint!.count += 1)],
    ['the key', 'ledger', (packet: SealedPacket) => void packet.seal.keys.pop()],
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
    ['a later version', '{"format":"marbre-review-packet","version":3,"content":{},"ledger":""}'],
  ])('that is %s is refused without a word of it', async (_what, text) => {
    const { client } = await openNewsroom()
    expect(await fault(client.packets.import({ text }))).toEqual({ code: 'bad-input', fault: 'form' })
    const thrown: unknown = await client.packets.import({ text }).catch((error: unknown) => error)
    expect(JSON.stringify(thrown)).not.toContain('secret')
  })
})
