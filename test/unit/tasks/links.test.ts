import { describe, expect, test } from 'vitest'
import { abstain, type TaskItem } from '../../../electron/core/engines/inference-engine.ts'
import { findAnchor } from '../../../electron/core/tasks/links/anchor.ts'
import { searchRelated } from '../../../electron/core/tasks/links/candidates.ts'
import { profileOf } from '../../../electron/core/tasks/links/link-profile.ts'
import { learnLsa, lsaTerms, lsaVector, readLsa, trainLsa, type Lsa } from '../../../electron/core/tasks/links/lsa-model.ts'
import { dayOf, mayLink } from '../../../electron/core/tasks/links/may-link.ts'
import { passagesOf } from '../../../electron/core/tasks/links/passages.ts'
import { decodeProfile, encodeProfile } from '../../../electron/core/tasks/links/profile-bytes.ts'
import { relate } from '../../../electron/core/tasks/links/relate.ts'
import { tellingTerms } from '../../../electron/core/tasks/links/telling-terms.ts'
import { verifyLinks } from '../../../electron/core/tasks/links/verify.ts'
import { builtinEngine } from '../../../electron/core/tasks/builtin-engine.ts'
import { seededRandom } from '../../../electron/core/learning/random.ts'
import { isWeakAnchor } from '../../../electron/core/tasks/links/weak-anchor.ts'
import { cosine } from '../../../electron/core/learning/truncated-svd.ts'
import { article, propose, sha256, stamp, taskPorts } from './task-desk.ts'

const old = (id: string, title: string, body: string, fields = {}) => article({ id, title, body, date: '2026-01-10', ...fields })
const criee = 'La criée de Port-Aven attend sa rénovation depuis dix ans, et les mareyeurs du bassin s’impatientent.'
const fillers = Array.from({ length: 24 }, (_, at) =>
  old(`f${at}`, `Le club de sport numéro ${at}`, `Le match numéro ${at} a été gagné par l’équipe locale devant ${at} spectateurs.`),
)
const archive = [
  old('criee', 'La criée de Port-Aven en attente de rénovation', criee),
  old('futur', 'La criée de Port-Aven rénovée', criee, { date: '2026-09-01' }),
  old('relaxe', 'La criée de Port-Aven et son ancien directeur', criee, { doNotLink: { reason: 'acquittal' } }),
  old('embargo', 'Criée de Port-Aven : les chiffres', criee, { embargo: '2026-12-01T06:00:00Z' }),
  old('guide', 'Comprendre une criée', 'Une criée est le marché où les mareyeurs achètent le poisson au port, à la baisse.', {
    date: '2027-01-01',
    kind: 'resource',
  }),
  ...fillers,
]
const source = article({
  id: 's',
  title: 'Le conseil vote la rénovation de la criée',
  body: 'La rénovation de la criée\n\nLundi, le conseil a voté pour la rénovation de la criée de Port-Aven, attendue par les mareyeurs. « La rénovation de la criée de Port-Aven est vitale », dit un mareyeur.',
  date: '2026-03-01',
})
const item: TaskItem = { kind: 'article', article: source }
const lsa = trainLsa(archive, stamp, sha256)!
const targets = (outcome: Awaited<ReturnType<typeof propose>>) =>
  outcome.proposals.map(({ value }) => ('article' in value ? value.article : ''))

describe.each([
  ['with the latent model', { lsa }],
  ['with full text alone', {}],
])('links %s', (_, models) => {
  test('earlier or evergreen, never barred, never itself; the words that carry it stand in the sentence', async () => {
    const outcome = await propose('links', item, { articles: [...archive, source], models })
    expect(targets(outcome)).toContain('criee')
    for (const barred of ['futur', 'relaxe', 'embargo', 's']) expect(targets(outcome)).not.toContain(barred)
    const first = outcome.proposals.find(({ value }) => 'article' in value && value.article === 'criee')!
    const { anchor } = first.value as { anchor: { start: number; end: number; quote: string } | null }
    expect(source.body.slice(anchor!.start, anchor!.end)).toBe(anchor!.quote)
    expect(anchor!.quote).toBe('rénovation de la criée de Port-Aven')
    expect(anchor!.start).toBeGreaterThan(source.body.indexOf('Lundi'))
    expect(anchor!.end).toBeLessThan(source.body.indexOf('«'))
    expect(first.evidence.length).toBeGreaterThan(0)
  })

  test('the same text again is no link', async () => {
    const again = { ...source, id: 'copie', title: 'Autre titre', date: '2026-02-01' }
    expect(targets(await propose('links', item, { articles: [...archive, again], models }))).not.toContain('copie')
  })
})

