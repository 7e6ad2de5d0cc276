// The thesaurus as rows.
import { describe, expect, test } from 'vitest'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import {
  below,
  foldText,
  indexTree,
  matchIn,
  searchRows,
  treeRows,
  type ConceptRow,
} from '../../../renderer/features/vocabulary/concept-tree.ts'

const concept = (id: string, label: string, parent: string | null = null, alternate?: string) => ({
  concept: {
    id,
    labels: [
      { lang: 'fr', text: label, kind: 'preferred' },
      ...(alternate === undefined ? [] : [{ lang: 'fr', text: alternate, kind: 'alternate' } as const]),
    ],
    definition: null,
    parent,
    active: true,
    replacedBy: null,
  } satisfies Concept,
  articles: 1,
})
const shape = (rows: readonly ConceptRow[]) => rows.map((row) => `${'  '.repeat(row.depth)}${row.concept.id}${row.hit ? '' : ' (above)'}`)
const few = [concept('port', 'Port', 'mer'), concept('mer', 'Mer'), concept('ete', 'Été'), concept('digue', 'Digue', 'port', 'Brise-lames')]
const index = indexTree(few, 'fr')

describe('treeRows', () => {
  test('roots in the order of the language, accents aside, children under them', () => {
    expect(shape(treeRows(index, new Set()))).toEqual(['ete', 'mer', '  port', '    digue'])
  })
  test('a folded tag hides all that hangs on it, and still counts its children', () => {
    const rows = treeRows(index, new Set(['mer']))
    expect(shape(rows)).toEqual(['ete', 'mer'])
    expect(rows[1]).toMatchObject({ children: 1, place: 2, of: 2 })
  })
  test('a parent that is missing, oneself or in a circle loses nobody, nor what hangs on a circle', () => {
    const odd = [
      concept('a', 'A', 'b'),
      concept('b', 'B', 'a'),
      concept('c', 'C', 'c'),
      concept('d', 'D', 'nowhere'),
      concept('e', 'E', 'a'),
    ]
    expect(shape(treeRows(indexTree(odd, 'fr'), new Set()))).toEqual(['a', '  e', 'b', 'c', 'd'])
  })
})

describe('searchRows', () => {
  test('finds without accents or capitals', () => {
    expect(shape(searchRows(index, 'ETE'))).toEqual(['ete'])
    expect(foldText(' Éte\u0301 ')).toBe('ete')
  })
  test('shows where a match stands, and which alternate was matched', () => {
    const rows = searchRows(index, 'brise')
    expect(shape(rows)).toEqual(['mer (above)', '  port (above)', '    digue'])
    expect(rows[2]).toMatchObject({ label: 'Digue', matched: 'Brise-lames' })
  })
  test('a label that matches needs no other explanation', () => {
    expect(searchRows(index, 'digue').at(-1)?.matched).toBeNull()
  })
  test('keeps what a filter lets through: retired, without definition, never used', () => {
    const mixed = few.map((one) => ({
      articles: one.concept.id === 'ete' ? 0 : 1,
      concept: { ...one.concept, active: one.concept.id !== 'port', definition: one.concept.id === 'mer' ? 'Eau salée.' : null },
    }))
    const tree = indexTree(mixed, 'fr')
    expect(shape(searchRows(tree, '', 'retired'))).toEqual(['mer (above)', '  port'])
    expect(shape(searchRows(tree, '', 'unused'))).toEqual(['ete'])
    expect(shape(searchRows(tree, '', 'undefined'))).toEqual(['ete', 'mer (above)', '  port (above)', '    digue'])
    expect(shape(searchRows(tree, 'dig', 'retired'))).toEqual([])
  })
})

test('all that stands under a tag', () => expect([...below(index, 'mer')]).toEqual(['port', 'digue']))

test.each([
  ['Été indien', 'ete', 'Été'],
  ['L’été', 'ETE', 'été'],
  ['Pe\u0302che', 'pech', 'Pêch'],
  ['Pêche', 'rien', null],
  ['Pêche', '  ', null],
])('in %j, %j stands at %j', (label, typed, words) => {
  const found = matchIn(label, typed)
  expect(found && label.normalize('NFC').slice(found.start, found.end)).toBe(words)
})
