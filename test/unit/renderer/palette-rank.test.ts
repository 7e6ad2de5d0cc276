// The order of Ctrl-K: a label's beginning, a word's beginning, inside; the recently used first; groups together. And the three messages.
import { describe, expect, test } from 'vitest'
import { rankEntries, rankOf } from '../../../renderer/app/palette-rank.ts'
import { withRecent } from '../../../renderer/app/palette-recent.ts'
import { stepTo } from '../../../renderer/app/palette-steps.ts'
import { stay, withToast, type Toast } from '../../../renderer/ui/toast-rules.ts'

const entry = (id: string, label: string, group = 'a') => ({ id, label, group })

describe('rankOf', () => {
  test('beginning, word, inside, scattered, nothing; accents and case do not count', () => {
    expect(
      ['Réglages du poste', 'Voir les réglages', 'Déréglage', 'Poste et réglages', 'Articles'].map((one) => rankOf(one, 'reglage')),
    ).toEqual([0, 1, 2, 1, null])
    expect(rankOf('Régler le poste', 'poste regler')).toBe(3)
  })
})

describe('rankEntries', () => {
  test('better matches first, then the recently used, then the order given', () => {
    const all = [entry('in', 'surdigue'), entry('word', 'la digue'), entry('one', 'digue A'), entry('two', 'digue B')]
    expect(rankEntries(all, 'digue', ['two']).map((one) => one.id)).toEqual(['two', 'one', 'word', 'in'])
    expect(rankEntries(all, 'zz', [])).toEqual([])
  })

  test('a group stays together, where its best entry is, and shows eight at most', () => {
    const many = Array.from({ length: 12 }, (_, index) => entry(`b${index}`, `le port ${index}`, 'b'))
    const shown = rankEntries([...many, entry('a', 'Port'), entry('a2', 'aéroport')], 'port', [])
    expect(shown.map((one) => one.group).join('')).toBe(`aa${'b'.repeat(8)}`)
  })

  test('what the core found is shown even when its title has none of the words', () => {
    expect(rankEntries([{ ...entry('x', 'Grève'), found: true }, entry('y', 'Grève')], 'digue', []).map((one) => one.id)).toEqual(['x'])
  })
})

test('what was chosen comes first, once, and five are kept', () => {
  const list = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: id }))
  expect(withRecent(list, { id: 'c', label: 'c' }).map((one) => one.id)).toEqual(['c', 'a', 'b', 'd', 'e'])
  expect(withRecent(list, { id: 'f', label: 'f' })).toHaveLength(5)
})

test('arrows go round, pages stop at the ends, Home and End belong to a text that is being written', () => {
  expect([stepTo('ArrowDown', 9, 10, true), stepTo('ArrowUp', 0, 10, true)]).toEqual([0, 9])
  expect([stepTo('PageDown', 5, 10, false), stepTo('PageUp', 5, 10, false)]).toEqual([9, 0])
  expect([stepTo('Home', 5, 10, true), stepTo('End', 5, 10, true), stepTo('Home', 5, 10, false)]).toEqual([0, 9, null])
  expect(stepTo('ArrowDown', 0, 0, true)).toBeNull()
})

describe('messages', () => {
  const toast = (id: number, kind: Toast['kind'] = 'done'): Toast => ({ id, kind, text: '', action: null })
  test('three at most; a problem outlives what went well', () => {
    const three = [toast(1, 'problem'), toast(2), toast(3)]
    expect(withToast(three, toast(4)).map((one) => one.id)).toEqual([1, 3, 4])
    expect(withToast([toast(1, 'problem'), toast(2, 'problem'), toast(3, 'problem')], toast(4)).map((one) => one.id)).toEqual([2, 3, 4])
  })

  test('stay long enough to be read and undone', () => {
    expect(stay({ text: 'Copié.', action: null })).toBe(6000)
    expect(stay({ text: 'Copié.', action: { label: 'Annuler', run: () => undefined } })).toBe(12_000)
    expect(stay({ text: 'x'.repeat(300), action: null })).toBeGreaterThan(20_000)
  })
})
