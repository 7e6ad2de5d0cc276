// Review packets: made here, opened elsewhere, read-only.
import { z } from 'zod'
import { largestPacket, openedPacketSchema, packetSummarySchema } from '../domain/packet.ts'
import { doneSchema, procedure } from './procedure.ts'

export const packets = {
  /** A referent's: one experiment as one file. `texts`: the articles' texts go with it. Recorded in the ledger. */
  export: procedure
    .input(z.object({ experiment: z.string(), texts: z.boolean(), as: z.string().optional() }))
    .output(z.object({ packet: z.string(), digest: z.string(), articles: z.int(), suggestions: z.int() })),
  /** Verified offline, then kept apart from everything of this desk. `trust`: a list of fingerprints the reader trusts. */
  import: procedure
    .input(
      z.union([
        z.object({ upload: z.string(), trust: z.string().optional() }),
        z.object({ text: z.string().max(largestPacket), trust: z.string().optional() }),
      ]),
    )
    .output(openedPacketSchema.omit({ content: true })),
  list: procedure.input(z.object({})).output(z.array(packetSummarySchema)),
  /** Verified anew each time. */
  show: procedure.input(z.object({ id: z.string() })).output(openedPacketSchema),
  /** Forgets a packet; nothing else of the desk knew it. */
  close: procedure.input(z.object({ id: z.string() })).output(doneSchema),
}
