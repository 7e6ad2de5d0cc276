// A review packet: one experiment of one desk, with the ledger that vouches for it, to be read on another laptop.
// It must not know storage. Whatever a packet says is hostile until it was parsed by these shapes and verified.
import { z } from 'zod'
import { cardSchema, experimentStateSchema, manifestSchema, verdictSchema } from './experiment.ts'
import { suggestionSchema } from './suggestion.ts'

export const packetFormat = 'marbre-review-packet'
/** In bytes of the file. */
export const largestPacket = 64 * 1024 * 1024

const id = z.string().min(1).max(200)
const text = z.string().max(5_000_000)

/** `body` null: the file was made without the texts. `hash` is the article's at the time. */
export const packetArticleSchema = z.object({
  id,
  title: text,
  lang: z.string().max(40).nullable(),
  date: z.string().max(100).nullable(),
  section: z.string().max(1000).nullable(),
  hash: z.string().max(128),
  body: text.nullable(),
})
export type PacketArticle = z.infer<typeof packetArticleSchema>

export const packetContentSchema = z.object({
  desk: id,
  madeAt: z.string().max(40),
  experiment: z.object({
    id,
    card: cardSchema,
    hash: z.string().max(128),
    state: experimentStateSchema,
    approval: z.object({ at: z.string().max(40), ownCard: z.boolean(), entry: id }).nullable(),
    conclusion: z.object({ verdict: verdictSchema, reason: text, at: z.string().max(40), entry: id }).nullable(),
    runs: z.array(z.object({ engine: z.string().max(500), manifest: manifestSchema })).max(1000),
  }),
  articles: z.array(packetArticleSchema).max(20_000),
  suggestions: z.array(suggestionSchema).max(200_000),
})
export type PacketContent = z.infer<typeof packetContentSchema>

/** The file. `ledger` is a ledger bundle without contents: it verifies offline, and holds the hash of `content`. */
export const packetSchema = z.object({
  format: z.literal(packetFormat),
  version: z.literal(1),
  content: packetContentSchema,
  ledger: z.string().max(largestPacket),
})
export type Packet = z.infer<typeof packetSchema>

/** Why a packet is refused; the words are in renderer/words. */
export const packetFaults = ['form', 'size', 'ledger', 'content', 'card', 'decision', 'article', 'unknown-key'] as const
export type PacketFault = (typeof packetFaults)[number]

export const packetSummarySchema = z.object({
  /** SHA-256 of the content: the same packet opened twice is one. */
  id: z.string(),
  desk: z.string(),
  experiment: z.string(),
  title: z.string(),
  openedAt: z.string(),
  bytes: z.int(),
})
export type PacketSummary = z.infer<typeof packetSummarySchema>

export const openedPacketSchema = packetSummarySchema.extend({
  content: packetContentSchema,
  /** `known`: every key that signed is one this desk or the reader trusts. */
  signer: z.enum(['known', 'unverified']),
  fingerprints: z.array(z.string()),
  entries: z.int(),
  head: z.string(),
})
export type OpenedPacket = z.infer<typeof openedPacketSchema>
