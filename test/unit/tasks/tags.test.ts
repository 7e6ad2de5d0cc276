import { describe, expect, test } from 'vitest'
import { abstain, type TaskItem } from '../../../electron/core/engines/inference-engine.ts'
import { labelMatcher } from '../../../electron/core/tasks/tags/label-matcher.ts'
import { trainTagger } from '../../../electron/core/tasks/tags/train-tagger.ts'
import { verifyTags } from '../../../electron/core/tasks/tags/verify.ts'
import { vocabularyLock } from '../../../electron/core/tasks/tags/vocabulary-lock.ts'
import { article, concept, propose, sha256, stamp } from './task-desk.ts'

const concepts = [
  concept('peche', ['pêche', 'pêcheurs']),
  concept('conseil', ['conseil municipal']),
  concept('conseiller', ['conseil']),
  concept('sens', ['Sens']),
  concept('sncf', ['SNCF']),
  concept('hopital', ['hôpital', 'CHU']),
  concept('ancien', ['criée'], { active: false, replacedBy: 'port' }),
  concept('port', ['port']),
]
const item = (fields: Parameters<typeof article>[0]): TaskItem => ({ kind: 'article', article: article(fields) })
const idsOf = (outcome: Awaited<ReturnType<typeof propose>>) =>
  outcome.proposals.map(({ value }) => ('concept' in value ? value.concept : ''))

describe('label match', () => {
  const find = (text: string) =>
    labelMatcher(concepts)
      .find(text, 'fr')
      .map(({ form, start, end }) => `${form.concept}:${text.slice(start, end)}`)

  test('the longest label wins, stems and accents do not matter', () => {
    expect(find('Au conseil municipal, les hopitaux et les Pêcheurs.')).toEqual([
      'conseil:conseil municipal',
      'hopital:hopitaux',
      'peche:Pêcheurs',
    ])
  })

  test('homonyms: a town is not a word, initials are not letters', () => {
    expect(find('Le sens de la marche, dans tous les sens.')).toEqual([])
    expect(find('La gare de Sens et la SNCF.')).toEqual(['sens:Sens', 'sncf:SNCF'])
    expect(find('LA SNCF À SENS')).toEqual(['sncf:SNCF', 'sens:SENS'])
  })

  test('a bracket in a label says the word alone is ambiguous', () => {
    const [hit] = labelMatcher([concept('m', ['Mercure (planète)'])]).find('Mercure passe', 'fr')
    expect(hit).toMatchObject({ start: 0, end: 7, form: { trust: 0.3 } })
  })
})

describe('tags without training', () => {
  const port = item({ id: 'a', title: 'La pêche reprend au port', body: 'Le conseil municipal a voté. La pêche repart, dit la SNCF.' })

  test('labels of the list only, the title first, with their words', async () => {
    const outcome = await propose('tags', port, { concepts })
    expect(idsOf(outcome)[0]).toBe('peche')
    expect(idsOf(outcome).sort()).toEqual(['conseil', 'peche', 'port', 'sncf'])
    for (const { evidence } of outcome.proposals) {
      expect(evidence.length).toBeGreaterThan(0)
      for (const one of evidence)
        if (one.kind === 'text' && port.kind === 'article' && one.field !== 'parent')
          expect(port.article[one.field].slice(one.start, one.end)).toBe(one.quote)
    }
  })

  test('says why there is nothing', async () => {
    expect(await propose('tags', port, { concepts: [] })).toEqual(abstain('no-vocabulary'))
    expect(await propose('tags', item({ id: 'b', title: 'Rien', body: 'Rien du tout.' }), { concepts })).toEqual(abstain('nothing-found'))
    expect(await propose('tags', item({ id: 'b' }), { concepts })).toEqual(abstain('empty-text'))
  })
})

