// Corrects a stored article. It must not decide what becomes stale: the core does.
import type { Article, Rights } from '../../../shared/domain/article.ts'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { offerUndo } from '../../client-undo.ts'
import { ArticleForm, type ArticleDraft } from '../../ui/article-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { ErrorState } from '../../ui/states.tsx'
import { articleFormWords } from '../../words/article-form-words.ts'
import { useWords } from '../../words/use-words.ts'

type Draft = ArticleDraft<Rights>

/** The fields of the article; the draft survives a closed window. */
export function EditArticleDialog({ article, onClose }: { readonly article: Article; readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const { title, body, rights, aiUse } = article
  const stored: Draft = { title, body, rights, aiUse, date: article.date ?? '', section: article.section ?? '' }
  const [kept, keep] = useRemembered<Draft | null>(`edit-article-${article.id}-${article.hash}`, null)
  const draft = kept ?? stored
  const save = useMutation(
    (_former: Article) =>
      client.articles.save({ ...draft, id: article.id, date: draft.date || null, section: draft.section.trim() || null }),
    {
      onDone: (corrected, former) => {
        keep(null)
        refreshQueries(`article:${article.id}`)
        offerUndo({
          said: t('article.editSaved'),
          undo: () => client.undo.correction({ id: former.id, corrected, former }),
          undone: t('undo.done.correction'),
        })
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
          <Button kind="main" busy={save.busy} disabled={draft.body.trim() === '' || kept === null} onClick={() => void save.run(article)}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <ArticleForm {...articleFormWords(words)} draft={draft} onChange={keep} rows={12} />
      {save.error ? <ErrorState text={words.error(save.error)} /> : null}
    </Dialog>
  )
}
