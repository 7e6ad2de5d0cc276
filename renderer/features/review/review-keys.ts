// The key map of the review desk: which physical key asks for which action, per queue.
// It must not know what the actions do.
import type { Task } from '../../../shared/domain/suggestion.ts'

export type ReviewAction =
  'slot' | 'validate' | 'edit' | 'refuse' | 'doubt' | 'add' | 'decide' | 'publish' | 'reveal' | 'next' | 'previous' | 'undo' | 'keys'

/** A press, as much of `KeyboardEvent` as the map reads. */
export type Press = { code: string; key: string; repeat: boolean }

/** `slot` counts from 0: Digit1 is 0, Digit0 is the tenth. */
export type Asked = { action: ReviewAction; slot: number }

type Binding = { action: ReviewAction; codes: readonly string[]; label: string }

const everywhere: readonly Binding[] = [
  { action: 'next', codes: ['KeyJ'], label: 'J' },
  { action: 'previous', codes: ['KeyK'], label: 'K' },
  { action: 'undo', codes: ['KeyZ'], label: 'Z' },
  { action: 'keys', codes: [], label: '?' },
]
const perTask: Record<Task, readonly Binding[]> = {
  'key-points': [
    { action: 'validate', codes: ['KeyV', 'KeyA'], label: 'V' },
    { action: 'edit', codes: ['KeyE'], label: 'E' },
    { action: 'refuse', codes: ['KeyR'], label: 'R' },
    { action: 'doubt', codes: ['KeyD'], label: 'D' },
    { action: 'add', codes: ['Equal', 'NumpadAdd'], label: '+' },
  ],
  tags: [
    { action: 'decide', codes: ['Enter', 'NumpadEnter'], label: '↵' },
    { action: 'add', codes: ['KeyT', 'NumpadAdd'], label: 'T' },
  ],
  links: [
    { action: 'decide', codes: ['Enter', 'NumpadEnter'], label: '↵' },
    { action: 'add', codes: ['KeyT', 'NumpadAdd'], label: 'T' },
  ],
  moderation: [
    { action: 'publish', codes: ['KeyP'], label: 'P' },
    { action: 'refuse', codes: ['KeyR'], label: 'R' },
    { action: 'doubt', codes: ['KeyD'], label: 'D' },
    { action: 'reveal', codes: ['Space'], label: '␣' },
  ],
}

/** Characters that keyboards put on different keys: the printed sign counts, wherever it is (`Z` of an AZERTY keyboard is `KeyW`). */
const byCharacter: Record<string, ReviewAction> = { '+': 'add', '?': 'keys', z: 'undo', a: 'validate' }

/** The bindings of one queue, for hints and the list of keys. */
export function bindingsOf(task: Task): readonly { action: ReviewAction; label: string }[] {
  return [...perTask[task], ...everywhere]
}

/** The key printed beside an action's button. */
export function keyLabel(task: Task, action: ReviewAction): string {
  return bindingsOf(task).find((binding) => binding.action === action)?.label ?? ''
}

/** What a press asks for in this queue, or null. Digits are read by place, so AZERTY's top row works unshifted. */
export function askedBy(task: Task, press: Press): Asked | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1]
  if (digit !== undefined && task !== 'moderation') return { action: 'slot', slot: (Number(digit) + 9) % 10 }
  const bindings = [...perTask[task], ...everywhere]
  const placed = bindings.find((binding) => binding.codes.includes(press.code))
  if (placed) return { action: placed.action, slot: -1 }
  const printed = byCharacter[press.key.toLowerCase()]
  const known = printed !== undefined && bindings.some((binding) => binding.action === printed)
  return known ? { action: printed, slot: -1 } : null
}

/** Milliseconds after a new claim or item during which a judging press is ignored (trust.md). */
export const brakeMilliseconds = 400

const free: readonly ReviewAction[] = ['next', 'previous', 'undo', 'keys']

/**
 * Whether the brake swallows this press: a held key always, a judging key within 400 ms of a new claim.
 * Walking (`J`, `K`), undoing and asking for the keys judge nothing and stay free of the delay.
 */
export function braked(asked: Asked, press: Press, shownAt: number, now: number): boolean {
  if (press.repeat) return true
  return !free.includes(asked.action) && now - shownAt < brakeMilliseconds
}

/** Every key name the map answers to, by place (`KeyV`) or by printed sign (`?`), for the listener. */
export function pressNames(task: Task): string[] {
  const bindings = [...perTask[task], ...everywhere]
  const printed = Object.entries(byCharacter).flatMap(([sign, action]) =>
    bindings.some((binding) => binding.action === action) ? [sign, sign.toUpperCase()] : [],
  )
  const digits = task === 'moderation' ? [] : '0123456789'.split('').map((digit) => `Digit${digit}`)
  return [...new Set([...bindings.flatMap((binding) => binding.codes), ...digits, ...printed])]
}
