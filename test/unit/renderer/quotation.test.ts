// What stands inside quotation marks.
import { expect, test } from 'vitest'
import { insideMarks } from '../../../renderer/words/quotation.ts'

test.each([
  ['« Il »', 'Il', 'Il'],
  ['“Il”', 'Il', 'Il'],
  ['Le mot « digue » revient.', 'Le mot “digue” revient.', 'Le mot ‘digue’ revient.'],
  ['«\u00a0Oui\u00a0», puis «\u202fnon\u202f»', '“Oui”, puis “non”', '‘Oui’, puis ‘non’'],
  ['Sans marques', 'Sans marques', 'Sans marques'],
])('%j is set as %j in French, %j in English', (text, fr, en) => {
  expect(insideMarks(text, 'fr')).toBe(fr)
  expect(insideMarks(text, 'en')).toBe(en)
})
