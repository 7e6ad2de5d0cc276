// Which press in a field says "that is it". It must not know what is confirmed.

interface FieldPress {
  readonly code: string
  readonly shiftKey: boolean
  readonly repeat: boolean
  readonly preventDefault: () => void
  readonly nativeEvent: { readonly isComposing: boolean }
}

/** Confirms on Enter. Shift and Enter is a new line, an Enter that ends a composition writes, a held one does nothing. */
export const confirmOnEnter = (confirm: () => void) => (event: FieldPress) => {
  if ((event.code !== 'Enter' && event.code !== 'NumpadEnter') || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  if (!event.repeat) confirm()
}
