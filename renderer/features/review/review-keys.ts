// The review desk's part of the key map: which press asks for which action in a queue, and the brakes of judging keys.
// It must not know what the actions do.
import type { Task } from '../../../shared/domain/suggestion.ts'
import type { KeyGroup, KeyId } from '../../ui/key-defaults.ts'
import { actionOf, slotOf, type Keyboard, type Press as KeyPress } from '../../ui/key-map.ts'

export type ReviewAction =
  'slot' | 'validate' | 'edit' | 'refuse' | 'doubt' | 'add' | 'decide' | 'publish' | 'reveal' | 'similar' | 'next' | 'previous' | 'undo'

/** A press, as much of `KeyboardEvent` as the desk reads. */
export type Press = KeyPress & { readonly repeat: boolean }

/** `slot` counts from 0: Digit1 is 0, Digit0 is the tenth. */
export type Asked = { action: ReviewAction; slot: number }

const groups: Record<Task, KeyGroup> = { 'key-points': 'points', tags: 'choices', links: 'choices', moderation: 'comments' }

/** The group of the key map whose keys a queue hears. */
export const groupOf = (task: Task): KeyGroup => groups[task]

const everywhere: readonly (readonly [ReviewAction, KeyId])[] = [
  ['next', 'next'],
  ['previous', 'previous'],
  ['undo', 'undo'],
]
const choices: readonly (readonly [ReviewAction, KeyId])[] = [
  ['decide', 'choices.decide'],
  ['add', 'choices.add'],
]
const perTask: Record<Task, readonly (readonly [ReviewAction, KeyId])[]> = {
  'key-points': [
    ['validate', 'points.validate'],
    ['edit', 'points.edit'],
    ['refuse', 'points.refuse'],
    ['doubt', 'points.doubt'],
    ['add', 'points.add'],
  ],
  tags: choices,
  links: choices,
  moderation: [
    ['publish', 'comments.publish'],
    ['refuse', 'comments.refuse'],
    ['doubt', 'comments.doubt'],
    ['reveal', 'comments.reveal'],
    ['similar', 'comments.similar'],
  ],
}

/** The actions of one queue with their place in the key map, its own first. */
export function actionsOf(task: Task): readonly (readonly [ReviewAction, KeyId])[] {
  return [...perTask[task], ...everywhere]
}

/** The place in the key map of an action of a queue. */
export function keyIdOf(task: Task, action: ReviewAction): KeyId | null {
  if (action === 'slot') return task === 'key-points' ? 'points.slot' : task === 'moderation' ? null : 'choices.slot'
  return actionsOf(task).find(([one]) => one === action)?.[1] ?? null
}

/** What a press asks for in this queue, or null. Digits are read by place, so AZERTY's top row works unshifted. */
export function askedBy(task: Task, press: Press, keyboard: Pick<Keyboard, 'own' | 'single'>): Asked | null {
  const slot = slotOf(press)
  if (slot !== null && task !== 'moderation') return keyboard.single ? { action: 'slot', slot } : null
  const id = actionOf(press, groupOf(task), keyboard)
  const found = actionsOf(task).find(([, one]) => one === id)
  return found ? { action: found[0], slot: -1 } : null
}

/** Milliseconds after a new claim or item during which a judging press is ignored (trust.md). */
export const brakeMilliseconds = 400

const free: readonly ReviewAction[] = ['next', 'previous', 'undo', 'similar']

/**
 * Whether the brake swallows this press: a held key always, a judging key within 400 ms of a new claim.
 * Walking (`J`, `K`) and undoing judge nothing and stay free of the delay.
 */
export function braked(asked: Asked, press: Press, shownAt: number, now: number): boolean {
  if (press.repeat) return true
  return !free.includes(asked.action) && now - shownAt < brakeMilliseconds
}