describe('the vocabulary lock', () => {
  const found = { lock: vocabularyLock(concepts), article: article({ id: 'a', title: 'La criée du port', body: '' }) }
  const said = (id: string, start = 3, quote = 'criée') => ({
    value: { concept: id, label: 'n’importe quoi' },
    score: 1,
    evidence: [{ kind: 'text' as const, item: 'a', field: 'title' as const, start, end: start + quote.length, quote }],
    flags: [],
  })

  test('whatever a model says, nothing outside the list passes, and old concepts lead to new ones', () => {
    const kept = verifyTags(item({ id: 'a' }), [said('inventé'), said('ancien'), said('port'), said('__proto__')], found)
    expect(kept.map(({ value }) => value)).toEqual([{ concept: 'port', label: 'port' }])
  })

  test('a false quotation is no evidence, and no evidence is no tag', () => {
    expect(verifyTags(item({ id: 'a' }), [said('port', 4)], found)).toEqual([])
  })

  test('a loop of replacements ends', () => {
    const loop = vocabularyLock([
      concept('x', ['x'], { active: false, replacedBy: 'y' }),
      concept('y', ['y'], { active: false, replacedBy: 'x' }),
    ])
    expect(loop.resolve('x')).toBeNull()
  })

  test('labels name concepts whatever the case; a shared one names nobody', () => {
    const lock = vocabularyLock([...concepts, concept('autre', ['Autre', 'CHU'])])
    expect([lock.named('Pêche'), lock.named('CRIÉE'), lock.named('chu'), lock.named('inconnu')]).toEqual(['peche', 'port', null, null])
  })
})

describe('a trained tagger', () => {
  const stories = [
    { tag: 'pêche', words: ['chalutier', 'filets', 'quota', 'bar', 'soles', 'marins'] },
    { tag: 'hôpital', words: ['soignants', 'urgences', 'lits', 'patients', 'chirurgie', 'infirmières'] },
  ]
  const examples = Array.from({ length: 40 }, (_, at) => {
    const { tag, words } = stories[at % 2]!
    const text = [0, 1, 2, 3].map((offset) => words[(at + offset) % 6]).join(' ')
    return {
      id: `e${at}`,
      lang: 'fr',
      title: `Des nouvelles ${at}`,
      body: `On parle de ${text} aujourd’hui.`,
      date: `2025-01-${String(1 + (at % 28)).padStart(2, '0')}`,
      tags: [tag, 'hors liste'],
    }
  })
  const tagger = trainTagger({ examples, concepts }, stamp, sha256)!

  test('finds the tag where no label stands, shows neighbours and words, and is the same twice', async () => {
    const target = item({
      id: 'e0',
      title: 'Colère',
      body: 'Le chalutier rentre, filets vides : le quota de soles est atteint, disent les marins.',
    })
    const outcome = await propose('tags', target, { concepts, models: { tagger } })
    expect(idsOf(outcome)).toEqual(['peche'])
    const [first] = outcome.proposals
    expect(first!.evidence.map((one) => one.kind)).toEqual(expect.arrayContaining(['text', 'neighbour']))
    // The article itself is among the examples and must not vote for itself.
    expect(first!.evidence).not.toContainEqual(expect.objectContaining({ kind: 'neighbour', article: 'e0' }))
    expect(await propose('tags', target, { concepts, models: { tagger } })).toEqual(outcome)
    expect(trainTagger({ examples, concepts }, stamp, sha256)).toEqual(tagger)
  })

  test('a concept retired after training does not come back', async () => {
    const retired = concepts.map((one) => (one.id === 'peche' ? { ...one, active: false } : one))
    const target = item({ id: 'n', title: 'Colère', body: 'Le chalutier rentre, filets vides : quota de soles atteint.' })
    expect(idsOf(await propose('tags', target, { concepts: retired, models: { tagger } }))).not.toContain('peche')
  })

  test('too few examples make no model', () => {
    expect(trainTagger({ examples: examples.slice(0, 4), concepts }, stamp, sha256)).toBeNull()
  })
})
