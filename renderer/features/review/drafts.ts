// Half-written texts of the review desk, kept on this machine until the decision is written.
// It must not know what is decided with them.

const prefix = 'marbre.draft.'

/** What may be half-written about one suggestion or comment. */
export type DraftKind = 'edit' | 'refuse' | 'override' | 'add' | 'withdraw' | 'publicReason' | 'note' | 'refusal'

const keyOf = (kind: DraftKind, id: string) => `${prefix}${kind}.${id}`

/** Reads a draft, or null. A browser that refuses storage answers null: the text then lives as long as the page. */
export function readDraft(kind: DraftKind, id: string): string | null {
  try {
    return localStorage.getItem(keyOf(kind, id))
  } catch {
    return null
  }
}

/** Keeps a draft; an empty or null text removes it. */
export function keepDraft(kind: DraftKind, id: string, text: string | null): void {
  try {
    if (text === null || text === '') localStorage.removeItem(keyOf(kind, id))
    else localStorage.setItem(keyOf(kind, id), text)
  } catch {
    // Storage full or refused: the text is still in the page, and the person is not interrupted.
  }
}
