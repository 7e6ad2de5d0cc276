// The two languages say the same things, with the same parameters, and French is spaced as French.
import { expect, test } from 'vitest'
import { errorCodes } from '../../../shared/domain/error.ts'
import { blockingFlags, flagCodes } from '../../../shared/domain/suggestion.ts'
import { book, setFrenchSpaces } from '../../../renderer/words/book.ts'
import { en } from '../../../renderer/words/en.ts'
import { fr } from '../../../renderer/words/fr.ts'
import { makeFormats } from '../../../renderer/words/format.ts'

function flatten(words: object, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value as object, `${prefix}${key}.`),
  )
}

// `count` may be left out: « once » says it.
const parameters = (text: string) => [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].filter((name) => name !== '{{count').toSorted()

test('English has the keys of French, with the same parameters', () => {
  const english = new Map(flatten(en))
  for (const [key, text] of flatten(fr)) {
    expect(english.has(key), key).toBe(true)
    expect(parameters(english.get(key) ?? ''), key).toEqual(parameters(text))
  }
})

test('no word is empty unless it is in both languages, and plural forms come in pairs', () => {
  const keys = new Set(flatten(fr).map(([key]) => key))
  for (const key of keys) {
    if (key.endsWith('_one')) expect(keys.has(key.replace(/_one$/, '_other')), key).toBe(true)
  }
})

test('every error code and every flag has its sentence', () => {
  for (const code of errorCodes)
    expect(book.exists(`error.${code}`, { lng: 'en' }) && book.exists(`error.${code}`, { lng: 'fr' }), code).toBe(true)
  for (const code of [...flagCodes, ...blockingFlags]) expect(book.exists(`flag.${code}`, { lng: 'fr' }), code).toBe(true)
})

test('the banned words of the newsroom are nowhere in French', () => {
  const banned = /\bsigner\b|\bregistre|non étayé|\bconcepts?\b|\brésumés?\b|\bexpériences?\b/i
  expect(flatten(fr).filter(([, text]) => banned.test(text.replace(/\{\{.*?\}\}/g, '')))).toEqual([])
})

test('French gets its no-break spaces, and a count over a million reads as a plural', () => {
  expect(setFrenchSpaces('Faire un thésaurus ? « Oui » : 97 %')).toBe('Faire un thésaurus\u202f? «\u00a0Oui\u00a0»\u00a0: 97\u00a0%')
  expect(book.getFixedT('fr')('common.articles', { count: 2_000_000 })).toMatch(/articles$/)
})

test('dates and times are the newsroom’s', () => {
  const french = makeFormats('fr')
  expect(french.date('2026-10-14T23:30:00+02:00')).toBe('14 octobre 2026')
  expect(french.date('automne')).toBe('automne')
  expect(french.date('2026-01-01')).toBe('1er janvier 2026')
  expect(french.date('2026-01-11')).toBe('11 janvier 2026')
  expect(french.fullMoment(new Date(2026, 0, 1, 9, 4).toISOString())).toBe('1er janvier 2026, 9\u00a0h\u00a004')
  expect(makeFormats('en').date('2026-01-01')).toBe('1 January 2026')
  expect(french.month('2026-10')).toBe('octobre 2026')
  expect(french.shortDay(new Date(2026, 0, 1, 0, 5).toISOString())).toBe('01/01/2026')
  expect(french.time(new Date(2026, 9, 14, 10, 42))).toBe('10\u00a0h\u00a042')
  expect(french.time(new Date(2026, 9, 14, 9, 4))).toBe('9\u00a0h\u00a004')
  expect(french.time(new Date(2026, 9, 14, 0, 5))).toBe('0\u00a0h\u00a005')
  expect(makeFormats('en').time(new Date(2026, 9, 14, 9, 4))).toBe('09:04')
  expect(french.fullMoment(new Date(2026, 9, 14, 9, 4).toISOString())).toBe('14 octobre 2026, 9\u00a0h\u00a004')
})
