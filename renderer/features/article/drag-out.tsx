// Glisser: takes the validated outputs of a task out by hand, as text into any field, or as a file from the window.
// It must not drag what is not validated: the core says what may leave, and writes it down as it does for a copy.
import { useRef, type DragEvent } from 'react'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './drag-out.module.css'

interface DragOutProps {
  readonly item: string
  readonly task: Task
}

interface Ready {
  readonly text: string
  readonly html: string | null
}

/** The handles: text everywhere; a file too where the shell can hand one out. Whoever uses the keyboard has *Copier*. */
export function DragOut(props: DragOutProps) {
  const dragFile = window.marbreShell?.dragOut
  return (
    <>
      <Handle {...props} as="text" />
      {dragFile ? <Handle {...props} as="file" /> : null}
    </>
  )
}

function Handle({ item, task, as }: DragOutProps & { readonly as: 'text' | 'file' }) {
  const words = useWords()
  const { t } = words
  const ready = useRef<Ready | null>(null)
  // Asked for when the hand closes on the handle: a drag must have its text at once when it starts.
  const take = useMutation(
    () => client.reviews.copy({ item, task, form: task === 'tags' ? 'comma' : task === 'links' ? 'html' : 'plain' }),
    {
      onDone: (copied) => {
        ready.current = copied.validated > 0 ? copied : null
      },
      onError: (error) => notify(words.error(error), { kind: 'problem' }),
    },
  )
  const start = (event: DragEvent) => {
    const taken = ready.current
    ready.current = null
    if (!taken) {
      event.preventDefault()
      return notify(t('article.dragNotReady'))
    }
    if (as === 'file') {
      event.preventDefault()
      return window.marbreShell?.dragOut?.({ name: `${item}-${task}.${taken.html ? 'html' : 'txt'}`, content: taken.html ?? taken.text })
    }
    event.dataTransfer.effectAllowed = 'copy'
    event.dataTransfer.setData('text/plain', taken.text)
    if (taken.html) event.dataTransfer.setData('text/html', taken.html)
  }
  return (
    <Tooltip text={t(`article.dragHelp.${as}`)}>
      <span className={styles['handle']} draggable onPointerDown={() => void take.run(undefined)} onDragStart={start}>
        <span aria-hidden="true">⠿ </span>
        {t(`article.dragAs.${as}`)}
      </span>
    </Tooltip>
  )
}
