// Importer: files, what they are, what will be read, progress, result. It must not read the files: the core does.
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { bringFiles, endIntake, useIntake } from '../../ui/intake.ts'
import { Meter } from '../../ui/meter.tsx'
import { go } from '../../ui/router.ts'
import { ErrorState } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { ImportChoose } from './import-choose.tsx'
import { ImportDone, VocabularyDone } from './import-done.tsx'
import { ImportPreviewStep } from './import-preview.tsx'
import { ImportRunning } from './import-running.tsx'
import { guessKind, type Choices } from './import-state.ts'
import { useImport, type ImportDrive } from './use-import.ts'

/** The dialog, shown while files are brought. */
export function ImportDialog() {
  const files = useIntake((state) => state.files)
  return files ? <OpenImportDialog files={files} /> : null
}

function OpenImportDialog({ files }: { readonly files: readonly File[] }) {
  const words = useWords()
  const { t, bytes } = words
  const drive = useImport()
  const [chosen, setChosen] = useState<Partial<Choices>>({})
  const choices: Choices = { kind: guessKind(files), rights: 'own', ai: 'auto', map: null, ...chosen }
  const { step } = drive
  const change = (next: Choices) => {
    setChosen(next)
    drive.lookAgain(next)
  }
  return (
    <Dialog
      open
      onClose={endIntake}
      size="wide"
      title={t('articles.importTitle')}
      description={step.at === 'choose' || step.at === 'preview' ? t('articles.importText') : undefined}
      footer={<Footer drive={drive} files={files} choices={choices} onAgain={() => setChosen({})} />}
    >
      {drive.error ? <ErrorState text={words.error(drive.error)} /> : null}
      {step.at === 'choose' ? <ImportChoose files={files} choices={choices} onChange={setChosen} /> : null}
      {step.at === 'upload' ? (
        <Meter label={t('articles.reading')} value={step.sent} max={step.total} text={`${bytes(step.sent)} / ${bytes(step.total)}`} />
      ) : null}
      {step.at === 'preview' ? <ImportPreviewStep preview={step.preview} choices={choices} onChange={change} /> : null}
      {step.at === 'run' ? <ImportRunning ticket={step.ticket} /> : null}
      {step.at === 'done' ? <ImportDone kind={choices.kind} result={step.result} /> : null}
      {step.at === 'vocabulary-done' ? <VocabularyDone result={step.result} /> : null}
    </Dialog>
  )
}

interface FooterProps {
  readonly drive: ImportDrive
  readonly files: readonly File[]
  readonly choices: Choices
  readonly onAgain: () => void
}

function Footer({ drive, files, choices, onAgain }: FooterProps) {
  const { t } = useWords()
  const restart = () => {
    onAgain()
    bringFiles()
    drive.restart()
  }
  if (drive.step.at === 'choose') {
    return (
      <Button kind="main" disabled={files.length === 0} onClick={() => drive.look(files, choices)}>
        {t(choices.kind === 'vocabulary' ? 'articles.run' : 'articles.preview')}
      </Button>
    )
  }
  if (drive.step.at === 'preview') {
    return (
      <>
        <Button kind="quiet" onClick={restart}>
          {t('common.back')}
        </Button>
        <Button kind="main" onClick={() => drive.run(choices)}>
          {t('articles.run')}
        </Button>
      </>
    )
  }
  if (drive.step.at === 'done' || drive.step.at === 'vocabulary-done') return <EndButtons kind={choices.kind} onAgain={restart} />
  return <Button onClick={endIntake}>{t('common.close')}</Button>
}

function EndButtons({ kind, onAgain }: { readonly kind: Choices['kind']; readonly onAgain: () => void }) {
  const { t } = useWords()
  const leave = (screen: 'articles' | 'comments' | 'vocabulary') => () => {
    endIntake()
    go(screen)
  }
  return (
    <>
      <Button kind="quiet" onClick={onAgain}>
        {t('articles.again')}
      </Button>
      {kind === 'comments' ? (
        <Button kind="main" onClick={leave('comments')}>
          {t('articles.seeComments')}
        </Button>
      ) : kind === 'vocabulary' ? (
        <Button kind="main" onClick={leave('vocabulary')}>
          {t('frame.vocabulary')}
        </Button>
      ) : (
        <Button kind="main" onClick={leave('articles')}>
          {t('articles.seeArticles')}
        </Button>
      )}
    </>
  )
}
