// What vouches for a file that travels between two desks: one signed entry of the sender's ledger, and where its chain stood.
// It must not know what is sealed: the entry's fact `digest` is the hash of it.
import { z } from 'zod'
import { ledgerEntrySchema } from './ledger.ts'

/** The desk’s entry that holds the hash; who exported is in another. The rest of the chain stays at home: it names people and speaks of other work. */
export const packetSealSchema = z.object({
  entry: ledgerEntrySchema.strict(),
  keys: z.array(z.object({ key: z.string().max(64), publicKey: z.string().max(64) })).max(100),
  checkpoint: z
    .object({ desk: z.string(), count: z.int().min(0), head: z.string(), at: z.string(), signature: z.string(), key: z.string() })
    .strict()
    .nullable(),
})
export type PacketSeal = z.infer<typeof packetSealSchema>
