// The buttons of each step of an import, the main one last. It must not hold the steps' contents.
import { Button } from '../../ui/button.tsx'
import { bringFiles, endIntake } from '../../ui/intake.ts'
import { go } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import type { Choices, Kind, Step } from './import-state.ts'
import { backToChoice, leave, look, run, stop } from './use-import.ts'

interface ImportFooterProps {
  readonly step: Step
  readonly files: readonly File[]
  readonly choices: Choices
  readonly onAgain: () => void
}

/** What can be done at this step. */
export function ImportFooter({ step, files, choices, onAgain }: ImportFooterProps) {
  const { t } = useWords()
  switch (step.at) {
    case 'choose':
      return (
        <Button kind="main" disabled={files.length === 0} onClick={() => look(files, choices)}>
          {t(choices.kind === 'vocabulary' ? 'articles.run' : 'articles.preview')}
        </Button>
      )
    case 'upload':
      return <Button onClick={stop}>{t('common.stop')}</Button>
    case 'preview':
      return <PreviewButtons step={step} choices={choices} />
    case 'run':
      return (
        <>
          <Button kind="quiet" busy={step.stopping} onClick={stop}>
            {t('articles.stop')}
          </Button>
          <Button onClick={endIntake}>{t('common.close')}</Button>
        </>
      )
    case 'done':
      return <EndButtons kind={step.kind} onAgain={onAgain} />
    case 'vocabulary-done':
      return <EndButtons kind="vocabulary" onAgain={onAgain} />
  }
}

function PreviewButtons({ step, choices }: { readonly step: Extract<Step, { at: 'preview' }>; readonly choices: Choices }) {
  const { t } = useWords()
  const { preview } = step
  // Of another tool's outputs the preview shows only what is wrong.
  const nothing = preview.kind !== 'outputs' && preview.articles.length + preview.comments.length === 0
  // Known before the preview is asked again.
  const bodyless = preview.files.length === 1 && preview.columns.length > 0 && !(choices.map ?? preview.map)['body']
  return (
    <>
      <Button kind="quiet" onClick={backToChoice}>
        {t('common.back')}
      </Button>
      <Button kind="main" disabled={nothing || (bodyless && preview.kind !== 'outputs')} onClick={() => run(choices, preview)}>
        {t('articles.run')}
      </Button>
    </>
  )
}

const screenOf = { articles: 'articles', outputs: 'articles', comments: 'comments', vocabulary: 'vocabulary' } as const

function EndButtons({ kind, onAgain }: { readonly kind: Kind; readonly onAgain: () => void }) {
  const { t } = useWords()
  const again = () => {
    onAgain()
    leave()
    bringFiles()
  }
  const see = () => {
    endIntake()
    leave()
    go(screenOf[kind])
  }
  return (
    <>
      <Button kind="quiet" onClick={again}>
        {t('articles.again')}
      </Button>
      <Button kind="main" onClick={see}>
        {t(kind === 'comments' ? 'articles.seeComments' : kind === 'vocabulary' ? 'frame.vocabulary' : 'articles.seeArticles')}
      </Button>
    </>
  )
}
