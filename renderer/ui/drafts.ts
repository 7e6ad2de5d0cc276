// Half-written texts, kept on this machine until what they are for is written.
// It must not know what is done with them.

let prefix = 'marbre.draft.'

/** The sample newsroom's are kept apart: erasing one desk leaves the other's. Called before any screen is shown. */
export function keepDraftsApart(sample: boolean): void {
  prefix = sample ? 'marbre.sample.draft.' : 'marbre.draft.'
}

const draftKinds = [
  'edit',
  'refuse',
  'refuseChips',
  'override',
  'add',
  'addTag',
  'addLink',
  'withdraw',
  'publicReason',
  'note',
  'refusal',
  'readingEdit',
  'readingEditWhy',
  'readingReject',
  'readingUnsure',
  'arbitration',
  'arbitrationOverride',
] as const

/** What may be half-written about one thing. A text and its parts have a kind each. */
export type DraftKind = (typeof draftKinds)[number]

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

/** What the drafts of some kinds are about; of every kind when none is named. */
export function draftsKept(kinds?: readonly DraftKind[]): { kind: DraftKind; id: string }[] {
  try {
    return Object.keys(localStorage).flatMap((key) => {
      const [kind, ...id] = key.startsWith(prefix) ? key.slice(prefix.length).split('.') : []
      return isKind(kind) && (kinds?.includes(kind) ?? true) ? [{ kind, id: id.join('.') }] : []
    })
  } catch {
    return []
  }
}

function isKind(text: string | undefined): text is DraftKind {
  return draftKinds.some((kind) => kind === text)
}
