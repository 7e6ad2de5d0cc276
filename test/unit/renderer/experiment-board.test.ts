// The board's filter, the sentence of a criterion, and what a referent is warned of.
import { describe, expect, test } from 'vitest'
import { boardShown, emptyBoardFilter } from '../../../renderer/features/experiments/board-filter.ts'
import { cardOf, emptyDraft, type CardDraft } from '../../../renderer/features/experiments/card-draft.ts'
import { criterionSentence } from '../../../renderer/features/experiments/card-sentence.ts'
import { warningsOf } from '../../../renderer/features/experiments/card-weaknesses.ts'
import { wordsNow } from '../../../renderer/words/use-words.ts'
import type { Card, Experiment } from '../../../shared/domain/experiment.ts'

const draft: CardDraft = {
  ...emptyDraft('anne'),
  title: 'Points du conseil',
  hypothesis: 'Ils tiennent.',
  referent: 'marc',
  editorialResponsibility: 'la rédactrice en chef',
  desk: 'Locale',
  stopRule: 'Un fait faux.',
  councilStatus: 'done',
  councilDate: '2026-10-08',
}
const card = cardOf(draft)!

function experiment(id: string, changes: Partial<Card> = {}, state: Experiment['state'] = 'proposed'): Experiment {
  return {
    id,
    card: { ...card, ...changes },
    state,
    hash: '',
    standing: false,
    approval: null,
    conclusion: null,
    runs: [],
    createdAt: '2026-10-01T08:00:00Z',
  }
}

describe('the board', () => {
  const all = [
    experiment('a'),
    experiment('b', { task: 'tags', desk: 'Sports', title: 'Tags des brèves' }, 'concluded'),
    experiment('c', { desk: 'Sports', owner: 'zoe' }, 'running'),
  ]
  const names = (id: string) => (id === 'zoe' ? 'Zoé Hébrard' : id)
  const shown = (filter: Partial<typeof emptyBoardFilter>) => boardShown(all, { ...emptyBoardFilter, ...filter }, names).map(({ id }) => id)

  test.each([
    [{}, ['a', 'b', 'c']],
    [{ task: 'tags' }, ['b']],
    [{ desk: 'Sports' }, ['b', 'c']],
    [{ state: 'running' }, ['c']],
    [{ desk: 'Sports', state: 'concluded' }, ['b']],
    [{ words: 'BREVES' }, ['b']],
    [{ words: 'hebrard points' }, ['c']],
    [{ words: 'rien de tel' }, []],
  ] as const)('%j shows %j', (filter, ids) => expect(shown(filter)).toEqual(ids))
})

describe('the criterion as a sentence', () => {
  const sentence = (changes: Partial<CardDraft>) => criterionSentence({ ...draft, ...changes }, wordsNow()).replaceAll(/\s/g, ' ')

  test.each([
    [{ measure: 'unchanged', share: '60' }, 'Au moins 60 % des points gardés tels quels.'],
    [{ measure: 'refused', operator: '<=', share: '12,5', task: 'links' }, 'Au plus 12,5 % des liens refusés.'],
    [{ measure: 'agreement', share: '90', task: 'moderation' }, 'Au moins 90 % des avis d’accord avec la décision humaine.'],
  ] as const)('%j', (changes, said) => expect(sentence(changes)).toBe(said))

  test('asks for the number while it misses', () => expect(sentence({ share: 'beaucoup' })).toContain('sans chiffre'))
})

test('a referent is warned of a card’s weak points, and of nothing when there is none', () => {
  expect(warningsOf(card)).toEqual([])
  expect(warningsOf(null)).toEqual([])
  expect(
    warningsOf({ ...card, criterion: 'On verra.', referent: 'anne', worksCouncil: { status: 'pending' }, editorialResponsibility: ' ' }),
  ).toEqual(['criterion', 'own', 'council', 'responsibility'])
})
