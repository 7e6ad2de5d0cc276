// First step of an import: which files, what they are, whose rights. It must not send them.
import { useRef } from 'react'
import { rightsSchema } from '../../../shared/domain/article.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { bringFiles } from '../../ui/intake.ts'
import { useWords } from '../../words/use-words.ts'
import { importKinds, type Choices } from './import-state.ts'
import styles from './articles.module.css'

interface ImportChooseProps {
  readonly files: readonly File[]
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}

/** Files and what is said of them. */
export function ImportChoose({ files, choices, onChange }: ImportChooseProps) {
  const { t, bytes } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <div className={styles['drop']}>
        <input ref={input} type="file" multiple hidden onChange={(event) => bringFiles([...files, ...(event.target.files ?? [])])} />
        <Button kind={files.length === 0 ? 'main' : 'plain'} onClick={() => input.current?.click()}>
          {t('articles.choose')}
        </Button>
        <span>{t('articles.chooseHint')}</span>
      </div>
      {files.length > 0 ? (
        <ul className={styles['files']} aria-label={t('articles.chosen')}>
          {files.map((file, index) => (
            <li key={`${file.name}-${index}`}>
              <span>{file.name}</span>
              <span className={styles['meta']}>{bytes(file.size)}</span>
              <Button
                size="small"
                kind="quiet"
                aria-label={t('articles.remove', { name: file.name })}
                onClick={() => bringFiles(files.filter((one) => one !== file))}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <ChoiceFields choices={choices} onChange={onChange} />
    </>
  )
}

/** Kind, rights and use of AI; shown again with the preview. */
export function ChoiceFields({ choices, onChange }: Omit<ImportChooseProps, 'files'>) {
  const { t } = useWords()
  const aboutArticles = choices.kind === 'articles'
  return (
    <div className={styles['choices']}>
      <Select
        label={t('articles.kind')}
        value={choices.kind}
        options={importKinds.map((value) => ({ value, label: t(`articles.kinds.${value}`) }))}
        onChange={(kind) => onChange({ ...choices, kind, map: null })}
      />
      {aboutArticles ? (
        <>
          <Select
            label={t('articles.rightsAsk')}
            value={choices.rights}
            options={rightsSchema.options.map((value) => ({ value, label: t(`rights.${value}`) }))}
            onChange={(rights) => onChange({ ...choices, rights })}
          />
          <Select
            label={t('articles.aiAsk')}
            value={choices.ai}
            options={(['auto', 'yes', 'no'] as const).map((value) => ({ value, label: t(`articles.ai.${value}`) }))}
            onChange={(ai) => onChange({ ...choices, ai })}
          />
        </>
      ) : null}
    </div>
  )
}
