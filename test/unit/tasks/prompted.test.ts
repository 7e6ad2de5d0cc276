// The four tasks put to a language model: what it is asked, and how little of what it says becomes a proposal.
import { describe, expect, it } from 'vitest'
import { DeskError } from '../../../shared/domain/error.ts'
import { proposalSchema, tasks, type Task } from '../../../shared/domain/suggestion.ts'
import { builtinEngine } from '../../../electron/core/tasks/builtin-engine.ts'
import { promptedEngine } from '../../../electron/core/tasks/prompted/prompted-engine.ts'
import { promptedTasks } from '../../../electron/core/tasks/prompted/prompted-tasks.ts'
import { article, charter, comment, concept, taskPorts } from './task-desk.ts'
import { ask, scriptedModel, shipped, type Scripted } from './scripted-model.ts'

const body = [
  'Le port de Kerlouan perd deux ligneurs, a annoncé mardi le conseil portuaire.',
  'La flottille compte désormais 14 bateaux, contre 19 en 2020.',
  '« Nous n’avons plus de relève », a déclaré Hervé Quéméneur, président du comité des pêches.',
  'Selon une note de la région, un troisième armement aurait engagé une procédure de cession.',
  'Une réunion est prévue le 12 avril à la criée de Brignogan.',
].join(' ')
const news = article({ id: 'a', title: 'Le port de Kerlouan perd deux ligneurs', body, date: '2026-03-04' })
const item = { kind: 'article', article: news } as const
const concepts = [
  concept('peche', ['Pêche'], { definition: 'Activité de capture' }),
  concept('port', ['Port']),
  concept('sport', ['Sport']),
  concept('vieux', ['Marine'], { active: false, replacedBy: 'port' }),
]
const earlier = [
  article({
    id: 'l1',
    title: 'Kerlouan : le comité des pêches s’inquiète',
    body: 'Le comité des pêches de Kerlouan craint pour la flottille et ses ligneurs. La relève manque au port.',
    date: '2025-10-01',
  }),
  article({
    id: 'l2',
    title: 'La criée de Brignogan rénovée',
    body: 'La criée de Brignogan rouvre après trois mois de travaux. Le conseil portuaire salue le port.',
    date: '2025-05-01',
  }),
]
const others = { concepts, articles: [news, ...earlier] }
const links = (list: object[]) => ask('links', item, [{ links: list }], others)

describe('tags by a model', () => {
  const tags = (list: object[]) => ask('tags', item, [{ tags: list }], { concepts })
  /** The number a tag has in the list that was shown. */
  const numberOf = async (label: string): Promise<number> => {
    const { requests } = await tags([])
    return Number(new RegExp(`^(\\d+)\\| ${label}`, 'mu').exec(requests[0]!.user)![1])
  }

  it('are chosen by number, with words of the article', async () => {
    const { proposals, requests } = await tags([{ n: await numberOf('Pêche'), quote: 'président du comité des pêches' }])
    expect(proposals).toMatchObject([
      { value: { concept: 'peche', label: 'Pêche' }, evidence: [{ kind: 'text', field: 'body', quote: 'président du comité des pêches' }] },
    ])
    expect(requests[0]!.user).toContain('Pêche — Activité de capture')
    expect(requests[0]!.user).not.toContain('Marine')
    for (const proposal of proposals) proposalSchema.parse(proposal)
  })

  it('are never outside the list, nor twice', async () => {
    const n = await numberOf('Port')
    const quote = 'Le port de Kerlouan'
    expect(
      (
        await tags([
          { n, quote },
          { n, quote },
          { n: 60, quote },
        ])
      ).proposals,
    ).toHaveLength(1)
    expect(await tags([{ n: 60, quote }])).toMatchObject({ proposals: [], abstained: 'ungrounded-reply' })
    expect(await tags([{ n: 61, quote }])).toMatchObject({ abstained: 'invalid-reply' })
    expect(await tags([{ concept: 'port', quote }])).toMatchObject({ abstained: 'invalid-reply' })
    expect(await tags([{ n, quote, label: 'Autre' }])).toMatchObject({ abstained: 'invalid-reply' })
  })

  it('are dropped when the words are not there; a label that stands in the text shows itself', async () => {
    const quote = 'le port a été vendu à un fonds étranger'
    expect((await tags([{ n: await numberOf('Sport'), quote }])).abstained).toBe('ungrounded-reply')
    expect((await tags([{ n: await numberOf('Sport'), quote: 'de la' }])).abstained).toBe('ungrounded-reply')
    const { proposals } = await tags([{ n: await numberOf('Port'), quote }])
    expect(proposals[0]?.evidence).toMatchObject([{ quote: 'port' }])
  })

  it('may be none, and without a thesaurus nobody is asked', async () => {
    expect(await tags([])).toMatchObject({ abstained: 'nothing-found' })
    const { abstained, requests } = await ask('tags', item, [{ tags: [] }], {})
    expect([abstained, requests.length]).toEqual(['no-vocabulary', 0])
  })
})

