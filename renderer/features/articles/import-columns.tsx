// Which column of the file feeds which field, with what the first record would give. It must not read the file.
import type { ImportPreview } from '../../../shared/domain/import.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { mapColumn, unusedColumns, type Choices } from './import-state.ts'
import styles from './articles.module.css'

interface ImportColumnsProps {
  readonly preview: ImportPreview
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}

const articleFields = ['title', 'body', 'date', 'section', 'tags', 'authors', 'lang', 'deck', 'url', 'id'] as const
const commentFields = ['body', 'article', 'author', 'date', 'parent', 'lang', 'label', 'id'] as const
const longestSample = 48

/** One list per field; under it, what the first record gives. */
export function ImportColumns({ preview, choices, onChange }: ImportColumnsProps) {
  const { t, list } = useWords()
  const map = choices.map ?? preview.map
  const options = [{ value: '', label: t('articles.noColumn') }, ...preview.columns.map((value) => ({ value, label: value }))]
  const fields = preview.kind === 'comments' ? commentFields : articleFields
  const sample: Readonly<Record<string, unknown>> = (preview.kind === 'comments' ? preview.comments[0] : preview.articles[0]) ?? {}
  const unused = unusedColumns(preview.columns, map)
  return (
    <fieldset className={styles['columns']}>
      <legend className={styles['sheetTitle']}>{t('articles.columns')}</legend>
      {preview.remembered ? (
        <p className={styles['columnsNote']}>
          {t('articles.columnsRemembered')}{' '}
          <Button size="small" kind="quiet" onClick={() => onChange({ ...choices, map: {} })}>
            {t('articles.columnsGuess')}
          </Button>
        </p>
      ) : (
        <p className={styles['columnsNote']}>{t('articles.columnsText')}</p>
      )}
      {fields.map((field) => (
        <Select
          key={field}
          label={t(`articles.field.${field}`)}
          value={map[field] ?? ''}
          options={options}
          hint={map[field] ? sayValue(sample[field]) : undefined}
          problem={field === 'body' && !map[field] ? t('articles.bodyNeeded') : undefined}
          onChange={(column) => onChange({ ...choices, map: mapColumn(map, field, column) })}
        />
      ))}
      {unused.length > 0 ? <p className={styles['columnsNote']}>{t('articles.columnsUnused', { columns: list(unused) })}</p> : null}
    </fieldset>
  )
}

/** The beginning of a value, on one line. */
function sayValue(value: unknown): string | undefined {
  const text = (Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '').replace(/\s+/g, ' ').trim()
  return text.length > longestSample ? `${text.slice(0, longestSample)}…` : text || undefined
}
