import { describe, expect, it } from 'vitest'
import { DeskError } from '../../../shared/domain/error.ts'
import { UsageError } from '../../../electron/cli/cli.ts'
import { describeFailure } from '../../../electron/cli/failure.ts'
import { listOf, wholeNumber } from '../../../electron/cli/flags.ts'
import { parseJson } from '../../../electron/cli/in-file.ts'
import { printable } from '../../../electron/cli/output.ts'
import { table } from '../../../electron/cli/table.ts'

describe('describeFailure', () => {
  it('writes what, why and the code on one line, whatever an id holds', () => {
    const failure = describeFailure(new DeskError('not-found', 'article a\nmarbre: b', 'is\u001B[2J not\there'))
    expect(failure).toMatchObject({ line: 'marbre: article a marbre: b: is [2J not here [not-found]', usage: false, unexpected: false })
  })

  it('knows the errors of the router by their parts', () => {
    const wired = Object.assign(new Error('x'), { code: 'stale', data: { what: 'output', why: 'its article changed', details: {} } })
    expect(describeFailure(wired).line).toBe('marbre: output: its article changed [stale]')
  })

  it('says nothing of an unexpected error but that there was one', () => {
    const failure = describeFailure(new TypeError('Phrase canari'))
    expect(failure).toMatchObject({ code: 'internal', unexpected: true })
    expect(failure.line).not.toContain('canari')
    expect(describeFailure(Object.assign(new Error('canari'), { code: 'EIO', data: null })).code).toBe('internal')
  })

  it('tells wrong usage apart', () => {
    expect(describeFailure(new UsageError('one of --a, --b is wanted'))).toMatchObject({ code: 'bad-input', usage: true })
  })
})

describe('text for a terminal', () => {
  it('cannot be steered by what an article holds', () => {
    expect(printable('a\u001B]0;title\u0007b\u202Ec\u009B31m\td\n')).toBe('a]0;titlebc31m\td\n')
  })

  it('keeps columns straight and cells on one line', () => {
    expect(
      table(
        ['id', 'title'],
        [
          ['long-id', 'Un\ntitre'],
          ['é', '…'],
        ],
      ),
    ).toBe('id       title\nlong-id  Un titre\né        …')
  })
})

describe('values', () => {
  it('are whole numbers in their range', () => {
    expect(wholeNumber(1)('12')).toBe(12)
    for (const wrong of ['0', '-1', '1.5', '1e3', '', ' 1', '9'.repeat(20)]) expect(() => wholeNumber(1)(wrong)).toThrow(/whole number/)
    expect(() => wholeNumber(0, 65_535)('65536')).toThrow(/0 to 65535/)
  })

  it('are lists of known words, each once', () => {
    expect(listOf(['a', 'b'])('b, a,b')).toEqual(['b', 'a'])
    for (const wrong of ['', 'c', 'a,,b']) expect(() => listOf(['a', 'b'])(wrong)).toThrow(/separated by commas/)
  })

  it('name the line where JSON breaks and quote nothing of it', () => {
    expect(parseJson('card', '\uFEFF{"a": 1}')).toEqual({ a: 1 })
    const broken = () => parseJson('card', '{\n"title": "Phrase canari",\n}')
    expect(broken).toThrow(/^card: is not JSON \(line 3\)$/)
  })
})
