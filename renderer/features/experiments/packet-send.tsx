// The readings of a packet on their way back, as a file. It must not know what they say.
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'

/** Silent until something was read. */
export function SendReadings({ packet, read }: { readonly packet: string; readonly read: number }) {
  const { t, error } = useWords()
  const send = useMutation(() => client.packets.exportReadings({ packet }), {
    onDone: (made) => {
      saveFile(t('packetReadings.file'), 'application/json', made.packet)
      notify(t('packetReadings.sent', { count: made.readings }))
    },
    onError: (thrown) => notify(error(thrown), { kind: 'problem' }),
  })
  if (read === 0) return null
  return (
    <Button size="small" busy={send.busy} onClick={() => void send.run(undefined)}>
      {t('packetReadings.send')}
    </Button>
  )
}
