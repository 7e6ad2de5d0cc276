// Rules, feedback and the parking lane on a real desk: in force at once, in the ledger, and forgotten on demand.
import { describe, expect, it } from 'vitest'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import { taggedExamples } from '../../../electron/core/services/taught-examples.ts'
import { openNewsroom, refusal, type Newsroom } from './newsroom.ts'

const fire = 'L’incendie de la cathédrale Notre-Dame de Paris a été maîtrisé dans la nuit par les pompiers.'
const thesaurus = [
  { id: 'feu-nd', fr: 'Incendie de Notre-Dame' },
  { id: 'port', fr: 'Port' },
  { id: 'ancien', fr: 'Sinistre', replacedBy: 'feu-nd' },
]

const conceptOf = (fields: { id: string; fr: string; replacedBy?: string; active?: boolean }) => ({
  id: fields.id,
  labels: [{ lang: 'fr', text: fields.fr, kind: 'preferred' as const }],
  definition: null,
  parent: null,
  active: fields.active ?? fields.replacedBy === undefined,
  replacedBy: fields.replacedBy ?? null,
})

async function openRoom(): Promise<Newsroom> {
  const room = await openNewsroom()
  for (const fields of thesaurus) await room.client.vocabulary.save({ concept: conceptOf(fields) })
  await room.bring('articles', 'a.jsonl', [
    { id: 'nd', title: 'Nuit de feu à Paris', body: fire, lang: 'fr', date: '2026-11-20' },
    { id: 'mer', title: 'La mer monte', body: 'Le port de Brest se prépare. Le port voisin aussi.', lang: 'fr', date: '2026-11-21' },
  ])
  await room.acts()
  return room
}

const tagsOf = async ({ client }: Newsroom, item: string): Promise<Suggestion[]> =>
  (await client.suggestions.suggest({ task: 'tags', item })).suggestions
const conceptsIn = (suggestions: readonly Suggestion[]) => suggestions.map(({ value }) => ('concept' in value ? value.concept : ''))

