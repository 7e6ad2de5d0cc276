// The network seal: what left this machine and what tried to, live; pressed, it says which, when and by which call.
// It must not soften what the guard counted.
import { useState } from 'react'
import { client } from '../client.ts'
import { useQuery } from '../client-query.ts'
import type { EgressAttempt, EgressReport } from '../../shared/domain/network.ts'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/dialog.tsx'
import { hrefTo } from '../ui/router.ts'
import { Table } from '../ui/table.tsx'
import { sealText } from '../words/seal-text.ts'
import { useWords } from '../words/use-words.ts'
import styles from './header.module.css'

/** The seal in the header. */
export function Seal() {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const { data } = useQuery('network', () => client.desk.network({}), { refreshOn: ['network.changed'] })
  if (!data) return <span className={styles['seal']}>{words.t('frame.sealUnknown')}</span>
  return (
    <>
      <button
        type="button"
        className={classes(styles['seal'], data.out + data.blocked > 0 && styles['seen'])}
        aria-haspopup="dialog"
        title={words.t('frame.sealWhat', { since: words.moment(data.since) })}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">● </span>
        <span role="status">{sealText(words, data)}</span>
      </button>
      {open ? <SealDialog report={data} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function SealDialog({ report, onClose }: { readonly report: EgressReport; readonly onClose: () => void }) {
  const words = useWords()
  const { t, moment } = words
  return (
    <Dialog
      open
      onClose={onClose}
      size={report.attempts.length > 0 ? 'wide' : 'normal'}
      title={t('frame.sealTitle')}
      description={sealText(words, report)}
    >
      <p>{t(report.shell === 'host' ? 'frame.sealBrowser' : 'frame.sealWindow')}</p>
      {report.attempts.length === 0 ? (
        <p>{t('frame.sealNone', { since: moment(report.since) })}</p>
      ) : (
        <Attempts attempts={report.attempts} counted={report.out + report.blocked} />
      )}
      <p>
        <a href={hrefTo('settings', ['network'])} onClick={onClose}>
          {t('frame.sealCheck')}
        </a>
      </p>
    </Dialog>
  )
}

function Attempts({ attempts, counted }: { readonly attempts: readonly EgressAttempt[]; readonly counted: number }) {
  const { t, moment } = useWords()
  const rows = attempts.map((attempt, index) => ({ ...attempt, id: `${attempt.at} ${index}` }))
  return (
    <>
      <Table
        caption={t('frame.sealAttempts')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: 'host', title: t('frame.sealHostName'), cell: (row) => (row.port === null ? row.host : `${row.host}:${row.port}`) },
          { id: 'at', title: t('frame.sealAt'), cell: (row) => moment(row.at) },
          { id: 'api', title: t('frame.sealCall'), cell: (row) => <code>{row.api}</code> },
          { id: 'end', title: t('frame.sealEnd'), cell: (row) => t(row.allowed ? 'frame.sealAllowed' : 'frame.sealBlocked') },
        ]}
      />
      {counted > attempts.length ? <p>{t('frame.sealMore', { count: counted - attempts.length })}</p> : null}
    </>
  )
}
