// Ctrl-V and dropped files, anywhere on the page. It must not read what is brought: the dialogs do.
import { useEffect } from 'react'
import { bringFiles, bringPaste, useIntake } from '../ui/intake.ts'

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
}

/** A text this short is a word copied by mistake rather than an article. */
const shortestArticle = 40

/** Listens for the whole life of the frame. */
export function useBringAnywhere(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData
      if (!data || typing(event.target) || useIntake.getState().files || document.querySelector('[role=dialog]')) return
      if (data.files.length > 0) return bringFiles([...data.files])
      const text = data.getData('text/plain')
      if (text.trim().length < shortestArticle) return
      event.preventDefault()
      bringPaste({ text, html: data.getData('text/html') || null })
    }
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const files = event.dataTransfer?.files
      if (!files || files.length === 0) return
      event.preventDefault()
      bringFiles([...(useIntake.getState().files ?? []), ...files])
    }
    document.addEventListener('paste', paste)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('paste', paste)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
}
