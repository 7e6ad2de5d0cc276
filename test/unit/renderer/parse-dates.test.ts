// Dates as people type them: a day, a month, a year; and what no calendar has.
import { describe, expect, test } from 'vitest'
import { readTyped } from '../../../renderer/ui/date-field.tsx'
import { parseDates, showDay } from '../../../renderer/ui/parse-dates.ts'

describe('what is typed', () => {
  test.each([
    ['5/3/2024', '2024-03-05'],
    ['05/03/24', '2024-03-05'],
    ['05/03/98', '1998-03-05'],
    ['05.03.2024', '2024-03-05'],
    ['05-03-2024', '2024-03-05'],
    ['05 03 2024', '2024-03-05'],
    ['05032024', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024-03-05T23:30:00+02:00', '2024-03-05'],
    ['1er mars 2024', '2024-03-01'],
    ['5 févr. 2024', '2024-02-05'],
    ['5 AOÛT 2024', '2024-08-05'],
    ['  5 mars  2024 ', '2024-03-05'],
    ['5 March 2024', '2024-03-05'],
    ['March 5, 2024', '2024-03-05'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is a day', (text, day) => {
    expect(parseDates(text)).toEqual({ from: day, to: day })
  })

  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['mars 2024', '2024-03-01', '2024-03-31'],
    ['févr. 2023', '2023-02-01', '2023-02-28'],
    ['February 2024', '2024-02-01', '2024-02-29'],
    ['03/2024', '2024-03-01', '2024-03-31'],
    ['2024-12', '2024-12-01', '2024-12-31'],
  ])('%s is a span', (text, from, to) => {
    expect(parseDates(text)).toEqual({ from, to })
  })

  test.each(['', 'hier', '31/02/2024', '29/02/2023', '13/2024', '00/01/2024', '99999', '12', 'brumaire 2024', '3/15/2024', '0024'])(
    '%s is no date',
    (text) => {
      expect(parseDates(text)).toBeNull()
    },
  )
})

test('the first and the last field of a range take their end of a month; a single date takes whole days only', () => {
  expect(readTyped('mars 2024', 'first')).toEqual({ day: '2024-03-01', span: { from: '2024-03-01', to: '2024-03-31' } })
  expect(readTyped('mars 2024', 'last')?.day).toBe('2024-03-31')
  expect(readTyped('mars 2024', 'day')).toBeNull()
  expect(readTyped('3/3/2024', 'day')).toEqual({ day: '2024-03-03', span: null })
  expect(readTyped('  ', 'day')).toEqual({ day: '', span: null })
})

test('a stored date is shown as a day; what is not one, as it is', () => {
  expect(showDay('2026-10-14T23:30:00+02:00')).toBe('14/10/2026')
  expect(showDay('automne')).toBe('automne')
  expect(showDay('')).toBe('')
})
