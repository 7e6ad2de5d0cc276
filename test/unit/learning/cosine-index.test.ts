// The growing index: exact whatever the order of arrival, and after removals.
import { describe, expect, it } from 'vitest'
import { createCosineIndex } from '../../../electron/core/learning/cosine-index.ts'

const words = (text: string) => text.split(' ').map((term) => [{ term, weight: 1 }])
const texts = { a: 'pain beurre sel', b: 'pain vin fromage', c: 'pain pain pain', d: 'voile vent marée' }
const all = { limit: 10, floor: 0 }

describe('the cosine index', () => {
  it('gives 1 to the same text, nothing to a stranger, and the cosine between', () => {
    const index = createCosineIndex()
    index.put('a', words('x y'))
    index.put('b', words('z'))
    const [near] = index.nearest(words('x y'), all)
    expect(near).toMatchObject({ id: 'a', shared: ['x', 'y'] })
    expect(near!.score).toBeCloseTo(1, 10)
    // A word no text has makes the question longer: idf of x is ln(3/2)+1, of the unknown ln(3)+1.
    const [x, unknown] = [Math.log(3 / 2) + 1, Math.log(3) + 1]
    expect(index.nearest(words('x inconnu'), all)[0]!.score).toBeCloseTo((x * x) / (Math.hypot(x, x) * Math.hypot(x, unknown)), 10)
    expect(index.nearest(words('inconnu'), all)).toEqual([])
  })

  it('does not depend on the order of arrival, nor on what was removed or replaced', () => {
    const one = createCosineIndex()
    for (const [id, text] of Object.entries(texts)) one.put(id, words(text))
    const other = createCosineIndex()
    other.put('z', words('pain rassis'))
    other.put('a', words('tout autre chose'))
    for (const [id, text] of Object.entries(texts).toReversed()) other.put(id, words(text))
    other.remove('z')
    expect(other.size()).toBe(4)
    const seen = (index: typeof one) => index.nearest(words('pain sel marée'), all).map(({ id, score }) => [id, score.toFixed(9)])
    expect(seen(other)).toEqual(seen(one))
    expect(seen(one).map(([id]) => id)).toContain('d')
  })

  it('keeps the rare shared word first, the floor, the limit and the one left out', () => {
    const index = createCosineIndex()
    for (const [id, text] of Object.entries(texts)) index.put(id, words(text))
    const found = index.nearest(words('pain sel'), all)
    expect(found.find(({ id }) => id === 'a')!.shared).toEqual(['sel', 'pain'])
    expect(index.nearest(words('pain sel'), { limit: 1, floor: 0 })).toHaveLength(1)
    expect(index.nearest(words('pain sel'), { limit: 9, floor: 0.99 })).toEqual([])
    expect(index.nearest(words('pain sel'), { ...all, except: 'a' }).map(({ id }) => id)).not.toContain('a')
  })
})
