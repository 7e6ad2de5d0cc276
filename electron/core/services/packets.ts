// Other desks' packets, opened read-only and kept apart.
// It must not let anything of a packet into the desk's own articles, outputs or figures.
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { DeskError } from '../../../shared/domain/error.ts'
import type { OpenedPacket, PacketOpening, PacketPage, PacketSuggestion, ListedPacket } from '../../../shared/domain/packet.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { listKeys } from '../store/ledger-rows.ts'
import { findPacketPlan, listPacketReadings } from '../store/packet-reading-rows.ts'
import { deletePacket, deletePacketPart, findPacket, listPackets, savePacket, savePacketPart } from '../store/packet-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { demandPacket, drawPacket } from './packet-draw.ts'
import { askPacket, openPacketFile } from './packet-worker.ts'
import type { Vouched } from './read-packet.ts'
import { receiveReadings } from './returned-readings.ts'
import { beginUpload, discardUpload, uploadPath } from './uploads.ts'

/** Bytes of one slice: written in a few milliseconds, between other people's decisions. */
const slice = 256 * 1024

/** Opens a file from an upload of the page. */
export async function openUpload(desk: DeskContext, actor: Actor, upload: string, trust: string | undefined): Promise<PacketOpening> {
  const path = await uploadPath(desk, upload)
  try {
    return await openFile(desk, actor, path, trust)
  } finally {
    await discardUpload(desk, upload)
  }
}

/** Opens a file whose text the command line has read. */
export async function openText(desk: DeskContext, actor: Actor, text: string, trust: string | undefined): Promise<PacketOpening> {
  const upload = await beginUpload(desk, 'packet.json', 0)
  await writeFile(await uploadPath(desk, upload), text, { mode: 0o600 })
  return openUpload(desk, actor, upload, trust)
}

/** Verifies a file, then keeps the packet apart, or takes in the readings that came back. The same one again changes nothing. */
async function openFile(desk: DeskContext, actor: Actor, path: string, trust: string | undefined): Promise<PacketOpening> {
  const answer = await openPacketFile(desk, path, trust)
  const vouched = await vouchedFor(desk, answer.vouched, trust !== undefined)
  if (answer.kind === 'readings') return receiveReadings(desk, actor, answer, vouched)
  const { digest, head, items, bytes, decided } = answer
  if (!(await findPacket(desk.store.read, digest))) {
    let n = 0
    for await (const part of createReadStream(path, { highWaterMark: slice }) as AsyncIterable<Buffer>) {
      await desk.store.write((db) => savePacketPart(db, digest, n, part))
      n += 1
    }
    const { id: experiment, card } = head.experiment
    const openedAt = desk.clock().toISOString()
    const packet = { id: digest, desk: head.desk, experiment, title: card.title, openedBy: actor.person.id, openedAt, bytes }
    await desk.store.write((db) => savePacket(db, { ...packet, task: card.task, items }))
  }
  return { ...(await demandPacket(desk, digest)), ...vouched, decided, received: null }
}

/** Who signed: keys of this desk are known, a list the reader gave vouches for the rest. */
async function vouchedFor(
  desk: DeskContext,
  { fingerprints, entries, head }: Vouched,
  trusted: boolean,
): Promise<Pick<PacketOpening, 'signer' | 'fingerprints' | 'entries' | 'head'>> {
  const own = new Set((await listKeys(desk.store.read)).map(({ fingerprint }) => fingerprint))
  const known = trusted || (fingerprints.length > 0 && fingerprints.every((fingerprint) => own.has(fingerprint)))
  return { signer: known ? 'known' : 'unverified', fingerprints: [...fingerprints], entries, head }
}

export async function viewPackets(desk: DeskContext): Promise<ListedPacket[]> {
  const listed: ListedPacket[] = []
  for (const packet of await listPackets(desk.store.read)) {
    const readings = await listPacketReadings(desk.store.read, packet.id)
    listed.push({ ...packet, read: readings.filter(({ verdict }) => verdict !== null).length })
  }
  return listed
}

/** A packet as it was opened, verified anew: a database changed by hand is seen. @throws DeskError `not-found`, `ledger-broken`. */
export async function viewPacket(desk: DeskContext, id: string): Promise<OpenedPacket> {
  const summary = await demandPacket(desk, id)
  const { vouched, head, articles, decided } = await askPacket(desk, id, { kind: 'index' })
  const { card, hash } = head.experiment
  const plan = await findPacketPlan(desk.store.read, id)
  const read = (await listPacketReadings(desk.store.read, id)).filter(({ verdict }) => verdict !== null)
  const { drawn } = await drawPacket(desk, id)
  return {
    ...summary,
    ...(await vouchedFor(desk, vouched, false)),
    card,
    hash,
    task: card.task,
    articles,
    decided,
    every: plan?.every ?? null,
    read: read.length,
    drawn: new Set([...drawn.map(({ suggestion }) => suggestion.id), ...read.map(({ suggestion }) => suggestion)]).size,
  }
}

/** One article of a packet. What waits for its second reading is shown as it was proposed. */
export async function viewPacketPage(desk: DeskContext, id: string, item: string): Promise<PacketPage> {
  await demandPacket(desk, id)
  const { page } = await askPacket(desk, id, { kind: 'page', item })
  if (!page) throw new DeskError('not-found', 'article', 'is not in this packet')
  const read = new Set((await listPacketReadings(desk.store.read, id)).flatMap((one) => (one.verdict === null ? [] : [one.suggestion])))
  const waiting = new Set((await drawPacket(desk, id)).drawn.map(({ suggestion }) => suggestion.id).filter((one) => !read.has(one)))
  return { ...page, suggestions: page.suggestions.map((one) => (waiting.has(one.id) ? asUndecided(one) : one)) }
}

/** What a machine proposed, and nothing of what became of it. */
function asUndecided({ machine, ...suggestion }: PacketSuggestion): Suggestion {
  return {
    ...suggestion,
    value: suggestion.proposed ?? suggestion.value,
    ...machine,
    state: 'proposed',
    proposed: null,
    decision: null,
    exported: false,
    inReading: true,
  }
}

export async function closePacket(desk: DeskContext, id: string): Promise<{ done: true }> {
  await demandPacket(desk, id)
  await desk.store.write((db) => deletePacket(db, id))
  // What is erased is written over: slice by slice, so that nobody waits for it. Without its row the packet is gone already.
  while (await desk.store.write((db) => deletePacketPart(db, id)));
  return { done: true }
}
