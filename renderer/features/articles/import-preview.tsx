// Second step of an import: what will be read, what is skipped and why, which column is what. It must not import.
import type { ImportPreview } from '../../../shared/domain/import.ts'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words/use-words.ts'
import { ImportColumns } from './import-columns.tsx'
import type { Choices } from './import-state.ts'
import { Rejections } from './rejections.tsx'
import styles from './articles.module.css'

interface ImportPreviewStepProps {
  readonly preview: ImportPreview
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
  /** Back to what was said of the files. */
  readonly onBack: () => void
}

const firstRecords = 5
const shownFiles = 6

/** The preview. */
export function ImportPreviewStep({ preview, choices, onChange, onBack }: ImportPreviewStepProps) {
  const { t, list } = useWords()
  return (
    <>
      <Said choices={choices} onBack={onBack} />
      <Files preview={preview} />
      {preview.otherColumns.length > 0 ? (
        <p className={styles['warning']}>
          {t('articles.otherColumns', { count: preview.otherColumns.length, files: list(preview.otherColumns.slice(0, shownFiles)) })}
        </p>
      ) : null}
      {preview.columns.length > 0 && preview.kind !== 'outputs' ? (
        <ImportColumns preview={preview} choices={choices} onChange={onChange} />
      ) : null}
      {preview.kind === 'outputs' ? null : <h3 className={styles['sheetTitle']}>{t('articles.willRead')}</h3>}
      {preview.kind === 'comments' ? <FirstComments preview={preview} /> : null}
      {preview.kind === 'articles' ? <FirstArticles preview={preview} /> : null}
      <Rejections rejected={preview.rejected} future />
    </>
  )
}

/** What was said one step before, in a line. */
function Said({ choices, onBack }: Pick<ImportPreviewStepProps, 'choices' | 'onBack'>) {
  const { t } = useWords()
  const about =
    choices.kind === 'articles' ? [t('article.rights', { rights: t(`rights.${choices.rights}`) }), t(`articles.aiSaid.${choices.ai}`)] : []
  return (
    <p className={styles['said']}>
      {[t(`articles.kinds.${choices.kind}`), ...about].join(' · ')}{' '}
      <Button size="small" kind="quiet" onClick={onBack}>
        {t('articles.change')}
      </Button>
    </p>
  )
}

function Files({ preview }: { readonly preview: ImportPreview }) {
  const { t, bytes } = useWords()
  const more = preview.files.length - shownFiles
  return (
    <>
      <Table
        caption={t('articles.chosen')}
        rows={preview.files.slice(0, shownFiles)}
        rowKey={(file) => file.name}
        columns={[
          { id: 'name', title: t('articles.file'), cell: (file) => file.name },
          { id: 'format', title: t('articles.format'), cell: (file) => t(`articles.formats.${knownFormat(file.format)}`) },
          { id: 'bytes', title: t('articles.size'), align: 'end', cell: (file) => bytes(file.bytes) },
        ]}
      />
      {more > 0 ? <p className={styles['meta']}>{t('articles.moreFiles', { count: more })}</p> : null}
    </>
  )
}

const formats = ['jsonl', 'json', 'csv', 'feed', 'wxr', 'docx', 'html', 'markdown', 'text'] as const

function knownFormat(format: string): (typeof formats)[number] | 'unknown' {
  return formats.find((one) => one === format) ?? 'unknown'
}

function FirstArticles({ preview }: { readonly preview: ImportPreview }) {
  const { t, shortDate, number } = useWords()
  if (preview.articles.length === 0) return <p className={styles['meta']}>{t('articles.willReadNone')}</p>
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
  if (preview.comments.length === 0) return <p className={styles['meta']}>{t('articles.willReadNone')}</p>
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
