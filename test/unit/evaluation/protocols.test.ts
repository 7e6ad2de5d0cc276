// Protocols: what counts as gold, as a query, as a candidate; and that nothing tested is learned.
import { describe, expect, it } from 'vitest'
import { drawSome, stratifiedFolds } from '../../../electron/core/evaluation/folds.ts'
import { referenceOf } from '../../../electron/core/evaluation/key-point-protocol.ts'
import { isCandidate, linkMetrics, withoutAnchors } from '../../../electron/core/evaluation/link-protocol.ts'
import { chooseThreshold, moderationMetrics } from '../../../electron/core/evaluation/moderation-protocol.ts'
import { dropRepeats } from '../../../electron/core/evaluation/repeats.ts'
import { goldFinder, vocabularyFromTags } from '../../../electron/core/evaluation/tag-protocol.ts'
import type { Concept } from '../../../shared/domain/vocabulary.ts'

describe('tags', () => {
  it('a vocabulary of the tags of three articles, lower-cased, under their usual spelling', () => {
    const made = vocabularyFromTags([['QGIS', 'qgis'], ['QGIS', 'rare'], ['Qgis', 'rare'], ['Rare'], []])
    expect(made.map(({ id, labels }) => [id, labels[0]!.text])).toEqual([
      ['qgis', 'QGIS'],
      ['rare', 'rare'],
    ])
    expect(vocabularyFromTags([['once', 'once', 'once']])).toEqual([])
  })
  it('names concepts by id, label or alternate, whatever the case; the retired lead to their replacement', () => {
    const concept = (id: string, more: Partial<Concept>): Concept => ({
      id,
      labels: [],
      definition: null,
      parent: null,
      active: true,
      replacedBy: null,
      ...more,
    })
    const find = goldFinder([
      concept('port', { labels: [{ lang: 'fr', text: 'Ports', kind: 'preferred' }] }),
      concept('old', { active: false, replacedBy: 'port' }),
      concept('gone', { active: false, labels: [{ lang: null, text: 'Gone', kind: 'preferred' }] }),
      concept('sea', { labels: [{ lang: null, text: 'PORT', kind: 'alternate' }] }),
    ])
    expect(['Port', 'PORTS', 'old', 'gone', 'sea', 'unknown'].map(find)).toEqual(['port', 'port', 'port', null, 'sea', null])
  })
})

describe('key points', () => {
  it('as many as the reference has points, two for running text', () => {
    expect(referenceOf('Deck.', [' One. ', '', 'Two.', 'Three.'])).toEqual({ text: 'One. Two. Three.', count: 3 })
    expect(referenceOf(' Deck. ', [])).toEqual({ text: 'Deck.', count: 2 })
    expect([referenceOf(null, null), referenceOf(' ', [''])]).toEqual([null, null])
  })
})

describe('links', () => {
  it('takes the first occurrence of each anchor out, as they stood in the original', () => {
    expect(withoutAnchors('see the report; the report again', ['the report', 'report'])).toBe('see ; the report again')
    expect(withoutAnchors('abc', ['x', ''])).toBe('abc')
    expect(withoutAnchors('here and here', ['here', 'here'])).toBe(' and here')
  })
  it('candidates are other articles of the day or before, and evergreen ones', () => {
    const source = { id: 's', date: '2020-05-02T10:00:00+02:00', kind: null }
    const target = (id: string, date: string | null, kind: string | null = null) => ({ id, date, kind })
    expect(isCandidate(source, target('s', '2019-01-01'))).toBe(false)
    expect(isCandidate(source, target('a', '2020-05-02T23:00:00+02:00'))).toBe(true)
    expect(isCandidate(source, target('a', '2020-05-03'))).toBe(false)
    expect(isCandidate(source, target('a', '2020-05-03', 'resource'))).toBe(true)
    expect(isCandidate(source, target('a', null))).toBe(false)
    expect(isCandidate({ ...source, date: null }, target('a', '2030-01-01'))).toBe(true)
  })
  it('counts gold that no ranking can hold as missed', () => {
    const metrics = linkMetrics([['a', 'b']], [new Set(['a', 'later'])], [4])
    expect(metrics).toMatchObject({ 'recall@10': 0.5, mrr: 1, p95Milliseconds: 4 })
    expect(metrics['ndcg@5']).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 12)
  })
})

