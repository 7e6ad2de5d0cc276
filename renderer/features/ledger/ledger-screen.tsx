// Journal des validations: what was decided, entry by entry; verified and exported on request.
// No sorting, filtering or counting by person is offered here but one's own, on purpose (trust.md).
import { useState } from 'react'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { useRoute } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { LedgerEntryLine } from './ledger-entry.tsx'
import { filterFrom, isNarrowed, type LedgerFilter } from './ledger-filter.ts'
import { LedgerFilters } from './ledger-filters.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useEntries } from './use-entries.ts'
import { useForms } from './use-forms.ts'
import { VerificationResult } from './verification-result.tsx'
import styles from './ledger.module.css'

function Entries({ filter }: { filter: LedgerFilter }) {
  const { t, error } = useWords()
  const formOf = useForms()
  const { entries, total, inReading, answer, readOlder, busy, error: failed } = useEntries(filter)
  if (!answer.data)
    return answer.error ? (
      <ErrorState text={`${t('ledger.loadFailed')} ${error(answer.error)}`} onRetry={answer.reload} />
    ) : (
      <Loading text={t('ledger.loading')} />
    )
  if (entries.length === 0)
    return (
      <EmptyState
        title={isNarrowed(filter) ? t('ledger.empty.filtered') : t('ledger.empty.title')}
        text={isNarrowed(filter) ? undefined : t('ledger.empty.text')}
      />
    )
  return (
    <>
      <p className={styles['quiet']} role="status">
        {t('ledger.count', { count: total })}
        {inReading > 0 ? ` · ${t('ledger.inReading', { count: inReading })}` : null}
      </p>
      <ol className={styles['entries']}>
        {entries.map((entry) => (
          <LedgerEntryLine key={entry.body.seq} entry={entry} form={formOf(entry.body.person)} />
        ))}
      </ol>
      {failed ? <p role="alert">{error(failed)}</p> : null}
      {entries.length < total ? (
        <div>
          <Button busy={busy} onClick={() => void readOlder()}>
            {t('ledger.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** The screen: `#/ledger?kind=…&article=ID&from=…`. */
export function LedgerScreen(_: { readonly rest: readonly string[] }) {
  const { t, error } = useWords()
  const { query } = useRoute()
  const filter = filterFrom(query)
  const name = JSON.stringify(filter)
  const [result, setResult] = useState<Awaited<ReturnType<typeof client.ledger.verify>> | null>(null)
  const verify = useMutation(() => client.ledger.verify({}), { onDone: setResult })
  const save = useMutation(() => client.ledger.export({}), {
    onDone: ({ bundle, entries }) => {
      saveFile(`marbre-journal-${new Date().toISOString().slice(0, 10)}.json`, 'application/json', bundle)
      notify(t('ledger.export.done', { count: entries }))
    },
    onError: (thrown) => notify(`${t('ledger.export.failed')} ${error(thrown)}`, { kind: 'problem' }),
  })
  return (
    <Page
      title={t('ledger.title')}
      lead={t('ledger.intro')}
      actions={
        <>
          <Button kind="main" busy={verify.busy} onClick={() => void verify.run(undefined)}>
            {t('ledger.verify.run')}
          </Button>
          <Button busy={save.busy} onClick={() => void save.run(undefined)}>
            {t('ledger.export.run')}
          </Button>
        </>
      }
    >
      {verify.busy ? <p role="status">{t('ledger.verify.running')}</p> : null}
      {verify.error ? <p role="alert">{`${t('ledger.verify.failed')} ${error(verify.error)}`}</p> : null}
      {result && !verify.busy ? <VerificationResult result={result} /> : null}
      <LedgerFilters filter={filter} />
      <Entries key={name} filter={filter} />
    </Page>
  )
}
