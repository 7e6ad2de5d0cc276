// Decisions on outputs, through the contract, on a real desk.
import { describe, expect, it } from 'vitest'
import { harbour } from '../../make-desk.ts'
import { checks, faithful, openNewsroom, propose, proposeTags, refusal, saveHarbour, stateOf, wrong, type Newsroom } from './newsroom.ts'

const second = 'La criée a vendu 1 200 tonnes de poisson en 2025 dans le port.'
const override = 'Le chiffre vient du communiqué.'

async function start(texts: readonly string[] = [faithful, wrong, second]): Promise<{ room: Newsroom; item: string; ids: string[] }> {
  const room = await openNewsroom()
  const item = await saveHarbour(room)
  const ids = (await propose(room, item, texts)).map((suggestion) => suggestion.id)
  await room.acts()
  return { room, item, ids }
}

describe('a text', () => {
  it('is accepted after its three checks, each recorded', async () => {
    const { room, item, ids } = await start()
    const { reviews } = room.client
    const id = ids[0]!
    expect(await refusal(reviews.accept({ id }))).toBe('checks-missing')
    expect(await refusal(reviews.accept({ id, checks: ['accuracy', 'sources'] }))).toBe('checks-missing')
    expect(await refusal(reviews.accept({ id, checks: ['stands-alone'] }))).toBe('checks-missing')
    const decided = await reviews.accept({ id, checks })
    expect(decided).toMatchObject({ id, state: 'accepted' })
    expect(await room.acts()).toEqual(['suggestion.accepted'])
    const [entry] = (await room.client.ledger.list({ subject: id })).entries
    expect(entry?.body.id).toBe(decided.entry)
    expect(entry?.body.facts).toMatchObject({
      task: 'key-points',
      item,
      checks,
      from: 'proposed',
      origin: 'imported',
      engine: 'autre-outil',
      withoutProtocol: true,
    })
    expect(entry?.contents['after']).toBe(JSON.stringify({ text: faithful }))
    expect(JSON.stringify(entry?.body)).not.toContain('flottille')
    expect((await stateOf(room, item, id)).decision).toMatchObject({ by: 'me', entry: decided.entry, checks, reason: null, override: null })
    expect(await refusal(reviews.accept({ id, checks }))).toBe('bad-transition')
  })

  it('that the article does not support needs a reason of fifteen characters', async () => {
    const { room, item, ids } = await start()
    const { reviews } = room.client
    const id = ids[1]!
    expect((await stateOf(room, item, id)).flags.map((flag) => flag.code)).toContain('number-absent')
    expect(await refusal(reviews.accept({ id, checks }))).toBe('ungrounded')
    expect(await refusal(reviews.accept({ id, checks, override: '  trop court     ' }))).toBe('ungrounded')
    await reviews.accept({ id, checks, override })
    const [entry] = (await room.client.ledger.list({ subject: id })).entries
    expect(entry?.contents['override']).toBe(override)
    expect(entry?.body.facts['flags']).toContain('number-absent')
    expect((await stateOf(room, item, id)).decision?.override).toBe(override)
  })

  it('that is a verbatim sentence has its accuracy recorded by code and asks one check', async () => {
    const { room, item } = await start([])
    const { suggestions } = await room.client.suggestions.suggest({ task: 'key-points', item })
    const id = suggestions[0]!.id
    expect(suggestions[0]!.flags.map((flag) => flag.code)).toContain('verbatim')
    expect(await refusal(room.client.reviews.accept({ id, checks: ['accuracy'] }))).toBe('checks-missing')
    await room.client.reviews.accept({ id, checks: ['stands-alone'] })
    const [entry] = (await room.client.ledger.list({ subject: id })).entries
    expect(entry?.body.facts['checksByCode']).toEqual(['accuracy'])
  })

  it('edited by a person goes through the fact-lock too', async () => {
    const { room, item, ids } = await start()
    const { reviews } = room.client
    const id = ids[0]!
    expect(await refusal(reviews.edit({ id, value: { text: wrong }, checks }))).toBe('ungrounded')
    expect(await refusal(reviews.edit({ id, value: { text: 'Le port compte 14 bateaux.' } }))).toBe('checks-missing')
    expect(await refusal(reviews.edit({ id, value: { concept: 'peche', label: 'Pêche' }, checks }))).toBe('bad-input')
    expect(await room.acts()).toEqual([])
    await reviews.edit({ id, value: { text: 'Le port compte 14 bateaux.' }, checks })
    const edited = await stateOf(room, item, id)
    expect(edited).toMatchObject({ state: 'edited', value: { text: 'Le port compte 14 bateaux.' }, proposed: { text: faithful } })
    const [entry] = (await room.client.ledger.list({ subject: id })).entries
    expect(entry?.contents).toMatchObject({
      before: JSON.stringify({ text: faithful }),
      after: JSON.stringify({ text: 'Le port compte 14 bateaux.' }),
    })
    await reviews.undo({ id })
    expect(await stateOf(room, item, id)).toMatchObject({ state: 'proposed', value: { text: faithful }, proposed: null, decision: null })
  })

  it('is refused with a reason only, left in doubt without one', async () => {
    const { room, ids } = await start()
    const { reviews } = room.client
    expect(await refusal(reviews.reject({ id: ids[0]! }))).toBe('bad-input')
    expect(await refusal(reviews.reject({ id: ids[0]!, reason: '   ' }))).toBe('bad-input')
    await reviews.reject({ id: ids[0]!, reason: 'imprécis' })
    await reviews.unsure({ id: ids[2]! })
    expect(await refusal(reviews.unsure({ id: ids[2]! }))).toBe('bad-transition')
    expect(await room.acts()).toEqual(['suggestion.rejected', 'suggestion.unsure'])
    // A doubt can still be decided, and undoing that goes back to the doubt.
    await reviews.accept({ id: ids[2]!, checks })
    expect(await reviews.undo({ id: ids[2]! })).toMatchObject({ state: 'unsure' })
    expect(await reviews.undo({ id: ids[2]! })).toMatchObject({ state: 'proposed' })
  })
})

