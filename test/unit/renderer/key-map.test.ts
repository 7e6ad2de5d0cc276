// The key map of the page: no two actions on one key, AZERTY and QWERTY alike, what the person chose, what a conflict names.
import { describe, expect, test } from 'vitest'
import { keyActions, keyGroups, type KeyId } from '../../../renderer/ui/key-defaults.ts'
import {
  actionOf,
  bindingFrom,
  bindingsOf,
  conflictsOf,
  isReserved,
  isSingle,
  keyName,
  labelOf,
  slotLabels,
} from '../../../renderer/ui/key-map.ts'
import { guessLayout, learnKey } from '../../../renderer/ui/keyboard-layout.ts'
import { keyWord } from '../../../renderer/words/key-word.ts'
import { book } from '../../../renderer/words/book.ts'

const azerty = guessLayout('fr-FR')
const qwerty = guessLayout('en-GB')
const plain = { own: {}, single: true }
const own = (keys: Partial<Record<KeyId, string | null>>) => ({ ...plain, own: keys })

describe('the first keys', () => {
  test.each([
    ['AZERTY', azerty],
    ['QWERTY', qwerty],
  ])('no shown key belongs to two actions on %s', (_name, layout) => {
    for (const { id } of keyActions) {
      const [first] = bindingsOf(id, {})
      if (first !== undefined && !id.endsWith('.slot')) expect(conflictsOf(id, first, { own: {}, layout }), id).toEqual([])
    }
  })

  test('every action has its words in both languages, and every group its name', () => {
    for (const { id } of keyActions) {
      expect(keyWord(id), id).toBe(`keys.act.${id.replace('.', '-')}`)
      for (const lng of ['fr', 'en']) expect(book.exists(keyWord(id), { lng }), id).toBe(true)
    }
    for (const group of keyGroups) expect(book.exists(`keys.group.${group}`), group).toBe(true)
  })

  test('the sign printed counts: ? is Shift and a comma on AZERTY, Shift and a slash on QWERTY', () => {
    expect(actionOf({ code: 'KeyM', key: '?', shiftKey: true }, 'everywhere', plain)).toBe('keys')
    expect(actionOf({ code: 'Slash', key: '?', shiftKey: true }, 'points', plain)).toBe('keys')
    expect(actionOf({ code: 'Period', key: '/', shiftKey: true }, 'everywhere', plain)).toBe('search')
  })

  test('after G, letters are those printed, and nothing else of the page is heard', () => {
    expect(actionOf({ code: 'KeyQ', key: 'a' }, 'go', plain)).toBe('go.articles')
    expect(actionOf({ code: 'KeyA', key: 'q' }, 'go', plain)).toBeNull()
    expect(actionOf({ code: 'KeyV', key: 'v' }, 'go', plain)).toBeNull()
  })

  test('Ctrl K is not K, and Ctrl V is the platform’s', () => {
    expect(actionOf({ code: 'KeyK', key: 'k', ctrlKey: true }, 'points', plain)).toBe('palette')
    expect(actionOf({ code: 'KeyK', key: 'k' }, 'points', plain)).toBe('previous')
    expect(actionOf({ code: 'KeyV', key: 'v', ctrlKey: true }, 'points', plain)).toBe('paste')
    expect(actionOf({ code: 'KeyR', key: 'r', ctrlKey: true }, 'points', plain)).toBeNull()
  })

  test('a keyboard without Latin letters is read by place', () => {
    expect(actionOf({ code: 'KeyA', key: 'ф' }, 'go', plain)).toBe('go.articles')
  })
})

