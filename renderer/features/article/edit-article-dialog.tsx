// Corrects a stored article. It must not decide what becomes stale: the core does.
import { rightsSchema, type Article } from '../../../shared/domain/article.ts'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select, TextArea, Tick } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { ErrorState } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './article.module.css'

type Draft = Pick<Article, 'title' | 'body' | 'rights' | 'aiUse'> & { readonly date: string; readonly section: string }

/** The fields of the article; the draft survives a closed window. */
export function EditArticleDialog({ article, onClose }: { readonly article: Article; readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const { title, body, rights, aiUse } = article
  const stored: Draft = { title, body, rights, aiUse, date: article.date ?? '', section: article.section ?? '' }
  const [kept, keep] = useRemembered<Draft | null>(`edit-article-${article.id}-${article.hash}`, null)
  const draft = kept ?? stored
  const save = useMutation(
    () => client.articles.save({ ...draft, id: article.id, date: draft.date || null, section: draft.section.trim() || null }),
    {
      onDone: () => {
        keep(null)
        refreshQueries(`article:${article.id}`)
        notify(t('article.editSaved'))
        onClose()
      },
    },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={t('article.editTitle')}
      description={t('article.editText')}
      footer={
        <>
          <Button
            kind="quiet"
            onClick={() => {
              keep(null)
              onClose()
            }}
          >
            {t('common.cancel')}
          </Button>
          <Button
            kind="main"
            busy={save.busy}
            disabled={draft.body.trim() === '' || kept === null}
            onClick={() => void save.run(undefined)}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <EditFields draft={draft} onChange={keep} />
      {save.error ? <ErrorState text={words.error(save.error)} /> : null}
    </Dialog>
  )
}

function EditFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { t } = useWords()
  return (
    <>
      <Field label={t('home.fieldTitle')} value={draft.title} onChange={(event) => onChange({ ...draft, title: event.target.value })} />
      <div className={styles['pair']}>
        <Field label={t('home.fieldDate')} value={draft.date} onChange={(event) => onChange({ ...draft, date: event.target.value })} />
        <Field
          label={t('home.fieldSection')}
          value={draft.section}
          onChange={(event) => onChange({ ...draft, section: event.target.value })}
        />
      </div>
      <TextArea
        label={t('home.fieldBody')}
        hint={t('home.fieldBodyHint')}
        rows={12}
        serif
        value={draft.body}
        onChange={(event) => onChange({ ...draft, body: event.target.value })}
      />
      <div className={styles['pair']}>
        <Select
          label={t('home.fieldRights')}
          value={draft.rights}
          options={rightsSchema.options.map((value) => ({ value, label: t(`rights.${value}`) }))}
          onChange={(value) => onChange({ ...draft, rights: value })}
        />
        <Tick label={t('articles.aiYes')} checked={draft.aiUse} onChange={(event) => onChange({ ...draft, aiUse: event.target.checked })} />
      </div>
    </>
  )
}
