// Review packets on the referent's desk: make one, open one, those that are open. It must not know what they hold.
import { useRef, useState } from 'react'
import { client, toDeskError } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import { uploadFile } from '../../client-upload.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import { packetFaults, type ListedPacket } from '../../../shared/domain/packet.ts'
import type { Watched } from '../../../shared/domain/reading.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select, Tick } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { go, hrefTo } from '../../ui/router.ts'
import { saveFile } from '../../ui/save-file.ts'
import { Table } from '../../ui/table.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import styles from './referent.module.css'

/** What is wrong with a packet, in the words of the page. */
export function sayPacketFault(failed: DeskError, { t, error }: Words): string {
  const fault = packetFaults.find((one) => one === failed.details['fault'])
  if (fault === undefined) return error(failed)
  return `${t('referent.packet.refused')} ${t(`referent.packet.fault.${fault}`)} ${t('referent.packet.nothingKept')}`
}

function MakeDialog({ watched, onClose }: { watched: readonly Watched[]; onClose: () => void }) {
  const words = useWords()
  const { t, error } = words
  const [experiment, setExperiment] = useState(watched[0]?.id ?? '')
  const [texts, setTexts] = useState(false)
  const make = useMutation(() => client.packets.export({ experiment, texts }), {
    onDone: ({ packet }) => {
      saveFile(t('referent.packet.file'), 'application/json', packet)
      notify(t('referent.packet.saved'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('referent.packet.make')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="main" busy={make.busy} disabled={experiment === ''} onClick={() => void make.run(undefined)}>
            {t('referent.packet.save')}
          </Button>
        </>
      }
    >
      <Select
        label={t('referent.packet.choose')}
        value={experiment}
        options={watched.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setExperiment}
      />
      <Tick
        label={t('referent.packet.texts')}
        hint={t('referent.packet.textsHint')}
        checked={texts}
        onChange={(event) => setTexts(event.target.checked)}
      />
      {texts ? (
        <p className={styles['problem']} role="status">
          {t('referent.packet.textsWarning')}
        </p>
      ) : null}
      <p className={styles['quiet']}>{t('referent.packet.contains')}</p>
      {make.error ? (
        <p className={styles['problem']} role="alert">
          {error(make.error)}
        </p>
      ) : null}
    </Dialog>
  )
}

function OpenButton() {
  const words = useWords()
  const { t } = words
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setProblem(null)
    try {
      const opened = await client.packets.import({ upload: await uploadFile(file) })
      const { received, decided } = opened
      refreshQueries('packets')
      if (received) {
        refreshQueries('readings')
        const differing = received.disagreements > 0 ? ` ${t('packetReadings.differing', { count: received.disagreements })}` : ''
        notify(`${t('packetReadings.received', { count: received.readings })}${differing}`)
        return
      }
      notify(t('referent.packet.opened'))
      // What was decided is not shown before its reader has chosen whether to read it again.
      go('experiments', ['referent', decided > 0 ? 'reading' : 'packet', opened.id])
    } catch (thrown) {
      setProblem(sayPacketFault(toDeskError(thrown), words))
    } finally {
      setBusy(false)
      if (input.current) input.current.value = ''
    }
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('referent.packet.open')}
        onChange={(event) => void open(event.target.files?.[0])}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>
        {busy ? t('referent.packet.opening') : t('referent.packet.open')}
      </Button>
      {problem === null ? null : (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

function OpenPackets({ packets }: { packets: readonly ListedPacket[] }) {
  const words = useWords()
  const { t, error, moment, bytes } = words
  const [closing, setClosing] = useState<ListedPacket | null>(null)
  const close = useMutation((id: string) => client.packets.close({ id }), {
    onDone: () => {
      setClosing(null)
      notify(t('referent.packet.closed'))
      refreshQueries('packets')
    },
    onError: (thrown) => notify(error(thrown), { kind: 'problem' }),
  })
  return (
    <>
      <Table
        caption={t('referent.packet.caption')}
        columns={[
          {
            id: 'title',
            title: t('referent.packet.experiment'),
            cell: (packet: ListedPacket) => <a href={hrefTo('experiments', ['referent', 'packet', packet.id])}>{packet.title}</a>,
          },
          { id: 'opened', title: t('referent.packet.openedAt'), cell: (packet: ListedPacket) => moment(packet.openedAt) },
          { id: 'size', title: t('referent.packet.size'), align: 'end', cell: (packet: ListedPacket) => bytes(packet.bytes) },
          {
            id: 'close',
            title: t('referent.packet.action'),
            cell: (packet: ListedPacket) => (
              <Button
                size="small"
                kind="quiet"
                aria-label={t('referent.packet.closeFor', { title: packet.title })}
                onClick={() => (packet.read > 0 ? setClosing(packet) : void close.run(packet.id))}
              >
                {t('referent.packet.close')}
              </Button>
            ),
          },
        ]}
        rows={packets}
        rowKey={(packet) => packet.id}
      />
      {closing ? (
        <CloseDialog packet={closing} busy={close.busy} onClose={() => setClosing(null)} onConfirm={() => void close.run(closing.id)} />
      ) : null}
    </>
  )
}

/** Readings given here go with the packet: asked once. */
function CloseDialog({
  packet,
  busy,
  onClose,
  onConfirm,
}: {
  packet: ListedPacket
  busy: boolean
  onClose: () => void
  onConfirm: () => void
}) {
  const { t } = useWords()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('packetReadings.closeTitle')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="main" busy={busy} onClick={onConfirm}>
            {t('referent.packet.close')}
          </Button>
        </>
      }
    >
      <p>{t('packetReadings.closeText', { count: packet.read })}</p>
    </Dialog>
  )
}

/** The section of packets. */
export function PacketSection({ watched }: { readonly watched: readonly Watched[] }) {
  const { t } = useWords()
  const [making, setMaking] = useState(false)
  const { data } = useQuery('packets:list', () => client.packets.list({}), { refreshOn: ['desk.switched'] })
  return (
    <Section title={t('referent.packet.title')}>
      <p className={styles['quiet']}>{t('referent.packet.intro')}</p>
      <div className={styles['buttons']}>
        <OpenButton />
        <Button disabled={watched.length === 0} onClick={() => setMaking(true)}>
          {t('referent.packet.make')}
        </Button>
      </div>
      {data && data.length > 0 ? <OpenPackets packets={data} /> : <p className={styles['quiet']}>{t('referent.packet.none')}</p>}
      {making ? <MakeDialog watched={watched} onClose={() => setMaking(false)} /> : null}
    </Section>
  )
}