describe('keys a person chose', () => {
  test('replace the first ones, and none is none', () => {
    expect(actionOf({ code: 'KeyU', key: 'u' }, 'points', own({ undo: 'KeyU' }))).toBe('undo')
    expect(actionOf({ code: 'KeyZ', key: 'z' }, 'points', own({ undo: 'KeyU' }))).toBeNull()
    expect(actionOf({ code: 'KeyJ', key: 'j' }, 'points', own({ next: null }))).toBeNull()
  })

  test('win over an invisible second key: Q of an AZERTY keyboard is free to take', () => {
    expect(conflictsOf('points.refuse', 'KeyA', { own: {}, layout: azerty })).toEqual([])
    expect(actionOf({ code: 'KeyA', key: 'q' }, 'points', own({ 'points.refuse': 'KeyA' }))).toBe('points.refuse')
  })

  test('a conflict names who has the key, through the printed sign too', () => {
    expect(conflictsOf('points.refuse', 'KeyE', { own: {}, layout: azerty })).toEqual(['points.edit'])
    expect(conflictsOf('points.refuse', 'KeyW', { own: {}, layout: azerty })).toEqual(['undo'])
    expect(conflictsOf('points.refuse', 'KeyZ', { own: {}, layout: qwerty })).toEqual(['undo'])
    expect(conflictsOf('next', 'KeyP', { own: {}, layout: qwerty })).toEqual(['comments.publish'])
  })

  test('groups that are never heard together share keys', () => {
    expect(conflictsOf('comments.refuse', 'KeyE', { own: {}, layout: qwerty })).toEqual([])
    expect(conflictsOf('go.home', 'KeyV', { own: {}, layout: qwerty })).toEqual([])
    expect(conflictsOf('reading.edit', 'KeyP', { own: {}, layout: qwerty })).toEqual([])
    expect(conflictsOf('rubric.note', 'KeyV', { own: {}, layout: qwerty })).toEqual([])
  })

  test('the votes, the second reading and the EBU form each have their own keys, beside those heard everywhere', () => {
    expect(conflictsOf('blind.note', 'Enter', { own: {}, layout: qwerty })).toEqual(['blind.vote'])
    expect(conflictsOf('rubric.note', 'Enter', { own: {}, layout: qwerty })).toEqual(['rubric.save'])
    expect(conflictsOf('reading.doubt', 'KeyJ', { own: {}, layout: qwerty })).toEqual(['next'])
    expect(actionOf({ code: 'KeyN', key: 'n' }, 'blind', plain)).toBe('blind.note')
    expect(actionOf({ code: 'KeyN', key: 'n' }, 'rubric', own({ 'blind.note': 'KeyM' }))).toBe('rubric.note')
    expect(actionOf({ code: 'KeyV', key: 'v' }, 'reading', own({ 'points.validate': 'KeyX' }))).toBe('reading.accept')
    expect(actionOf({ code: 'KeyQ', key: 'a' }, 'reading', plain)).toBe('reading.accept')
    expect(actionOf({ code: 'KeyW', key: 'z' }, 'rubric', plain)).toBe('undo')
  })

  test('Escape, Tab, digits and the platform’s shortcuts cannot be taken; a modifier alone is no key', () => {
    for (const one of ['Escape', 'Tab', 'Digit4', 'Numpad2', 'Mod+KeyC', 'Mod+KeyV', 'ArrowDown']) expect(isReserved(one), one).toBe(true)
    for (const one of ['KeyM', 'F2', 'Mod+KeyJ', 'Alt+KeyD', 'Enter']) expect(isReserved(one), one).toBe(false)
    expect(bindingFrom({ code: 'ShiftLeft', key: 'Shift' })).toBeNull()
    expect(bindingFrom({ code: 'KeyD', key: 'd', altKey: true })).toBe('Alt+KeyD')
  })
})

describe('single characters switched off', () => {
  test('leave Enter, Space, function keys and those with a modifier', () => {
    const off = { own: {}, single: false }
    expect(actionOf({ code: 'Slash', key: '?' }, 'everywhere', off)).toBeNull()
    expect(actionOf({ code: 'F1', key: 'F1' }, 'everywhere', off)).toBe('keys')
    expect(actionOf({ code: 'KeyG', key: 'g' }, 'everywhere', off)).toBeNull()
    expect(labelOf('keys', { ...off, layout: azerty })).toBe('F1')
    expect(labelOf('points.validate', { ...off, layout: azerty })).toBe('')
    expect(labelOf('blind.note', { ...off, layout: azerty })).toBe('')
    expect(labelOf('blind.vote', { ...off, layout: azerty })).toBe('↵')
    expect(labelOf('rubric.back', { ...off, layout: azerty })).toBe('⌫')
    expect(actionOf({ code: 'KeyV', key: 'v' }, 'reading', off)).toBeNull()
    expect(isSingle('Semicolon') && isSingle('NumpadAdd') && !isSingle('Space') && !isSingle('Alt+KeyT')).toBe(true)
  })
})

describe('what keys are called', () => {
  test('by what the keyboard prints', () => {
    expect(keyName('KeyQ', azerty)).toBe('A')
    expect(keyName('KeyQ', qwerty)).toBe('Q')
    expect(keyName('Mod+KeyK', azerty)).toBe('Ctrl K')
    expect(keyName('Mod+KeyK', azerty, true)).toBe('⌘ K')
    expect(keyName('Enter', azerty)).toBe('↵')
    expect(labelOf('undo', { ...plain, layout: azerty })).toBe('Z')
  })

  test('digits one by one, or from the first to the last when they are many', () => {
    expect(slotLabels('blind.slot', plain)).toEqual(['1', '2', '3', '4'])
    expect(slotLabels('choices.slot', plain)).toEqual(['1', '…', '9', '0'])
    expect(slotLabels('rubric.slot', { single: false })).toEqual([])
    expect(slotLabels('next', plain)).toEqual([])
  })

  test('and by what the last press taught, but never a digit’s accent', () => {
    const press = { shiftKey: false, altKey: false, ctrlKey: false }
    expect(learnKey(qwerty, { ...press, code: 'KeyQ', key: 'a' })['KeyQ']).toBe('a')
    expect(learnKey(qwerty, { ...press, code: 'Digit1', key: '&' })).toBe(qwerty)
    expect(learnKey(qwerty, { ...press, code: 'KeyQ', key: 'A', shiftKey: true })).toBe(qwerty)
    expect(learnKey(qwerty, { ...press, code: 'Enter', key: 'Enter' })).toBe(qwerty)
  })
})
