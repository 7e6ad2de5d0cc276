// The difference between a machine's claim and the person's.
import { describe, expect, test } from 'vitest'
import { differWords, type DifferencePiece } from '../../../renderer/ui/word-difference.ts'

const without = (kind: DifferencePiece['kind'], pieces: readonly DifferencePiece[]) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map((piece) => piece.text)
    .join('')

const pairs: readonly [string, string][] = [
  ['Le chantier a pris six mois de retard.', 'Le chantier aurait pris six mois de retard.'],
  ['', 'Tout est nouveau'],
  ['Tout disparaît', ''],
  ['L’élu nie.', 'L’élue nie : « Jamais », dit-elle.'],
  ['a b a b a', 'b a b a b'],
  ['même texte', 'même texte'],
]

describe.each(pairs)('%j → %j', (before, after) => {
  const pieces = differWords(before, after)
  test('gives both texts back, to the character', () => {
    expect(without('added', pieces)).toBe(before)
    expect(without('removed', pieces)).toBe(after)
  })
  test('never has two pieces of a kind in a row', () => {
    for (const [index, piece] of pieces.entries()) expect(piece.kind).not.toBe(pieces[index + 1]?.kind)
  })
})

test('only the word that changed is marked', () => {
  const pieces = differWords('Le maire a menti.', 'Le maire aurait menti.')
  expect(pieces.filter((piece) => piece.kind !== 'same')).toEqual([
    { kind: 'removed', text: 'a' },
    { kind: 'added', text: 'aurait' },
  ])
})

test('words are whole: a plural is another word', () => {
  expect(differWords('un élu', 'un élus').filter((piece) => piece.kind === 'added')).toEqual([{ kind: 'added', text: 'élus' }])
})
