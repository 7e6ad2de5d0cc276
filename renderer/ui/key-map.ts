// The key map of the whole page, pure: which action a press asks for, what a key is called, who already has it.
// It must not listen to keys, nor remember the person's choices.
import { keyActions, type Binding, type KeyGroup, type KeyId } from './key-defaults.ts'

/** A press, as much of `KeyboardEvent` as the map reads. */
export interface Press {
  readonly code: string
  readonly key: string
  readonly ctrlKey?: boolean
  readonly metaKey?: boolean
  readonly altKey?: boolean
  readonly shiftKey?: boolean
}

/** What a person changed: the action's own key, or none (`null`). Actions left out keep their defaults. */
export type OwnKeys = Readonly<Partial<Record<KeyId, Binding | null>>>

/** What each place prints on this keyboard: `{ KeyQ: 'a' }` on an AZERTY one. Unknown places are left out. */
export type Layout = Readonly<Record<string, string>>

export interface Keyboard {
  readonly own: OwnKeys
  /** False: keys that print a character, alone, are deaf (WCAG 2.1.4). */
  readonly single: boolean
  readonly layout: Layout
}

export const isKeyId = (id: string): id is KeyId => keyActions.some((one) => one.id === id)

const defaultsOf = (id: KeyId): readonly Binding[] => keyActions.find((one) => one.id === id)?.keys ?? []

/** The keys of an action now, the shown one first. */
export function bindingsOf(id: KeyId, own: OwnKeys): readonly Binding[] {
  const chosen = own[id]
  if (chosen === undefined) return defaultsOf(id)
  return chosen === null ? [] : [chosen]
}

const modifiers = ['Mod+', 'Alt+'] as const

function split(binding: Binding): { before: string; name: string } {
  const before = modifiers.find((one) => binding.startsWith(one)) ?? ''
  return { before, name: binding.slice(before.length) }
}

const beforeOf = (press: Press): string => (press.ctrlKey || press.metaKey ? 'Mod+' : press.altKey ? 'Alt+' : '')
const isSign = (name: string): boolean => /^.$/su.test(name)

/** Whether a key prints a character and stands alone: what WCAG 2.1.4 wants to be able to switch off. */
export function isSingle(binding: Binding): boolean {
  const { before, name } = split(binding)
  if (before !== '') return false
  return (
    isSign(name) ||
    /^(?:Key[A-Z]|Digit\d|Numpad(?:\d|Add|Subtract|Multiply|Divide|Decimal)|Intl\w+|Minus|Equal|Bracket\w+|Semicolon|Quote|Backquote|Backslash|Comma|Period|Slash)$/.test(
      name,
    )
  )
}

/** A sign is heard where it is printed; a Latin letter on a keyboard that prints none, at its place on the plainest one. */
function heard(binding: Binding, press: Press): boolean {
  const { before, name } = split(binding)
  if (before !== beforeOf(press)) return false
  // Shift on a key of signs prints another sign: that one may be a key of its own (`?` is Shift and `,` on an AZERTY keyboard).
  if (!isSign(name)) return name === press.code && !(press.shiftKey === true && /^[^\p{L}\s]$/u.test(press.key))
  const printed = press.key.toLowerCase()
  return printed === name || (/^\P{ASCII}$/u.test(printed) && press.code === `Key${name.toUpperCase()}`)
}

/** The actions heard in a group: its own, and those heard everywhere; after `go`, only the screens. */
function within(group: KeyGroup): readonly (typeof keyActions)[number][] {
  if (group === 'go') return keyActions.filter((one) => one.group === 'go')
  return [...keyActions.filter((one) => one.group === group), ...(group === 'everywhere' ? [] : within('everywhere'))]
}

/** What a press asks for where `group` is heard, or null. Chosen keys come before defaults, places before printed signs. */
export function actionOf(press: Press, group: KeyGroup, { own, single }: Pick<Keyboard, 'own' | 'single'>): KeyId | null {
  const usable = within(group).map(({ id }) => ({ id, keys: bindingsOf(id, own).filter((key) => single || !isSingle(key)) }))
  const find = (among: (id: KeyId, key: Binding) => boolean) =>
    usable.find(({ id, keys }) => keys.some((key) => among(id, key) && heard(key, press)))?.id
  return (
    find((id) => own[id] !== undefined) ??
    find((_id, key) => !isSign(split(key).name)) ??
    find((_id, key) => isSign(split(key).name)) ??
    null
  )
}

