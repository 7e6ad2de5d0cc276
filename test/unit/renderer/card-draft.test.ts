// The card while somebody writes it.
import { describe, expect, test } from 'vitest'
import { cardOf, draftOf, emptyDraft, missingFields, readShare, type CardDraft } from '../../../renderer/features/experiments/card-draft.ts'

const complete: CardDraft = {
  ...emptyDraft('htassel'),
  title: ' Points à retenir du soir ',
  hypothesis: 'Deux points sur trois sont gardés.',
  referent: 'alegoff',
  stopRule: 'Une citation inventée.',
  query: 'digue',
  share: '66,5',
  councilStatus: 'not-needed',
  councilBecause: 'Essai sur des articles publiés.',
}

test('an empty card misses what only a person can say', () => {
  expect(missingFields(emptyDraft('htassel'))).toEqual(['title', 'hypothesis', 'referent', 'stopRule'])
  expect(cardOf(emptyDraft('htassel'))).toBeNull()
})

test('a complete draft makes a card: trimmed, its share between 0 and 1', () => {
  const card = cardOf(complete)
  expect(card).toMatchObject({
    title: 'Points à retenir du soir',
    criterion: { measure: 'acceptance', operator: '>=', value: 0.665 },
    corpus: { query: 'digue' },
    worksCouncil: { status: 'not-needed', because: 'Essai sur des articles publiés.' },
  })
})

test('a card comes back as the draft it was made from', () => {
  const card = cardOf(complete)
  if (!card) throw new Error('the draft is complete')
  expect(cardOf(draftOf(card))).toEqual(card)
})

test.each([
  [{ engines: [] }, 'engines'],
  [{ corpusKind: 'articles', ids: ' \n ' }, 'ids'],
  [{ share: 'beaucoup' }, 'share'],
  [{ councilStatus: 'done', councilDate: '' }, 'councilDate'],
  [{ councilBecause: '  ' }, 'councilBecause'],
  [{ title: '  ' }, 'title'],
] as const)('%j misses %s, and makes no card', (changes, field) => {
  const draft = { ...complete, ...changes }
  expect(missingFields(draft)).toEqual([field])
  expect(cardOf(draft)).toBeNull()
})

test('articles are named one a line', () => {
  const card = cardOf({ ...complete, corpusKind: 'articles', ids: ' a1\n\n a2 ' })
  expect(card?.corpus).toEqual({ articles: ['a1', 'a2'] })
})

test('judging first is asked of comments only', () => {
  expect(cardOf({ ...complete, judgeFirst: true })?.judgeFirst).toBe(false)
  expect(cardOf({ ...complete, judgeFirst: true, task: 'moderation' })?.judgeFirst).toBe(true)
})

describe('readShare', () => {
  test.each([
    ['66', 0.66],
    [' 66,5 ', 0.665],
    ['0', 0],
    ['100', 1],
  ])('%j is %d', (typed, share) => expect(readShare(typed)).toBeCloseTo(share, 10))
  test.each(['', ' ', '101', '-1', '66 %', 'x'])('%j is no share', (typed) => expect(readShare(typed)).toBeNull())
})
