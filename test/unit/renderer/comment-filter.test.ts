// The filter of the list of comments: through the address and back, and without what makes no sense.
import { describe, expect, test } from 'vitest'
import { filterFrom, filterToQuery, noFilter, questionOf, soundFilter } from '../../../renderer/features/comments/comment-filter.ts'
import { hrefTo, readRoute } from '../../../renderer/ui/router.ts'

const through = (address: string) => {
  const { query } = readRoute(address)
  return filterFrom((key) => query.get(key))
}

describe('the filter of the comments', () => {
  test('comes back whole through a link, beside the article', () => {
    const filter = { query: 'maire & « digue »', state: 'here', verdict: 'refuse' } as const
    const address = hrefTo('comments', ['c1'], filterToQuery(filter, 'a/1'))
    expect([through(address), readRoute(address).query.get('article')]).toEqual([filter, 'a/1'])
    expect(hrefTo('comments', [], filterToQuery(noFilter, undefined))).toBe('#/comments')
  })

  test('leaves out what a hand-written address gets wrong', () => {
    expect(through('#/comments?state=maybe&verdict=hang')).toEqual(noFilter)
    expect(through('#/comments?state=waiting&verdict=refuse')).toEqual({ ...noFilter, state: 'waiting' })
    // What an older Marbre remembered.
    expect(filterFrom((key) => ({ query: 3, state: 'decided', verdict: undefined })[key])).toEqual(noFilter)
  })

  test('asks for no decision where there is none', () => {
    expect(soundFilter({ query: '', state: 'constructive', verdict: 'publish' }).verdict).toBe('')
    expect(questionOf({ query: '  ', state: 'constructive', verdict: '' }, undefined)).toEqual({})
    expect(questionOf({ query: ' port ', state: '', verdict: 'doubt' }, 'n1')).toEqual({ query: 'port', verdict: 'doubt', article: 'n1' })
  })
})
