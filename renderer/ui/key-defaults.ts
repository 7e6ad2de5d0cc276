// Every action of the page that has a key, in groups, with the keys it has until somebody chooses others.
// It must not know what the actions do, nor who listens.

/** Where the keys of a group are heard. `everywhere` is heard beside any other group; `go` after the `go` key only. */
export const keyGroups = ['everywhere', 'go', 'points', 'choices', 'comments', 'reading', 'blind', 'rubric'] as const
export type KeyGroup = (typeof keyGroups)[number]

/**
 * A key: a place (`KeyV`, `Enter`, `F1`), a printed sign (`?`, `z`: one character, wherever the keyboard prints it),
 * or either behind `Mod+` (Ctrl, ⌘ on a Mac) or `Alt+`.
 */
export type Binding = string

interface KeyAction {
  readonly id: string
  readonly group: KeyGroup
  /** The first is the one shown. */
  readonly keys: readonly Binding[]
  /** Keeps its key: the platform or the digits' order gives it. An action whose id ends in `.slot` is asked with its place. */
  readonly fixed?: true
}

/** The first `count` digits in reading order: 1 … 9, 0. */
const digits = (count: number): readonly Binding[] => Array.from({ length: count }, (_, place) => `Digit${(place + 1) % 10}`)

/** A new action is one line here and its words under `keys.act` (dots become dashes). */
export const keyActions = [
  { id: 'palette', group: 'everywhere', keys: ['Mod+KeyK'] },
  { id: 'keys', group: 'everywhere', keys: ['?', 'F1'] },
  { id: 'search', group: 'everywhere', keys: ['/', 'NumpadDivide'] },
  { id: 'paste', group: 'everywhere', keys: ['Mod+KeyV'], fixed: true },
  { id: 'next', group: 'everywhere', keys: ['KeyJ'] },
  { id: 'previous', group: 'everywhere', keys: ['KeyK'] },
  { id: 'undo', group: 'everywhere', keys: ['z', 'KeyZ'] },
  { id: 'messages', group: 'everywhere', keys: ['F6', 'Alt+KeyT'] },
  { id: 'go', group: 'everywhere', keys: ['KeyG'] },
  { id: 'go.home', group: 'go', keys: ['h'] },
  { id: 'go.review', group: 'go', keys: ['r'] },
  { id: 'go.articles', group: 'go', keys: ['a'] },
  { id: 'go.comments', group: 'go', keys: ['c'] },
  { id: 'go.experiments', group: 'go', keys: ['e'] },
  { id: 'go.vocabulary', group: 'go', keys: ['t'] },
  { id: 'go.ledger', group: 'go', keys: ['j'] },
  { id: 'go.engines', group: 'go', keys: ['m'] },
  { id: 'go.settings', group: 'go', keys: ['s'] },
  { id: 'points.slot', group: 'points', keys: digits(3), fixed: true },
  { id: 'points.validate', group: 'points', keys: ['KeyV', 'a', 'KeyA'] },
  { id: 'points.edit', group: 'points', keys: ['KeyE'] },
  { id: 'points.refuse', group: 'points', keys: ['KeyR'] },
  { id: 'points.doubt', group: 'points', keys: ['KeyD'] },
  { id: 'points.add', group: 'points', keys: ['+', 'Equal', 'NumpadAdd'] },
  { id: 'choices.slot', group: 'choices', keys: digits(10), fixed: true },
  { id: 'choices.decide', group: 'choices', keys: ['Enter', 'NumpadEnter'] },
  { id: 'choices.add', group: 'choices', keys: ['KeyT', '+', 'NumpadAdd'] },
  { id: 'comments.publish', group: 'comments', keys: ['KeyP'] },
  { id: 'comments.refuse', group: 'comments', keys: ['KeyR'] },
  { id: 'comments.doubt', group: 'comments', keys: ['KeyD'] },
  { id: 'comments.reveal', group: 'comments', keys: ['Space'] },
  { id: 'comments.similar', group: 'comments', keys: ['KeyS'] },
  { id: 'reading.accept', group: 'reading', keys: ['KeyV', 'a', 'KeyA'] },
  { id: 'reading.edit', group: 'reading', keys: ['KeyE'] },
  { id: 'reading.refuse', group: 'reading', keys: ['KeyR'] },
  { id: 'reading.doubt', group: 'reading', keys: ['KeyD'] },
  { id: 'blind.slot', group: 'blind', keys: digits(4), fixed: true },
  { id: 'blind.vote', group: 'blind', keys: ['Enter', 'NumpadEnter'] },
  { id: 'blind.note', group: 'blind', keys: ['KeyN'] },
  { id: 'rubric.slot', group: 'rubric', keys: digits(4), fixed: true },
  { id: 'rubric.back', group: 'rubric', keys: ['Backspace'] },
  { id: 'rubric.note', group: 'rubric', keys: ['KeyN'] },
  { id: 'rubric.save', group: 'rubric', keys: ['Enter', 'NumpadEnter'] },
] as const satisfies readonly KeyAction[]

export type KeyId = (typeof keyActions)[number]['id']