describe('undo and withdrawal', () => {
  it('undo until it is exported, withdraw after, with a reason', async () => {
    const { room, ids } = await start()
    const { reviews, exports } = room.client
    const id = ids[0]!
    expect(await refusal(reviews.undo({ id }))).toBe('bad-transition')
    await reviews.accept({ id, checks })
    expect(await reviews.undo({ id })).toMatchObject({ state: 'proposed' })
    await reviews.accept({ id, checks })
    await exports.make({ format: 'json', ids: [id] })
    expect(await refusal(reviews.undo({ id }))).toBe('bad-transition')
    expect(await refusal(reviews.withdraw({ id, reason: ' ' }))).toBe('bad-input')
    expect(await reviews.withdraw({ id, reason: 'Démenti du port' })).toMatchObject({ state: 'withdrawn' })
    expect(await refusal(exports.make({ format: 'json', ids: [id] }))).toBe('not-signed-off')
    expect(await room.acts()).toEqual([
      'suggestion.accepted',
      'suggestion.undone',
      'suggestion.accepted',
      'outputs.exported',
      'suggestion.withdrawn',
    ])
  })

  it('count a copy of a validated text as a way out', async () => {
    const { room, item, ids } = await start()
    await room.client.reviews.accept({ id: ids[0]!, checks })
    await room.client.reviews.copy({ item, task: 'key-points', form: 'plain' })
    expect(await refusal(room.client.reviews.undo({ id: ids[0]! }))).toBe('bad-transition')
  })
})

