// Importer: files, what they are, what will be read, progress, result. It must not read the files: the core does.
import { useEffect, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { endIntake, useIntake } from '../../ui/intake.ts'
import { Meter } from '../../ui/meter.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { DropVeil } from './drop-veil.tsx'
import { ImportChoose } from './import-choose.tsx'
import { ImportDone, VocabularyDone } from './import-done.tsx'
import { ImportFooter } from './import-footer.tsx'
import { ImportPreviewStep } from './import-preview.tsx'
import { ImportRunning } from './import-running.tsx'
import { guessKind, type Choices } from './import-state.ts'
import { backToChoice, leave, lookAgain, useImport } from './use-import.ts'

/** The dialog, shown while files are brought; over it, where to let go of files that are dragged. */
export function ImportDialog() {
  const files = useIntake((state) => state.files)
  return (
    <>
      <DropVeil />
      {files ? <OpenImportDialog files={files} /> : null}
    </>
  )
}

/** Files that come while a preview or a result is shown begin another choice. */
function useNewFiles(files: readonly File[]): void {
  useEffect(() => {
    const { at } = useImport.getState().step
    if (files.length > 0 && (at === 'preview' || at === 'done' || at === 'vocabulary-done')) backToChoice()
  }, [files])
}

function OpenImportDialog({ files }: { readonly files: readonly File[] }) {
  const words = useWords()
  const { t, bytes } = words
  const { step, error } = useImport()
  const [chosen, setChosen] = useState<Partial<Choices>>({})
  useNewFiles(files)
  const choices: Choices = { kind: guessKind(files), rights: 'own', ai: 'auto', map: null, ...chosen }
  const change = (next: Choices) => {
    setChosen(next)
    lookAgain(next)
  }
  return (
    <Dialog
      open
      onClose={() => {
        endIntake()
        leave()
      }}
      size="wide"
      title={t('articles.importTitle')}
      description={step.at === 'choose' || step.at === 'preview' ? t('articles.importText') : undefined}
      footer={<ImportFooter step={step} files={files} choices={choices} onAgain={() => setChosen({})} />}
    >
      {error ? <ErrorState text={words.error(error)} /> : null}
      {step.at === 'choose' ? <ImportChoose files={files} choices={choices} onChange={setChosen} /> : null}
      {step.at === 'upload' ? (
        <Meter label={t('articles.reading')} value={step.sent} max={step.total} text={`${bytes(step.sent)} / ${bytes(step.total)}`} />
      ) : null}
      {step.at === 'preview' ? (
        <ImportPreviewStep preview={step.preview} choices={choices} onChange={change} onBack={backToChoice} />
      ) : null}
      {step.at === 'run' ? <ImportRunning ticket={step.ticket} stopping={step.stopping} /> : null}
      {step.at === 'done' ? <ImportDone kind={step.kind} result={step.result} /> : null}
      {step.at === 'vocabulary-done' ? <VocabularyDone result={step.result} /> : null}
    </Dialog>
  )
}
