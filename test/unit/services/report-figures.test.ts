// The figures a report draws, against numbers worked by hand.
import { describe, expect, test } from 'vitest'
import { minutesOf, plotsOf, shareOfWordsChanged, type Output } from '../../../electron/core/services/report-figures.ts'
import type { Flag, SuggestionState } from '../../../shared/domain/suggestion.ts'
import { aSuggestion } from '../renderer/a-suggestion.ts'

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 2, 3, 9, minute, second)).toISOString()
const flag = (code: Flag['code']): Flag => ({ code, start: 0, end: 1 })

function output(state: SuggestionState, changes: Parameters<typeof aSuggestion>[0] = {}, firstFlags: Flag[] = [], minute = 0): Output {
  return { suggestion: aSuggestion({ state, ...changes }), decidedAt: state === 'proposed' ? null : at(minute), firstFlags }
}

describe('the share of words changed', () => {
  test.each([
    ['le port perd deux bateaux', 'le port perd deux bateaux', 0],
    ['le port perd deux bateaux', 'le port perd trois bateaux', 1 / 5],
    ['le port perd deux bateaux', 'le port, perd deux bateaux.', 0],
    ['le port perd deux bateaux', 'selon le maire, le port perd deux bateaux', 3 / 8],
    ['un deux trois quatre', 'cinq six', 1],
    ['Le port', 'le port', 1 / 2],
    ['', 'un mot', 1],
    ['…', '!', 1],
  ])('%j → %j', (before, after, share) => expect(shareOfWordsChanged(before, after)).toBeCloseTo(share, 10))

  test('is the same both ways', () => {
    const [one, other] = ['la digue sera relevée en mars', 'la digue serait relevée dès le mois de mars']
    expect(shareOfWordsChanged(one, other)).toBe(shareOfWordsChanged(other, one))
  })
})

describe('the plots', () => {
  test('count outcomes by engine, in the engines’ order', () => {
    const { byEngine } = plotsOf([
      output('accepted', { engine: 'b' }),
      output('rejected', { engine: 'b' }),
      output('unsure', { engine: 'a' }),
      output('proposed', { engine: 'a' }),
    ])
    expect(byEngine.map(({ engine, byState }) => [engine, byState.accepted, byState.rejected, byState.unsure, byState.proposed])).toEqual([
      ['a', 0, 0, 1, 1],
      ['b', 1, 1, 0, 0],
    ])
  })

  test('follow acceptance in the order of decision, in equal batches, doubts left out', () => {
    // 20 refused first, then 5 kept and 5 edited: three batches of ten
    const made = [
      ...Array.from({ length: 5 }, (_, index) => output('edited', {}, [], 30 + index)),
      ...Array.from({ length: 20 }, (_, index) => output('rejected', {}, [], index)),
      ...Array.from({ length: 5 }, (_, index) => output('accepted', {}, [], 40 + index)),
      ...Array.from({ length: 7 }, () => output('unsure', {}, [], 5)),
      output('proposed'),
    ]
    expect(plotsOf(made).progress).toEqual([
      { from: 1, to: 10, decided: 10, acceptance: 0 },
      { from: 11, to: 20, decided: 10, acceptance: 0 },
      { from: 21, to: 30, decided: 10, acceptance: 1 },
    ])
    expect(plotsOf(made.slice(0, 19)).progress).toEqual([])
    const many = plotsOf(Array.from({ length: 203 }, (_, index) => output('accepted', {}, [], index))).progress
    expect(many).toHaveLength(8)
    expect(many.reduce((sum, { decided }) => sum + decided, 0)).toBe(203)
    expect(many.at(-1)?.to).toBe(203)
  })

  test('say how much was edited: bands that hold each edit once, and the median', () => {
    const edit = (before: string, after: string) => output('edited', { proposed: { text: before }, value: { text: after } })
    const ten = 'un deux trois quatre cinq six sept huit neuf dix'
    const { edits } = plotsOf([
      edit(ten, ten), // 0
      edit(ten, ten.replace('dix', 'onze')), // 10 %
      edit(ten, ten.replace('neuf dix', 'a b')), // 20 %
      edit(ten, 'tout autre chose'), // 100 %
      output('accepted'),
      output('edited', { proposed: { concept: 'a', label: 'A' }, value: { concept: 'b', label: 'B' } }),
    ])
    expect(edits.measured).toBe(4)
    expect(edits.median).toBeCloseTo(0.15)
    expect(edits.bands.map(({ count }) => count)).toEqual([2, 1, 0, 1])
    expect(plotsOf([]).edits).toMatchObject({ measured: 0, median: null })
  })

  test('count findings on the machine’s own text, once an output, with what became of it', () => {
    const { findings } = plotsOf([
      output('edited', { flags: [] }, [flag('conditional-lost'), flag('conditional-lost'), flag('number-absent')]),
      output('accepted', {}, [flag('conditional-lost')]),
      output('rejected', {}, [flag('verbatim')]),
    ])
    expect(findings.map(({ flag: code, byState }) => [code, byState.accepted, byState.edited, byState.rejected])).toEqual([
      ['conditional-lost', 1, 1, 0],
      ['number-absent', 0, 1, 0],
    ])
  })
})

describe('the time', () => {
  const three = [
    { by: 'a', at: at(0) },
    { by: 'b', at: at(1) },
    { by: 'c', at: at(2) },
  ]

  test('is nothing under three reviewers', () => {
    expect(minutesOf(three.slice(0, 2))).toBeNull()
    expect(minutesOf([])).toBeNull()
    expect(minutesOf(three)).toBe(0)
  })

  test('adds what lies between decisions of a same person, breaks left out, to the minute', () => {
    const moments = [
      ...three,
      { by: 'a', at: at(4) }, // 4 minutes
      { by: 'a', at: at(9) }, // 5 minutes: not yet a break
      { by: 'a', at: at(14, 1) }, // 5 minutes 1 second: a break
      { by: 'b', at: at(3, 20) }, // 2 minutes 20
    ]
    expect(minutesOf(moments)).toBe(11) // 11 minutes 20
    expect(minutesOf(moments.toReversed())).toBe(11)
  })
})
