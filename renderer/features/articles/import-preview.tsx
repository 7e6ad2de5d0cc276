// Second step of an import: what will be read, what is skipped and why, which column is what. It must not import.
import type { ImportPreview, Rejection } from '../../../shared/domain/import.ts'
import { Select } from '../../ui/field.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { ChoiceFields } from './import-choose.tsx'
import type { Choices } from './import-state.ts'
import { sayPlace, sayReason } from './say-rejection.ts'
import { mapColumn } from './use-import.ts'
import styles from './articles.module.css'

interface ImportPreviewStepProps {
  readonly preview: ImportPreview
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}

const articleFields = ['id', 'title', 'body', 'date', 'section', 'tags', 'authors', 'lang', 'url', 'deck'] as const
const commentFields = ['id', 'article', 'parent', 'author', 'body', 'date', 'lang', 'label'] as const
const firstRecords = 5

/** The preview. */
export function ImportPreviewStep({ preview, choices, onChange }: ImportPreviewStepProps) {
  const { t, bytes } = useWords()
  return (
    <>
      <ChoiceFields choices={choices} onChange={onChange} />
      <Table
        caption={t('articles.chosen')}
        rows={preview.files}
        rowKey={(file) => file.name}
        columns={[
          { id: 'name', title: t('articles.file'), cell: (file) => file.name },
          { id: 'format', title: t('articles.format'), cell: (file) => file.format },
          { id: 'bytes', title: t('articles.size'), align: 'end', cell: (file) => bytes(file.bytes) },
        ]}
      />
      {preview.columns.length > 0 ? <Columns preview={preview} choices={choices} onChange={onChange} /> : null}
      <h3 className={styles['sheetTitle']}>{t('articles.willRead')}</h3>
      {preview.kind === 'comments' ? <FirstComments preview={preview} /> : <FirstArticles preview={preview} />}
      <Rejections rejected={preview.rejected} future />
    </>
  )
}

function Columns({ preview, choices, onChange }: ImportPreviewStepProps) {
  const { t } = useWords()
  const map = choices.map ?? preview.map
  const options = [{ value: '', label: t('articles.noColumn') }, ...preview.columns.map((value) => ({ value, label: value }))]
  const fields = preview.kind === 'comments' ? commentFields : articleFields
  return (
    <fieldset className={styles['columns']}>
      <legend className={styles['sheetTitle']}>{t('articles.columns')}</legend>
      {fields.map((field) => (
        <Select
          key={field}
          label={t(`articles.field.${field}`)}
          value={map[field] ?? ''}
          options={options}
          onChange={(column) => onChange({ ...choices, map: mapColumn(map, field, column) })}
        />
      ))}
    </fieldset>
  )
}

function FirstArticles({ preview }: { readonly preview: ImportPreview }) {
  const { t, shortDate, number } = useWords()
  return (
    <Table
      caption={t('articles.willRead')}
      rows={preview.articles.slice(0, firstRecords)}
      rowKey={(article) => article.id}
      columns={[
        {
          id: 'title',
          title: t('articles.field.title'),
          cell: (article) => <span className={styles['serif']}>{article.title || t('common.untitled')}</span>,
        },
        { id: 'date', title: t('articles.field.date'), cell: (article) => (article.date ? shortDate(article.date) : t('common.noDate')) },
        { id: 'section', title: t('articles.section'), cell: (article) => article.section ?? t('common.noSection') },
        { id: 'tags', title: t('articles.field.tags'), cell: (article) => article.tags.slice(0, 4).join(', ') },
        { id: 'size', title: t('articles.characters'), align: 'end', cell: (article) => number(article.body.length) },
      ]}
    />
  )
}

function FirstComments({ preview }: { readonly preview: ImportPreview }) {
  const { t, shortDate } = useWords()
  return (
    <Table
      caption={t('articles.willRead')}
      rows={preview.comments.slice(0, firstRecords)}
      rowKey={(comment) => comment.id}
      columns={[
        {
          id: 'body',
          title: t('articles.field.body'),
          cell: (comment) => <span className={styles['serif']}>{comment.body.slice(0, 160)}</span>,
        },
        { id: 'article', title: t('articles.field.article'), cell: (comment) => comment.article ?? t('common.unknown') },
        { id: 'date', title: t('articles.field.date'), cell: (comment) => (comment.date ? shortDate(comment.date) : t('common.noDate')) },
      ]}
    />
  )
}

const shownRejections = 20

/** What is or was skipped, where and why. */
export function Rejections({ rejected, future = false }: { readonly rejected: readonly Rejection[]; readonly future?: boolean }) {
  const words = useWords()
  const { t } = words
  if (rejected.length === 0) return future ? <p className={styles['meta']}>{t('articles.willSkipNone')}</p> : null
  const title = t(future ? 'articles.willSkip' : 'articles.rejected', { count: rejected.length })
  const more = rejected.length - shownRejections
  return (
    <div>
      <h3 className={styles['sheetTitle']}>{title}</h3>
      <Table
        caption={title}
        rows={rejected.slice(0, shownRejections)}
        rowKey={(one) => `${one.file} ${one.at}`}
        columns={[
          { id: 'at', title: t('articles.where'), cell: (one) => `${one.file}, ${sayPlace(words, one.at)}` },
          { id: 'why', title: t('articles.why'), cell: (one) => sayReason(words, one.reason) },
        ]}
      />
      {more > 0 ? <p className={styles['meta']}>{t('articles.moreRejected', { count: more })}</p> : null}
    </div>
  )
}
