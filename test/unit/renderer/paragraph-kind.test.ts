// A body set as it was written: headings, lists, tables, code, and prose left alone.
import { expect, test } from 'vitest'
import { headingMarks, paragraphKinds } from '../../../renderer/ui/paragraph-kind.ts'

test.each([
  ['## Le vote', 'heading'],
  ['#pêche et #port dans la même phrase', 'text'],
  ['- un\n- deux', 'list'],
  ['1. Le maire arrive.\n2. Il parle.', 'list'],
  ['– Oui, dit-il.\n– Non, dit-elle.', 'list'],
  ['2024. Une année comme une autre.', 'text'],
  ['> Une citation.', 'quote'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'table'],
  ['| une seule ligne |', 'text'],
  ['    x = 1\n    y = 2', 'code'],
  ['Un paragraphe\nsur deux lignes.', 'text'],
] as const)('%j is %s', (text, kind) => {
  expect(paragraphKinds([text])).toEqual([kind])
})

test('code between fences holds blank lines', () => {
  expect(paragraphKinds(['```sql\nSELECT 1;', '## pas un titre', 'FROM a;\n```', 'De la prose.'])).toEqual(['code', 'code', 'code', 'text'])
  expect(paragraphKinds(['```\nx\n```', 'De la prose.'])).toEqual(['code', 'text'])
})

test('the marks of a heading are not its words', () => {
  expect('### Le vote'.slice(headingMarks('### Le vote'))).toBe('Le vote')
  expect(headingMarks('Le vote')).toBe(0)
})