describe('tags and links', () => {
  it('are decided together for one article: what is kept, the rest refused, one entry each', async () => {
    const room = await openNewsroom()
    const item = await saveHarbour(room)
    const tags = await proposeTags(room, item)
    await room.acts()
    expect(await refusal(room.client.reviews.decideItem({ item, task: 'tags', kept: ['absent'] }))).toBe('not-found')
    expect(await room.acts()).toEqual([])
    const decided = await room.client.reviews.decideItem({ item, task: 'tags', kept: [tags[1]!.id] })
    expect(decided.map(({ id, state }) => [id, state])).toEqual([
      [tags[0]!.id, 'rejected'],
      [tags[1]!.id, 'accepted'],
    ])
    expect(await room.acts()).toEqual(['suggestion.rejected', 'suggestion.accepted'])
  })

  it('may be added by a person, from the thesaurus only, to what may be linked only', async () => {
    const room = await openNewsroom()
    const { client } = room
    const item = await saveHarbour(room)
    const older = await client.articles.save({ ...harbour, title: 'Le port en 2024', body: 'Un article plus ancien sur le port.' })
    await proposeTags(room, item)
    await room.acts()
    const add = (task: 'tags' | 'links' | 'key-points', value: Parameters<typeof client.reviews.add>[0]['value']) =>
      client.reviews.add({ item, task, value })
    expect(await refusal(add('tags', { concept: 'meteo', label: 'Météo' }))).toBe('bad-input')
    const added = await add('tags', { concept: 'peche', label: 'Pêche' })
    expect(await stateOf(room, item, added.id)).toMatchObject({ origin: 'human', state: 'accepted', engine: 'human' })
    await client.vocabulary.save({
      concept: {
        id: 'port',
        labels: [{ lang: 'fr', text: 'Port', kind: 'preferred' }],
        definition: null,
        parent: null,
        active: false,
        replacedBy: 'peche',
      },
    })
    expect(await refusal(add('tags', { concept: 'port', label: 'Port' }))).toBe('bad-input')

    expect(await refusal(add('links', { article: item, anchor: null, type: 'context' }))).toBe('bad-input')
    expect(await refusal(add('links', { article: 'absent', anchor: null, type: 'context' }))).toBe('not-found')
    expect(await refusal(add('links', { article: older.id, anchor: { start: 0, end: 4, quote: 'rien' }, type: 'context' }))).toBe(
      'bad-input',
    )
    await add('links', { article: older.id, anchor: { start: 0, end: 10, quote: harbour.body.slice(0, 10) }, type: 'context' })
    await client.articles.barLinks({ id: older.id, doNotLink: { reason: 'acquittal' } })
    expect(await refusal(add('links', { article: older.id, anchor: null, type: 'context' }))).toBe('not-cleared')
    expect(await refusal(add('key-points', { text: wrong }))).toBe('checks-missing')
    expect(await refusal(client.reviews.add({ item, task: 'key-points', value: { text: wrong }, checks }))).toBe('ungrounded')
    expect(await refusal(client.reviews.add({ item, task: 'key-points', value: { text: faithful }, checks, experiment: 'absent' }))).toBe(
      'not-found',
    )
    await client.reviews.add({ item, task: 'key-points', value: { text: faithful }, checks })
    expect(await room.acts()).toEqual(['suggestion.added', 'vocabulary.retired', 'suggestion.added', 'suggestion.added'])
    expect(await client.reviews.undo({ id: added.id })).toMatchObject({ state: 'rejected' })
    expect(await refusal(client.reviews.undo({ id: added.id }))).toBe('bad-transition')
  })
})

describe('who decides', () => {
  it('must be on the desk, and is recorded as declared unless it is the account itself', async () => {
    const { room, ids } = await start()
    const { client } = room
    expect(await refusal(client.reviews.accept({ id: ids[0]!, checks, as: 'lena' }))).toBe('unknown-person')
    await client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
    await client.reviews.accept({ id: ids[0]!, checks, as: 'lena' })
    const [entry] = (await client.ledger.list({ subject: ids[0]! })).entries
    expect(entry).toMatchObject({ personName: 'Léna', body: { person: 'lena', role: 'journalist', channel: 'host', identity: 'declared' } })
    await client.reviews.unsure({ id: ids[2]! })
    expect((await client.ledger.list({ subject: ids[2]! })).entries[0]?.body).toMatchObject({ person: 'me', identity: 'os-account' })
  })

  it('cannot decide on what is not there, nor on an opinion', async () => {
    const { room } = await start()
    expect(await refusal(room.client.reviews.accept({ id: 'absent', checks }))).toBe('not-found')
  })
})