/** The place number of a digit key in reading order: `Digit1` is 0, `Digit0` is 9; null for other keys. By place, so AZERTY's top row works unshifted. */
export function slotOf(press: Press): number | null {
  if (beforeOf(press) !== '') return null
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1]
  return digit === undefined ? null : (Number(digit) + 9) % 10
}

/** The key somebody pressed to choose it, or null for a modifier alone. */
export function bindingFrom(press: Press): Binding | null {
  if (/^(?:Shift|Control|Alt|Meta|CapsLock|Fn|Dead|Unidentified|$)/.test(press.code)) return null
  return `${beforeOf(press)}${press.code}`
}

const platform = /^Mod\+Key[ACFLNOPQRSTVWXZ]$/

/** Keys nobody may take: Escape and Tab, digits (they number what is on screen), the platform's own shortcuts. */
export function isReserved(binding: Binding): boolean {
  return (
    /^(?:Escape|Tab|Digit\d|Numpad\d|F5|F11|F12|Arrow\w+|Page\w+|Home|End|Backspace|Delete|ContextMenu)$/.test(binding) ||
    platform.test(binding)
  )
}

/** The place of a key on this keyboard: two keys are the same when their places are. */
function placeOf(binding: Binding, layout: Layout): string {
  const { before, name } = split(binding)
  if (!isSign(name)) return binding
  const place = Object.entries(layout).find(([, printed]) => printed === name)?.[0]
  return before + (place ?? (/^[a-z]$/.test(name) ? `Key${name.toUpperCase()}` : name))
}

function meet(one: KeyGroup, other: KeyGroup): boolean {
  if (one === other) return true
  if (one === 'go' || other === 'go') return false
  return one === 'everywhere' || other === 'everywhere'
}

/** Which actions would no longer be alone on `binding` if `id` took it. A chosen key wins over an invisible second default. */
export function conflictsOf(id: KeyId, binding: Binding, { own, layout }: Pick<Keyboard, 'own' | 'layout'>): KeyId[] {
  const group = keyActions.find((one) => one.id === id)?.group ?? 'everywhere'
  const place = placeOf(binding, layout)
  return keyActions
    .filter((one) => one.id !== id && meet(group, one.group))
    .filter((one) =>
      bindingsOf(one.id, own)
        .slice(0, 1)
        .some((key) => placeOf(key, layout) === place),
    )
    .map((one) => one.id)
}

const named: Readonly<Record<string, string>> = {
  Enter: '↵',
  NumpadEnter: '↵',
  Backspace: '⌫',
  Space: '␣',
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
  NumpadDecimal: '.',
}

/** What is printed on a key of this keyboard: `V`, `?`, `↵`, `Ctrl K`. */
export function keyName(binding: Binding, layout: Layout, mac = false): string {
  const { before, name } = split(binding)
  const printed = isSign(name) ? name : (named[name] ?? layout[name] ?? name.replace(/^(?:Key|Digit)/, ''))
  const shown = printed.length === 1 ? printed.toUpperCase() : printed
  const modifier = before === 'Mod+' ? (mac ? '⌘ ' : 'Ctrl ') : before === 'Alt+' ? (mac ? '⌥ ' : 'Alt ') : ''
  return modifier + shown
}

/** The digits of an action asked with its place, as shown: `1`, `2`, `3`; `1`, `…`, `9`, `0` when they are many. Empty for another action, or with single keys off. */
export function slotLabels(id: KeyId, { single }: Pick<Keyboard, 'single'>): readonly string[] {
  const labels = id.endsWith('.slot') && single ? defaultsOf(id).map((key) => keyName(key, {})) : []
  return labels.length > 5 ? [...labels.slice(0, 1), '…', ...labels.slice(-2)] : labels
}

/** The key shown for an action, empty when it has none now. */
export function labelOf(id: KeyId, { own, single, layout }: Keyboard, mac = false): string {
  const first = bindingsOf(id, own).find((key) => single || !isSingle(key))
  return first === undefined ? '' : keyName(first, layout, mac)
}
