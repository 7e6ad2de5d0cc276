// Brings a thesaurus file in: SKOS, CSV or JSON Lines. It must not know how it is parsed.
import { useState } from 'react'
import { client, toDeskError } from '../../client.ts'
import { refreshQueries } from '../../client-query.ts'
import { uploadFile } from '../../client-upload.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './vocabulary.module.css'

type Imported = Awaited<ReturnType<typeof client.vocabulary.import>>
type State =
  { step: 'idle' } | { step: 'reading'; name: string } | { step: 'done'; result: Imported } | { step: 'failed'; error: DeskError }

function ImportedNote({ result }: { result: Imported }) {
  const { t, number } = useWords()
  return (
    <div role="status">
      <p>{t('vocabulary.import.done', { concepts: number(result.concepts), labels: number(result.labels) })}</p>
      {result.rejected.length === 0 ? null : (
        <details>
          <summary>{t('vocabulary.import.rejected', { count: result.rejected.length })}</summary>
          <ul>
            {result.rejected.slice(0, 200).map((one, index) => (
              <li key={index} className={styles['quiet']}>{`${t('common.named', { label: one.at })} ${one.reason}`}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** The window; the result and what was left aside stay in it. */
export function ImportVocabularyDialog({ onClose }: { onClose: () => void }) {
  const { t, error } = useWords()
  const [state, setState] = useState<State>({ step: 'idle' })
  const bring = async (file: File) => {
    setState({ step: 'reading', name: file.name })
    try {
      const upload = await uploadFile(file)
      setState({ step: 'done', result: await client.vocabulary.import({ source: { uploads: [upload] } }) })
      refreshQueries('vocabulary')
    } catch (thrown) {
      setState({ step: 'failed', error: toDeskError(thrown) })
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('vocabulary.import.title')}
      description={t('vocabulary.import.help')}
      footer={<Button onClick={onClose}>{t('vocabulary.import.close')}</Button>}
    >
      <Field
        label={t('vocabulary.import.choose')}
        type="file"
        disabled={state.step === 'reading'}
        accept=".rdf,.xml,.ttl,.csv,.jsonl,.ndjson,.json"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void bring(file)
        }}
      />
      {state.step === 'reading' ? <p role="status">{t('vocabulary.import.running', { name: state.name })}</p> : null}
      {state.step === 'done' ? <ImportedNote result={state.result} /> : null}
      {state.step === 'failed' ? (
        <p className={styles['problem']} role="alert">{`${t('vocabulary.import.failed')} ${error(state.error)}`}</p>
      ) : null}
    </Dialog>
  )
}