describe('key points by a model', () => {
  const points = (...list: Scripted[]) => ask('key-points', item, list)
  const point = (text: string, ...sentences: number[]) => ({ text, sentences })

  it('stand on the sentences they name, in article order', async () => {
    const second = 'Une réunion est prévue le 12 avril à la criée de Brignogan.'
    const first = 'La flottille de Kerlouan ne compte plus que 14 bateaux, contre 19 en 2020.'
    const { proposals, requests } = await points({ points: [point(second, 5), point(first, 2)] })
    expect(proposals.map(({ value }) => value)).toEqual([{ text: first }, { text: second }])
    expect(proposals[0]?.evidence).toMatchObject([{ quote: 'La flottille compte désormais 14 bateaux, contre 19 en 2020.' }])
    expect(proposals[1]?.flags).toMatchObject([{ code: 'verbatim' }])
    expect(requests[0]!.user).toMatch(/^2\| La flottille compte désormais/mu)
  })

  it('are read by the fact-lock', async () => {
    const { proposals } = await points({ points: [point('La flottille de Kerlouan compte désormais 41 bateaux.', 2)] })
    expect(proposals[0]?.flags.map(({ code }) => code)).toContain('number-absent')
  })

  it('lose a source that says something else, and go with none', async () => {
    const text = 'La flottille compte désormais 14 bateaux, contre 19 en 2020.'
    const { proposals } = await points({ points: [point(text, 5)] })
    expect(proposals[0]?.evidence).toMatchObject([{ quote: text }])
    expect(await points({ points: [point('Le ministère nationalisera les abattoirs de Lozère dès janvier prochain.', 1)] })).toMatchObject({
      abstained: 'ungrounded-reply',
    })
  })

  it('are short, said once, and hold no address or markup', async () => {
    const good = 'La flottille compte désormais 14 bateaux, contre 19 en 2020.'
    const { proposals } = await points({
      points: [
        point(good, 2),
        point(`${good.toUpperCase()} !`, 2),
        point('Court.', 1),
        point(`${good} Voir https://exemple.test`, 2),
        point(`**${good}** <b>`, 2),
      ],
    })
    expect(proposals.map(({ value }) => value)).toEqual([{ text: good }])
  })

  it('get the article’s own typography back, and lose what cannot be seen', async () => {
    const { proposals } = await points({
      points: [
        point('- "Nous n\'avons plus de relève", a déclaré Hervé Quéméneur, président du comité des pêches.', 3),
        point('Le port de Kerlouan perd\u200b deux \u202eligneurs.', 1),
      ],
    })
    expect(proposals.map(({ value }) => value)).toEqual([
      { text: 'Le port de Kerlouan perd deux ligneurs.' },
      { text: '« Nous n’avons plus de relève », a déclaré Hervé Quéméneur, président du comité des pêches.' },
    ])
  })

  it('are asked again in the article’s language, once', async () => {
    const english = { points: [point('The harbour of Kerlouan has lost two of its longliners, the port council announced on Tuesday.', 1)] }
    const french = { points: [point('Le port de Kerlouan perd deux ligneurs.', 1)] }
    expect(await points(english, english)).toMatchObject({ proposals: [], abstained: 'wrong-language' })
    const { proposals, requests } = await points(english, french)
    expect(proposals).toHaveLength(1)
    expect(requests[0]!.user).toContain('français')
    expect(requests[1]!.user).not.toContain('harbour')
  })
})

