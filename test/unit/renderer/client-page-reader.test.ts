// Pages of a long list: what is asked, in what order, what is taken back, what is said meanwhile.
import { describe, expect, test } from 'vitest'
import { createPageReader, type Held, type Page } from '../../../renderer/client-page-reader.ts'
import { DeskError } from '../../../shared/domain/error.ts'

type Asked = { key: string; offset: number; signal: AbortSignal; answer: (page: Page<string>) => void; fail: () => void }

function openReader(count?: number) {
  const asked: Asked[] = []
  const said: Held<string>[] = []
  let counts = 0
  const reader = createPageReader<string>(
    (held) => said.push(held),
    () => new DeskError('internal', 'test', 'failed'),
  )
  const question = (key: string) => ({
    key,
    page: (offset: number, _limit: number, signal: AbortSignal) =>
      new Promise<Page<string>>((resolve, reject) =>
        asked.push({ key, offset, signal, answer: resolve, fail: () => reject(new Error('no')) }),
      ),
    ...(count === undefined ? {} : { count: async () => ((counts += 1), count) }),
  })
  const rows = (offset: number) => Array.from({ length: 50 }, (_, at) => `${offset + at}`)
  const answer = async (at: number, page: Partial<Page<string>> = {}) => {
    asked[at]!.answer({ total: 100_000, items: rows(asked[at]!.offset), ...page })
    await settle()
  }
  return { reader, asked, said, question, answer, counts: () => counts }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))
const offsets = (asked: readonly Asked[]) => asked.map(({ offset }) => offset)

describe('reading a long list', () => {
  test('takes back what was replaced meanwhile, and never shows its answer', async () => {
    const { reader, asked, said, question, answer } = openReader()
    for (const key of ['m', 'me', 'mer']) reader.open(question(key))
    expect(asked.map(({ key, signal }) => [key, signal.aborted])).toEqual([
      ['m', true],
      ['me', true],
      ['mer', false],
    ])
    await answer(0)
    expect(said).toEqual([])
    await answer(2, { total: 3, items: ['a', 'b', 'c'] })
    expect(said.at(-1)).toMatchObject({ key: 'mer', total: 3, counted: true })
    reader.open(question('x'))
    expect(said.at(-1)?.key, 'the last list stays').toBe('mer')
  })

  test('shows the first rows before they are counted, then how many there are', async () => {
    const { reader, said, question, answer, counts } = openReader(4_242)
    reader.open(question('a'))
    await answer(0, { total: 51, counted: false })
    expect(said.map(({ total, counted }) => [total, counted])).toEqual([
      [51, false],
      [4_242, true],
    ])
    reader.look(60, 70)
    await answer(1, { total: 101, counted: false })
    expect([said.at(-1)?.total, counts()]).toEqual([4_242, 1])
  })

  test('asks for pages, not rows, two at once, and of a list dragged along only what is in sight at last', async () => {
    const { reader, asked, question, answer } = openReader()
    reader.open(question('a'))
    await answer(0)
    for (let row = 0; row < 90_000; row += 7) reader.look(row, row + 16)
    expect(offsets(asked)).toEqual([0, 50, 100])
    await answer(1)
    await answer(2)
    expect(offsets(asked).slice(3)).toEqual([89_950, 90_000])
    await answer(3)
    await answer(4)
    // And the one after, read ahead.
    expect(offsets(asked).slice(5)).toEqual([90_050])
    await answer(5)
    expect(asked).toHaveLength(6)
  })

  test('reads the next page ahead, without a word until it comes in sight', async () => {
    const { reader, asked, said, question, answer } = openReader()
    reader.open(question('a'))
    await answer(0)
    reader.look(3, 20)
    expect(offsets(asked)).toEqual([0, 50])
    const before = said.length
    await answer(1)
    expect([said.length, reader.item(60), reader.item(120)]).toEqual([before, '60', undefined])
    reader.look(110, 120)
    await answer(2)
    expect([said.length, reader.item(120)]).toEqual([before + 1, '120'])
  })

  test('asks again what is in sight, and lets go of the rest', async () => {
    const { reader, asked, said, question, answer } = openReader()
    reader.open(question('a'))
    await answer(0)
    reader.look(210, 220)
    await answer(1)
    reader.reload()
    expect(offsets(asked)).toEqual([0, 200, 250, 200])
    expect(said.at(-1)?.pages.size, 'what is shown stays until the answer').toBe(2)
    await answer(3)
    expect([...(said.at(-1)?.pages.keys() ?? [])]).toEqual([4])
  })

  test('keeps the length it knows while the same list is asked again and counted anew; another list begins with its own', async () => {
    const { reader, asked, said, question, answer } = openReader(4_242)
    const lengths = () => said.splice(0).map(({ total, counted }) => [total, counted])
    reader.open(question('a'))
    await answer(0)
    reader.look(3_010, 3_020)
    await answer(1)
    await answer(2)
    lengths()
    reader.reload()
    expect(offsets(asked).at(-1)).toBe(3_000)
    await answer(3, { total: 3_051, counted: false })
    expect(lengths()).toEqual([
      [100_000, true],
      [4_242, true],
    ])
    reader.open(question('b'))
    await answer(asked.length - 1, { total: 51, counted: false })
    expect(lengths()).toEqual([
      [51, false],
      [4_242, true],
    ])
  })

  test('shows the first rows of a list that was empty before they are counted', async () => {
    const { reader, said, question, answer } = openReader(212)
    reader.open(question('a'))
    await answer(0, { total: 0, items: [] })
    reader.reload()
    await answer(1, { total: 51, counted: false })
    expect(said.map(({ total }) => total)).toEqual([0, 50, 212])
  })

  test('says what failed, and does not ask for ever', async () => {
    const { reader, asked, said, question, answer } = openReader()
    reader.open(question('a'))
    asked[0]!.fail()
    await settle()
    expect([said.at(-1)?.error?.code, asked.length]).toEqual(['internal', 1])
    reader.reload()
    await answer(1)
    expect([said.at(-1)?.error, said.at(-1)?.total]).toEqual([undefined, 100_000])
  })

  test('holds what is near, not the whole archive', async () => {
    const { reader, asked, said, question, answer } = openReader()
    reader.open(question('a'))
    await answer(0)
    for (let at = 1; at < 80; at += 1) {
      reader.look(at * 50, at * 50 + 10)
      for (let one = asked.length - 2; one < asked.length; one += 1) await answer(one)
    }
    expect([reader.item(79 * 50), reader.item(10)]).toEqual([String(79 * 50), undefined])
    expect(said.at(-1)?.pages.size).toBeLessThanOrEqual(40)
  })
})
