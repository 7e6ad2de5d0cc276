// The review desk's keys: what each press asks for, and what the brakes swallow.
import { describe, expect, test } from 'vitest'
import { tasks } from '../../../shared/domain/suggestion.ts'
import { actionsOf, askedBy, braked, brakeMilliseconds, keyIdOf } from '../../../renderer/features/review/review-keys.ts'
import { bindingsOf } from '../../../renderer/ui/key-map.ts'

const press = (code: string, key = '', repeat = false) => ({ code, key, repeat })
const plain = { own: {}, single: true }

describe('askedBy', () => {
  test('the top row of an AZERTY keyboard ticks checks unshifted', () => {
    expect(askedBy('key-points', press('Digit1', '&'), plain)).toEqual({ action: 'slot', slot: 0 })
    expect(askedBy('key-points', press('Digit3', '"'), plain)).toEqual({ action: 'slot', slot: 2 })
    expect(askedBy('tags', press('Digit0', 'à'), plain)).toEqual({ action: 'slot', slot: 9 })
    expect(askedBy('tags', press('Numpad4', '4'), plain)).toEqual({ action: 'slot', slot: 3 })
  })

  test('a comment has no numbered choices', () => {
    expect(askedBy('moderation', press('Digit1', '&'), plain)).toBeNull()
  })

  test('Z undoes by its printed sign: AZERTY prints it on KeyW', () => {
    expect(askedBy('key-points', press('KeyW', 'z'), plain)?.action).toBe('undo')
    expect(askedBy('key-points', press('KeyZ', 'w'), plain)?.action).toBe('undo')
  })

  test('A validates a point wherever it is printed, and nothing elsewhere', () => {
    expect(askedBy('key-points', press('KeyQ', 'a'), plain)?.action).toBe('validate')
    expect(askedBy('tags', press('KeyQ', 'a'), plain)).toBeNull()
    expect(askedBy('moderation', press('KeyQ', 'a'), plain)).toBeNull()
  })

  test('Enter decides tags and links, never a point or a comment', () => {
    expect(askedBy('tags', press('Enter', 'Enter'), plain)?.action).toBe('decide')
    expect(askedBy('links', press('NumpadEnter', 'Enter'), plain)?.action).toBe('decide')
    expect(askedBy('key-points', press('Enter', 'Enter'), plain)).toBeNull()
    expect(askedBy('moderation', press('Enter', 'Enter'), plain)).toBeNull()
  })

  test('P publishes comments only, and keys of the frame are left to it', () => {
    expect(askedBy('moderation', press('KeyP', 'p'), plain)?.action).toBe('publish')
    expect(askedBy('key-points', press('KeyP', 'p'), plain)).toBeNull()
    expect(askedBy('key-points', press('KeyG', 'g'), plain)).toBeNull()
    expect(askedBy('key-points', { ...press('Slash', '?'), shiftKey: true }, plain)).toBeNull()
  })

  test('a chosen key replaces the first one', () => {
    const own = { ...plain, own: { 'points.edit': 'KeyM' } }
    expect(askedBy('key-points', press('KeyM', ','), own)?.action).toBe('edit')
    expect(askedBy('key-points', press('KeyE', 'e'), own)).toBeNull()
  })

  test('with single characters off, Enter and Space remain', () => {
    const off = { own: {}, single: false }
    for (const [task, one] of [
      ['key-points', press('KeyV', 'v')],
      ['key-points', press('Digit1', '&')],
      ['tags', press('KeyT', 't')],
      ['moderation', press('KeyP', 'p')],
    ] as const)
      expect(askedBy(task, one, off), one.code).toBeNull()
    expect(askedBy('tags', press('Enter', 'Enter'), off)?.action).toBe('decide')
    expect(askedBy('moderation', press('Space', ' '), off)?.action).toBe('reveal')
  })
})

describe('braked', () => {
  const validate = { action: 'validate', slot: -1 } as const
  test('a judging key within 400 ms of a new claim is ignored, and heard after', () => {
    expect(braked(validate, press('KeyV'), 1000, 1000 + brakeMilliseconds - 1)).toBe(true)
    expect(braked(validate, press('KeyV'), 1000, 1000 + brakeMilliseconds)).toBe(false)
  })

  test('walking and undoing judge nothing and are not delayed, but a held key is always ignored', () => {
    const next = { action: 'next', slot: -1 } as const
    expect(braked(next, press('KeyJ'), 1000, 1001)).toBe(false)
    expect(braked({ action: 'undo', slot: -1 }, press('KeyZ'), 1000, 1001)).toBe(false)
    expect(braked(next, press('KeyJ', 'j', true), 1000, 9000)).toBe(true)
    expect(braked(validate, press('KeyV', 'v', true), 1000, 9000)).toBe(true)
  })
})

test.each(tasks)('every key of an action of %s asks for that action', (task) => {
  for (const [action, id] of actionsOf(task)) {
    expect(keyIdOf(task, action)).toBe(id)
    for (const key of bindingsOf(id, {})) expect(askedBy(task, press(key.length === 1 ? '' : key, key), plain)?.action, key).toBe(action)
  }
})
