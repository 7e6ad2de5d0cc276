// A half-written text kept on this machine until it is used. It must not know what it is for.
import { useState } from 'react'
import { keepDraft, readDraft, type DraftKind } from './drafts.ts'

/** A text kept under an id until `clear`. */
export function useKeptText(kind: DraftKind, id: string) {
  const [text, setText] = useState(() => readDraft(kind, id) ?? '')
  const change = (next: string) => {
    setText(next)
    keepDraft(kind, id, next)
  }
  return { text, change, clear: () => keepDraft(kind, id, null) }
}
