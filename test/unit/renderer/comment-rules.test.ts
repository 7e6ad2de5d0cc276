// What the page may show of a comment and of the machine's opinion on it.
import { describe, expect, test } from 'vitest'
import type { CharterClause, Comment } from '../../../shared/domain/comment.ts'
import {
  agrees,
  harshParents,
  isBlurred,
  opinionOf,
  orderClauses,
  passageOf,
  quotedClauses,
  quotedPlaces,
} from '../../../renderer/features/review/comment-rules.ts'
import { aSuggestion } from './a-suggestion.ts'

const clause = (id: string, category: CharterClause['category']): CharterClause => ({
  id,
  title: id,
  text: id,
  reason: '',
  category,
})
const charter = [clause('off', 'off-topic'), clause('insult', 'insult'), clause('spam', 'spam')]
const opinion = aSuggestion({
  task: 'moderation',
  item: 'c1',
  value: { hold: true, probability: 0.9, clauses: ['spam'] },
  evidence: [
    { kind: 'clause', id: 'insult', quote: 'crétin' },
    { kind: 'text', item: 'c1', field: 'body', start: 0, end: 5, quote: 'Quel ' },
    { kind: 'text', item: 'c1', field: 'parent', start: 0, end: 5, quote: 'autre' },
  ],
})

test('an opinion is read from a moderation value only', () => {
  expect(opinionOf(opinion)?.hold).toBe(true)
  expect(opinionOf(aSuggestion())).toBeNull()
  expect(opinionOf(null)).toBeNull()
})

test('clauses with a quotation come before those merely named, once each', () => {
  expect(quotedClauses(opinion)).toEqual(['insult', 'spam'])
  expect(orderClauses(charter, ['spam', 'insult']).map((one) => one.id)).toEqual(['spam', 'insult', 'off'])
  expect(quotedClauses(null)).toEqual([])
})

test('only what the machine calls harsh is blurred', () => {
  expect(isBlurred(opinion, charter)).toBe(true)
  expect(isBlurred(aSuggestion({ task: 'moderation', value: { hold: true, probability: 0.9, clauses: ['spam'] } }), charter)).toBe(false)
  expect(isBlurred(null, charter)).toBe(false)
})

describe('agrees', () => {
  const says = (hold: boolean | null) => ({ hold, probability: null, clauses: [] })
  test.each([
    ['refuse', true, true],
    ['refuse', false, false],
    ['publish', false, true],
    ['publish', true, false],
  ] as const)('%s against hold %s: %s', (decision, hold, expected) => {
    expect(agrees(decision, says(hold))).toBe(expected)
  })
  test('says nothing when one of the two does not point', () => {
    expect(agrees('doubt', says(true))).toBeNull()
    expect(agrees('refuse', says(null))).toBeNull()
    expect(agrees('publish', null)).toBeNull()
  })
})

test('the words to underline are the comment’s own, at their place', () => {
  const body = 'Quel crétin !'
  const places = quotedPlaces(opinion, 'c1', body).map(({ start, end }) => body.slice(start, end))
  expect(places).toEqual(['crétin', 'Quel '])
  expect(quotedPlaces(opinion, 'c1', 'Autre texte')).toHaveLength(1)
})

describe('the words the letter quotes', () => {
  const body = 'Quel beau crétin !'
  const long = 'Je ne suis pas d’accord. '.repeat(20)

  test('are the machine’s for a clause it quotes, the short comment otherwise, nothing of a long one', () => {
    expect(passageOf(opinion, { id: 'c1', body }, 'insult')).toBe('Quel […] crétin')
    expect(passageOf(opinion, { id: 'c1', body }, 'off')).toBe(body)
    expect(passageOf(null, { id: 'c1', body }, 'insult')).toBe(body)
    expect(passageOf(null, { id: 'c1', body: long }, 'insult')).toBe('')
  })
})

test('a parent is blurred when people refused it as harsh, or for a reason unknown; never when published', () => {
  const undecided: Comment = {
    id: 'p',
    article: null,
    parent: null,
    author: null,
    body: 'x',
    lang: 'fr',
    date: null,
    label: null,
    decision: null,
    clause: null,
    hash: '',
    masked: 0,
    importedAt: '',
    decided: null,
  }
  const decided = (decision: 'publish' | 'refuse' | 'doubt', on: string | null) => ({
    ...undecided,
    decided: { decision, clause: on, publicReason: '', note: '', by: 'me', at: '', entry: '' },
  })
  const blurred = (comment: Comment) => harshParents([comment], charter).length === 1
  expect(blurred(undecided)).toBe(false)
  expect(blurred(decided('refuse', 'insult'))).toBe(true)
  expect(blurred(decided('refuse', 'spam'))).toBe(false)
  expect(blurred(decided('refuse', null))).toBe(true)
  expect(blurred(decided('publish', null))).toBe(false)
  expect(blurred(decided('doubt', null))).toBe(false)
  expect(blurred({ ...undecided, label: 1 })).toBe(true)
  expect(blurred({ ...undecided, decision: 'refuse', clause: 'off' })).toBe(false)
  expect(blurred({ ...decided('publish', null), label: 1 }), 'the decision taken here counts').toBe(false)
})
