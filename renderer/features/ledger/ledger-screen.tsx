// Journal des validations: what was decided, entry by entry; verified and exported on request.
// No sorting, filtering or counting by person is offered here, on purpose (trust.md).
import { useState } from 'react'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { go, hrefTo, useRoute } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { LedgerEntryLine } from './ledger-entry.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useEntries } from './use-entries.ts'
import { useForms } from './use-forms.ts'
import { VerificationResult } from './verification-result.tsx'
import styles from './ledger.module.css'

function SubjectFilter({ subject }: { subject: string | undefined }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(subject ?? '')
  return (
    <form
      className={styles['toolbar']}
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go('ledger', [], { query: { subject: typed.trim() } })
      }}
    >
      <Field
        label={t('ledger.filter.label')}
        hint={t('ledger.filter.help')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{t('ledger.filter.apply')}</Button>
      {subject === undefined ? null : <LinkButton href={hrefTo('ledger')}>{t('ledger.filter.clear')}</LinkButton>}
    </form>
  )
}

function Entries({ subject }: { subject: string | undefined }) {
  const { t, error } = useWords()
  const formOf = useForms()
  const { entries, total, answer, readOlder, busy, error: failed } = useEntries(subject)
  if (!answer.data)
    return answer.error ? (
      <ErrorState text={`${t('ledger.loadFailed')} ${error(answer.error)}`} onRetry={answer.reload} />
    ) : (
      <Loading text={t('ledger.loading')} />
    )
  if (entries.length === 0)
    return (
      <EmptyState
        title={subject === undefined ? t('ledger.empty.title') : t('ledger.empty.filtered')}
        text={subject === undefined ? t('ledger.empty.text') : undefined}
      />
    )
  return (
    <>
      <p className={styles['quiet']}>{t('ledger.count', { count: total })}</p>
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

/** The screen: `#/ledger?subject=ID`. */
export function LedgerScreen(_: { readonly rest: readonly string[] }) {
  const { t, error } = useWords()
  const { query } = useRoute()
  const subject = query.get('subject') ?? undefined
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
      <SubjectFilter key={subject ?? ''} subject={subject} />
      <Entries key={`entries ${subject ?? ''}`} subject={subject} />
    </Page>
  )
}
