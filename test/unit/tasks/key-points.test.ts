import { describe, expect, test } from 'vitest'
import { abstain, type TaskItem } from '../../../electron/core/engines/inference-engine.ts'
import { centrality, sentenceVectors } from '../../../electron/core/tasks/key-points/centrality.ts'
import { chooseSentences } from '../../../electron/core/tasks/key-points/choose-sentences.ts'
import { apartness, isComplete, leaning } from '../../../electron/core/tasks/key-points/sentence-quality.ts'
import { numberedSentences } from '../../../electron/core/tasks/key-points/usable-sentences.ts'
import { verifyKeyPoints } from '../../../electron/core/tasks/key-points/verify.ts'
import { isNotice } from '../../../electron/core/text/boilerplate.ts'
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
      'Courriel, Facebook, Twitter, Google, Reddit, Digg, Yahoo!',
      '1. Le port de pêche rouvre ses portes lundi.',
      'Le port de pêche rouvre sur www.port.fr ses portes lundi.',
    ])
      expect(isComplete(bad), bad).toBe(false)
  })

  test('what leans on the sentence before', () => {
    for (const bad of ['Il a démissionné.', 'Mais la mairie refuse.', 'En effet, le port ferme.', 'C’est fini.'])
      expect(leaning(bad, 'fr'), bad).toBeGreaterThan(0.5)
    expect(leaning('However, the plan failed.', 'en')).toBe(1)
    expect(leaning('La mairie refuse.', 'fr')).toBe(0)
  })

  test('degree centrality: the sentence that shares most is the most central, by hand', () => {
    // b shares a word with both others, which share nothing together: each has half of its degree.
    const ranks = centrality(
      sentenceVectors([
        ['x', 'p'],
        ['x', 'y'],
        ['y', 'q'],
      ]),
    )
    expect(ranks[1]).toBe(1)
    expect(ranks[0]).toBeCloseTo(0.5, 6)
    expect(ranks[2]).toBeCloseTo(0.5, 6)
  })

  test('a question, a call and a pointer stand apart', () => {
    for (const bad of [
      'Qui paiera la note ?',
      'Inscrivez-vous avant lundi.',
      'Register for the event today.',
      'The table below tells all.',
    ])
      expect(apartness(bad), bad).toBeGreaterThan(0.5)
    expect(apartness('The mayor signed the decree on Monday.')).toBe(0)
  })

  test('the article that speaks of itself leans on nothing', () => {
    for (const good of ['This guide explains the vote.', 'Dans cet article, la ville explique son vote.', 'Cette année, la ville vote.'])
      expect(leaning(good, good.startsWith('This') ? 'en' : 'fr'), good).toBe(0)
    expect(leaning('This is why the mayor left.', 'en')).toBe(1)
    expect(leaning('This agency has left the building.', 'en')).toBeLessThan(0.5)
  })
})

const choosable = (place: number, words: number, share: number, terms: number[], shareAfter = share) => ({
  place,
  words,
  share,
  shareAfter,
  vector: { indices: Int32Array.from(terms), values: Float32Array.from(terms, () => 1 / Math.sqrt(terms.length)) },
})

describe('choosing', () => {
  const pick = (all: ReturnType<typeof choosable>[], count: number) => chooseSentences(all, count).map(({ place }) => place)

  test('by hand: the second best is dropped where it repeats the best', () => {
    const all = [choosable(0, 20, 0.5, [1, 2]), choosable(1, 20, 0.45, [1, 2]), choosable(2, 20, 0.3, [3, 4])]
    expect(pick(all, 2)).toEqual([0, 2])
    expect(pick(all, 1)).toEqual([0])
    expect(pick(all, 9)).toEqual([0, 1, 2])
    expect(pick([], 2)).toEqual([])
  })

  test('of two that say the same share, the one of a point’s length; in article order', () => {
    // 0.3 × 50 / 57.5 = 0.26 beats 0.3 × 10 / 17.5 = 0.17 alone; at half the share it does not.
    expect(pick([choosable(0, 10, 0.3, [1]), choosable(1, 50, 0.3, [2])], 1)).toEqual([1])
    expect(pick([choosable(0, 10, 0.3, [1]), choosable(1, 50, 0.15, [2])], 1)).toEqual([0])
    expect(pick([choosable(0, 20, 0.2, [1]), choosable(4, 20, 0.4, [2])], 2)).toEqual([0, 4])
  })

  test('a sentence that leans is worth more beside the one it leans on', () => {
    const leans = choosable(1, 20, 0.2, [2], 0.4)
    const other = choosable(5, 20, 0.3, [3])
    expect(pick([choosable(0, 20, 0.5, [1]), leans, other], 2)).toEqual([0, 1])
    expect(pick([leans, other, choosable(9, 20, 0.5, [1])], 2)).toEqual([5, 9])
  })
})

describe('numbered sentences', () => {
  test('furniture is left out, the numbers run from 1, each slices back', () => {
    const text = `${body}\n\n_ **Ce texte a été publié dans le bulletin.** _\n\nAbonnez-vous à notre lettre d’information du soir.`
    const numbered = numberedSentences({ body: text, lang: 'fr' })
    expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, at) => at + 1))
    for (const { start, end, text: said } of numbered) expect(text.slice(start, end)).toBe(said)
    const all = numbered.map(({ text: said }) => said).join('\n')
    expect(all).not.toMatch(/Photo|Lire aussi|Abonnez|publié|[*_]/u)
    expect(all).toContain('La région financera un tiers')
  })

  test('marks of emphasis at the edges are no part of a sentence', () => {
    expect(numberedSentences({ body: '_ **Le port rouvre lundi.** _', lang: 'fr' })).toEqual([
      { number: 1, start: 4, end: 25, text: 'Le port rouvre lundi.' },
    ])
  })
})

describe('notices', () => {
  test('of the page, not of the subject', () => {
    for (const notice of [
      'Editor’s note: this was updated.',
      'This post was originally published on the USDS blog.',
      'This article was first published in The Conversation.',
      'Cet article a été initialement publié sur le site.',
      'Note de la rédaction : le maire a répondu.',
      'Photo by Jane Doe.',
      'By Jane Doe',
      'Click here to see the list.',
      'Follow us on Twitter.',
      'The views expressed are those of the author.',
    ])
      expect(isNotice(notice), notice).toBe(true)
    for (const news of [
      'The agency published its report on Monday.',
      'This article of the code was challenged in court by the union.',
      'Le journal a publié la photo du maire lundi.',
      'By Monday the strike had ended.',
      'Les opinions des habitants divergent sur le port.',
    ])
      expect(isNotice(news), news).toBe(false)
  })
})
