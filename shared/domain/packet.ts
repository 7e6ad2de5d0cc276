// A review packet: one experiment of one desk, sealed by its ledger, to be read on another laptop; and the readings that travel back.
// It must not know storage. Whatever a packet says is hostile until it was parsed by these shapes and verified.
import { z } from 'zod'
import { cardSchema, experimentStateSchema, manifestSchema, verdictSchema } from './experiment.ts'
import { packetSealSchema } from './packet-seal.ts'
import { readingVerdictSchema } from './reading.ts'
import { evidenceSchema, flagSchema, suggestionSchema, suggestionValueSchema, taskSchema } from './suggestion.ts'

export const packetFormat = 'marbre-review-packet'
export const readingsFormat = 'marbre-readings-packet'
/** In bytes of the file. */
export const largestPacket = 64 * 1024 * 1024

const id = z.string().min(1).max(200)
const moment = z.string().max(40)
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

const headSchema = z.object({
  id,
  card: cardSchema,
  hash: z.string().max(128),
  state: experimentStateSchema,
  approval: z.object({ at: moment, ownCard: z.boolean(), entry: id }).nullable(),
  conclusion: z.object({ verdict: verdictSchema, reason: text, at: moment, entry: id }).nullable(),
  runs: z.array(z.object({ engine: z.string().max(500), manifest: manifestSchema })).max(1000),
})

/** `machine`: the machine’s own findings and proofs where a person edited its words. */
export const packetSuggestionSchema = suggestionSchema.extend({
  machine: z.object({ flags: z.array(flagSchema), evidence: z.array(evidenceSchema) }).optional(),
})
export type PacketSuggestion = z.infer<typeof packetSuggestionSchema>

/** `decision.by` and the card's people are pseudonyms, the same person under the same one all through the packet. */
export const packetContentSchema = z.object({
  desk: id,
  madeAt: moment,
  experiment: headSchema,
  articles: z.array(packetArticleSchema).max(20_000),
  suggestions: z.array(packetSuggestionSchema).max(200_000),
})
export type PacketContent = z.infer<typeof packetContentSchema>

/** The file. Version 1 carried the whole chain of its desk, and people's ids with it; it can still be opened. */
export const packetSchema = z.discriminatedUnion('version', [
  z.object({ format: z.literal(packetFormat), version: z.literal(1), content: packetContentSchema, ledger: z.string().max(largestPacket) }),
  z.object({ format: z.literal(packetFormat), version: z.literal(2), content: packetContentSchema, seal: packetSealSchema }),
])
export type Packet = z.infer<typeof packetSchema>
export type SealedPacket = Extract<Packet, { version: 2 }>

/** Readings of a packet, on their way back. `packet` is the hash of the packet's content, `first` the entry of the decision that was read again. */
export const readingsContentSchema = z.object({
  desk: id,
  madeAt: moment,
  packet: z.string().length(64),
  experiment: id,
  every: z.int().min(1).max(100),
  drawn: z.int().min(0),
  readings: z
    .array(
      z.object({
        suggestion: id,
        first: id,
        verdict: readingVerdictSchema,
        value: suggestionValueSchema.nullable(),
        reason: z.string().max(10_000),
        at: moment,
        again: z.boolean(),
        entry: id,
      }),
    )
    .max(200_000),
})
export type ReadingsContent = z.infer<typeof readingsContentSchema>

export const readingsPacketSchema = z.object({
  format: z.literal(readingsFormat),
  version: z.literal(1),
  content: readingsContentSchema,
  seal: packetSealSchema,
})
export type ReadingsPacket = z.infer<typeof readingsPacketSchema>

/** Why a packet is refused; the words are in renderer/words. `stranger`, `older`: readings that do not belong to this desk’s decisions. */
export const packetFaults = [
  'form',
  'size',
  'ledger',
  'content',
  'card',
  'decision',
  'article',
  'unknown-key',
  'stranger',
  'older',
] as const
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

/** `read`: outputs read again here. */
export const listedPacketSchema = packetSummarySchema.extend({ read: z.int() })
export type ListedPacket = z.infer<typeof listedPacketSchema>

const vouchedSchema = z.object({
  /** `known`: every key that signed is one this desk or the reader trusts. */
  signer: z.enum(['known', 'unverified']),
  fingerprints: z.array(z.string()),
  /** Where the sender's chain stood. */
  entries: z.int(),
  head: z.string(),
})

/** Second readings of this desk's own decisions, that another laptop gave back. */
export const receivedSchema = z.object({ packet: z.string(), readings: z.int(), disagreements: z.int(), changed: z.int() })

/** What opening a file gives: a packet to read (`received` null), or readings that came back. */
export const packetOpeningSchema = packetSummarySchema
  .extend(vouchedSchema.shape)
  .extend({ decided: z.int(), received: receivedSchema.nullable() })
export type PacketOpening = z.infer<typeof packetOpeningSchema>

/** A packet on the screen: its card and articles; the outputs come an article at a time. */
export const openedPacketSchema = packetSummarySchema.extend(vouchedSchema.shape).extend({
  card: cardSchema,
  hash: z.string(),
  task: taskSchema,
  articles: z.array(z.object({ id: z.string(), title: z.string(), outputs: z.int() })),
  /** Outputs that were accepted, edited or refused: what a second reading can be drawn from. */
  decided: z.int(),
  every: z.int().nullable(),
  read: z.int(),
  drawn: z.int(),
})
export type OpenedPacket = z.infer<typeof openedPacketSchema>

/** One article of a packet. A decision that waits for a second reading is left out of its output. */
export const packetPageSchema = z.object({ article: packetArticleSchema, suggestions: z.array(packetSuggestionSchema) })
export type PacketPage = z.infer<typeof packetPageSchema>
