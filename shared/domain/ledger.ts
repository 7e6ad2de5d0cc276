// The ledger of sign-offs: what an entry says. Contents are elsewhere, referred to by salted hash.
import { z } from 'zod'
import { channelSchema, identitySchema } from './person.ts'

export const ledgerActs = [
  'desk.created',
  'person.added',
  'person.removed',
  'key.registered',
  'card.approved',
  'card.voided',
  'card.reopened',
  'prompt.added',
  'prompt.approved',
  'prompt.retired',
  'rule.added',
  'rule.removed',
  'term.dismissed',
  'term.adopted',
  'term.restored',
  'tags.reset',
  'tags.remembered',
  'vocabulary.merged',
  'vocabulary.retired',
  'vocabulary.restored',
  'experiment.concluded',
  'experiment.reopened',
  'suggestion.accepted',
  'suggestion.edited',
  'suggestion.rejected',
  'suggestion.unsure',
  'suggestion.added',
  'suggestion.undone',
  'suggestion.withdrawn',
  'suggestion.stale',
  'suggestion.renewed',
  'sampling.set',
  'reading.recorded',
  'reading.undone',
  'reading.arbitrated',
  'packet.exported',
  'packet.sealed',
  'packet.sampled',
  'packet.read',
  'packet.unread',
  'readings.exported',
  'readings.received',
  'comment.decided',
  'comment.undone',
  'comparison.drawn',
  'comparison.voted',
  'comparison.withdrawn',
  'comparison.ended',
  'rubric.scored',
  'rubric.withdrawn',
  'import.undone',
  'outputs.exported',
  'contents.purged',
  'backup.made',
  'backup.restored',
] as const
export type LedgerAct = (typeof ledgerActs)[number]

/** The signed part of an entry: ids, decisions and salted hashes, never contents. */
export const ledgerBodySchema = z.object({
  v: z.literal(1),
  desk: z.string(),
  seq: z.int().min(1),
  id: z.string(),
  at: z.string(),
  act: z.enum(ledgerActs),
  /** Person id, or `machine` for what the desk itself records (stale, desk created). */
  person: z.string(),
  role: z.string(),
  channel: channelSchema,
  identity: identitySchema,
  /** Id of the suggestion, comment, experiment, person or export concerned. */
  subject: z.string(),
  /** Plain facts that are not contents: task, checks, flags, engine, digest, parameters, run, `withoutProtocol`. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  /** Salted SHA-256 of each content, by role (`before`, `after`, `reason`, `input`). */
  contents: z.record(z.string(), z.string()),
  prev: z.string(),
})
export type LedgerBody = z.infer<typeof ledgerBodySchema>

export const ledgerEntrySchema = z.object({
  body: ledgerBodySchema,
  /** SHA-256 hex of the canonical form (RFC 8785) of `body`. */
  hash: z.string(),
  /** Ed25519 signature of the hash, base64; key fingerprint beside it. */
  signature: z.string(),
  key: z.string(),
})
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>

export const brokenSchema = z.object({
  seq: z.int(),
  why: z.enum(['altered', 'removed', 'reordered', 'truncated', 'bad-signature', 'content-altered', 'unknown-key']),
})
export type Broken = z.infer<typeof brokenSchema>

export const verificationSchema = z.object({
  entries: z.int(),
  head: z.string(),
  intact: z.boolean(),
  erased: z.int(),
  signer: z.enum(['trusted', 'unverified']),
  fingerprints: z.array(z.string()),
  /** Entries at which a desk restored without its keys went on under a new one. */
  restored: z.array(z.int()).optional(),
  broken: brokenSchema.optional(),
})
export type Verification = z.infer<typeof verificationSchema>
