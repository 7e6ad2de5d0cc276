// Review packets: made here, opened elsewhere, read-only; and the readings that travel back.
import { z } from 'zod'
import { largestPacket, listedPacketSchema, openedPacketSchema, packetOpeningSchema, packetPageSchema } from '../domain/packet.ts'
import { doneSchema, procedure } from './procedure.ts'

export const packets = {
  /** A referent's: one experiment as one file. `texts`: the articles' texts go with it. Recorded in the ledger. */
  export: procedure
    .input(z.object({ experiment: z.string(), texts: z.boolean(), as: z.string().optional() }))
    .output(z.object({ packet: z.string(), digest: z.string(), articles: z.int(), suggestions: z.int() })),
  /** A referent's: the readings given here of a packet, as one file. Recorded in the ledger. */
  exportReadings: procedure
    .input(z.object({ packet: z.string(), as: z.string().optional() }))
    .output(z.object({ packet: z.string(), digest: z.string(), readings: z.int() })),
  /** Verified offline. A packet is kept apart from everything of this desk; readings that come back stand beside the decisions they read. `trust`: a list of fingerprints the reader trusts. */
  import: procedure
    .input(
      z.union([
        z.object({ upload: z.string(), trust: z.string().optional(), as: z.string().optional() }),
        z.object({ text: z.string().max(largestPacket), trust: z.string().optional(), as: z.string().optional() }),
      ]),
    )
    .output(packetOpeningSchema),
  list: procedure.input(z.object({})).output(z.array(listedPacketSchema)),
  /** Verified anew each time. */
  show: procedure.input(z.object({ id: z.string() })).output(openedPacketSchema),
  /** One article with its outputs; what waits for a second reading says nothing of its decision. */
  page: procedure.input(z.object({ id: z.string(), item: z.string() })).output(packetPageSchema),
  /** Forgets a packet, its plan and the readings given of it. */
  close: procedure.input(z.object({ id: z.string() })).output(doneSchema),
}
