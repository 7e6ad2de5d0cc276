// The hand-made scanner and the word cache against what they stand for: the expression, and stems made anew.
// It must not know the rooms that use them.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stem, stemText } from '../../../electron/core/text/stems.ts'
import { tokenize } from '../../../electron/core/text/tokens.ts'
import { createWordCache } from '../../../electron/core/text/word-cache.ts'
import { sharedData } from '../../shared-data.ts'

describe('words read by hand', () => {
  const pieces = [
    '3',
    '12',
    ',',
    '.',
    'a',
    'é',
    'e\u0301',
    '_',
    "'",
    '’',
    'ʼ',
    ' ',
    '-',
    '٣',
    '²',
    'Ⅷ',
    'ﬁ',
    '日本',
    '\u0000',
    '\n',
    'œ',
    'l',
    'qu',
  ]
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 2 }))).map((all) => all.join(''))
  // One character of two code units, and the whole text is read by the expression instead.
  it('are those of the expression, whatever the text', () => {
    fc.assert(
      fc.property(text, (one) => {
        const alone = tokenize(one).map((token) => token.text)
        expect(tokenize(`${one} 😀`).map((token) => token.text)).toEqual(alone)
      }),
      { numRuns: 4000 },
    )
  })
})

describe('the word cache', () => {
  it('finds by place what was kept, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), { maxLength: 60 }), (words) => {
        const cache = createWordCache(1000)
        const half = words.slice(0, words.length / 2)
        for (const word of half) cache.keep(word, `made of ${word}`)
        for (const word of words) {
          const found = cache.find(`<${word}>`, 1, 1 + word.length)
          expect(found).toBe(half.includes(word) ? `made of ${word}` : undefined)
        }
      }),
    )
  })
  it('grows, and forgets everything beyond its bound', () => {
    const cache = createWordCache(10_000)
    for (let at = 0; at < 10_000; at += 1) cache.keep(`w${at}`, String(at))
    expect(cache.find('w0', 0, 2)).toBe('0')
    expect(cache.find('w9999', 0, 5)).toBe('9999')
    cache.keep('one more', 'x')
    expect(cache.find('w0', 0, 2)).toBeUndefined()
    expect(cache.find('one more', 0, 8)).toBe('x')
  })
})

const archive = sharedData('geotribu-fr/articles.jsonl')
it.skipIf(archive === null)('the stems of a text are those of its tokens, one by one', () => {
  const lines = readFileSync(archive ?? '', 'utf8')
    .split('\n')
    .slice(0, 60)
  for (const line of lines.filter((one) => one !== '')) {
    const { title, body } = JSON.parse(line) as { title: string; body: string }
    const text = `${title}\n${body}`
    for (const lang of ['fr', 'en', null]) {
      const one = tokenize(text).map((token) => stem(token.text, lang))
      expect(stemText(text, lang)).toBe(one.join(' '))
    }
  }
})
