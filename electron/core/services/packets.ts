// Review packets of this desk's experiments, and other desks' packets opened read-only.
// It must not let anything of a packet into the desk's own articles, outputs or figures.
import { readFile, stat } from 'node:fs/promises'
import { DeskError } from '../../../shared/domain/error.ts'
import {
  largestPacket,
  packetFormat,
  type OpenedPacket,
  type Packet,
  type PacketArticle,
  type PacketContent,
  type PacketSummary,
} from '../../../shared/domain/packet.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { findArticle } from '../store/article-rows.ts'
import { listKeys } from '../store/ledger-rows.ts'
import { deletePacket, findPacket, listPackets, savePacket } from '../store/packet-rows.ts'
import { listSuggestions } from '../store/suggestion-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { viewExperiment } from './experiments.ts'
import { withholdOpinions } from './judge-first.ts'
import { makeBundle } from './ledger-view.ts'
import { demandRole } from './people.ts'
import { packetDigest, readPacket, type ReadPacket } from './read-packet.ts'
import { suggestionOf } from './reviews.ts'
import { discardUpload, uploadPath } from './uploads.ts'

export type MadePacket = { packet: string; digest: string; articles: number; suggestions: number }

/**
 * One experiment as one text: its card, outputs, decisions and evidence, with the ledger's chain (no contents) that vouches for them.
 * The entry that records the export holds the hash of the content, so that nothing in it can be changed unseen.
 *
 * @throws DeskError `role-required`, `not-found`.
 */
export async function exportPacket(desk: DeskContext, actor: Actor, experiment: string, texts: boolean): Promise<MadePacket> {
  demandRole(actor, 'referent')
  const content = await gather(desk, experiment, texts)
  const digest = packetDigest(content)
  const counts = { articles: content.articles.length, suggestions: content.suggestions.length }
  await desk.pen.write((db) =>
    desk.pen.append(db, { act: 'packet.exported', subject: experiment, actor, facts: { digest, texts, ...counts } }),
  )
  const packet: Packet = { format: packetFormat, version: 1, content, ledger: await chainOnly(desk) }
  return { packet: JSON.stringify(packet), digest, ...counts }
}

/** The whole chain, without the contents beside it: those are other experiments' texts and people's names too. */
async function chainOnly(desk: DeskContext): Promise<string> {
  const { contents: _contents, ...chain } = JSON.parse((await makeBundle(desk)).bundle) as Record<string, unknown>
  return JSON.stringify(chain)
}

async function gather(desk: DeskContext, id: string, texts: boolean): Promise<PacketContent> {
  const { card, hash, state, approval, conclusion, runs } = await viewExperiment(desk, id)
  // Opinions a card keeps back until somebody has judged are kept back here too.
  const all = await withholdOpinions(desk.store.read, (await listSuggestions(desk.store.read, { experiment: id })).map(suggestionOf))
  const suggestions = texts ? all : all.map(withoutComment)
  const articles: PacketArticle[] = []
  for (const item of new Set(suggestions.map((suggestion) => suggestion.item))) {
    const article = await findArticle(desk.store.read, item)
    if (article) articles.push(articleOf(article, texts))
  }
  return {
    desk: desk.pen.desk,
    madeAt: desk.clock().toISOString(),
    experiment: {
      id,
      card,
      hash,
      state,
      approval: approval && { at: approval.at, ownCard: approval.ownCard, entry: approval.entry },
      conclusion: conclusion && { verdict: conclusion.verdict, reason: conclusion.reason, at: conclusion.at, entry: conclusion.entry },
      runs: runs.map(({ engine, manifest }) => ({ engine, manifest })),
    },
    articles,
    suggestions,
  }
}

/** Only what may be worked on with an AI is handed on whole: rights can have been lost since the run. */
function articleOf(article: PacketArticle & { body: string; aiUse: boolean }, texts: boolean): PacketArticle {
  const { id, title, lang, date, section, hash, body, aiUse } = article
  return { id, title, lang, date, section, hash, body: texts && aiUse ? body : null }
}

