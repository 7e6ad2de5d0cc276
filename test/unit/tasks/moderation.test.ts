import { describe, expect, test } from 'vitest'
import { abstain, type TaskItem } from '../../../electron/core/engines/inference-engine.ts'
import { bandOf, decideHold, usualCosts } from '../../../electron/core/tasks/moderation/decide-hold.ts'
import { trainModerator } from '../../../electron/core/tasks/moderation/train-moderator.ts'
import { constructiveness } from '../../../electron/core/tasks/moderation/constructiveness.ts'
import { contextSignals } from '../../../electron/core/tasks/moderation/context-signals.ts'
import { moderationSystem } from '../../../electron/core/tasks/moderation/moderation-system.ts'
import { verifyModeration } from '../../../electron/core/tasks/moderation/verify.ts'
import { counterSpeech, identitySentences } from './moderation-sentences.ts'
import { article, charter, comment, lexicons, propose, sha256, stamp } from './task-desk.ts'

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
    ['Je viendrai la chercher moi-même dans son bureau et elle ne redescendra pas à pied', 'menaces'],
    ['I know where you live', 'menaces'],
    ['She won’t walk out of there alive', 'menaces'],
    ['Il faudrait l’abattre comme un chien', 'menaces'],
    ['Write to john.doe@mail.com', 'vie-privee'],
    ['f.d.p', 'insultes'],
    ['Bravo, quel connard !', 'insultes'],
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
    ['trees', 'Il faut abattre ces platanes, on va les planter ailleurs.'],
    ['a match', 'We will beat them on Saturday.'],
    ['a meaning', 'Je sais où vous voulez en venir.'],
    ['an insult told', 'He called my wife an idiot and nobody said a word.'],
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

test('the band follows from the costs (Chow)', () => {
  expect(bandOf(usualCosts)).toEqual({ passUnder: 0.15, holdAbove: 0.7 })
  // A look that costs next to nothing: nearly everything is looked at.
  const { passUnder, holdAbove } = bandOf({ wrongHold: 1, wrongPublish: 1, look: 0.01 })
  expect([passUnder, holdAbove]).toEqual([0.01, 0.99])
  // A look dearer than any error: never asked, and the two errors are set against one another.
  expect(bandOf({ wrongHold: 1, wrongPublish: 3, look: 5 })).toEqual({ passUnder: 0.25, holdAbove: 0.25 })
  const dear = { wrongHold: 1, wrongPublish: 3, look: 5 }
  expect(decideHold({ rules: 0, probability: 0.3, signals: [] }, dear)).toBe(true)
  expect(decideHold({ rules: 0, probability: 0.2, signals: [] }, dear)).toBe(false)
})

