// Review packets, served.
import { closePacket, exportPacket, openPacket, openUpload, viewPacket, viewPackets } from '../services/packets.ts'
import { os } from './base.ts'

export const packets = {
  export: os.packets.export.handler(async ({ input, context: { desk, session } }) =>
    exportPacket(desk, await session.actor(input.as), input.experiment, input.texts),
  ),
  import: os.packets.import.handler(async ({ input, context: { desk, session } }) => {
    const actor = await session.actor()
    return 'upload' in input ? openUpload(desk, actor, input.upload, input.trust) : openPacket(desk, actor, input.text, input.trust)
  }),
  list: os.packets.list.handler(({ context: { desk } }) => viewPackets(desk)),
  show: os.packets.show.handler(({ input, context: { desk } }) => viewPacket(desk, input.id)),
  close: os.packets.close.handler(({ input, context: { desk } }) => closePacket(desk, input.id)),
}