describe('an opinion on a comment by a model', () => {
  const rude = {
    kind: 'comment',
    comment: comment('Encore un article payé. Quel connard ce maire, qu’il démissionne.'),
    article: news,
    parents: [comment('Je ne suis pas d’accord.')],
  } as const
  const opinion = (reply: object, on: typeof rude = rude) => ask('moderation', on, [reply])

  it('holds with the comment’s words and a clause of the charter', async () => {
    const { proposals, requests } = await opinion({ opinion: 'hold', clause: 'insultes', quote: 'Quel connard ce maire' })
    expect(proposals).toMatchObject([
      {
        value: { hold: true, probability: null, clauses: ['insultes'] },
        evidence: [
          { kind: 'text', quote: 'Quel connard ce maire' },
          { kind: 'clause', id: 'insultes', quote: charter.clauses[0]!.text },
        ],
      },
    ])
    expect(requests[0]!.user).toMatch(/# CLAUSES\ninsultes\| Insultes — Pas d’insultes/u)
    expect(requests[0]!.user).toContain('# PARENTS\n| Je ne suis pas d’accord.')
  })

  it.each([
    { opinion: 'hold', clause: 'insultes', quote: 'Je ne suis pas d’accord.' },
    { opinion: 'hold', clause: 'insultes', quote: null },
    { opinion: 'hold', clause: 'c99', quote: 'Quel connard ce maire' },
    { opinion: 'hold', clause: null, quote: 'Quel connard ce maire' },
    { opinion: 'unsure', clause: null, quote: null },
  ])('is “I don’t know” for $clause, “$quote”', async (reply) => {
    expect((await opinion(reply)).proposals[0]?.value).toEqual({ hold: null, probability: null, clauses: [] })
  })

  it('lets pass what breaks no clause, never what the house rules hold', async () => {
    const publish = { opinion: 'publish', clause: null, quote: null }
    expect((await opinion(publish)).proposals[0]?.value).toMatchObject({ hold: null })
    const mild = { ...rude, comment: comment('Cette réforme est une honte, il faut le dire.') }
    expect((await opinion(publish, mild)).proposals[0]).toMatchObject({ value: { hold: false, clauses: [] }, evidence: [] })
  })

  it('orders comments by opinion first', async () => {
    const score = async (opinionOf: string) =>
      (await opinion({ opinion: opinionOf, clause: 'insultes', quote: 'connard' })).proposals[0]!.score
    expect(await score('hold')).toBeGreaterThan(await score('unsure'))
    expect(await score('unsure')).toBeGreaterThan(await score('publish'))
  })
})

describe('links by a model', () => {
  const because = 'La flottille compte désormais 14 bateaux, contre 19 en 2020'

  it('lead to offered articles, from words that may carry them', async () => {
    const { proposals, requests } = await links([{ n: 1, type: 'context', because, anchor: 'La flottille' }])
    const { user } = requests[0]!
    expect(user).toMatch(/^1\| 2025-\d\d-01 · /mu)
    expect(proposals).toMatchObject([{ value: { type: 'context', anchor: { quote: 'La flottille' } }, evidence: [{ quote: because }] }])
    expect([{ article: 'l1' }, { article: 'l2' }]).toContainEqual({ article: Reflect.get(proposals[0]?.value ?? {}, 'article') })
  })

  it('are never to anything else, nor twice', async () => {
    const link = { n: 1, type: 'context', because, anchor: null }
    expect((await links([link, link])).proposals).toHaveLength(1)
    expect(await links([{ ...link, n: 40 }])).toMatchObject({ abstained: 'ungrounded-reply' })
    expect(await links([{ ...link, url: 'https://exemple.test' }])).toMatchObject({ abstained: 'invalid-reply' })
    expect(await links([{ ...link, type: 'source' }])).toMatchObject({ abstained: 'invalid-reply' })
  })

  it('have no anchor in a quotation, none twice, none that is not in the text', async () => {
    const anchors = async (list: (string | null)[]) =>
      (await links(list.map((anchor, at) => ({ n: at + 1, type: 'context', because, anchor })))).proposals.map(
        ({ value }) => (value as { anchor: { quote: string } | null }).anchor?.quote ?? null,
      )
    expect(await anchors(['plus de relève'])).toEqual([null])
    expect(await anchors(['La flottille', 'La flottille compte'])).toEqual(['La flottille', null])
    expect(await anchors(['le ministère'])).toEqual([null])
    expect((await links([{ n: 1, type: 'context', because: 'parce que c’est lié', anchor: 'le ministère' }])).abstained).toBe(
      'ungrounded-reply',
    )
  })
})

/** A well-formed reply that changes nothing, by task. */
const empty: Record<Task, object> = {
  tags: { tags: [] },
  'key-points': { points: [{ text: 'Le port de Kerlouan perd deux ligneurs.', sentences: [1] }] },
  moderation: { opinion: 'unsure', clause: null, quote: null },
  links: { links: [] },
}
const itemOf = (task: Task) =>
  task === 'moderation' ? ({ kind: 'comment', comment: comment('Bien.'), article: null, parents: [] } as const) : item

describe.each(tasks)('a model at %s', (task) => {
  it('is asked once more after a bad reply, in the same frame, and never told what it said', async () => {
    for (const bad of ['', 'Désolé CANARI', '{"CANARI":1}', [empty[task]], 'null', '"x"']) {
      const { requests, abstained } = await ask(task, itemOf(task), [bad, bad], others)
      expect(abstained).toBe('invalid-reply')
      expect(requests).toHaveLength(2)
      expect(requests[1]!.system).toBe(requests[0]!.system)
      expect(requests[1]!.user.startsWith(requests[0]!.user)).toBe(true)
      expect(requests[1]!.user.slice(requests[0]!.user.length)).toContain('Votre réponse précédente n’a pas pu être utilisée')
      expect(requests[1]!.user).not.toContain('CANARI')
      expect(requests[1]).toMatchObject({ schema: requests[0]!.schema, seed: 0, maxTokens: promptedTasks[task].maxTokens })
    }
    const { requests, abstained } = await ask(task, itemOf(task), ['non', empty[task]], others)
    expect([requests.length, abstained === 'invalid-reply']).toEqual([2, false])
  })

  it('abstains when its reply is cut twice; what is not a reply is an error', async () => {
    const cut = new DeskError('truncated-read', 'm', 'the reply is too long', { side: 'reply' })
    expect((await ask(task, itemOf(task), [cut], others)).abstained).toBe('cut-reply')
    expect((await ask(task, itemOf(task), [cut, empty[task]], others)).abstained).not.toBe('cut-reply')
    for (const error of [
      new DeskError('truncated-read', 'm', 'was not read', { side: 'prompt' }),
      new DeskError('engine-unavailable', 'm', 'is gone'),
      new DeskError('engine-refused', 'm', 'is remote'),
    ])
      await expect(ask(task, itemOf(task), [error], others)).rejects.toBe(error)
  })

  it('has the frame of the text’s language, with its schema in it and none of its words', async () => {
    const texts = {
      fr: body,
      en: 'The port of Kerlouan has lost two longliners. The fleet now counts 14 boats, down from 19 in 2020. The council met on Tuesday evening.',
      es: 'El puerto de Kerlouan pierde dos palangreros. La flota cuenta ahora con 14 barcos, frente a 19 en 2020. El consejo se reunió el martes.',
    }
    for (const [lang, text] of Object.entries(texts)) {
      const written =
        task === 'moderation'
          ? ({ ...itemOf('moderation'), comment: { ...comment(text), lang } } as const)
          : ({ kind: 'article', article: { ...news, body: text, lang } } as const)
      const { requests } = await ask(task, written, [empty[task]], {
        ...others,
        concepts: [concept('port', ['Port of Kerlouan', 'port', 'puerto'])],
      })
      const { system } = requests[0]!
      expect(system).toContain(JSON.stringify(promptedTasks[task].schema))
      expect(system.includes('Vous ')).toBe(lang === 'fr')
      expect(system).not.toMatch(/Kerlouan|\{\{/u)
    }
  })

  it('does not start, or go on, once told to stop', async () => {
    const stop = new AbortController()
    const model = scriptedModel(() => (stop.abort(new Error('enough')), 'non'))
    const engine = promptedEngine({ model, ports: taskPorts(others), prompts: shipped })
    await expect(engine.propose(task, itemOf(task), { signal: stop.signal })).rejects.toThrow('enough')
    expect(model.requests).toHaveLength(1)
    await expect(engine.propose(task, itemOf(task), { signal: stop.signal })).rejects.toThrow('enough')
    expect(model.requests).toHaveLength(1)
  })

  it('refuses the other kind of item, as the built-in engine does', async () => {
    const other = task === 'moderation' ? item : itemOf('moderation')
    expect(await ask(task, other, [empty[task]], others)).toMatchObject({ abstained: 'wrong-item', requests: [] })
  })
})

describe('the identity of a prompted engine', () => {
  const identity = async (task: Task, change: { parts?: Parameters<typeof taskPorts>[0]; digest?: string; hash?: string } = {}) => {
    const model = {
      ...scriptedModel([]),
      describe: async () => ({ ...(await scriptedModel([]).describe()), digest: change.digest ?? 'd' }),
    }
    const prompts = {
      current: async (...of: Parameters<typeof shipped.current>) => ({
        ...(await shipped.current(...of)),
        ...(change.hash ? { hash: change.hash } : {}),
      }),
    }
    return promptedEngine({ model, ports: taskPorts(change.parts ?? {}), prompts }).identity(task)
  }
  it('changes with model, prompts and what is chosen from, and only then', async () => {
    const first = await identity('tags')
    expect(await identity('tags')).toEqual(first)
    expect(first.parameters).toMatchObject({ model: 'scripted', temperature: 0, 'model.digest': 'd' })
    for (const change of [{ digest: 'e' }, { hash: 'h' }, { parts: { concepts } }])
      expect((await identity('tags', change)).digest).not.toBe(first.digest)
    expect((await identity('tags', { hash: 'h' })).promptHash).not.toBe(first.promptHash)
    expect((await identity('links', { parts: { concepts } })).digest).toBe((await identity('links')).digest)
    expect(first.digest).not.toBe((await builtinEngine(taskPorts({})).identity('tags')).digest)
  })
  it('says in its info what the guards say', async () => {
    const info = (error: DeskError) =>
      promptedEngine({
        model: { ...scriptedModel([]), describe: () => Promise.reject(error) },
        ports: taskPorts({}),
        prompts: shipped,
      }).info()
    expect(await info(new DeskError('engine-refused', 'm', 'w', { reason: 'cloud' }))).toMatchObject({ state: 'refused', reason: 'cloud' })
    expect(await info(new DeskError('engine-unavailable', 'm', 'w'))).toMatchObject({ state: 'unavailable', reason: 'engine-unavailable' })
  })
})