test('strange words, and agreement with a hostile comment, are never let pass; what is certain is held whatever was learned', () => {
  expect(decideHold({ rules: 0, probability: 0.05, signals: [], familiar: false })).toBeNull()
  expect(decideHold({ rules: 0, probability: 0.95, signals: [], familiar: false })).toBeNull()
  expect(decideHold({ rules: 0, probability: 0.05, signals: ['agrees-with-hostile'] })).toBeNull()
  expect(decideHold({ rules: 0.9, probability: 0.1, signals: [], certain: true })).toBe(true)
  expect(decideHold({ rules: 0.9, probability: 0.1, signals: ['quoted'], certain: true })).toBeNull()
  expect(decideHold({ rules: 0.8, probability: 0.9, signals: ['irony'] })).toBe(true)
  expect(decideHold({ rules: 0, probability: 0.9, signals: ['irony'] })).toBeNull()
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
    const held = await opinion('Allez lire le Phare concurrent', { models: { moderator } })
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

describe('what the comment stands under', () => {
  const under = async (
    body: string,
    parent: string,
    source = article({ id: 'a', title: 'La piscine', body: 'La piscine ouvre lundi.' }),
  ) => {
    const reply: TaskItem = {
      kind: 'comment',
      comment: { ...comment(body), parent: 'p' },
      article: source,
      parents: [{ ...comment(parent), id: 'p' }],
    }
    const [proposal] = (await propose('moderation', reply, {})).proposals
    return proposal!.value as { hold: boolean | null; clauses: string[] }
  }
  test('an insult thrown back to be denounced is left to the person; one thrown back as an insult is not', async () => {
    expect((await under('Connard ? Restez poli, s’il vous plaît.', 'Le maire est un connard.')).hold).toBeNull()
    expect((await under('Connard toi-même.', 'Le maire est un connard.')).hold).toBe(true)
  })
  test('signals: agreement with a hostile comment, and nothing in common with the article', () => {
    const hostile = { parents: [{ body: 'Bande de connards', strong: true }], article: null }
    expect(contextSignals('Tout à fait d’accord !', [], hostile)).toContain('agrees-with-hostile')
    expect(contextSignals('Tout à fait d’accord !', [], { ...hostile, parents: [{ body: 'Merci', strong: false }] })).toEqual([])
    const far =
      'Quelqu’un vendrait-il une tondeuse presque neuve avec batterie, chargeur, panier ramassage, garantie fabricant, livraison possible samedi matin ?'
    expect(contextSignals(far, [], { parents: [], article: 'Le conseil vote le budget des écoles.' })).toEqual(['off-topic'])
    expect(contextSignals(far, [], { parents: [], article: 'Une tondeuse volée au stade.' })).toEqual([])
  })
})

test('a charter’s own costs set the band', async () => {
  const examples = Array.from({ length: 200 }, (_, at) => ({
    body: at % 2 ? `Achetez mes montres numéro ${at}` : `La réunion du quartier numéro ${at}`,
    label: at % 2 ? (1 as const) : (0 as const),
  }))
  const models = { moderator: trainModerator({ examples, lexicons }, stamp, sha256)! }
  const careful = { ...charter, costs: { wrongHold: 1, wrongPublish: 1_000, look: 0.001 } }
  expect((await opinion('La réunion du quartier', { models })).value.hold).toBe(false)
  expect((await opinion('La réunion du quartier', { models, charter: careful })).value.hold).toBeNull()
})

describe('naming people and denouncing insults', () => {
  // Decisions in which people of some groups are named in refused comments only, as in an archive of hate.
  const groups = ['musulmane', 'juif', 'noir', 'gay', 'arabe', 'muslim', 'jewish', 'black', 'lesbian', 'immigrant']
  const examples = Array.from({ length: 300 }, (_, at) => {
    const group = groups[at % groups.length]!
    const held = at % 2 === 0
    return {
      body: held ? `Encore un ${group} qui profite, quelle honte numéro ${at}` : `La piscine ouvre à ${at} heures, merci`,
      label: held ? (1 as const) : (0 as const),
    }
  })
  test.each([
    ['without decisions', []],
    ['after decisions that single them out', examples],
  ])('none of the written sentences is held, %s', (_, decisions) => {
    const system = moderationSystem({ examples: decisions, lexicons }, 0)
    const held = (sentences: readonly string[]) => sentences.filter((body) => system.judge(body).hold === true)
    expect(identitySentences.length + counterSpeech.length).toBeGreaterThanOrEqual(60)
    expect(held(identitySentences)).toEqual([])
    expect(held(counterSpeech)).toEqual([])
  })
  test('a word of identity changes nothing of what is said', () => {
    const system = moderationSystem({ examples, lexicons }, 0)
    const scores = groups.map((group) => system.judge(`Mon voisin est ${group} et très gentil`).raw)
    for (const score of scores) expect(score).toBeCloseTo(scores[0]!, 6)
  })
  test('the same words said of somebody are held', () => {
    const system = moderationSystem({ examples: [], lexicons }, 0)
    for (const body of ['Sale Arabe', 'Ce maire est un connard', 'Dirty Arab go home', 'You are a moron', 'Kill yourself'])
      expect(system.judge(body).hold, body).toBe(true)
  })
})

test('the same decisions and seed give the same figures, bit for bit', () => {
  const examples = Array.from({ length: 80 }, (_, at) => ({
    body: at % 2 ? `quel idiot ${at}` : `bonne idée ${at}`,
    label: at % 2 ? (1 as const) : (0 as const),
  }))
  const judged = () => moderationSystem({ examples, lexicons }, 0).judge('une bonne idée, idiot')
  expect(judged()).toEqual(judged())
})

test('spans are the exact words, whatever their disguise', () => {
  const system = moderationSystem({ examples: [], lexicons }, 0)
  const quoted = (body: string) => system.spans(body).map(({ start, end }) => body.slice(start, end))
  expect(quoted('Ce m@ire est un c o n n a r d et un 1d1ot.')).toEqual(['c o n n a r d', '1d1ot'])
  expect(quoted('You are an idiot, shut up.')).toEqual(['idiot', 'shut up'])
  expect(quoted('Merci pour cet article.')).toEqual([])
})

describe('constructiveness', () => {
  const source = 'Le tramway de la rue Haute\nLe tramway remplacera les bus en 2027, le quartier attend depuis dix ans.'
  const argued =
    'J’habite la rue Haute depuis 12 ans et je prends le bus chaque jour. Je comprends l’intérêt du tramway, car les bus sont pleins, mais selon le rapport de la Cour il coûtera 40 millions d’euros. Pourquoi ne pas garder une ligne de bus le soir, puisque le quartier vit tard ?'
  test('an argued comment goes before a short one, a long empty one and the same with insults', () => {
    const score = (body: string, hostility = 0) => constructiveness(body, source, hostility).score
    expect(score(argued)).toBeGreaterThan(0.7)
    for (const worse of ['Bravo !', 'Super article', 'bla '.repeat(120)]) expect(score(worse)).toBeLessThan(0.3)
    expect(score(argued, 0.9)).toBeLessThan(0.1)
  })
  test('every merit shows its words', () => {
    const { merits } = constructiveness(argued, source, 0)
    const words = Object.fromEntries(merits.map(({ merit, places }) => [merit, places.map(({ start, end }) => argued.slice(start, end))]))
    expect(words['reasons']).toEqual(['Je comprends', 'car', 'puisque'])
    expect(words['evidence']).toEqual(['12 ans', 'selon', 'le rapport', '40 millions'])
    expect(words['experience']).toEqual(expect.arrayContaining(['J’habite']))
    expect(words['proposal']).toEqual(['Pourquoi ne pas'])
    expect(words['subject']).toEqual(expect.arrayContaining(['tramway', 'Haute', 'quartier']))
  })
})
