import { describe, expect, test } from 'vitest'
import { abstain, type TaskItem } from '../../../electron/core/engines/inference-engine.ts'
import { decideHold } from '../../../electron/core/tasks/moderation/decide-hold.ts'
import { trainModerator } from '../../../electron/core/tasks/moderation/train-moderator.ts'
import { verifyModeration } from '../../../electron/core/tasks/moderation/verify.ts'
import { charter, comment, lexicons, propose, sha256, stamp } from './task-desk.ts'

const item = (body: string): TaskItem => ({ kind: 'comment', comment: comment(body), article: null, parents: [] })
const opinion = async (body: string, parts: Parameters<typeof propose>[2] = {}) => {
  const [proposal] = (await propose('moderation', item(body), parts)).proposals
  return { ...proposal!, value: proposal!.value as { hold: boolean | null; probability: number | null; clauses: string[] } }
}
const quotes = (proposal: Awaited<ReturnType<typeof opinion>>) => proposal.evidence.flatMap((one) => (one.kind === 'text' ? one.quote : []))

describe('rules alone', () => {
  test('the exact words and the clause they touch', async () => {
    const held = await opinion('Le maire est un connard, point.')
    expect(held.value).toEqual({ hold: true, probability: null, clauses: ['insultes'] })
    expect(quotes(held)).toEqual(['connard'])
    expect(held.evidence).toContainEqual({ kind: 'clause', id: 'insultes', quote: 'Pas d’insultes.' })
  })

  test.each([
    ['C0nnaaard de maire', 'insultes'],
    ['je sais où tu habites', 'menaces'],
    ['Appelez-moi au 06 12 34 56 78', 'vie-privee'],
    ['rentrez dans votre pays', 'haine'],
    ['go back to your country', 'haine'],
  ])('%s', async (body, clause) => {
    const held = await opinion(body)
    expect(held.value).toMatchObject({ hold: true, clauses: [clause] })
    for (const one of held.evidence) if (one.kind === 'text') expect(body.slice(one.start, one.end)).toBe(one.quote)
  })

  test.each([
    ['silence of the rules is not innocence', 'Merci pour cet article.'],
    ['a quoted slur', 'On m’a traité de « connard » et personne ne réagit.'],
    ['counter-speech', 'Dire « rentrez dans votre pays », c’est du racisme.'],
    ['a mild word', 'Quelle connerie cette décision.'],
  ])('do not know: %s', async (_, body) => {
    expect((await opinion(body)).value.hold).toBeNull()
  })

  test('a charter without the clause does not hold for it; no charter at all keeps the rules, without clauses', async () => {
    const only = { ...charter, clauses: charter.clauses.filter((clause) => clause.id === 'menaces') }
    expect((await opinion('Le maire est un connard.', { charter: only })).value).toEqual({ hold: null, probability: null, clauses: [] })
    expect((await opinion('Le maire est un connard.', { charter: null })).value).toEqual({ hold: true, probability: null, clauses: [] })
  })

  test('an empty comment or an article is not judged', async () => {
    expect(await propose('moderation', item('  '), {})).toEqual(abstain('empty-text'))
  })
})

test('the band: strong rules are never passed, signals leave it to the person', () => {
  expect(decideHold({ rules: 0, probability: 0.05, signals: [] })).toBe(false)
  expect(decideHold({ rules: 0, probability: 0.4, signals: [] })).toBeNull()
  expect(decideHold({ rules: 0, probability: 0.9, signals: [] })).toBe(true)
  expect(decideHold({ rules: 0.8, probability: 0.05, signals: [] })).toBeNull()
  expect(decideHold({ rules: 0.8, probability: 0.6, signals: [] })).toBe(true)
  expect(decideHold({ rules: 0.9, probability: 0.9, signals: ['quoted'] })).toBeNull()
})

describe('a model of past decisions', () => {
  // This house holds talk of its rival, which no shipped rule knows.
  const examples = Array.from({ length: 120 }, (_, at) => {
    const held = at % 2 === 0
    return {
      body: held ? `Allez plutôt lire le Phare concurrent numéro ${at}` : `La réunion du quartier numéro ${at} était intéressante`,
      label: held ? (1 as const) : (0 as const),
    }
  })
  const moderator = trainModerator({ examples, lexicons }, stamp, sha256)!

  test('learns this house’s own line, quotes the words, and lets pass what it knows to be fine', async () => {
    const held = await opinion('Moi je préfère lire le Phare concurrent', { models: { moderator } })
    expect(held.value.hold).toBe(true)
    expect(held.value.probability).toBeGreaterThan(0.7)
    expect(quotes(held).length).toBeGreaterThan(0)
    const fine = await opinion('La réunion du quartier était intéressante', { models: { moderator } })
    expect(fine.value.hold).toBe(false)
    expect(fine.evidence).toEqual([])
  })

  test('too few decisions teach nothing', () => {
    expect(trainModerator({ examples: examples.slice(0, 12), lexicons }, stamp, sha256)).toBeNull()
  })
})

test('an opinion of any engine must quote real words and real clauses', () => {
  const said = {
    value: { hold: true, probability: 0.9, clauses: ['insultes', 'inventée'] },
    score: 1,
    flags: [],
    evidence: [
      { kind: 'text' as const, item: 'c1', field: 'body' as const, start: 0, end: 5, quote: 'autre' },
      { kind: 'clause' as const, id: 'inventée', quote: '' },
    ],
  }
  expect(verifyModeration(item('Bonjour'), [said], { charter })[0]).toMatchObject({
    value: { hold: null, clauses: ['insultes'] },
    evidence: [],
  })
})

test('an archive made mostly of refusals does not hold the unknown', async () => {
  const examples = Array.from({ length: 200 }, (_, at) => ({
    body: at % 10 ? `Achetez mes montres numéro ${at}` : `La réunion du quartier numéro ${at}`,
    label: at % 10 ? (1 as const) : (0 as const),
  }))
  const moderator = trainModerator({ examples, lexicons }, stamp, sha256)!
  const unknown = await opinion('Quelqu’un sait quand ouvre la piscine ?', { models: { moderator } })
  expect(unknown.value.hold).not.toBe(true)
  expect((await opinion('Achetez mes montres', { models: { moderator } })).value.hold).toBe(true)
})
