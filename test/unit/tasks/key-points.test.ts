import { describe, expect, test } from 'vitest'
import { abstain, type TaskItem } from '../../../electron/core/engines/inference-engine.ts'
import { centrality, sentenceVectors } from '../../../electron/core/tasks/key-points/centrality.ts'
import { isComplete, leaning } from '../../../electron/core/tasks/key-points/sentence-quality.ts'
import { verifyKeyPoints } from '../../../electron/core/tasks/key-points/verify.ts'
import { article, propose } from './task-desk.ts'

const body = [
  'Le conseil municipal de Port-Aven a voté lundi la rénovation de la criée pour 4,2 millions d’euros.',
  'Il a aussi évoqué la question du stationnement dans le centre ancien de la ville.',
  'Photo : Marie Le Goff',
  'Les travaux de la criée commenceront en mars et dureront dix-huit mois selon la mairie.',
  'Lire aussi : La pêche en crise',
  'Les pêcheurs du port demandaient cette rénovation de la criée depuis plus de dix ans.',
  'La région financera un tiers des travaux de rénovation de la criée de Port-Aven.',
  'Le bar du coin restera ouvert pendant toute la durée du chantier municipal annoncé.',
  'Le conseil municipal de Port-Aven a voté lundi la rénovation de la criée pour 4,2 millions d’euros, on le répète.',
].join('\n\n')
const item: TaskItem = { kind: 'article', article: article({ id: 'a', title: 'La criée de Port-Aven sera rénovée', body }) }
const textsOf = (outcome: Awaited<ReturnType<typeof propose>>) => outcome.proposals.map(({ value }) => ('text' in value ? value.text : ''))

describe('key points', () => {
  test('verbatim sentences in article order, with their place and the word of the fact-lock', async () => {
    const outcome = await propose('key-points', item, {})
    expect(outcome.proposals.length).toBe(3)
    let last = -1
    for (const { value, evidence, flags } of outcome.proposals) {
      const [place] = evidence
      expect(place).toMatchObject({ kind: 'text', field: 'body', quote: 'text' in value ? value.text : '' })
      if (place?.kind === 'text') {
        expect(body.slice(place.start, place.end)).toBe(place.quote)
        expect(place.start).toBeGreaterThan(last)
        last = place.start
      }
      expect(flags.map((flag) => flag.code)).toContain('verbatim')
    }
    expect(textsOf(outcome)[0]).toContain('a voté lundi')
  })

  test('no caption, no "lire aussi", no leaning sentence, no sentence twice', async () => {
    const texts = textsOf(await propose('key-points', item, {})).join('\n')
    expect(texts).not.toMatch(/Photo|Lire aussi|^Il a aussi/mu)
    expect(texts.match(/a voté lundi/gu)).toHaveLength(1)
  })

  test('a text of two sentences is its own point', async () => {
    const short: TaskItem = {
      kind: 'article',
      article: article({
        id: 'b',
        title: 'Bref',
        body: 'La criée de Port-Aven ouvre lundi matin. Elle fermera ensuite à midi précis chaque jour.',
      }),
    }
    expect(await propose('key-points', short, {})).toEqual(abstain('too-short'))
  })

  test('an invented claim of another engine keeps its flags and never the word verbatim', () => {
    const start = body.indexOf('Le conseil')
    const quote = body.slice(start, start + 99)
    const said = {
      value: { text: 'Le conseil municipal de Port-Aven a voté la rénovation de la criée pour 9,9 millions d’euros.' },
      score: 1,
      flags: [],
      evidence: [{ kind: 'text' as const, item: 'a', field: 'body' as const, start, end: start + 99, quote }],
    }
    const [kept] = verifyKeyPoints(item, [said])
    const codes = kept!.flags.map((flag) => flag.code)
    expect(codes).not.toContain('verbatim')
    expect(codes.some((code) => code === 'number-absent' || code === 'money-changed')).toBe(true)
    expect(verifyKeyPoints(item, [{ ...said, evidence: [{ ...said.evidence[0]!, quote: 'autre chose' }] }])).toEqual([])
  })
})

describe('sentences', () => {
  test('complete ones only', () => {
    expect(isComplete('Le port de pêche rouvre ses portes lundi.')).toBe(true)
    for (const bad of [
      'Le port.',
      'le port de pêche rouvre ses portes lundi.',
      'Le port de pêche rouvre ses portes lundi',
      '« Le port de pêche rouvre ses portes lundi.',
    ])
      expect(isComplete(bad), bad).toBe(false)
  })

  test('what leans on the sentence before', () => {
    for (const bad of ['Il a démissionné.', 'Mais la mairie refuse.', 'En effet, le port ferme.', 'C’est fini.'])
      expect(leaning(bad, 'fr'), bad).toBeGreaterThan(0.5)
    expect(leaning('However, the plan failed.', 'en')).toBe(1)
    expect(leaning('La mairie refuse.', 'fr')).toBe(0)
  })

  test('LexRank: the sentence that shares most is the most central, by hand', () => {
    // b shares a word with both others, which share nothing together: b is visited every other step.
    const ranks = centrality(
      sentenceVectors([
        ['x', 'p'],
        ['x', 'y'],
        ['y', 'q'],
      ]),
      1 - 1e-9,
    )
    expect(ranks[1]).toBe(1)
    expect(ranks[0]).toBeCloseTo(ranks[2]!, 9)
  })
})