describe('an article that changes', () => {
  const corrected = harbour.body.replace('14 bateaux', '15 bateaux')

  it('makes its live outputs stale, whether corrected here or imported again', async () => {
    const room = await openNewsroom()
    const { client } = room
    await room.bring('articles', 'a.jsonl', [{ id: 'n1', ...harbour }])
    const [a, b, c, d] = await propose(room, 'n1', [
      faithful,
      second,
      'Le président du comité des pêches est Hervé Quéméneur.',
      'Une réunion est prévue le 12 avril au port.',
    ])
    await client.reviews.accept({ id: a!.id, checks })
    await client.reviews.reject({ id: b!.id, reason: 'imprécis' })
    await client.reviews.unsure({ id: c!.id })
    await room.acts()
    await client.articles.save({ ...harbour, id: 'n1', body: corrected })
    expect(await room.acts()).toEqual(['suggestion.stale', 'suggestion.stale', 'suggestion.stale'])
    const states = async () => (await client.suggestions.ofItem({ item: 'n1' })).map((suggestion) => suggestion.state)
    expect(await states()).toEqual(['stale', 'rejected', 'stale', 'stale'])
    // The file again: the article is found, not taken for another source's; it goes back to what the file says.
    expect(await room.bring('articles', 'a.jsonl', [{ id: 'n1', ...harbour }])).toMatchObject({ updated: 1, rejected: [] })
    expect(await client.articles.show({ id: 'n1' })).toMatchObject({ body: harbour.body })
    // It is the very text they were made from and decided on: they stand again.
    expect(await states()).toEqual(['accepted', 'rejected', 'unsure', 'proposed'])
    expect(await room.acts()).toEqual(['suggestion.renewed', 'suggestion.renewed', 'suggestion.renewed'])
    expect(await room.bring('articles', 'a.jsonl', [{ id: 'n1', ...harbour, body: corrected }])).toMatchObject({ updated: 1 })
    expect(await states()).toEqual(['stale', 'rejected', 'stale', 'stale'])
    expect(await refusal(client.reviews.accept({ id: d!.id, checks }))).toBe('stale')
    expect(await refusal(client.exports.make({ format: 'json', ids: [a!.id] }))).toBe('stale')
    expect((await client.exports.make({ format: 'json' })).count).toBe(0)
  })

  it('lets a stale text be edited against the article as it is now, and that leaves', async () => {
    const { room, item, ids } = await start()
    const { client } = room
    await client.articles.save({ ...harbour, id: item, body: corrected })
    const id = ids[0]!
    expect(await refusal(client.reviews.edit({ id, value: { text: faithful }, checks }))).toBe('ungrounded')
    await client.reviews.edit({ id, value: { text: 'La flottille compte désormais 15 bateaux au port.' }, checks })
    expect((await client.exports.make({ format: 'json', ids: [id] })).count).toBe(1)
    expect((await client.ledger.list({ subject: id })).entries[0]?.body.facts['itemHash']).toBe(
      (await client.articles.show({ id: item })).hash,
    )
  })

  it('can still call back what had left before the article changed', async () => {
    const { room, item, ids } = await start()
    const { client } = room
    const [sent, , kept] = ids
    for (const id of [sent!, kept!]) await client.reviews.accept({ id, checks })
    await client.exports.make({ format: 'json', ids: [sent!] })
    await client.articles.save({ ...harbour, id: item, body: corrected })
    expect(await client.reviews.withdraw({ id: sent!, reason: 'l’article a été corrigé' })).toMatchObject({ state: 'withdrawn' })
    expect(await refusal(client.reviews.withdraw({ id: kept!, reason: 'jamais parti' }))).toBe('bad-transition')
  })

  it('does not let an undone refusal come back as if nothing had happened', async () => {
    const { room, item, ids } = await start()
    const { client } = room
    await client.reviews.reject({ id: ids[0]!, reason: 'imprécis' })
    await client.articles.save({ ...harbour, id: item, body: corrected })
    expect(await client.reviews.undo({ id: ids[0]! })).toMatchObject({ state: 'stale' })
    expect(await refusal(client.reviews.accept({ id: ids[0]!, checks }))).toBe('stale')
  })

  it('changes nothing when only its section changes', async () => {
    const { room, item, ids } = await start()
    await room.client.articles.save({ ...harbour, id: item, section: 'Économie' })
    expect(await room.acts()).toEqual([])
    await room.client.reviews.accept({ id: ids[0]!, checks })
  })
})

