// What a packet keeps back: opinions nobody has judged beside, readers' words, texts whose rights were lost; and what a purge takes of it.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { expect, it } from 'vitest'
import type { SealedPacket as Packet } from '../../../shared/domain/packet.ts'
import { harbour } from '../../make-desk.ts'
import { checks, openNewsroom, propose, saveHarbour, type Newsroom } from './newsroom.ts'

const body = 'Le maire est un connard.'

/** An experiment of moderation run on one comment. */
async function moderated(judgeFirst: boolean, date?: string): Promise<Newsroom & { experiment: string }> {
  const room = await openNewsroom()
  await room.bring('comments', 'c.jsonl', [{ id: 'c0', body, ...(date === undefined ? {} : { date }) }])
  const { id } = await room.client.experiments.create({
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
    judgeFirst,
  })
  await room.client.experiments.approve({ id })
  for (const run of await room.client.runs.start({ experiment: id })) await room.client.runs.wait({ id: run.id })
  return { ...room, experiment: id }
}

async function exported({ client, experiment }: Pick<Newsroom, 'client'> & { experiment: string }, texts: boolean): Promise<Packet> {
  return JSON.parse((await client.packets.export({ experiment, texts })).packet) as Packet
}

it('keeps back an opinion the card keeps back, until somebody has judged', async () => {
  const room = await moderated(true)
  expect((await exported(room, true)).content.suggestions).toMatchObject([{ value: { hold: null, clauses: [] }, score: 0, evidence: [] }])
  await room.client.reviews.decideComment({ comment: 'c0', decision: 'publish' })
  expect((await exported(room, true)).content.suggestions).toMatchObject([{ value: { hold: true } }])
})

it('quotes no reader unless texts were asked for', async () => {
  const room = await moderated(false)
  const quoted = (packet: Packet) => packet.content.suggestions.flatMap(({ evidence }) => evidence.filter(({ kind }) => kind === 'text'))
  expect(quoted(await exported(room, true)).length).toBeGreaterThan(0)
  const without = await exported(room, false)
  expect(quoted(without)).toEqual([])
  const other = await openNewsroom()
  await other.client.packets.import({ text: JSON.stringify(without) })
})

it('hands on no text whose rights were lost since', async () => {
  const room = await openNewsroom()
  const item = await saveHarbour(room)
  const [point] = await propose(room, item, ['La flottille de Kerlouan compte désormais 14 bateaux.'])
  await room.client.reviews.accept({ id: point!.id, checks })
  const asked = { client: room.client, experiment: point!.experiment }
  expect((await exported(asked, true)).content.articles[0]?.body).not.toBeNull()
  await room.client.articles.save({ ...harbour, id: item, rights: 'agency', aiUse: false })
  expect((await exported(asked, true)).content.articles).toMatchObject([{ id: item, body: null }])
})

it('leaves with the comments a purge takes, wherever they came from', async () => {
  const room = await moderated(false, '2020-01-02T10:00:00Z')
  const kept = await moderated(false)
  const text = JSON.stringify(await exported(room, true))
  await room.client.packets.import({ text })
  await kept.client.packets.import({ text })
  const { id } = await kept.client.packets.import({ text: JSON.stringify(await exported(kept, true)) })
  await room.client.safekeeping.purgeComments({ olderThanDays: 365 })
  expect(await room.client.packets.list({})).toEqual([])
  // Opened lately, and its comments are younger: they stay.
  await kept.client.safekeeping.purgeComments({ olderThanDays: 365 })
  expect((await kept.client.packets.list({})).map((packet) => packet.id)).toContain(id)
})

async function detailsOf(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  if (!(error instanceof ORPCError)) throw new TypeError('was not refused')
  return (error.data as { details: Record<string, unknown> }).details
}

it('is not made when a decision says other than its entry', async () => {
  const room = await openNewsroom()
  const [point] = await propose(room, await saveHarbour(room), ['La flottille de Kerlouan compte désormais 14 bateaux.'])
  await room.client.reviews.reject({ id: point!.id, reason: 'secondaire' })
  const database = new Database(join(room.folder, 'desk.sqlite'))
  database.prepare(`UPDATE suggestions SET state = 'accepted' WHERE id = ?`).run(point!.id)
  database.close()
  expect(await detailsOf(exported({ client: room.client, experiment: point!.experiment }, true))).toMatchObject({ fault: 'decision' })
})

it('tells where a form is wrong in words of the schema alone', async () => {
  const room = await moderated(false)
  const packet = await exported(room, false)
  const [run] = packet.content.experiment.runs
  const forged = { ...run!.manifest, parameters: { 'phrase secrète': [] } }
  const text = JSON.stringify({
    ...packet,
    content: { ...packet.content, experiment: { ...packet.content.experiment, runs: [{ ...run, manifest: forged }] } },
  })
  expect(await detailsOf(room.client.packets.import({ text }))).toEqual({
    fault: 'form',
    field: 'content.experiment.runs.manifest.parameters',
  })
})
