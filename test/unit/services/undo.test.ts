// What was done by mistake is taken back, by a new entry, and only while nothing rests on it.
import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { createArticleVectors } from '../../../electron/core/services/article-vectors.ts'
import { openModelFiles } from '../../../electron/core/services/model-files.ts'
import { findModel } from '../../../electron/core/store/desk-rows.ts'
import { modelNames } from '../../../electron/core/tasks/ports.ts'
import { harbour } from '../../make-desk.ts'
import { checks, faithful, openNewsroom, propose, proposeTags, refusal, saveHarbour, stateOf, type Newsroom } from './newsroom.ts'

/** What the refusal says happened since. */
async function since(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
    return null
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    return (error.data as { details: Record<string, unknown> }).details['since'] ?? error.code
  }
}

const corrections = { body: `${harbour.body}\n\nLa séance a été levée.` }

describe('the correction of an article', () => {
  async function corrected() {
    const room = await openNewsroom()
    const id = await saveHarbour(room)
    const [point, other] = await propose(room, id, [faithful, 'La criée a vendu 1 200 tonnes de poisson en 2025.'])
    await room.client.reviews.accept({ id: point!.id, checks })
    const former = await room.client.articles.show({ id })
    await room.acts()
    const now = await room.client.articles.save({ ...former, ...corrections })
    return { room, id, point: point!.id, other: other!.id, former, now }
  }

  it('gives the former text back, and what was decided on it stands again', async () => {
    const { room, id, point, other, former, now } = await corrected()
    const { client } = room
    expect((await stateOf(room, id, point)).state).toBe('stale')
    const back = await client.undo.correction({ id, corrected: now, former })
    expect(back).toMatchObject({ body: former.body, hash: former.hash, date: former.date })
    expect(await room.acts()).toEqual(['suggestion.stale', 'suggestion.stale', 'suggestion.renewed', 'suggestion.renewed'])
    expect(await stateOf(room, id, point)).toMatchObject({ state: 'accepted', decision: { by: 'me', checks } })
    expect((await stateOf(room, id, other)).state).toBe('proposed')
    expect((await client.exports.make({ format: 'json', ids: [point] })).count).toBe(1)
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('keeps what undoing a decision goes back to, for the machine’s and for a person’s', async () => {
    const room = await openNewsroom()
    const id = await saveHarbour(room)
    const [tag] = await proposeTags(room, id)
    const { client } = room
    await client.reviews.unsure({ id: tag!.id })
    await client.reviews.accept({ id: tag!.id, checks: [] })
    const own = await client.reviews.add({ item: id, task: 'key-points', value: { text: faithful }, checks })
    const former = await client.articles.show({ id })
    const now = await client.articles.save({ ...former, ...corrections })
    await client.undo.correction({ id, corrected: now, former })
    expect(await client.reviews.undo({ id: tag!.id })).toMatchObject({ state: 'unsure' })
    expect(await client.reviews.undo({ id: own.id })).toMatchObject({ state: 'rejected' })
  })

  it('is no longer taken back once it was corrected again, or something was validated on it', async () => {
    const { room, id, other, former, now } = await corrected()
    const { client } = room
    const again = await client.articles.save({ ...now, title: 'Encore' })
    expect(await since(client.undo.correction({ id, corrected: now, former }))).toBe('changed')
    await client.reviews.edit({ id: other, value: { text: faithful }, checks })
    expect(await since(client.undo.correction({ id, corrected: again, former }))).toBe('decided')
    expect((await client.articles.show({ id })).title).toBe('Encore')
    expect(await refusal(client.undo.correction({ id: 'absent', corrected: again, former }))).toBe('not-found')
  })

  it('never lends the words made from one text to another, whatever was edited and undone between', async () => {
    const { room, id, other, now } = await corrected()
    const { client } = room
    // Edited on the corrected text, then undone: the machine's words are of the text before.
    await client.reviews.edit({ id: other, value: { text: faithful }, checks })
    expect(await client.reviews.undo({ id: other })).toMatchObject({ state: 'stale' })
    const again = await client.articles.save({ ...now, title: 'Encore' })
    await client.undo.correction({ id, corrected: again, former: now })
    expect((await stateOf(room, id, other)).state).toBe('stale')
    expect(await refusal(client.reviews.accept({ id: other, checks }))).toBe('stale')
  })

  it('brings a refusal undone on the text of before back as open', async () => {
    const { room, id, other, former, now } = await corrected()
    const { client } = room
    await client.reviews.reject({ id: other, reason: 'non' })
    await client.undo.correction({ id, corrected: now, former })
    expect(await client.reviews.undo({ id: other })).toMatchObject({ state: 'proposed' })
    expect(await client.reviews.accept({ id: other, checks })).toMatchObject({ state: 'accepted' })
  })

  it('of its date alone touches no output; the old text imported again renews too', async () => {
    const { room, id, point, former, now } = await corrected()
    const { client } = room
    await client.articles.save(former)
    expect((await stateOf(room, id, point)).state).toBe('accepted')
    const dated = await client.articles.save({ ...former, date: null })
    await room.acts()
    expect(await client.undo.correction({ id, corrected: dated, former })).toMatchObject({ date: former.date })
    expect(await room.acts()).toEqual([])
    expect(now.hash).not.toBe(former.hash)
  })
})

describe('a term adopted from the parking lane', () => {
  async function withTerm() {
    const room = await openNewsroom()
    await room.bring(
      'articles',
      'a.jsonl',
      [1, 2, 3].map((number) => ({ ...harbour, id: `n${number}` })),
    )
    await proposeTags(room, 'n1')
    const { terms } = await room.client.tagging.parking({})
    const term = terms.find((one) => one.term === 'Hervé Quéméneur')!
    await room.acts()
    return { room, key: term.key }
  }
  const keys = async (room: Newsroom) => (await room.client.tagging.parking({})).terms.map((term) => term.key)

  it('waits again, and the tag it made is gone', async () => {
    const { room, key } = await withTerm()
    const { client } = room
    const concept = await client.tagging.adoptTerm({ key })
    expect(await keys(room)).not.toContain(key)
    await client.undo.adoption({ key })
    expect(await keys(room)).toContain(key)
    expect((await client.vocabulary.list({})).concepts.map((one) => one.concept.id)).not.toContain(concept.id)
    expect(await room.acts()).toEqual(['term.adopted', 'term.restored'])
    const { entries } = await client.ledger.list({ limit: 2 })
    expect(entries[0]!.body.facts).toMatchObject({ of: entries[1]!.body.id, removed: 'concept' })
    expect(await since(client.undo.adoption({ key }))).toBe('not-found')
    // And can be adopted anew.
    expect((await client.tagging.adoptTerm({ key })).id).toBe(concept.id)
  })

  it('gives back the name it lent another tag', async () => {
    const { room, key } = await withTerm()
    const { client } = room
    await client.tagging.adoptTerm({ key, concept: 'port' })
    await client.undo.adoption({ key })
    const port = (await client.vocabulary.list({})).concepts.find((one) => one.concept.id === 'port')
    expect(port!.concept.labels.map((label) => label.text)).toEqual(['Port'])
    expect(await keys(room)).toContain(key)
  })

  it('stays once the tag was given, ruled on or changed', async () => {
    const { room, key } = await withTerm()
    const { client } = room
    const concept = await client.tagging.adoptTerm({ key })
    const rule = await client.tagging.addRule({ line: 'flottille + port -> Hervé Quéméneur' })
    expect(await since(client.undo.adoption({ key }))).toBe('used')
    await client.tagging.removeRule({ id: rule.id })
    await client.vocabulary.save({ concept: { ...concept, definition: 'Président du comité des pêches' } })
    expect(await since(client.undo.adoption({ key }))).toBe('changed')
    await client.vocabulary.save({ concept })
    await client.reviews.add({ item: 'n2', task: 'tags', value: { concept: concept.id, label: 'Hervé Quéméneur' } })
    expect(await since(client.undo.adoption({ key }))).toBe('used')
  })
})

describe('a tag of the thesaurus', () => {
  const fresh = {
    id: 'criee',
    labels: [{ lang: 'fr', text: 'Criée', kind: 'preferred' as const }],
    definition: null,
    parent: null,
    active: true,
    replacedBy: null,
  }

  it('gets its former words back; a new one goes, unless it is used or changed again', async () => {
    const room = await openNewsroom()
    const { client } = room
    const item = await saveHarbour(room)
    const ids = async () => (await client.vocabulary.list({})).concepts.map((one) => one.concept.id)
    const saved = await client.vocabulary.save({ concept: fresh })
    const changed = await client.vocabulary.save({ concept: { ...fresh, definition: 'Vente à quai' } })
    expect(await since(client.undo.tag({ saved, former: null }))).toBe('changed')
    await client.undo.tag({ saved: changed, former: saved })
    expect((await client.vocabulary.list({})).concepts[0]!.concept).toEqual(saved)
    await client.undo.tag({ saved, former: null })
    expect(await ids()).toEqual([])
    expect(await refusal(client.undo.tag({ saved, former: null }))).toBe('not-found')
    await client.vocabulary.save({ concept: fresh })
    await client.reviews.add({ item, task: 'tags', value: { concept: 'criee', label: 'Criée' } })
    expect(await since(client.undo.tag({ saved, former: null }))).toBe('used')
    expect(await ids()).toEqual(['criee'])
  })
})

const card = {
  title: 'Points à retenir en locale',
  hypothesis: 'Les points tiennent.',
  task: 'key-points' as const,
  owner: 'lena',
  referent: 'me',
  criterion: 'Rien de faux.',
  stopRule: 'Une citation fausse.',
}

async function newsroom() {
  const room = await openNewsroom()
  const item = await saveHarbour(room)
  await room.client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
  await room.client.people.add({ id: 'ifig', name: 'Ifig', roles: ['referent'] })
  const made = await room.client.experiments.create({ ...card, corpus: { articles: [item] } })
  await room.acts()
  return { room, client: room.client, item, id: made.id, made }
}

describe('a card', () => {
  it('gets its former words back, until it is changed again or approved', async () => {
    const { client, id, made, room } = await newsroom()
    const changed = await client.experiments.change({ id, card: { ...made.card, title: 'Autre' } })
    expect(await client.undo.cardChange({ id, hash: changed.hash, card: made.card })).toMatchObject({ hash: made.hash })
    expect(await since(client.undo.cardChange({ id, hash: changed.hash, card: made.card }))).toBe('changed')
    await client.experiments.approve({ id })
    expect(await since(client.undo.cardChange({ id, hash: made.hash, card: changed.card }))).toBe('approved')
    expect(await room.acts()).toEqual(['card.approved'])
  })

  it('just proposed goes again; once approved it is in the ledger, and stays', async () => {
    const { client, id, made } = await newsroom()
    const other = await client.experiments.create({ ...made.card, title: 'Par erreur' })
    await client.undo.card({ id: other.id, hash: other.hash })
    expect((await client.experiments.list({})).map((one) => one.id)).toEqual([id])
    expect(await since(client.undo.card({ id, hash: other.hash }))).toBe('changed')
    await client.experiments.approve({ id })
    expect(await since(client.undo.card({ id, hash: made.hash }))).toBe('approved')
    await client.undo.approval({ id })
    expect(await since(client.undo.card({ id, hash: made.hash }))).toBe('begun')
    expect(await since(client.undo.card({ id: 'essai-libre', hash: made.hash }))).toBe('changed')
  })

  it('loses its approval by the one who gave it, while nothing was made under it', async () => {
    const { client, id, room } = await newsroom()
    const { approval } = await client.experiments.approve({ id })
    expect(await refusal(client.undo.approval({ id, as: 'lena' }))).toBe('role-required')
    expect(await since(client.undo.approval({ id, as: 'ifig' }))).toBe('other-person')
    expect(await client.undo.approval({ id })).toMatchObject({ approval: null, state: 'proposed' })
    expect((await client.ledger.list({ limit: 1 })).entries[0]!.body).toMatchObject({
      act: 'card.reopened',
      subject: id,
      facts: { of: approval!.entry, hash: approval!.hash },
    })
    expect(await refusal(client.runs.start({ experiment: id }))).toBe('not-approved')
    expect(await since(client.undo.approval({ id }))).toBe('nothing')
    await client.experiments.approve({ id })
    await client.runs.start({ experiment: id })
    expect(await since(client.undo.approval({ id }))).toBe('run')
    expect(await room.acts()).toEqual(['card.approved', 'card.reopened', 'card.approved'])
  })
})

describe('a conclusion', () => {
  async function concluded() {
    const made = await newsroom()
    const { client, id } = made
    await client.experiments.approve({ id })
    const [run] = await client.runs.start({ experiment: id })
    await client.runs.wait({ id: run!.id })
    const { conclusion } = await client.experiments.conclude({ id, verdict: 'stop', reason: 'Trop de fautes.' })
    await made.room.acts()
    return { ...made, entry: conclusion!.entry }
  }
  const bilan = async ({ client, id }: Awaited<ReturnType<typeof concluded>>) =>
    (await client.experiments.document({ id, kind: 'report' })).html

  it('is taken back by the one who gave it; the printed bilan no longer says it', async () => {
    const made = await concluded()
    const { client, id, entry } = made
    expect(await bilan(made)).toContain('Conclu par')
    expect(await since(client.undo.conclusion({ id, as: 'ifig' }))).toBe('other-person')
    expect(await client.undo.conclusion({ id })).toMatchObject({ state: 'in-review', conclusion: null, approval: { by: 'me' } })
    expect(await bilan(made)).not.toContain('Conclu par')
    expect(await bilan(made)).not.toContain('Trop de fautes.')
    expect((await client.ledger.list({ limit: 1 })).entries[0]!.body).toMatchObject({
      act: 'experiment.reopened',
      facts: { of: entry, verdict: 'stop', left: false },
    })
    expect(await since(client.undo.conclusion({ id }))).toBe('nothing')
    expect(await client.experiments.conclude({ id, verdict: 'continue', reason: 'À la relecture, non.' })).toMatchObject({
      conclusion: { verdict: 'continue' },
    })
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('asks a reason once it left in a packet', async () => {
    const { client, id } = await concluded()
    await client.packets.export({ experiment: id, texts: false })
    expect(await refusal(client.undo.conclusion({ id }))).toBe('bad-input')
    expect(await client.undo.conclusion({ id, reason: 'Conclue par erreur.' })).toMatchObject({ conclusion: null })
    expect((await client.ledger.list({ limit: 1 })).entries[0]).toMatchObject({
      body: { facts: { left: true } },
      contents: { reason: 'Conclue par erreur.' },
    })
  })
})

describe('what decisions taught, forgotten by mistake', () => {
  async function taught() {
    const room = await openNewsroom()
    const item = await saveHarbour(room)
    const [tag] = await proposeTags(room, item)
    await room.client.reviews.reject({ id: tag!.id, reason: '' })
    await room.acts()
    return room
  }
  const refused = async ({ client }: Newsroom) => (await client.tagging.learned({})).tags.reduce((sum, tag) => sum + tag.rejected, 0)

  it('counts again; a reset before it stays', async () => {
    const room = await taught()
    const { client } = room
    expect(await since(client.undo.reset({}))).toBe('nothing')
    await client.tagging.reset({})
    expect(await refused(room)).toBe(0)
    await client.undo.reset({})
    expect(await refused(room)).toBe(1)
    expect((await client.tagging.learned({})).forgottenAt).toBeNull()
    await client.tagging.reset({})
    await client.tagging.reset({})
    await client.undo.reset({})
    expect(await refused(room)).toBe(0)
    await client.undo.reset({})
    expect(await refused(room)).toBe(1)
    await client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
    await client.tagging.reset({})
    expect(await refusal(client.undo.reset({ as: 'lena' }))).toBe('role-required')
    expect((await room.acts()).filter((act) => act === 'tags.remembered')).toHaveLength(3)
  })

  it('brings the very model of before back, without training anew', async () => {
    const room = await openNewsroom()
    const { client, desk } = room
    const articles = Array.from({ length: 12 }, (_, n) => ({ ...harbour, id: `n${n}`, tags: [n % 2 === 0 ? 'pêche' : 'port'] }))
    await room.bring('articles', 'a.jsonl', articles)
    await client.vocabulary.makeFromTags({ min: 3 })
    const model = async () => {
      const found = await findModel(desk.store.read, 'tagger')
      return { file: found?.file, digest: found?.digest }
    }
    await desk.prepare('tags')
    const before = await model()
    expect(before.file).toBeDefined()
    await client.tagging.reset({})
    await desk.prepare('tags')
    expect((await model()).file).not.toBe(before.file)
    await client.undo.reset({})
    expect(await model()).toEqual(before)
    await desk.prepare('tags')
    expect(await model()).toEqual(before)
  })

  it('puts back the model of before, kept until the next training or a purge', async () => {
    const { desk } = await taught()
    const [tagger] = modelNames.filter((name) => name === 'tagger')
    const files = await openModelFiles(desk)
    const bytes = (text: string) => new TextEncoder().encode(text)
    const read = async () => new TextDecoder().decode((await files.load(tagger!)) ?? undefined)
    await files.save(tagger!, bytes('first'), { forgotten: '' })
    await files.save(tagger!, bytes('reset'), { forgotten: 'r1' })
    expect(await files.putBack(tagger!, { forgotten: 'r0' })).toBe(false)
    expect(await files.putBack(tagger!, { forgotten: '' })).toBe(true)
    expect(await read()).toBe('first')
    expect(await (await openModelFiles(desk)).load(tagger!)).not.toBeNull()
    // A second time there is nothing left to put back.
    expect(await files.putBack(tagger!, { forgotten: 'r1' })).toBe(false)
    await files.save(tagger!, bytes('reset'), { forgotten: 'r1' })
    await files.save(tagger!, bytes('trained again'), { forgotten: 'r1' })
    expect(await files.putBack(tagger!, { forgotten: '' })).toBe(false)
    await files.save(tagger!, bytes('later'), { forgotten: 'r2' })
    await files.remove(tagger!)
    expect(await files.putBack(tagger!, { forgotten: 'r1' })).toBe(false)
  })
})

describe('an import of articles', () => {
  const record = (number: number) => ({ ...harbour, id: `m${number}`, title: `Erreur ${number}` })
  async function imported(records: readonly object[]) {
    const room = await openNewsroom()
    const kept = await saveHarbour(room)
    const source = { paths: [room.file('mistake.jsonl', records.map((one) => JSON.stringify(one)).join('\n'))] }
    const result = await room.client.imports.run({ source, ticket: 't1' })
    await room.acts()
    return { room, client: room.client, desk: room.desk, kept, source, ticket: result.ticket! }
  }

  it('goes whole, however large, and can be brought again', async () => {
    const { room, client, kept, source, ticket } = await imported(Array.from({ length: 450 }, (_, number) => record(number)))
    await client.suggestions.suggest({ task: 'key-points', item: 'm3' })
    expect(await client.undo.import({ ticket })).toEqual({ removed: 450 })
    expect((await client.articles.list({})).items.map((article) => article.id)).toEqual([kept])
    expect((await client.articles.list({ query: 'erreur' })).items).toEqual([])
    expect(await client.suggestions.ofItem({ item: 'm3' })).toEqual([])
    expect((await room.acts()).filter((act) => act === 'import.undone')).toHaveLength(3)
    expect(await since(client.undo.import({ ticket }))).toBe('nothing')
    expect(await client.imports.run({ source, ticket: 't2' })).toMatchObject({ imported: 450, ticket: 't2' })
    expect(await client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('leaves no vector behind', async () => {
    const { client, desk, ticket, kept } = await imported([record(1), record(2)])
    const digest = 'd'.repeat(64)
    const vectors = createArticleVectors(desk)
    const vector = Float32Array.of(1, 0, 0)
    const extraction = {
      digest,
      dimensions: 3,
      extract: async (articles: readonly { id: string }[]) =>
        articles.map(({ id }) => ({ id, lang: 'fr', vector, profile: new Uint8Array(1), signature: new Uint8Array(1) })),
    }
    const { signal } = new AbortController()
    const catchUp = async () => {
      while (await vectors.catchUp(extraction, signal));
      return (await vectors.nearest(vector, { limit: 9 })).map((hit) => hit.id).toSorted()
    }
    expect(await catchUp()).toEqual([kept, 'm1', 'm2'].toSorted())
    await client.undo.import({ ticket })
    vectors.touch(['m1', 'm2'])
    expect(await catchUp()).toEqual([kept])
  })

  it('stays once somebody worked with one of its articles', async () => {
    const { client, room, ticket, kept } = await imported([record(1), record(2)])
    const stays = async () => expect(await since(client.undo.import({ ticket }))).toBe('leant')
    const own = await client.reviews.add({ item: 'm1', task: 'key-points', value: { text: faithful }, checks })
    await stays()
    await client.reviews.undo({ id: own.id })
    // What was decided and undone is in the ledger: it stays too.
    await stays()
    expect(await since(client.undo.import({ ticket: 'other' }))).toBe('nothing')
    expect((await client.articles.list({})).total).toBe(3)
    await room.bring('articles', 'more.jsonl', [record(7)])
    expect((await client.articles.show({ id: kept })).id).toBe(kept)
  })

  it.each([
    ['a comment', (room: Newsroom) => room.bring('comments', 'c.jsonl', [{ id: 'c1', article: 'm2', body: 'Merci.', author: 'Yann' }])],
    [
      'a correction',
      async ({ client }: Newsroom) => client.articles.save({ ...(await client.articles.show({ id: 'm2' })), title: 'Autre' }),
    ],
    ['a card', ({ client }: Newsroom) => client.experiments.create({ ...card, owner: 'me', corpus: { articles: ['m2'] } })],
    ['a bar on links', ({ client }: Newsroom) => client.articles.barLinks({ id: 'm2', doNotLink: { reason: 'acquittal' } })],
    ['a term', ({ client }: Newsroom) => client.vocabulary.proposeTerm({ term: 'Criée', article: 'm2' })],
  ])('stays once %s rests on it', async (_what, work) => {
    const { client, room, ticket } = await imported([record(1), record(2)])
    await work(room)
    expect(await since(client.undo.import({ ticket }))).toBe('leant')
    expect((await client.articles.list({})).total).toBe(3)
  })
})

describe('a pasted article', () => {
  it('goes again, with what nobody decided about it', async () => {
    const room = await openNewsroom()
    const { client } = room
    const { id, hash } = await client.articles.save(harbour)
    await client.suggestions.suggest({ task: 'key-points', item: id })
    await room.acts()
    await client.undo.pasted({ id, hash })
    expect((await client.articles.list({})).total).toBe(0)
    expect(await client.suggestions.ofItem({ item: id })).toEqual([])
    expect((await client.reviews.counts({}))['key-points']).toBe(0)
    expect(await room.acts()).toEqual(['import.undone'])
    expect(await refusal(client.undo.pasted({ id, hash }))).toBe('not-found')
  })

  it('stays once it was corrected or worked with, and one from a file is not taken for it', async () => {
    const room = await openNewsroom()
    const { client } = room
    const { id, hash } = await client.articles.save(harbour)
    const corrected = await client.articles.save({ ...harbour, id, title: 'Autre' })
    expect(await since(client.undo.pasted({ id, hash }))).toBe('changed')
    await client.reviews.add({ item: id, task: 'key-points', value: { text: faithful }, checks })
    expect(await since(client.undo.pasted({ id, hash: corrected.hash }))).toBe('worked')
    await room.bring('articles', 'a.jsonl', [{ id: 'n1', ...harbour }])
    expect(await since(client.undo.pasted({ id: 'n1', hash: (await client.articles.show({ id: 'n1' })).hash }))).toBe('changed')
    expect((await client.articles.list({})).total).toBe(2)
  })
})

describe('a person added by mistake', () => {
  it('goes while nothing names them', async () => {
    const { client, room } = await newsroom()
    await client.undo.person({ id: 'ifig' })
    expect((await client.people.list({})).map((person) => person.id)).toEqual(['me', 'lena'])
    expect(await room.acts()).toEqual(['person.removed'])
    expect(await refusal(client.undo.person({ id: 'ifig' }))).toBe('unknown-person')
    // The owner of a card, the one who decided, the one who acts, the desk's own: they stay.
    expect(await since(client.undo.person({ id: 'lena' }))).toBe('named')
    expect(await since(client.undo.person({ id: 'me' }))).toBe('named')
    await client.people.add({ id: 'ifig', name: 'Ifig', roles: ['referent'] })
    await client.people.become({ id: 'ifig' })
    expect(await since(client.undo.person({ id: 'ifig' }))).toBe('named')
    await client.people.become({ id: 'me' })
    await client.tagging.reset({ as: 'ifig' })
    expect(await since(client.undo.person({ id: 'ifig' }))).toBe('named')
  })
})
