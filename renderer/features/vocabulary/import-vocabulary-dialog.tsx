// Brings a thesaurus file in: SKOS, CSV or JSON Lines. What it would change is told before.
// It must not know how it is parsed.
import { useState } from 'react'
import { client, toDeskError } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { uploadFile } from '../../client-upload.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './vocabulary.module.css'

type Imported = Awaited<ReturnType<typeof client.vocabulary.import>>
type Previewed = Awaited<ReturnType<typeof client.vocabulary.previewImport>>
type State =
  | { step: 'idle' }
  | { step: 'reading'; name: string }
  | { step: 'told'; upload: string; preview: Previewed }
  | { step: 'done'; result: Imported }
  | { step: 'failed'; error: DeskError }

function Rejected({ rejected }: { rejected: Imported['rejected'] }) {
  const { t } = useWords()
  if (rejected.length === 0) return null
  return (
    <details>
      <summary>{t('vocabulary.import.rejected', { count: rejected.length })}</summary>
      <ul>
        {rejected.slice(0, 200).map((one, index) => (
          <li key={index} className={styles['quiet']}>{`${t('common.named', { label: one.at })} ${one.reason}`}</li>
        ))}
      </ul>
    </details>
  )
}

function PreviewNote({ preview }: { preview: Previewed }) {
  const { t } = useWords()
  const parts = ['added', 'changed', 'missing'] as const
  return (
    <div role="status" className={styles['dialog']}>
      <p>{t('vocabulary.import.told', { count: preview.read })}</p>
      {parts.map((part) =>
        preview[part].count === 0 ? null : (
          <details key={part}>
            <summary>{t(`vocabulary.import.${part}`, { count: preview[part].count })}</summary>
            <p className={styles['quiet']}>
              {preview[part].some.map((one) => one.label).join(' · ')}
              {preview[part].count > preview[part].some.length
                ? ` · ${t('vocabulary.import.others', { count: preview[part].count - preview[part].some.length })}`
                : ''}
            </p>
          </details>
        ),
      )}
      {preview.read > 0 && preview.added.count + preview.changed.count === 0 ? <p>{t('vocabulary.import.same')}</p> : null}
      <Rejected rejected={preview.rejected} />
    </div>
  )
}

function ImportedNote({ result }: { result: Imported }) {
  const { t, number } = useWords()
  return (
    <div role="status">
      <p>{t('vocabulary.import.done', { concepts: number(result.concepts), labels: number(result.labels) })}</p>
      <Rejected rejected={result.rejected} />
    </div>
  )
}

/** A file read, told, then brought in. */
function useFile() {
  const [state, setState] = useState<State>({ step: 'idle' })
  const read = async (file: File) => {
    setState({ step: 'reading', name: file.name })
    try {
      const upload = await uploadFile(file)
      setState({ step: 'told', upload, preview: await client.vocabulary.previewImport({ source: { uploads: [upload] } }) })
    } catch (thrown) {
      setState({ step: 'failed', error: toDeskError(thrown) })
    }
  }
  const bring = useMutation((upload: string) => client.vocabulary.import({ source: { uploads: [upload] } }), {
    onDone: (result) => {
      setState({ step: 'done', result })
      refreshQueries('vocabulary')
    },
    onError: (thrown) => setState({ step: 'failed', error: thrown }),
  })
  const leave = () => {
    if (state.step === 'told') void client.imports.discardUpload({ upload: state.upload })
  }
  return { state, read, bring, leave }
}

function StateNote({ state }: { state: State }) {
  const { t, error } = useWords()
  if (state.step === 'reading') return <p role="status">{t('vocabulary.import.running', { name: state.name })}</p>
  if (state.step === 'told') return <PreviewNote preview={state.preview} />
  if (state.step === 'done') return <ImportedNote result={state.result} />
  if (state.step === 'idle') return null
  return <p className={styles['problem']} role="alert">{`${t('vocabulary.import.failed')} ${error(state.error)}`}</p>
}

/** The window; the result and what was left aside stay in it. */
export function ImportVocabularyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { state, read, bring, leave } = useFile()
  const close = () => {
    leave()
    onClose()
  }
  const nothing = state.step === 'told' && state.preview.added.count + state.preview.changed.count === 0
  return (
    <Dialog
      open
      onClose={close}
      title={t('vocabulary.import.title')}
      description={t('vocabulary.import.help')}
      footer={
        <>
          <Button kind={state.step === 'told' ? 'quiet' : 'plain'} onClick={close}>
            {t(state.step === 'told' ? 'common.cancel' : 'vocabulary.import.close')}
          </Button>
          {state.step === 'told' ? (
            <Button kind="main" busy={bring.busy} disabled={nothing} onClick={() => void bring.run(state.upload)}>
              {t('vocabulary.import.run')}
            </Button>
          ) : null}
        </>
      }
    >
      <Field
        label={t('vocabulary.import.choose')}
        type="file"
        disabled={state.step === 'reading' || bring.busy}
        accept=".rdf,.xml,.ttl,.csv,.jsonl,.ndjson,.json"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void read(file)
        }}
      />
      <StateNote state={state} />
    </Dialog>
  )
}
