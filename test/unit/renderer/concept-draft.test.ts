// A tag while somebody edits it.
import { expect, test } from 'vitest'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import {
  conceptOf,
  draftConcept,
  idFromLabel,
  languagesOf,
  newDraft,
  typedAlternate,
  wholeAlternates,
  withAlternate,
  withoutAlternate,
} from '../../../renderer/features/vocabulary/concept-draft.ts'

const concept: Concept = {
  id: 'digue',
  labels: [
    { lang: 'fr', text: 'Digue', kind: 'preferred' },
    { lang: 'fr', text: 'Jetée', kind: 'alternate' },
    { lang: 'fr', text: 'Brise-lames', kind: 'alternate' },
    { lang: 'br', text: 'Chaoser', kind: 'preferred' },
    { lang: null, text: 'DIG', kind: 'alternate' },
  ],
  definition: 'Ouvrage contre la mer.',
  parent: 'port',
  active: true,
  replacedBy: null,
}

test('a concept opened and saved untouched loses none of its labels', () => {
  const saved = conceptOf(draftConcept(concept))
  expect({ ...saved, labels: saved.labels.toSorted(byText) }).toEqual({ ...concept, labels: concept.labels.toSorted(byText) })
})

test('French and English are always offered, other languages when the tag has them', () => {
  expect(languagesOf(draftConcept(concept))).toEqual(['fr', 'en', 'br', ''])
  expect(languagesOf(newDraft('Digue', 'fr'))).toEqual(['fr', 'en'])
})

test('a second preferred label of a language is kept as an alternate', () => {
  const twice = draftConcept({ ...concept, labels: [concept.labels[0]!, { lang: 'fr', text: 'Levée', kind: 'preferred' }] })
  expect(conceptOf(twice).labels).toEqual([
    { lang: 'fr', text: 'Digue', kind: 'preferred' },
    { lang: 'fr', text: 'Levée', kind: 'alternate' },
  ])
})

test('blank labels and lines are dropped', () => {
  const saved = conceptOf({ ...newDraft('  ', 'fr'), alternates: { en: ' \n Dyke \n\n' } })
  expect(saved.labels).toEqual([{ lang: 'en', text: 'Dyke', kind: 'alternate' }])
})

test('a name being typed is kept apart until it is entered, once, and saved with the rest', () => {
  const value = `${draftConcept(concept).alternates['fr'] ?? ''}Mol`
  expect([wholeAlternates(value), typedAlternate(value)]).toEqual([['Jetée', 'Brise-lames'], 'Mol'])
  expect(conceptOf({ ...draftConcept(concept), alternates: { fr: value } }).labels.map((label) => label.text)).toContain('Mol')
  const entered = withAlternate(`${value}e `)
  expect([wholeAlternates(entered), typedAlternate(entered)]).toEqual([['Jetée', 'Brise-lames', 'Mole'], ''])
  expect(withAlternate(`${entered}Jetée`)).toBe(entered)
  expect(wholeAlternates(withoutAlternate(entered, 'Jetée'))).toEqual(['Brise-lames', 'Mole'])
})

test('a tag in use gives way to none', () => {
  const draft = { ...draftConcept(concept), replacedBy: 'jetee' }
  expect(conceptOf(draft).replacedBy).toBeNull()
  expect(conceptOf({ ...draft, active: false }).replacedBy).toBe('jetee')
})

test.each([
  ['Élection présidentielle 2027', 'election-presidentielle-2027'],
  ['  C’est l’été !  ', 'c-est-l-ete'],
  ['Œuvre', 'œuvre'],
  ['!!', ''],
])('%j has the id %j', (label, id) => expect(idFromLabel(label)).toBe(id))

function byText(a: { text: string }, b: { text: string }): number {
  return a.text.localeCompare(b.text)
}
