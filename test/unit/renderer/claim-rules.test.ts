// What a claim asks of the person before it may be validated.
import { describe, expect, test } from 'vitest'
import { blockingFlags, flagCodes } from '../../../shared/domain/suggestion.ts'
import {
  blockingOf,
  checksFor,
  findingsOf,
  isOpen,
  isVerbatim,
  isWaiting,
  nextWaiting,
  restoreWording,
  splitBefore,
} from '../../../renderer/features/review/claim-rules.ts'
import { aSuggestion } from './a-suggestion.ts'

const flag = (code: (typeof flagCodes)[number], start = 0, end = 0, expected?: string) => ({
  code,
  start,
  end,
  ...(expected === undefined ? {} : { expected }),
})

test('a verbatim sentence asks one check, any other text three', () => {
  expect(checksFor(true)).toEqual(['stands-alone'])
  expect(checksFor(false)).toEqual(['accuracy', 'plausibility', 'sources'])
  expect(isVerbatim([flag('verbatim')])).toBe(true)
  expect(isVerbatim([flag('number-absent')])).toBe(false)
})

test('every blocking finding is shown, and being verbatim is no finding', () => {
  const all = flagCodes.map((code) => flag(code))
  const shown = findingsOf(all).map((one) => one.code)
  expect(shown).toEqual(expect.arrayContaining([...blockingFlags]))
  expect(shown).not.toContain('verbatim')
  expect(shown).toContain('out-of-context')
  expect(blockingOf(all).map((one) => one.code)).toEqual(flagCodes.filter((code) => blockingFlags.includes(code)))
  expect(blockingOf([flag('out-of-context')])).toEqual([])
})

test('a doubt may still be decided, but the queue no longer waits for it', () => {
  expect(isOpen({ state: 'unsure' })).toBe(true)
  expect(isWaiting({ state: 'unsure' })).toBe(false)
  expect(isWaiting({ state: 'stale' })).toBe(true)
  expect(isOpen({ state: 'accepted' })).toBe(false)
})

describe('nextWaiting', () => {
  const states = (...list: ('proposed' | 'accepted' | 'unsure')[]) => list.map((state) => ({ state }))
  test('goes on after the claim in hand, then back to those skipped', () => {
    expect(nextWaiting(states('proposed', 'proposed', 'proposed'), 0)).toBe(1)
    expect(nextWaiting(states('proposed', 'accepted', 'proposed'), 2)).toBe(0)
  })
  test('is -1 when only the claim in hand waits, for it is being decided', () => {
    expect(nextWaiting(states('accepted', 'proposed', 'unsure'), 1)).toBe(-1)
    expect(nextWaiting([], -1)).toBe(-1)
  })
})

describe('restoreWording', () => {
  const text = 'Le maire a menti au conseil.'
  test('puts the article’s wording where the conditional was lost, the caret after it', () => {
    const found = restoreWording(text, [flag('conditional-lost', 9, 16, 'aurait menti')])
    expect(found).toEqual({ text: 'Le maire aurait menti au conseil.', caret: 21 })
  })
  test.each([
    ['L’enveloppe a été dépassée.', 'dépassée', 'aurait été dépassée', 'L’enveloppe aurait été dépassée.'],
    ['L’enveloppe, dépassée, inquiète.', 'dépassée', 'aurait été dépassée', 'L’enveloppe, aurait été dépassée, inquiète.'],
    ['On l’a quitté.', 'quitté', 'aurait quitté', 'On l’aurait quitté.'],
    ['Les élus ont été prévenus.', 'ont été prévenus', 'auraient été prévenus', 'Les élus auraient été prévenus.'],
    ['The mayor has resigned.', 'resigned', 'would have resigned', 'The mayor would have resigned.'],
  ])('%j: the whole verb is replaced, not its last word only', (said, word, expected, restored) => {
    const start = said.indexOf(word)
    expect(restoreWording(said, [flag('conditional-lost', start, start + word.length, expected)])?.text).toBe(restored)
  })
  test('a negation between the auxiliary and the verb is left to the person', () => {
    const said = 'L’enveloppe n’a pas été dépassée.'
    const start = said.indexOf('dépassée')
    expect(restoreWording(said, [flag('conditional-lost', start, start + 8, 'aurait été dépassée')])).toBeNull()
  })
  test('leaves a text alone when the finding has no wording, no place, or is another finding', () => {
    expect(restoreWording(text, [flag('conditional-lost', 9, 16)])).toBeNull()
    expect(restoreWording(text, [flag('conditional-lost', 9, 900, 'aurait menti')])).toBeNull()
    expect(restoreWording(text, [flag('conditional-lost', 9, 9, 'aurait')])).toBeNull()
    expect(restoreWording(text, [flag('number-absent', 9, 16, '12')])).toBeNull()
  })
})

describe('splitBefore', () => {
  const waiting = aSuggestion({ id: 'waiting', experiment: 'over' })
  const old = aSuggestion({ id: 'old', experiment: 'over', state: 'accepted' })
  const today = aSuggestion({ id: 'today', experiment: 'running', state: 'rejected' })
  test('only points decided in a concluded experiment are history', () => {
    const { now, before } = splitBefore([old, waiting, today], new Set(['over']))
    expect(now.map((one) => one.id)).toEqual(['waiting', 'today'])
    expect(before.map((one) => one.id)).toEqual(['old'])
  })
  test('nothing is folded while no experiment is concluded', () => {
    expect(splitBefore([old, today], new Set()).before).toEqual([])
  })
})
