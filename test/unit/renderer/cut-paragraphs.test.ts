// Lit passages over a body: offsets stay those of the body, whatever the paragraphs and the overlaps.
import { expect, test } from 'vitest'
import { cutParagraphs } from '../../../renderer/ui/cut-paragraphs.ts'

const body = 'Un deux trois.\n\nQuatre cinq.\n \nSix.'

test('pieces put end to end give each paragraph back, at its place in the body', () => {
  const paragraphs = cutParagraphs(body, [
    { id: 'a', start: 3, end: 7 },
    { id: 'b', start: 5, end: 13 },
  ])
  expect(paragraphs.map((pieces) => pieces.map((piece) => piece.text).join(''))).toEqual(['Un deux trois.', 'Quatre cinq.', 'Six.'])
  for (const piece of paragraphs.flat()) expect(body.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text)
})

test('overlapping lights share a piece, and each ends once', () => {
  const pieces = cutParagraphs(body, [
    { id: 'a', start: 3, end: 7 },
    { id: 'b', start: 5, end: 13 },
  ])[0]
  expect(pieces?.map((piece) => [piece.text, piece.lit.map((lit) => lit.id)])).toEqual([
    ['Un ', []],
    ['de', ['a']],
    ['ux', ['a', 'b']],
    [' trois', ['b']],
    ['.', []],
  ])
  expect(pieces?.flatMap((piece) => piece.ending.map((lit) => lit.id))).toEqual(['a', 'b'])
})

test('a light across two paragraphs is called once, after the second', () => {
  const paragraphs = cutParagraphs(body, [{ id: 'a', start: 8, end: 22 }])
  expect(paragraphs.map((pieces) => pieces.filter((piece) => piece.lit.length > 0).map((piece) => piece.text))).toEqual([
    ['trois.'],
    ['Quatre'],
    [],
  ])
  expect(paragraphs.flat().flatMap((piece) => piece.ending)).toHaveLength(1)
})

test('places outside the body light nothing', () => {
  const pieces = cutParagraphs(body, [{ id: 'a', start: 900, end: 950 }]).flat()
  expect(pieces.every((piece) => piece.lit.length === 0)).toBe(true)
})
