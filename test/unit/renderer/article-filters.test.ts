// The filter in the address, the lines of the health sheet, the honest time left, the report of what was skipped.
import { describe, expect, test } from 'vitest'
import type { CorpusHealth } from '../../../shared/domain/article.ts'
import { activeParts, filterFrom, filterName, filterToQuery } from '../../../renderer/features/articles/filter-address.ts'
import { adviceOf, dateLines, facetLines, lengthFilter } from '../../../renderer/features/articles/health-lines.ts'
import { mapColumn, unusedColumns } from '../../../renderer/features/articles/import-state.ts'
import { toCsv, toTabs } from '../../../renderer/features/articles/rejections-csv.ts'
import { secondsLeft, withSample, type Sample } from '../../../renderer/features/articles/time-left.ts'
import { hrefTo, readRoute } from '../../../renderer/ui/router.ts'

describe('the filter in the address', () => {
  test('comes back whole through a link', () => {
    const filter = {
      query: 'digue & « port »',
      section: 'Mer/Littoral',
      rights: 'agency',
      tag: 'pêche',
      from: '2024-01-01',
      to: '2024-12-31',
      aiUse: false,
      missing: 'authors',
      lengthFrom: 500,
      lengthTo: 1000,
    } as const
    const { screen, query } = readRoute(hrefTo('articles', [], filterToQuery(filter)))
    expect([screen, filterFrom(query)]).toEqual(['articles', filter])
  })

  test('leaves out what a hand-written address gets wrong, and what is empty', () => {
    expect(filterFrom(new URLSearchParams('rights=mine&from=hier&to=2024-02-01&lang=&sheet=x'))).toEqual({ to: '2024-02-01' })
    expect(filterFrom(new URLSearchParams('missing=body&aiUse=perhaps&lengthFrom=-1&lengthTo=1e3'))).toEqual({})
    expect(activeParts({ aiUse: false, lengthFrom: 0, query: ' ' })).toEqual([
      { key: 'aiUse', value: 'false' },
      { key: 'lengthFrom', value: '0' },
    ])
    expect(filterName({ query: '  ' })).toBe(filterName({}))
    expect(filterName({ lang: 'fr', query: 'a' })).toBe(filterName({ query: 'a', lang: 'fr' }))
  })
})

describe('the health sheet', () => {
  const facets = (...pairs: [string | null, number][]) => pairs.map(([value, count]) => ({ value, count }))

  test('draws months over a short span, empty ones too, each opening its own days', () => {
    const { unit, lines } = dateLines({
      years: facets([null, 2], ['2023', 1], ['2024', 3]),
      months: facets([null, 2], ['2023-11', 1], ['2024-02', 3]),
    })
    expect(unit).toBe('month')
    expect(lines.map(({ id, count }) => [id, count])).toEqual([
      ['2023-11', 1],
      ['2023-12', 0],
      ['2024-01', 0],
      ['2024-02', 3],
    ])
    expect(lines[3]?.filter).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  })

  test('draws years over a long span, and skips the empty ones of a century', () => {
    const long = dateLines({ years: facets(['2008', 1], ['2011', 2]), months: facets(['2008-01', 1], ['2011-05', 2]) })
    expect([long.unit, long.lines.map(({ id }) => id)]).toEqual(['year', ['2008', '2009', '2010', '2011']])
    const century = dateLines({ years: facets(['1890', 1], ['2011', 2]), months: [] })
    expect(century.lines.map(({ id }) => id)).toEqual(['1890', '2011'])
    expect(dateLines({ years: facets([null, 4]), months: facets([null, 4]) }).lines).toEqual([])
  })

  test('speaks only of what is missing', () => {
    const whole: CorpusHealth = {
      articles: 3,
      comments: 0,
      closed: 0,
      languages: [],
      sections: [],
      years: [],
      months: [],
      rights: facets(['own', 3]),
      lengths: [{ upTo: 500, count: 0 }],
      missing: { title: 0, date: 0, section: 0, authors: 0, tags: 0, lang: 0 },
    }
    expect(adviceOf(whole)).toEqual([])
    const holed = { ...whole, rights: facets(['unknown', 2]), missing: { ...whole.missing, date: 1 } }
    expect(adviceOf(holed)).toEqual([
      { key: 'unknown', count: 2, filter: { rights: 'unknown' } },
      { key: 'date', count: 1, filter: { missing: 'date' } },
    ])
  })

  test('opens the list of what is empty, closed or short', () => {
    expect(facetLines(facets(['fr', 2], [null, 1]), 'lang').map(({ filter }) => filter)).toEqual([{ lang: 'fr' }, { missing: 'lang' }])
    const lengths = [500, 1000, null].map((upTo) => ({ upTo, count: 1 }))
    expect(lengths.map((_, index) => lengthFilter(lengths, index))).toEqual([
      { lengthTo: 500 },
      { lengthFrom: 500, lengthTo: 1000 },
      { lengthFrom: 1000 },
    ])
  })
})

describe('the time left', () => {
  const steady = (count: number, step: number, bytes: number): readonly Sample[] =>
    Array.from({ length: count }, (_, index) => ({ at: index * step, bytes: index * bytes }))

  test('is not said before enough is known', () => {
    expect(secondsLeft([], 1000)).toBeNull()
    expect(secondsLeft(steady(4, 1000, 10), 1000)).toBeNull()
    expect(secondsLeft(steady(20, 50, 10), 1000), 'less than two seconds').toBeNull()
  })

  test('follows the median, so that one hiccup changes nothing', () => {
    const even = steady(9, 500, 1000)
    expect(secondsLeft(even, 28_000)).toBeCloseTo(10)
    const hiccup = even.map((sample, index) => (index < 5 ? sample : { ...sample, at: sample.at + 20_000 }))
    expect(secondsLeft(hiccup, 28_000)).toBeCloseTo(10)
  })

  test('falls back on the mean when bytes come in rare blocks, and says nothing when nothing moves', () => {
    const blocks = Array.from({ length: 13 }, (_, index) => ({ at: index * 250, bytes: Math.floor(index / 4) * 1000 }))
    expect(secondsLeft(blocks, 6000)).toBeCloseTo(3)
    expect(secondsLeft(steady(13, 250, 0), 6000)).toBeNull()
    expect(secondsLeft(steady(9, 500, 1000), 8000), 'all is read').toBeNull()
  })

  test('a new reading starts afresh', () => {
    expect(withSample(steady(5, 500, 1000), { at: 9000, bytes: 10 })).toEqual([{ at: 9000, bytes: 10 }])
  })
})

describe('the report of what was skipped', () => {
  test('runs no formula in a spreadsheet, and keeps its columns', () => {
    const rows = [['=cmd()', 'ligne 2', 'a "b"; c']]
    expect(toCsv(rows)).toBe('\ufeff"\'=cmd()";"ligne 2";"a ""b""; c"\r\n')
    expect(toTabs([['a\tb', 'c\nd']])).toBe('a b\tc d')
  })
})

test('a column set to none stays none; what feeds nothing is known', () => {
  const map = mapColumn({ title: 'accroche', body: 'texte' }, 'title', '')
  expect(map).toEqual({ title: '', body: 'texte' })
  expect(unusedColumns(['accroche', 'texte', 'prix'], map)).toEqual(['accroche', 'prix'])
})
