// Coller un article: reads what was pasted, lets the person correct it and say the rights, saves it.
// It must not clean the text itself: the core does.
import { useEffect } from 'react'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { offerUndo } from '../../client-undo.ts'
import { ArticleForm } from '../../ui/article-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { endIntake, useIntake, type Pasted } from '../../ui/intake.ts'
import { useRemembered } from '../../ui/remembered.ts'
import { go, hrefTo } from '../../ui/router.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { articleFormWords } from '../../words/article-form-words.ts'
import { useWords } from '../../words/use-words.ts'
import { draftFrom, type PasteDraft } from './paste-draft.ts'

/** The dialog, shown while something is pasted. The draft survives a closed dialog and a reloaded page. */
export function PasteDialog() {
  const pasted = useIntake((state) => state.pasted)
  return pasted ? <OpenPasteDialog pasted={pasted} /> : null
}

/** Stores the article, then shows it. */
function useSave(keep: (draft: PasteDraft | null) => void) {
  const { t } = useWords()
  return useMutation(
    (one: PasteDraft) =>
      client.articles.save({ ...one, title: one.title.trim(), date: one.date || null, section: one.section.trim() || null }),
    {
      onDone: ({ id, hash }, one) => {
        keep(null)
        endIntake()
        offerUndo({
          said: t('home.pasteSaved'),
          undo: async () => {
            await client.undo.pasted({ id, hash })
            keep(one)
            if (location.hash === hrefTo('articles', [id])) go('home')
          },
          undone: t('undo.done.pasted'),
        })
        go('articles', [id])
      },
    },
  )
}

function OpenPasteDialog({ pasted }: { readonly pasted: Pasted }) {
  const words = useWords()
  const { t } = words
  const [draft, setDraft] = useRemembered<PasteDraft | null>('paste-draft', null)
  const [typed, setTyped] = useRemembered('paste-typed', '')
  const read = useMutation(
    (input: Pasted) => client.articles.readPasted({ text: input.text, ...(input.html === null ? {} : { html: input.html }) }),
    {
      onDone: (found) => {
        setTyped('')
        setDraft(draftFrom(found))
      },
    },
  )
  const save = useSave(setDraft)
  const readNow = read.run
  useEffect(() => {
    if (pasted.text.trim() !== '') void readNow(pasted)
  }, [pasted, readNow])
  const complete = draft !== null && draft.title.trim() !== '' && draft.body.trim() !== ''
  const footer = draft ? (
    <>
      <Button kind="quiet" onClick={() => setDraft(null)}>
        {t('home.pasteOther')}
      </Button>
      <Button kind="main" busy={save.busy} disabled={!complete} onClick={() => void save.run(draft)}>
        {t('home.pasteSave')}
      </Button>
    </>
  ) : (
    <Button kind="main" busy={read.busy} disabled={typed.trim() === ''} onClick={() => void read.run({ text: typed, html: null })}>
      {t('home.pasteRead')}
    </Button>
  )
  return (
    <Dialog
      open
      onClose={endIntake}
      size="wide"
      title={t('home.pasteTitle')}
      description={t(draft ? 'home.pasteCheck' : 'home.pasteText')}
      footer={footer}
    >
      {read.busy ? (
        <Loading />
      ) : draft ? (
        <ArticleForm {...articleFormWords(words)} draft={draft} onChange={setDraft} />
      ) : (
        <EmptyPaste typed={typed} onType={setTyped} onPasted={(input) => void read.run(input)} />
      )}
      {draft && !complete ? <p>{t('home.pasteNeeds')}</p> : null}
      {read.error ? <ErrorState text={words.error(read.error)} /> : null}
      {save.error ? <ErrorState text={words.error(save.error)} /> : null}
    </Dialog>
  )
}

interface EmptyPasteProps {
  readonly typed: string
  readonly onType: (text: string) => void
  readonly onPasted: (pasted: Pasted) => void
}

/** Where to paste or type, when nothing was pasted yet. */
function EmptyPaste({ typed, onType, onPasted }: EmptyPasteProps) {
  const { t } = useWords()
  return (
    <TextArea
      label={t('home.pasteHere')}
      hint={t('home.pasteHereHint')}
      rows={12}
      serif
      value={typed}
      onChange={(event) => onType(event.target.value)}
      onPaste={(event) => {
        const html = event.clipboardData.getData('text/html')
        const text = event.clipboardData.getData('text/plain')
        if (typed !== '' || text.trim() === '') return
        event.preventDefault()
        onPasted({ text, html: html || null })
      }}
    />
  )
}
