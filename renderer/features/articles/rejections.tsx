// What an import skips or skipped: file, place, reason; copied or saved as a report. It must not know how records are read.
import type { Rejection } from '../../../shared/domain/import.ts'
import { Button } from '../../ui/button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Table } from '../../ui/table.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import { toCsv, toTabs } from './rejections-csv.ts'
import { sayPlace, sayReason } from './say-rejection.ts'
import styles from './articles.module.css'

interface RejectionsProps {
  readonly rejected: readonly Rejection[]
  /** Before the import: what will be skipped, from the first records. */
  readonly future?: boolean
}

/** Rows drawn; the report holds them all. */
const shown = { future: 20, past: 200 } as const

/** The table, and the report once it is final. */
export function Rejections({ rejected, future = false }: RejectionsProps) {
  const words = useWords()
  const { t } = words
  if (rejected.length === 0) return future ? <p className={styles['meta']}>{t('articles.willSkipNone')}</p> : null
  const title = t(future ? 'articles.willSkip' : 'articles.rejected', { count: rejected.length })
  const most = future ? shown.future : shown.past
  const more = rejected.length - most
  return (
    <div className={styles['rejections']}>
      <div className={styles['rejectionsHead']}>
        <h3 className={styles['sheetTitle']}>{title}</h3>
        {future ? null : <Report rejected={rejected} />}
      </div>
      <div className={styles['rejectionsTable']}>
        <Table
          caption={title}
          rows={rejected.slice(0, most).map((one, index) => ({ ...one, index }))}
          rowKey={(one) => String(one.index)}
          columns={[
            { id: 'file', title: t('articles.file'), cell: (one) => one.file },
            { id: 'at', title: t('articles.where'), cell: (one) => sayPlace(words, one.at) },
            { id: 'why', title: t('articles.why'), cell: (one) => sayReason(words, one.reason) },
          ]}
        />
      </div>
      {more > 0 ? <p className={styles['meta']}>{t('articles.moreRejected', { count: more })}</p> : null}
    </div>
  )
}

function Report({ rejected }: { readonly rejected: readonly Rejection[] }) {
  const words = useWords()
  const { t } = words
  const copy = () =>
    navigator.clipboard.writeText(toTabs(reportRows(words, rejected))).then(
      () => notify(t('common.copied')),
      () => notify(t('articles.copyRefused'), { kind: 'problem' }),
    )
  return (
    <span className={styles['reportActs']}>
      <Button size="small" kind="quiet" onClick={() => void copy()}>
        {t('articles.copyReport')}
      </Button>
      <Button size="small" kind="quiet" onClick={() => saveFile(t('articles.reportFile'), 'text/csv', toCsv(reportRows(words, rejected)))}>
        {t('articles.saveReport')}
      </Button>
    </span>
  )
}

function reportRows(words: Words, rejected: readonly Rejection[]): readonly (readonly string[])[] {
  const { t } = words
  const head = [t('articles.file'), t('articles.where'), t('articles.why')]
  return [head, ...rejected.map((one) => [one.file, sayPlace(words, one.at), sayReason(words, one.reason)])]
}