describe('a free try asked again', () => {
  it('takes the place of the one that waited, which nobody has to decide any more', async () => {
    const room = await openNewsroom()
    const { client } = room
    const item = await saveHarbour(room)
    const add = (id: string, label: string) =>
      client.vocabulary.save({
        concept: {
          id,
          labels: [{ lang: 'fr', text: label, kind: 'preferred' }],
          definition: null,
          parent: null,
          active: true,
          replacedBy: null,
        },
      })
    await add('ports', 'port')
    const first = (await client.suggestions.suggest({ task: 'tags', item })).suggestions
    expect(first.map(({ value }) => value)).toEqual([{ concept: 'ports', label: 'port' }])
    await add('ligneurs', 'ligneur')
    const later = (await client.suggestions.suggest({ task: 'tags', item })).suggestions
    expect(later.length).toBe(2)
    const waiting = await client.reviews.list({ task: 'tags' })
    expect(waiting.map(({ id }) => id).toSorted()).toEqual(later.map(({ id }) => id).toSorted())
    expect((await client.suggestions.ofItem({ item })).find(({ id }) => id === first[0]!.id)?.state).toBe('stale')
    expect((await client.reviews.queue({ task: 'tags' })).items).toMatchObject([{ item, waiting: 2, decided: 0 }])
    // A decision teaches the engine, and does not ask the same article anew.
    await client.reviews.accept({ id: later[0]!.id })
    expect((await client.suggestions.suggest({ task: 'tags', item })).suggestions.map(({ id }) => id)).toEqual(later.map(({ id }) => id))
  })
})

describe('ways out', () => {
  it('refuse everything that is not validated, whatever is asked and in whatever format', async () => {
    const { room, item, ids } = await start()
    const { client } = room
    await client.reviews.reject({ id: ids[1]!, reason: 'chiffre faux' })
    await client.reviews.unsure({ id: ids[2]! })
    await room.acts()
    for (const format of ['json', 'csv', 'ninjs', 'html', 'md'] as const) {
      for (const id of ids) expect(await refusal(client.exports.make({ format, ids: [id] })), `${format} ${id}`).toBe('not-signed-off')
      const made = await client.exports.make({ format, item })
      expect(made.count).toBe(0)
      expect(made.content).not.toContain('bateaux')
    }
    expect(await refusal(client.exports.make({ format: 'json', ids: ['absent'] }))).toBe('not-found')
    await client.reviews.accept({ id: ids[0]!, checks })
    expect(await refusal(client.exports.make({ format: 'json', ids }))).toBe('not-signed-off')
    expect(await room.acts()).toEqual(['suggestion.accepted'])
    expect(JSON.parse((await client.exports.make({ format: 'json' })).content)).toHaveLength(1)
    expect(await room.acts()).toEqual(['outputs.exported'])
  })

  it('copy unvalidated text with its warning only, on every form', async () => {
    const { room, item, ids } = await start()
    const { client } = room
    await client.reviews.accept({ id: ids[0]!, checks })
    const prefix = '[PROPOSITION NON VALIDÉE]'
    for (const form of ['plain', 'html', 'comma'] as const) {
      const all = await client.reviews.copy({ item, task: 'key-points', form, ids })
      expect(all).toMatchObject({ validated: 1, unvalidated: 2 })
      expect(all.text.split(prefix)).toHaveLength(3)
      expect(all.text).toContain(`${prefix} ${wrong}`)
      expect(all.text).not.toContain(`${prefix} ${faithful}`)
      const validated = await client.reviews.copy({ item, task: 'key-points', form })
      expect(validated).toMatchObject({ validated: 1, unvalidated: 0 })
      expect(validated.text).toContain(faithful)
      expect(validated.text).not.toContain('41')
    }
    // Another article's ids bring nothing across.
    const other = await client.articles.save({ ...harbour, title: 'Autre' })
    expect((await client.reviews.copy({ item: other.id, task: 'key-points', form: 'plain', ids })).text).toBe('')
    expect(await refusal(client.reviews.copy({ item, task: 'moderation', form: 'plain' }))).toBe('not-signed-off')
  })
})
