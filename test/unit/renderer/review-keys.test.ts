// The key map of the review desk: what each press asks for, and what the brakes swallow.
import { describe, expect, test } from 'vitest'
import { tasks } from '../../../shared/domain/suggestion.ts'
import { askedBy, bindingsOf, braked, brakeMilliseconds, keyLabel, pressNames } from '../../../renderer/features/review/review-keys.ts'

const press = (code: string, key = '', repeat = false) => ({ code, key, repeat })

describe('askedBy', () => {
  test('the top row of an AZERTY keyboard ticks checks unshifted', () => {
    expect(askedBy('key-points', press('Digit1', '&'))).toEqual({ action: 'slot', slot: 0 })
    expect(askedBy('key-points', press('Digit3', '"'))).toEqual({ action: 'slot', slot: 2 })
    expect(askedBy('tags', press('Digit0', 'à'))).toEqual({ action: 'slot', slot: 9 })
    expect(askedBy('tags', press('Numpad4', '4'))).toEqual({ action: 'slot', slot: 3 })
  })

  test('a comment has no numbered choices', () => {
    expect(askedBy('moderation', press('Digit1', '&'))).toBeNull()
  })

  test('Z undoes by its printed sign: AZERTY prints it on KeyW', () => {
    expect(askedBy('key-points', press('KeyW', 'z'))?.action).toBe('undo')
    expect(askedBy('key-points', press('KeyZ', 'w'))?.action).toBe('undo')
  })

  test('A validates a point wherever it is printed, and nothing elsewhere', () => {
    expect(askedBy('key-points', press('KeyQ', 'a'))?.action).toBe('validate')
    expect(askedBy('tags', press('KeyQ', 'a'))).toBeNull()
    expect(askedBy('moderation', press('KeyQ', 'a'))).toBeNull()
  })

  test('Enter decides tags and links, never a point or a comment', () => {
    expect(askedBy('tags', press('Enter', 'Enter'))?.action).toBe('decide')
    expect(askedBy('links', press('NumpadEnter', 'Enter'))?.action).toBe('decide')
    expect(askedBy('key-points', press('Enter', 'Enter'))).toBeNull()
    expect(askedBy('moderation', press('Enter', 'Enter'))).toBeNull()
  })

  test('P publishes comments only', () => {
    expect(askedBy('moderation', press('KeyP', 'p'))?.action).toBe('publish')
    expect(askedBy('key-points', press('KeyP', 'p'))).toBeNull()
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

describe.each(tasks)('the bindings of %s', (task) => {
  test('no physical key asks for two actions', () => {
    const labels = bindingsOf(task).map((one) => one.label)
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('every action has a printed key, and its key is listened to', () => {
    for (const { action, label } of bindingsOf(task)) {
      expect(keyLabel(task, action)).toBe(label)
      expect(label).not.toBe('')
    }
    for (const name of pressNames(task)) {
      const asked = askedBy(task, press(name, name))
      expect(asked, name).not.toBeNull()
    }
  })
})
