// A half-written text kept on this machine until it is used. It must not know what it is for.
import { useState } from 'react'
import { keepDraft, readDraft, type DraftKind } from './drafts.ts'

/** A text kept under an id until `clear`; `start` is what stands before anybody writes, and is not kept. */
export function useKeptText(kind: DraftKind, id: string, start = '') {
  const [text, setText] = useState(() => readDraft(kind, id) ?? start)
  const change = (next: string) => {
    setText(next)
    keepDraft(kind, id, next === start ? null : next)
  }
  return { text, change, clear: () => keepDraft(kind, id, null) }
}