/** The words an opinion points at are the reader's who wrote them: they stay unless texts were asked for. */
function withoutComment(suggestion: Suggestion): Suggestion {
  if (suggestion.task !== 'moderation') return suggestion
  return { ...suggestion, evidence: suggestion.evidence.filter((one) => one.kind !== 'text') }
}

/** Opens a packet from an upload of the page. */
export async function openUpload(
  desk: DeskContext,
  actor: Actor,
  upload: string,
  trust: string | undefined,
): Promise<Omit<OpenedPacket, 'content'>> {
  const path = await uploadPath(desk, upload)
  try {
    if ((await stat(path)).size > largestPacket) throw new DeskError('bad-input', 'packet', 'is larger than 64 MB', { fault: 'size' })
    return await openPacket(desk, actor, utf8(await readFile(path)), trust)
  } finally {
    await discardUpload(desk, upload)
  }
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DeskError('bad-input', 'packet', 'cannot be read as UTF-8', { fault: 'form' })
  }
}

/** Verifies a packet and keeps it, apart. The same one again changes nothing. @throws DeskError as `readPacket`. */
export async function openPacket(
  desk: DeskContext,
  actor: Actor,
  text: string,
  trust: string | undefined,
): Promise<Omit<OpenedPacket, 'content'>> {
  const read = readPacket(text, trust)
  const { content } = read.packet
  await desk.store.write((db) =>
    savePacket(db, {
      id: read.digest,
      desk: content.desk,
      experiment: content.experiment.id,
      title: content.experiment.card.title,
      openedBy: actor.person.id,
      openedAt: desk.clock().toISOString(),
      bytes: Buffer.byteLength(text, 'utf8'),
      document: JSON.stringify(read.packet),
    }),
  )
  const kept = await demandPacket(desk, read.digest)
  return { ...summaryOf(kept), ...(await vouchedFor(desk, read, trust !== undefined)) }
}

async function demandPacket(desk: DeskContext, id: string): Promise<PacketSummary & { document: string }> {
  const found = await findPacket(desk.store.read, id)
  if (!found) throw new DeskError('not-found', 'packet', 'is not open on this desk')
  return found
}

function summaryOf({ document: _document, ...summary }: PacketSummary & { document: string }): PacketSummary {
  return summary
}

/** Who signed: keys of this desk are known, a list the reader gave vouches for the rest. */
async function vouchedFor(
  desk: DeskContext,
  { verification }: ReadPacket,
  trusted: boolean,
): Promise<Pick<OpenedPacket, 'signer' | 'fingerprints' | 'entries' | 'head'>> {
  const { fingerprints, entries, head } = verification
  const own = new Set((await listKeys(desk.store.read)).map(({ fingerprint }) => fingerprint))
  const known = trusted || (fingerprints.length > 0 && fingerprints.every((fingerprint) => own.has(fingerprint)))
  return { signer: known ? 'known' : 'unverified', fingerprints, entries, head }
}

export async function viewPackets(desk: DeskContext): Promise<PacketSummary[]> {
  return listPackets(desk.store.read)
}

/** A packet as it was opened, verified anew: a database changed by hand is seen. @throws DeskError `not-found`, `ledger-broken`. */
export async function viewPacket(desk: DeskContext, id: string): Promise<OpenedPacket> {
  const stored = await demandPacket(desk, id)
  const read = readPacket(stored.document)
  if (read.digest !== id) throw new DeskError('ledger-broken', 'packet', 'its content is not what was opened', { fault: 'content' })
  return { ...summaryOf(stored), ...(await vouchedFor(desk, read, false)), content: read.packet.content }
}

export async function closePacket(desk: DeskContext, id: string): Promise<{ done: true }> {
  await demandPacket(desk, id)
  await desk.store.write((db) => deletePacket(db, id))
  return { done: true }
}
