// A review packet of one experiment of this desk: what goes in, under pseudonyms, and the seal that vouches for it.
// It must not know packets of other desks.
import { DeskError } from '../../../shared/domain/error.ts'
import {
  packetFormat,
  type PacketArticle,
  type PacketContent,
  type PacketSuggestion,
  type SealedPacket,
} from '../../../shared/domain/packet.ts'
import type { PacketSeal } from '../../../shared/domain/packet-seal.ts'
import type { Evidence, Flag } from '../../../shared/domain/suggestion.ts'
import { join } from 'node:path'
import { readCheckpoint } from '../ledger/checkpoint.ts'
import { sealOf } from '../ledger/seal.ts'
import { findArticle } from '../store/article-rows.ts'
import { listBodiesById, listKeys } from '../store/ledger-rows.ts'
import { fromJsonOrNull } from '../store/rows.ts'
import { listSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { viewExperiment } from './experiments.ts'
import { withholdOpinions } from './judge-first.ts'
import { checkpointFile, type Note } from './ledger-pen.ts'
import { demandRole } from './people.ts'
import { demandEntries, packetDigest } from './read-packet.ts'
import { suggestionOf } from './reviews.ts'

export type MadePacket = { packet: string; digest: string; articles: number; suggestions: number }

/**
 * One experiment as one text: its card, outputs, decisions and evidence. An entry of the desk holds the hash of the content and
 * seals it. Nobody's id travels: neither in the content, nor with the rest of the chain, which stays at home.
 *
 * @throws DeskError `role-required`, `not-found`; `ledger-broken` when a decision says other than its entry.
 */
export async function exportPacket(desk: DeskContext, actor: Actor, experiment: string, texts: boolean): Promise<MadePacket> {
  demandRole(actor, 'referent')
  demandPacketsAllowed(desk)
  const said = await gather(desk, experiment, texts)
  const named = [said.experiment.approval?.entry, ...said.suggestions.map(({ decision }) => decision?.entry)]
  demandEntries(
    said,
    await listBodiesById(
      desk.store.read,
      named.flatMap((entry) => entry ?? []),
    ),
  )
  const content = underPseudonyms(said)
  const digest = packetDigest(content)
  const counts = { articles: content.articles.length, suggestions: content.suggestions.length }
  const seal = await sealNow(desk, { act: 'packet.exported', subject: experiment, actor, facts: { digest, experiment, texts, ...counts } })
  const packet: SealedPacket = { format: packetFormat, version: 2, content, seal }
  return { packet: JSON.stringify(packet), digest, ...counts }
}

/** IT may forbid that packets leave. @throws DeskError `bad-input`. */
export function demandPacketsAllowed(desk: Pick<DeskContext, 'policy'>): void {
  if (!desk.policy.exportFormats.includes('packet'))
    throw new DeskError('bad-input', 'packet', 'is forbidden by the policy', { format: 'packet' })
}

/** Records an export, and seals what it names with an entry of the desk’s own: who exported is written, and stays at home. */
export async function sealNow(desk: DeskContext, note: Note & { facts: { digest: string } }): Promise<PacketSeal> {
  const { subject, facts } = note
  const entry = await desk.pen.write(async (db) => {
    const sealed = await desk.pen.append(db, { act: 'packet.sealed', subject, actor: null, facts: { digest: facts.digest } })
    await desk.pen.append(db, note)
    return sealed
  })
  const checkpoint = readCheckpoint(join(desk.store.folder, checkpointFile))
  const keys = (await listKeys(desk.store.read)).map(({ fingerprint, publicKey }) => ({ key: fingerprint, publicKey }))
  return sealOf(entry, keys, checkpoint === 'unreadable' ? null : checkpoint)
}

async function gather(desk: DeskContext, id: string, texts: boolean): Promise<PacketContent> {
  const { card, hash, state, approval, conclusion, runs } = await viewExperiment(desk, id)
  const rows = await listSuggestions(desk.store.read, { experiment: id })
  // Opinions a card keeps back until somebody has judged are kept back here too.
  const all = await withholdOpinions(desk.store.read, rows.map(suggestionOf))
  const machines = new Map(rows.map((row) => [row.id, machineOf(row)]))
  const whole = all.map((suggestion): PacketSuggestion => ({ ...suggestion, ...machines.get(suggestion.id) }))
  const suggestions = texts ? whole : whole.map(withoutComment)
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

/** A second reader must not see from a person's findings and proofs that the words were changed. */
function machineOf({ proposed }: SuggestionRow): Pick<PacketSuggestion, 'machine'> {
  const machine = fromJsonOrNull<{ flags: Flag[]; evidence: Evidence[] }>(proposed)
  return machine ? { machine: { flags: machine.flags, evidence: machine.evidence } } : {}
}

/** Only what may be worked on with an AI is handed on whole: rights can have been lost since the run. */
function articleOf(article: PacketArticle & { body: string; aiUse: boolean }, texts: boolean): PacketArticle {
  const { id, title, lang, date, section, hash, body, aiUse } = article
  return { id, title, lang, date, section, hash, body: texts && aiUse ? body : null }
}

/** The words an opinion points at are the reader's who wrote them: they stay unless texts were asked for. */
function withoutComment(suggestion: PacketSuggestion): PacketSuggestion {
  if (suggestion.task !== 'moderation') return suggestion
  return { ...suggestion, evidence: suggestion.evidence.filter((one) => one.kind !== 'text') }
}

/** People become `p1`, `p2`… in the order they appear: the same all through one packet, and nothing from one packet to the next. */
export function underPseudonyms(content: PacketContent): PacketContent {
  const known = new Map<string, string>()
  const pseudonym = (person: string): string => {
    const given = known.get(person) ?? `p${known.size + 1}`
    known.set(person, given)
    return given
  }
  const { card } = content.experiment
  const owner = pseudonym(card.owner)
  const referent = pseudonym(card.referent)
  return {
    ...content,
    experiment: { ...content.experiment, card: { ...card, owner, referent } },
    suggestions: content.suggestions.map((suggestion) =>
      suggestion.decision ? { ...suggestion, decision: { ...suggestion.decision, by: pseudonym(suggestion.decision.by) } } : suggestion,
    ),
  }
}