test('under embargo nothing is prepared, and an empty archive is said', async () => {
  expect(
    await propose('links', { kind: 'article', article: { ...source, doNotLink: { reason: 'embargo' } } }, { articles: archive }),
  ).toEqual(abstain('embargo'))
  expect(await propose('links', item, {})).toEqual(abstain('nothing-found'))
})

test('a target of any engine must be on the checked list, its anchor real', () => {
  const target = archive[0]!
  const evidence = [{ kind: 'text' as const, item: 's', field: 'title' as const, start: 3, end: 10, quote: 'conseil' }]
  const said = (id: string) => ({
    value: { article: id, anchor: { start: 0, end: 4, quote: 'faux' }, type: 'context' as const },
    score: 1,
    evidence,
    flags: [],
  })
  const kept = verifyLinks(item, [said('inventé'), said('criee'), said('criee'), said('relaxe')], {
    article: source,
    candidates: [
      { target, score: 1, cosine: 1, tie: 1 },
      { target: archive[2]!, score: 1, cosine: 1, tie: 1 },
    ],
  })
  expect(kept.map(({ value }) => value)).toEqual([{ article: 'criee', anchor: null, type: 'context' }])
})

describe('parts', () => {
  test('dates compare by their own day', () => {
    expect([dayOf('2026-03-01T23:30:00-08:00'), dayOf('mars 2026'), dayOf(null)]).toEqual(['2026-03-01', null, null])
    expect(mayLink({ ...source, date: '2026-01-10T08:00:00+01:00' }, archive[0]!)).toBe(true)
    expect(mayLink(source, { ...archive[0]!, date: null })).toBe(false)
  })

  test('at most twelve telling terms, no common words', () => {
    const terms = tellingTerms({ title: source.title, body: `${source.body} ${'le la les des '.repeat(30)}${criee}`, lang: 'fr' }, null)
    expect(terms.size).toBeLessThanOrEqual(12)
    expect([...terms.keys()]).toContain('cri')
    expect([...terms.keys()]).not.toContain('des')
  })

  test('an anchor needs its weight, and a taken place is taken', () => {
    const wanted = new Map([
      ['cri', 1],
      ['renov', 1],
    ])
    expect(findAnchor('La rénovation avance.', 'fr', wanted, 2)).toBeNull()
    const body = 'La rénovation de la criée avance.'
    const found = findAnchor(body, 'fr', wanted, 2)
    expect(found?.quote).toBe('rénovation de la criée')
    expect(findAnchor(body, 'fr', wanted, 2, [found!])).toBeNull()
  })
})

describe('anchors that say nothing', () => {
  test.each([
    ['000 euros', 'pour 12 '],
    ['14 bateaux', 'désormais 1'],
    ['12 000', 'soit '],
    ['trois', 'avec '],
    ['8 %', 'soit '],
    ['de la', 'près '],
    ['finalement', 'a '],
    ['2024', 'en '],
    ['fin de phrase. Début', ''],
  ])('%s', (quote, before) => expect(isWeakAnchor(quote, before, 'fr')).toBe(true))
  test.each(['rénovation de la criée', 'Port-Aven', 'NASA', 'Covid-19', 'projet de loi de finances', 'criée'])('but %s may', (quote) =>
    expect(isWeakAnchor(quote, 'sur ', 'fr')).toBe(false),
  )
  test('nor from any engine, nor twice the same words', () => {
    const places = [source.body.indexOf('conseil a voté'), source.body.indexOf('mareyeurs')]
    const said = (id: string, start: number, quote: string) => ({
      value: { article: id, anchor: { start, end: start + quote.length, quote }, type: 'context' as const },
      score: 1,
      evidence: [{ kind: 'text' as const, item: 's', field: 'title' as const, start: 3, end: 10, quote: 'conseil' }],
      flags: [],
    })
    const candidates = [archive[0]!, archive[4]!, archive[5]!].map((target) => ({ target, score: 1, cosine: 1, tie: 1 }))
    const kept = verifyLinks(
      item,
      [
        said('criee', places[1]!, 'mareyeurs'),
        said('f0', places[1]!, 'mareyeurs'),
        said('guide', source.body.indexOf('pour la'), 'pour la'),
      ],
      { article: source, candidates: [...candidates, { target: archive.find(({ id }) => id === 'f0')!, score: 1, cosine: 1, tie: 1 }] },
    )
    expect(kept.map(({ value }) => ('anchor' in value ? (value.anchor?.quote ?? null) : undefined))).toEqual(['mareyeurs', null, null])
  })
})

