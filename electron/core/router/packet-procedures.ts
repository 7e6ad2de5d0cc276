// Review packets and readings that travel back, served.
import { exportPacket } from '../services/make-packet.ts'
import { closePacket, openText, openUpload, viewPacket, viewPacketPage, viewPackets } from '../services/packets.ts'
import { exportReadings } from '../services/returned-readings.ts'
import { os } from './base.ts'

export const packets = {
  export: os.packets.export.handler(async ({ input, context: { desk, session } }) =>
    exportPacket(desk, await session.actor(input.as), input.experiment, input.texts),
  ),
  exportReadings: os.packets.exportReadings.handler(async ({ input, context: { desk, session } }) =>
    exportReadings(desk, await session.actor(input.as), input.packet),
  ),
  import: os.packets.import.handler(async ({ input, context: { desk, session } }) => {
    const actor = await session.actor(input.as)
    return 'upload' in input ? openUpload(desk, actor, input.upload, input.trust) : openText(desk, actor, input.text, input.trust)
  }),
  list: os.packets.list.handler(({ context: { desk } }) => viewPackets(desk)),
  show: os.packets.show.handler(({ input, context: { desk } }) => viewPacket(desk, input.id)),
  page: os.packets.page.handler(({ input, context: { desk } }) => viewPacketPage(desk, input.id, input.item)),
  close: os.packets.close.handler(({ input, context: { desk } }) => closePacket(desk, input.id)),
}
