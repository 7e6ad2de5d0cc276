// Ctrl-V and dropped files, anywhere on the page. It must not read what is brought: the dialogs do.
import { useEffect } from 'react'
import { bringFiles, bringPaste, showDropZone, useIntake } from '../ui/intake.ts'
import { notify } from '../ui/toast.tsx'
import { wordsNow } from '../words/use-words.ts'
import { readDrop } from './read-drop.ts'

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
}

/** A text this short is a word copied by mistake rather than an article. */
const shortestArticle = 40

/** While files are dragged the browser says so many times a second; when it falls silent they have left the window. */
const silence = 250

function onPaste(event: ClipboardEvent): void {
  const data = event.clipboardData
  if (!data || typing(event.target) || useIntake.getState().files || document.querySelector('[role=dialog]')) return
  if (data.files.length > 0) return bringFiles([...data.files])
  const text = data.getData('text/plain')
  if (text.trim().length < shortestArticle) return
  event.preventDefault()
  bringPaste({ text, html: data.getData('text/html') || null })
}

function onDrop(event: DragEvent): void {
  showDropZone(false)
  const transfer = event.dataTransfer
  if (!transfer?.types.includes('Files')) return
  event.preventDefault()
  const hasPath = (file: File) => (window.marbreShell?.pathOf?.(file) ?? '') !== ''
  readDrop(transfer, hasPath).then(
    (files) => {
      if (files.length > 0) bringFiles([...(useIntake.getState().files ?? []), ...files])
      else notify(wordsNow().t('articles.dropEmpty'), { kind: 'problem' })
    },
    () => notify(wordsNow().t('articles.dropUnreadable'), { kind: 'problem' }),
  )
}

/** Listens for the whole life of the frame. */
export function useBringAnywhere(): void {
  useEffect(() => {
    let left: ReturnType<typeof setTimeout> | undefined
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      showDropZone(true)
      clearTimeout(left)
      left = setTimeout(() => showDropZone(false), silence)
    }
    const drop = (event: DragEvent) => {
      clearTimeout(left)
      onDrop(event)
    }
    document.addEventListener('paste', onPaste)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      clearTimeout(left)
      document.removeEventListener('paste', onPaste)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
}