describe('the ranking', () => {
  const known = readLsa(lsa, sha256).lsa
  test('one sentence about a target is enough, whatever the rest is about', async () => {
    const mixed = article({
      id: 'm',
      title: 'Le week-end des clubs de sport',
      body: `${fillers
        .slice(0, 6)
        .map(({ body }) => body)
        .join('\n\n')}\n\nAux tribunes, les mareyeurs parlaient de la rénovation de la criée de Port-Aven.`,
      date: '2026-03-01',
    })
    const { fused, relations } = await searchRelated(mixed, known, taskPorts({ articles: archive, models: { lsa } }))
    expect(fused.slice(0, 3).map(({ id }) => id)).toContain('criee')
    expect(relations.get('criee')!.tie).toBeGreaterThan(relations.get('criee')!.cosine)
  })

  test('of two pieces alike in all else, the fresher one and the one under the same tag come first', () => {
    const passages = passagesOf(known, source)
    const profile = profileOf(known, archive[0]!)
    const score = (tags: string[], days: number | null) => relate(known, passages, ['port'], profile, { tags, days }).score
    expect(score([], 3)).toBeGreaterThan(score([], 400))
    expect(score(['port'], 400)).toBeGreaterThan(score(['sport'], 400))
  })

  test('a profile comes back from its bytes, its place within a hundredth', () => {
    const profile = profileOf(known, archive[0]!)
    const back = decodeProfile(encodeProfile(profile))
    expect({ ...back, latent: null, titleSquare: 0 }).toEqual({ ...profile, latent: null, titleSquare: 0 })
    expect(back.titleSquare).toBeCloseTo(profile.titleSquare, 3)
    expect(cosine(back.latent, profile.latent)).toBeGreaterThan(0.99)
  })

  test('what is joined by a validated link already is not proposed again', async () => {
    const ports = taskPorts({ articles: [...archive, source], models: { lsa } })
    const joined = {
      ...ports,
      archive: { ...ports.archive, linkedWith: async (_: string, others: readonly string[]) => others.filter((id) => id === 'criee') },
    }
    const outcome = await builtinEngine(joined).propose('links', item, { signal: new AbortController().signal })
    expect(targets(outcome)).not.toContain('criee')
  })
})

describe('the latent space is brought up to date', () => {
  const words = Array.from({ length: 12 }, (_, topic) => Array.from({ length: 14 }, (__, at) => `mot${topic}x${at}`))
  const random = seededRandom(3)
  const texts = Array.from({ length: 240 }, (_, at) => ({
    title: '',
    lang: null,
    body: Array.from({ length: 40 }, () => {
      const own = words[random() < 0.8 ? at % 12 : Math.floor(random() * 12)]!
      return own[Math.floor(random() * own.length)]!
    }).join(' '),
  }))
  const neighbours = (space: Lsa): number[] => {
    const places = texts.map((text) => lsaVector(space, lsaTerms(text)))
    return places.map((place, at) => {
      const others = places.map((other, row) => ({ row, score: row === at ? -2 : cosine(place, other) })).sort((a, b) => b.score - a.score)
      return others[0]!.row % 12
    })
  }

  test('an archive of one text over and over has no latent space', () => {
    expect(
      learnLsa(
        Array.from({ length: 40 }, () => archive[0]!),
        0,
      ),
    ).toBeNull()
  })

  test('from the last one, in fewer passes, as if it were learned anew', () => {
    const before = learnLsa(texts.slice(0, 200), 0)!.lsa
    const anew = learnLsa(texts, 0)!.lsa
    const updated = learnLsa(texts, 0, before)!.lsa
    const relative = Array.from(anew.svd.singular.slice(0, 12), (value, k) => Math.abs(updated.svd.singular[k]! - value) / value)
    expect(Math.max(...relative)).toBeLessThan(0.01)
    const other = neighbours(updated)
    const same = neighbours(anew).filter((topic, at) => topic === other[at]).length
    expect(same / texts.length).toBeGreaterThan(0.95)
  })

  test('not from one that knew too little of it, nor from bytes that do not read', () => {
    const small = trainLsa(texts.slice(0, 60), stamp, sha256)!
    expect(trainLsa(texts, stamp, sha256, small)).toEqual(trainLsa(texts, stamp, sha256))
    expect(trainLsa(texts, stamp, sha256, new Uint8Array([1, 2, 3]))).toEqual(trainLsa(texts, stamp, sha256))
  })
})
