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
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const add = (list: FileList | null) => bringFiles([...files, ...visible(list)])
  return (
    <>
      <div className={styles['drop']} data-empty={files.length === 0 || undefined}>
        <input ref={input} type="file" multiple hidden onChange={(event) => add(event.target.files)} />
        <input
          ref={(element) => {
            folder.current = element
            element?.setAttribute('webkitdirectory', '')
          }}
          type="file"
          hidden
          onChange={(event) => add(event.target.files)}
        />
        <Button kind={files.length === 0 ? 'main' : 'plain'} onClick={() => input.current?.click()}>
          {t('articles.choose')}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t('articles.chooseFolder')}</Button>
        <span>{t('articles.chooseHint')}</span>
      </div>
      <Chosen files={files} />
      <ChoiceFields choices={choices} onChange={onChange} />
    </>
  )
}

/** A folder brings its hidden files too (`.DS_Store`): nobody meant them. */
function visible(list: FileList | null): readonly File[] {
  return [...(list ?? [])].filter((file) => !file.name.startsWith('.'))
}

const shownFiles = 8

function Chosen({ files }: { readonly files: readonly File[] }) {
  const { t, bytes } = useWords()
  if (files.length === 0) return null
  const more = files.length - shownFiles
  return (
    <>
      <ul className={styles['files']} aria-label={t('articles.chosen')}>
        {files.slice(0, shownFiles).map((file, index) => (
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
      {more > 0 ? (
        <p className={styles['meta']}>
          {t('articles.moreFiles', { count: more })}{' '}
          <Button size="small" kind="quiet" onClick={() => bringFiles()}>
            {t('articles.removeAll')}
          </Button>
        </p>
      ) : null}
    </>
  )
}

/** Kind, rights and use of AI: asked once for the whole import. */
function ChoiceFields({ choices, onChange }: Omit<ImportChooseProps, 'files'>) {
  const { t } = useWords()
  return (
    <div className={styles['choices']}>
      <Select
        label={t('articles.kind')}
        value={choices.kind}
        options={importKinds.map((value) => ({ value, label: t(`articles.kinds.${value}`) }))}
        onChange={(kind) => onChange({ ...choices, kind, map: null })}
      />
      {choices.kind === 'articles' ? (
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