describe('moderation', () => {
  const opinions = [
    { raw: 3, probability: 0.9, hold: true },
    { raw: 1, probability: 0.6, hold: null },
    { raw: -1, probability: 0.2, hold: false },
    { raw: -2, probability: 0.1, hold: false },
  ]
  const held = [true, true, false, false]
  it('ranks by raw score, decides by the threshold, tells abstentions', () => {
    const threshold = chooseThreshold(opinions, held, 'same')
    expect(threshold).toBeCloseTo(0.4, 12)
    const metrics = moderationMetrics(opinions, held, [0.4, 0.4, 0.4, 0.4])
    expect(metrics).toMatchObject({ rocAuc: 1, averagePrecision: 1, macroF1: 1, abstained: 0.25 })
    expect(metrics['ece']).toBeCloseTo((0.1 + 0.4 + 0.2 + 0.1) / 4, 12)
  })
  it('one comment without an opinion leaves the others to their probabilities', () => {
    const empty = { raw: 0, probability: null, hold: null }
    const metrics = moderationMetrics([...opinions, empty], [...held, false], [0.4, 0.4, 0.4, 0.4, 0.4])
    expect(metrics).toMatchObject({ macroF1: 1 })
    expect(chooseThreshold([...opinions, empty], [...held, false], 'same')).toBeCloseTo(0.4, 12)
  })
  it('has no calibration without probabilities, and no abstention where the system always answers', () => {
    const metrics = moderationMetrics([{ raw: 1, probability: null }], [true], [0.5])
    expect(metrics).toEqual({ rocAuc: null, averagePrecision: 1, macroF1: 0.5, ece: null })
  })
})

describe('what is learned and what is tested', () => {
  it('leaves out what is tested too, by id or by text', () => {
    const item = (id: string, text: string) => ({ id, text })
    const { kept, dropped } = dropRepeats(
      [item('1', 'a'), item('2', 'Ferme-la !'), item('3', '!?'), item('4', 'b')],
      [item('1', 'z'), item('9', 'FERME LA'), item('8', '…')],
      {
        id: (one) => one.id,
        text: (one) => one.text,
      },
    )
    expect([kept.map((one) => one.id), dropped]).toEqual([['3', '4'], 2])
  })
  it('takes ids that name unlike texts for two files’ own numbering', () => {
    const words = ['mer', 'port', 'quai', 'criée', 'phare', 'digue', 'vague', 'sable']
    const item = (id: number, at: number, more = '') => ({ id: String(id), text: `${words[at]} ${words[(at + 1) % 8]} ${at}${more}` })
    const of = { id: (one: { id: string }) => one.id, text: (one: { text: string }) => one.text }
    const train = words.map((_, at) => item(at, at))
    const numbered = train.map((_, at) => item(at, (at + 4) % 8, ' autre'))
    expect(dropRepeats(train, numbered, of).dropped).toBe(0)
    const versions = train.map((_, at) => item(at, at, ' corrigé'))
    expect(dropRepeats(train, versions, of).dropped).toBe(8)
    // One true version among the numbering still goes.
    expect(dropRepeats(train, [versions[0]!, ...numbered.slice(1)], of).kept.map((one) => one.id)).not.toContain('0')
  })
  it('deals each class evenly into folds, the same for the same seed', () => {
    const classes = Array.from({ length: 53 }, (_, at) => (at % 5 === 0 ? 1 : 0))
    const folds = stratifiedFolds(classes, 5, 0)
    expect(stratifiedFolds(classes, 5, 0)).toEqual(folds)
    expect(stratifiedFolds(classes, 5, 1)).not.toEqual(folds)
    for (let fold = 0; fold < 5; fold += 1) {
      const rows = folds.flatMap((one, row) => (one === fold ? [row] : []))
      expect(rows.length).toBeGreaterThanOrEqual(10)
      expect(rows.filter((row) => classes[row] === 1).length).toBeGreaterThanOrEqual(2)
    }
  })
  it('draws a limited part in its own order', () => {
    const drawn = drawSome([1, 2, 3, 4, 5, 6, 7, 8], 3, 0)
    expect(drawn).toHaveLength(3)
    expect(drawn.toSorted((a, b) => a - b)).toEqual(drawn)
    expect(drawSome([1, 2], 3, 0)).toEqual([1, 2])
  })
})
