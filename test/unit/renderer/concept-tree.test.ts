// The thesaurus as rows.
import { describe, expect, test } from 'vitest'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { foldText, searchRows, treeRows } from '../../../renderer/features/vocabulary/concept-tree.ts'

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
const shape = (rows: ReturnType<typeof treeRows>) => rows.map((row) => `${'  '.repeat(row.depth)}${row.concept.id}`)
const few = [concept('port', 'Port', 'mer'), concept('mer', 'Mer'), concept('ete', 'Été'), concept('digue', 'Digue', 'port', 'Brise-lames')]

describe('treeRows', () => {
  test('roots in the order of the language, accents aside, children under them', () => {
    expect(shape(treeRows(few, new Set(), 'fr'))).toEqual(['ete', 'mer', '  port', '    digue'])
  })
  test('a folded tag hides all that hangs on it, and still counts its children', () => {
    const rows = treeRows(few, new Set(['mer']), 'fr')
    expect(shape(rows)).toEqual(['ete', 'mer'])
    expect(rows[1]?.children).toBe(1)
  })
  test('a parent that is missing, oneself or in a circle loses nobody', () => {
    const odd = [concept('a', 'A', 'b'), concept('b', 'B', 'a'), concept('c', 'C', 'c'), concept('d', 'D', 'nowhere')]
    const ids = treeRows(odd, new Set(), 'fr').map((row) => row.concept.id)
    expect(ids.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('searchRows', () => {
  test('finds without accents or capitals', () => {
    expect(searchRows(few, 'ETE', 'fr').map((row) => row.concept.id)).toEqual(['ete'])
    expect(foldText(' Éte\u0301 ')).toBe('ete')
  })
  test('says which alternate was matched', () => {
    expect(searchRows(few, 'brise', 'fr')).toMatchObject([{ label: 'Digue', matched: 'Brise-lames' }])
  })
  test('a label that matches needs no other explanation', () => {
    expect(searchRows(few, 'digue', 'fr')[0]?.matched).toBeNull()
  })
})
