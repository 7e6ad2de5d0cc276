import { describe, expect, test } from 'vitest'
import { abstain, type TaskItem } from '../../../electron/core/engines/inference-engine.ts'
import { findAnchor } from '../../../electron/core/tasks/links/anchor.ts'
import { fuseScores } from '../../../electron/core/tasks/links/fuse-scores.ts'
import { trainLsa } from '../../../electron/core/tasks/links/lsa-model.ts'
import { dayOf, mayLink } from '../../../electron/core/tasks/links/may-link.ts'
import { tellingTerms } from '../../../electron/core/tasks/links/telling-terms.ts'
import { verifyLinks } from '../../../electron/core/tasks/links/verify.ts'
import { article, propose, sha256, stamp } from './task-desk.ts'

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
      { target, score: 1, cosine: 1 },
      { target: archive[2]!, score: 1, cosine: 1 },
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

  test('full text only breaks near-ties of the vectors, and stands in when there are none', () => {
    const lexical = [
      { id: 'a', score: 10 },
      { id: 'b', score: 5 },
    ]
    expect(
      fuseScores(lexical, [
        { id: 'c', score: 0.9 },
        { id: 'b', score: 0.5 },
        { id: 'a', score: 0.48 },
      ]).map((one) => one.id),
    ).toEqual(['c', 'a', 'b'])
    expect(fuseScores(lexical, []).map((one) => one.id)).toEqual(['a', 'b'])
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
