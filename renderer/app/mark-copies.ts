// Puts the warning before machine text that somebody selects and copies by hand.
// It must not know suggestions: what nobody validated says so itself, with `data-unvalidated`.
import { unvalidatedPrefix } from '../../shared/domain/suggestion.ts'

/** Watches every copy of the page. What a person typed in a field is theirs and is left alone. */
export function markCopies(page: Document): void {
  page.addEventListener('copy', (event) => {
    const selection = page.getSelection()
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed || !event.clipboardData) return
    const range = selection.getRangeAt(0)
    const touched = [...page.querySelectorAll('[data-unvalidated]')].some((element) => range.intersectsNode(element))
    if (!touched) return
    event.clipboardData.setData('text/plain', `${unvalidatedPrefix} ${selection.toString()}`)
    event.preventDefault()
  })
}