describe('a one-line rule', () => {
  it('fires at once, untrained, says so in its evidence, and stops when it is removed', async () => {
    const room = await openRoom()
    const { client } = room
    await client.vocabulary.save({ concept: conceptOf({ id: 'feu-nd', fr: 'Sinistre de Notre-Dame de 2026' }) })
    expect(conceptsIn(await tagsOf(room, 'nd'))).toEqual([])
    expect(await client.tagging.tryRule({ line: '"Notre-Dame" + incendie -> feu-nd' })).toMatchObject({
      concept: 'feu-nd',
      tried: 2,
      fired: 1,
      articles: [{ id: 'nd', quotes: ['incendie', 'Notre-Dame'] }],
    })
    const rule = await client.tagging.addRule({ line: '"Notre-Dame" + incendie -> feu-nd' })
    expect(rule).toMatchObject({ concept: 'feu-nd', state: 'active', added: { by: 'me' }, accepted: 0, rejected: 0 })
    const [tag] = await tagsOf(room, 'nd')
    expect(tag).toMatchObject({ value: { concept: 'feu-nd' }, score: 0.95 })
    expect(tag!.evidence[0]).toEqual({ kind: 'rule', rule: rule.id, line: rule.line })
    expect(tag!.evidence.flatMap((one) => (one.kind === 'text' ? [one.quote] : []))).toEqual(
      expect.arrayContaining(['incendie', 'Notre-Dame']),
    )
    expect(conceptsIn(await tagsOf(room, 'mer'))).not.toContain('feu-nd')
    await client.tagging.removeRule({ id: rule.id })
    expect(conceptsIn(await tagsOf(room, 'nd'))).toEqual([])
    expect((await room.acts()).filter((act) => act.startsWith('rule.'))).toEqual(['rule.added', 'rule.removed'])
    expect(await refusal(client.tagging.removeRule({ id: rule.id }))).toBe('not-found')
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('is locked to the thesaurus: unknown, retired or ambiguous tags are refused with their place', async () => {
    const { client } = await openRoom()
    await client.vocabulary.save({ concept: conceptOf({ id: 'mort', fr: 'Retiré', active: false }) })
    const problem = (given: string) =>
      client.tagging.addRule({ line: given }).then(
        () => null,
        (error: { data?: { details?: unknown } }) => error.data?.details,
      )
    expect(await problem('feu -> Inconnu')).toEqual({ field: 'line', problem: 'unknown-tag', at: 8 })
    expect(await problem('feu -> Retiré')).toEqual({ field: 'line', problem: 'retired-tag', at: 8 })
    expect(await problem('feu + -> Port')).toEqual({ field: 'line', problem: 'operator-end', at: 5 })
    expect(await client.tagging.rules({})).toEqual([])
  })

  it('leads a replaced tag to its replacement, sleeps when there is none, and keeps its record', async () => {
    const room = await openRoom()
    const { client } = room
    const rule = await client.tagging.addRule({ line: 'incendie -> Sinistre' })
    expect(rule.concept).toBe('feu-nd')
    expect(await client.tagging.addRule({ line: ' incendie -> Sinistre ' })).toEqual(rule)
    const [tag] = await tagsOf(room, 'nd')
    await client.reviews.reject({ id: tag!.id, reason: '' })
    expect(await client.tagging.rules({})).toMatchObject([{ accepted: 0, rejected: 1 }])
    const expired = await client.tagging.addRule({ line: 'feu -> Port until 2020-01-01' })
    expect(expired.state).toBe('expired')
    await client.vocabulary.save({ concept: conceptOf({ id: 'feu-nd', fr: 'Incendie de Notre-Dame', active: false }) })
    expect((await client.tagging.rules({}))[0]).toMatchObject({ state: 'blocked' })
    expect(conceptsIn(await tagsOf(room, 'nd'))).not.toContain('feu-nd')
  })
})

describe('decisions on tags', () => {
  /** On a text that is not kept, so that no earlier answer comes back. */
  async function scoreOf({ client }: Newsroom): Promise<number> {
    const record = { id: 'passant', title: 'La mer monte', body: 'Le port de Brest se prépare. Le port voisin aussi.', lang: 'fr' }
    const { suggestions } = await client.suggestions.suggestTransient({ task: 'tags', record })
    return suggestions.find(({ value }) => 'concept' in value && value.concept === 'port')?.score ?? 0
  }

  it('move the score at once, can be inspected, undone and forgotten', async () => {
    const room = await openRoom()
    const { client } = room
    await room.bring('articles', 'b.jsonl', [{ id: 'p1', title: 'Le port', body: 'Au port, rien.', lang: 'fr' }])
    const before = await scoreOf(room)
    expect(before).toBeGreaterThan(0.35)
    const [other] = await tagsOf(room, 'p1')
    await client.reviews.reject({ id: other!.id, reason: '' })
    const after = await scoreOf(room)
    expect(after).toBeLessThan(before)
    expect((await client.tagging.learned({})).tags).toMatchObject([
      { concept: 'port', label: 'Port', accepted: 0, rejected: 1, added: 0, spellings: [{ spelling: 'port', rejected: 1, off: false }] },
    ])
    await client.reviews.undo({ id: other!.id })
    expect(await scoreOf(room)).toBe(before)
    await client.reviews.accept({ id: other!.id, checks: [] })
    const raised = await scoreOf(room)
    expect(raised).toBeGreaterThan(before)

    await room.acts()
    await client.tagging.reset({ concept: 'port' })
    expect(await room.acts()).toEqual(['tags.reset'])
    expect(await scoreOf(room)).toBe(before)
    const forgotten = await client.tagging.learned({ concept: 'port' })
    expect(forgotten.tags).toMatchObject([{ accepted: 0, rejected: 0, shift: 0 }])
    expect(forgotten.tags[0]!.forgottenAt).not.toBeNull()
    // What is decided afterwards teaches again.
    await client.reviews.add({ item: 'p1', task: 'tags', value: { concept: 'port', label: 'Port' } })
    expect((await client.tagging.learned({})).tags).toMatchObject([{ concept: 'port', added: 1 }])
    await client.tagging.reset({})
    expect(await client.tagging.learned({})).toMatchObject({ tags: [], forgottenAt: expect.any(String) })
    expect(await refusal(client.tagging.learned({ concept: 'rien' }))).toBe('not-found')
  })

  it('are forgotten by a referent only', async () => {
    const { client } = await openRoom()
    await client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
    expect(await refusal(client.tagging.reset({ as: 'lena' }))).toBe('role-required')
  })

  it('become examples and counter-examples of the next training, until a reset', async () => {
    const room = await openRoom()
    const { client, desk } = room
    await room.bring('articles', 'c.jsonl', [
      { id: 't1', title: 'Le port', body: 'Au port.', lang: 'fr', tags: ['Port', 'Divers'] },
      { id: 't2', title: 'Interdit', body: 'Au port.', lang: 'fr', aiUse: false },
    ])
    const [machine] = (await tagsOf(room, 't1')).filter(({ value }) => 'concept' in value && value.concept === 'port')
    await client.reviews.reject({ id: machine!.id, reason: '' })
    await client.reviews.add({ item: 'nd', task: 'tags', value: { concept: 'feu-nd', label: 'Incendie de Notre-Dame' } })
    const { concepts } = await client.vocabulary.list({})
    const examples = async () =>
      (
        await taggedExamples(
          desk.store.read,
          concepts.map(({ concept }) => concept),
          100,
        )
      ).map(({ id, tags }) => [id, tags])
    expect(await examples()).toEqual([
      ['t1', ['Divers']],
      ['nd', ['feu-nd']],
    ])
    await client.tagging.reset({})
    expect(await examples()).toEqual([['t1', ['Port', 'Divers']]])
  })
})

describe('the parking lane', () => {
  async function withNews(): Promise<Newsroom> {
    const room = await openRoom()
    await room.bring('articles', 'd.jsonl', [
      { id: 'm1', title: 'Un', body: 'Le collectif Mer Vivante attaque le projet.', lang: 'fr', date: '2026-11-18' },
      { id: 'm2', title: 'Deux', body: 'Hier, Mer Vivante a porté plainte.', lang: 'fr', date: '2026-11-19' },
    ])
    return room
  }
  const waiting = async ({ client }: Newsroom) => (await client.tagging.parking({})).terms

  it('gathers terms that recur, with counts and examples, and proposes none as a tag', async () => {
    const room = await withNews()
    await room.client.vocabulary.proposeTerm({ term: 'mer vivante', article: 'mer' })
    await room.client.vocabulary.proposeTerm({ term: 'Criée', article: 'mer' })
    const { terms, read, of } = await room.client.tagging.parking({})
    expect([read, of]).toEqual([4, 4])
    expect(terms[0]).toMatchObject({
      term: 'Mer Vivante',
      kind: 'name',
      articles: 2,
      proposed: 1,
      firstSeen: '2026-11-18',
      state: 'waiting',
    })
    expect(terms[0]!.examples.map(({ article }) => article)).toEqual(['m2', 'm1'])
    expect(terms).toContainEqual(expect.objectContaining({ term: 'Criée', kind: 'typed', proposed: 1, articles: 0 }))
    expect(conceptsIn(await tagsOf(room, 'm1'))).toEqual([])
  })

  it('sets aside for good, puts back, and takes in as a concept or a label, in the ledger', async () => {
    const room = await withNews()
    const { client } = room
    const key = (await waiting(room))[0]?.key ?? ''
    await client.tagging.dismissTerm({ key })
    expect((await waiting(room)).map((term) => term.key)).not.toContain(key)
    await room.bring('articles', 'e.jsonl', [{ id: 'm3', title: 'Trois', body: 'Encore Mer Vivante.', lang: 'fr' }])
    expect((await waiting(room)).map((term) => term.key)).not.toContain(key)
    expect((await client.tagging.parking({ states: ['dismissed'] })).terms).toMatchObject([{ key, articles: 3 }])
    await client.tagging.restoreTerm({ key })
    expect((await waiting(room)).map((term) => term.key)).toContain(key)

    const made = await client.tagging.adoptTerm({ key })
    expect(made).toMatchObject({ id: 'mer-vivante', active: true, labels: [{ lang: 'fr', text: 'Mer Vivante', kind: 'preferred' }] })
    expect((await waiting(room)).map((term) => term.key)).not.toContain(key)
    expect((await client.tagging.parking({ states: ['adopted'] })).terms).toMatchObject([{ key, concept: 'mer-vivante' }])
    expect(conceptsIn(await tagsOf(room, 'm1'))).toEqual(['mer-vivante'])
    expect((await room.acts()).filter((act) => act.startsWith('term.'))).toEqual(['term.dismissed', 'term.restored', 'term.adopted'])
    expect(await refusal(client.tagging.dismissTerm({ key: 'fr:rien' }))).toBe('not-found')
  })

  it('says at once what people typed, without what was set aside or taken in since', async () => {
    const { client } = await withNews()
    for (const term of ['mer vivante', 'Criée', 'Marais']) await client.vocabulary.proposeTerm({ term, article: 'mer' })
    const typed = async () => (await client.vocabulary.proposedTerms({})).map(({ term }) => term)
    expect((await typed()).toSorted()).toEqual(['Criée', 'Marais', 'mer vivante'])
    const lane = (await client.tagging.parking({})).terms
    const keyOf = (name: string) => lane.find(({ term }) => term === name)?.key ?? ''
    await client.tagging.dismissTerm({ key: keyOf('Mer Vivante') })
    await client.tagging.dismissTerm({ key: keyOf('Criée') })
    expect(await typed()).toEqual(['Marais'])
    await client.tagging.restoreTerm({ key: keyOf('Criée') })
    await client.tagging.adoptTerm({ key: keyOf('Marais') })
    expect(await typed()).toEqual(['Criée'])
  })

  it('takes a term in as another name of a concept', async () => {
    const room = await withNews()
    const key = (await waiting(room))[0]?.key ?? ''
    const changed = await room.client.tagging.adoptTerm({ key, term: 'Collectif Mer Vivante', concept: 'port' })
    expect(changed.labels).toContainEqual({ lang: 'fr', text: 'Collectif Mer Vivante', kind: 'alternate' })
    expect(await refusal(room.client.tagging.adoptTerm({ key, concept: 'nulle-part' }))).toBe('not-found')
  })
})
