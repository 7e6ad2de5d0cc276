// Copier: puts the validated outputs of a task on the clipboard. It must not copy what is not validated.
import type { Task } from '../../../shared/domain/suggestion.ts'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'

type Form = 'plain' | 'html' | 'comma'
const formsOf = {
  tags: ['comma', 'plain'],
  'key-points': ['plain', 'html'],
  links: ['html', 'plain'],
  moderation: ['plain'],
} as const satisfies Record<Task, readonly Form[]>

async function putOnClipboard(text: string, html: string | null): Promise<void> {
  if (html === null) return navigator.clipboard.writeText(text)
  const parts = { 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) }
  return navigator.clipboard.write([new ClipboardItem(parts)])
}

/** One button per form that makes sense for the task. */
export function CopyButtons({ item, task }: { readonly item: string; readonly task: Task }) {
  const words = useWords()
  const { t } = words
  const copy = useMutation(
    async (form: Form) => {
      const ready = await client.reviews.copy({ item, task, form })
      if (ready.validated === 0) return { count: 0, refused: false }
      try {
        await putOnClipboard(ready.text, ready.html)
        return { count: ready.validated, refused: false }
      } catch {
        // The browser may refuse the clipboard: the person is told to copy by hand.
        return { count: 0, refused: true }
      }
    },
    {
      onDone: ({ count, refused }) => {
        if (refused) notify(t('article.copyFailed'), { kind: 'problem' })
        else notify(count === 0 ? t('article.copiedNone') : t('article.copied', { count }))
      },
      onError: (error) => notify(words.error(error), { kind: 'problem' }),
    },
  )
  return formsOf[task].map((form) => (
    <Button key={form} size="small" kind="quiet" busy={copy.busy} onClick={() => void copy.run(form)}>
      {t(`article.copyAs.${form}`)}
    </Button>
  ))
}
