// Blind comparisons through the contract: nothing names an engine before the vote, votes stand once, totals wait.
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Choice } from '../../../shared/domain/comparison.ts'
import { startOllamaServer } from '../../ollama-server/ollama-server.ts'
import { harbour } from '../../make-desk.ts'
import { checks, openNewsroom, refusal, type Newsroom } from './newsroom.ts'
import { duelCard, engines, openDuel } from './two-engines.ts'

async function drawn(count: number, names?: readonly string[]): Promise<{ room: Newsroom; id: string; pairs: string[] }> {
  const room = await openNewsroom()
  const { id } = await openDuel(room, count, names)
  const { pairs } = await room.client.comparisons.draw({ experiment: id })
  await room.client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
  await room.acts()
  return { room, id, pairs: pairs.map((pair) => pair.id) }
}

/** Votes for an engine wherever it stands. */
async function voteFor(room: Newsroom, id: string, engine: string, as: string): Promise<void> {
  const probe = await room.desk.store.read.selectFrom('comparison_pairs').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await room.client.comparisons.vote({ id, choice: probe.engine_a === engine ? 'a' : 'b', as })
}

/** What names or numbers only one side has. */
async function telltales(room: Newsroom, experiment: string): Promise<string[]> {
  const suggestions = await room.client.suggestions.ofItem({ item: 'a0' })
  const rows = await room.desk.store.read.selectFrom('comparison_pairs').select('seed').where('experiment', '=', experiment).execute()
  return [...engines, ...suggestions.flatMap((one) => [one.id, one.createdAt]), ...rows.map((row) => row.seed)]
}

describe('before a vote', () => {
  it('no answer of the comparison holds an engine, an output’s id, a score, a run or the seed', async () => {
    const { room, id, pairs } = await drawn(4)
    const { client } = room
    const told = JSON.stringify([
      await client.comparisons.show({ experiment: id }),
      await Promise.all(pairs.map((pair) => client.comparisons.pair({ id: pair }))),
      await client.comparisons.totals({ experiment: id }),
      (await client.ledger.list({ subject: id })).entries.filter((entry) => entry.body.act === 'comparison.drawn'),
    ])
    for (const word of await telltales(room, id)) expect(told).not.toContain(word)
    for (const field of ['"engine"', '"score"', '"run"', '"origin"', '"parameters"', '"createdAt"']) expect(told).not.toContain(field)
    expect(told).toContain('14 bateaux')
  })

  it('an answer holds these fields and no other', async () => {
    const { room, pairs } = await drawn(2)
    const pair = await room.client.comparisons.pair({ id: pairs[0]! })
    expect(Object.keys(pair).toSorted()).toEqual(['a', 'b', 'experiment', 'id', 'informed', 'item', 'reveal', 'task', 'title', 'vote'])
    expect(Object.keys(pair.a[0]!).toSorted()).toEqual(['evidence', 'flags', 'kind', 'text'])
    expect(pair).toMatchObject({ reveal: null, vote: null, informed: null })
  })

  it('another person’s vote tells nothing either, nor does its ledger entry', async () => {
    const { room, id, pairs } = await drawn(2)
    await room.client.comparisons.vote({ id: pairs[0]!, choice: 'a', note: 'Plus net.', as: 'lena' })
    const mine = await room.client.comparisons.pair({ id: pairs[0]! })
    expect(mine).toMatchObject({ vote: null, reveal: null })
    const { entries } = await room.client.ledger.list({ subject: pairs[0]! })
    expect(entries.map((entry) => entry.body.act)).toEqual(['comparison.voted'])
    for (const word of await telltales(room, id)) expect(JSON.stringify([mine, entries])).not.toContain(word)
  })
})

describe('a vote', () => {
  it('reveals both engines to who gave it, once, and stands in the ledger', async () => {
    const { room, pairs } = await drawn(2)
    const voted = await room.client.comparisons.vote({ id: pairs[0]!, choice: 'both', note: ' Les deux. ' })
    expect(new Set([voted.reveal?.a, voted.reveal?.b])).toEqual(new Set(engines.slice(0, 2)))
    expect(voted.vote).toMatchObject({ choice: 'both', note: 'Les deux.', informed: null })
    expect(await refusal(room.client.comparisons.vote({ id: pairs[0]!, choice: 'a' }))).toBe('bad-transition')
    expect(await room.acts()).toEqual(['comparison.voted'])
    expect(await room.client.ledger.verify({})).toMatchObject({ intact: true })
  })

  it('taken back, it hides the names again, and the next one no longer counts as blind', async () => {
    const { room, id, pairs } = await drawn(1)
    await room.client.comparisons.vote({ id: pairs[0]!, choice: 'a' })
    const back = await room.client.comparisons.withdraw({ id: pairs[0]! })
    expect(back).toMatchObject({ vote: null, reveal: null, informed: 'revealed' })
    expect(await refusal(room.client.comparisons.withdraw({ id: pairs[0]! }))).toBe('bad-transition')
    await room.client.comparisons.vote({ id: pairs[0]!, choice: 'b' })
    const { figures } = await room.client.comparisons.totals({ experiment: id })
    expect(figures).toMatchObject({ votes: 1, informed: 1, position: { a: 0, b: 0 } })
    expect(await room.acts()).toEqual(['comparison.voted', 'comparison.withdrawn', 'comparison.voted'])
  })

  it('of somebody who decided outputs of the article is marked, and such articles come last', async () => {
    const { room, id } = await drawn(3)
    const first = (await room.client.comparisons.show({ experiment: id })).pairs[0]!
    const [output] = await room.client.suggestions.ofItem({ item: first.item })
    await room.client.reviews.accept({ id: output!.id, checks })
    const { pairs } = await room.client.comparisons.show({ experiment: id })
    expect(pairs.at(-1)).toMatchObject({ id: first.id, informed: 'reviewed' })
    expect(pairs.filter((pair) => pair.informed === 'reviewed')).toHaveLength(1)
    const lena = await room.client.comparisons.show({ experiment: id, as: 'lena' })
    expect(lena.pairs.every((pair) => pair.informed === null)).toBe(true)
    const voted = await room.client.comparisons.vote({ id: first.id, choice: 'a' })
    expect(voted.vote?.informed).toBe('reviewed')
    expect(await room.client.suggestions.ofItem({ item: first.item })).toHaveLength(2)
  })

  it('leaves the outputs in review as they were', async () => {
    const { room, pairs } = await drawn(2)
    for (const id of pairs) await room.client.comparisons.vote({ id, choice: 'a' })
    const states = await room.client.suggestions.ofItem({ item: 'a0' })
    expect(states.map((one) => one.state)).toEqual(['proposed', 'proposed'])
  })

  it('is refused on a text that changed since', async () => {
    const { room, id, pairs } = await drawn(2)
    const item = (await room.client.comparisons.pair({ id: pairs[0]! })).item
    const article = await room.client.articles.show({ id: item })
    await room.bring('articles', 'duel.jsonl', [{ id: item, title: article.title, body: `${article.body} Fin.`, date: article.date }])
    expect(await refusal(room.client.comparisons.vote({ id: pairs[0]!, choice: 'a' }))).toBe('stale')
    expect((await room.client.comparisons.show({ experiment: id })).pairs.map((pair) => pair.id)).toEqual([pairs[1]])
  })
})

describe('the draw', () => {
  it('puts each engine on the left as often as on the right, and is made once', async () => {
    const { room, id, pairs } = await drawn(8)
    const rows = await room.desk.store.read.selectFrom('comparison_pairs').selectAll().execute()
    expect(rows.filter((row) => row.engine_a === engines[0])).toHaveLength(4)
    expect(await room.client.comparisons.draw({ experiment: id })).toMatchObject({ undrawn: 0 })
    expect((await room.client.comparisons.show({ experiment: id })).pairs.map((pair) => pair.id)).toEqual(pairs)
    expect(await room.acts()).toEqual([])
  })

  it('of three engines takes one pair an article, every duel as often', async () => {
    const { room } = await drawn(6, engines)
    const rows = await room.desk.store.read.selectFrom('comparison_pairs').selectAll().execute()
    expect(new Set(rows.map((row) => row.item)).size).toBe(6)
    const duels = Map.groupBy(rows, (row) => [row.engine_a, row.engine_b].toSorted().join())
    expect([...duels.values()].map((met) => met.length)).toEqual([2, 2, 2])
  })

  it('finds nothing where one engine answered alone', async () => {
    const room = await openNewsroom()
    const { id } = await openDuel(room, 2, engines.slice(0, 1))
    expect(await refusal(room.client.comparisons.draw({ experiment: id }))).toBe('not-found')
  })
})

describe('the totals', () => {
  it('stay shut until every pair has a vote, and to who is half way', async () => {
    const { room, id, pairs } = await drawn(3)
    const choices: Choice[] = ['a', 'b', 'both']
    for (const [index, pair] of pairs.entries()) {
      expect((await room.client.comparisons.totals({ experiment: id, as: 'lena' })).figures).toBeNull()
      await room.client.comparisons.vote({ id: pair, choice: choices[index]!, as: 'lena' })
    }
    const { figures } = await room.client.comparisons.totals({ experiment: id })
    expect(figures).toMatchObject({ voters: 1, votes: 3, informed: 0, position: { a: 1, b: 1, share: 0.5 }, agreement: null })
    expect(figures?.duels[0]).toMatchObject({ pairs: 3, both: 1, verdict: 'too-few' })
    await room.client.comparisons.vote({ id: pairs[0]!, choice: 'a' })
    expect((await room.client.comparisons.totals({ experiment: id })).figures).toBeNull()
  })

  it('name the engine that won, however the sides fell', async () => {
    const { room, id, pairs } = await drawn(12)
    for (const pair of pairs) await voteFor(room, pair, 'moteur-sel', 'lena')
    const { figures } = await room.client.comparisons.totals({ experiment: id })
    const duel = figures!.duels[0]!
    expect(duel).toMatchObject({ engines: ['moteur-lin', 'moteur-sel'], wins: [0, 12], share: 0, low: 0, verdict: 'second' })
    expect(duel.high).toBeCloseTo(0.2646, 3)
    expect(duel.p).toBeCloseTo(2 / 4096, 8)
    expect(figures!.position).toMatchObject({ a: 6, b: 6 })
  })

  it('count a pair once, however many voted on it, and say how far voters agree', async () => {
    const { room, id, pairs } = await drawn(2)
    for (const pair of pairs) await voteFor(room, pair, 'moteur-lin', 'lena')
    await voteFor(room, pairs[0]!, 'moteur-lin', 'me')
    await voteFor(room, pairs[1]!, 'moteur-sel', 'me')
    const { figures } = await room.client.comparisons.totals({ experiment: id })
    expect(figures).toMatchObject({ voters: 2, votes: 4, agreement: { pairs: 2, share: 0.5 } })
    expect(figures?.duels[0]).toMatchObject({ wins: [1, 0], split: 1, pairs: 2 })
    expect(JSON.stringify(figures)).not.toContain('lena')
  })

  it('are opened by a referent who ends the votes, and nobody votes after', async () => {
    const { room, id, pairs } = await drawn(2)
    expect(await refusal(room.client.comparisons.end({ experiment: id, as: 'lena' }))).toBe('role-required')
    await room.client.comparisons.vote({ id: pairs[0]!, choice: 'neither' })
    await room.acts()
    expect(await room.client.comparisons.end({ experiment: id })).toMatchObject({ closed: true })
    expect(await room.acts()).toEqual(['comparison.ended'])
    expect((await room.client.comparisons.totals({ experiment: id })).figures).toMatchObject({ votes: 1 })
    for (const call of [
      room.client.comparisons.vote({ id: pairs[1]!, choice: 'a' }),
      room.client.comparisons.withdraw({ id: pairs[0]! }),
      room.client.comparisons.end({ experiment: id }),
    ])
      expect(await refusal(call)).toBe('bad-transition')
  })
})

const model = 'ollama:ministral-3:3b'

/** Three articles, two comments, an experiment of the built-in engine and a scripted Ollama, both run to the end. */
async function ranBoth(task: 'key-points' | 'tags' | 'moderation', judgeFirst = false): Promise<{ room: Newsroom; id: string }> {
  const server = await startOllamaServer()
  onTestFinished(() => server.close())
  vi.stubEnv('OLLAMA_HOST', server.url)
  onTestFinished(() => void vi.unstubAllEnvs())
  const room = await openNewsroom()
  const { client } = room
  const articles = ['k0', 'k1', 'k2']
  const records = articles.map((id) => ({ id, ...harbour, title: `${harbour.title} ${id}`, tags: ['Pêche', 'Port'] }))
  await room.bring('articles', 'a.jsonl', records)
  await client.vocabulary.makeFromTags({ min: 1 })
  await room.bring('comments', 'c.jsonl', [
    { id: 'c0', article: 'k0', body: 'Vous êtes tous des idiots, bande de nuls.' },
    { id: 'c1', article: 'k1', body: 'Merci pour cet article sur la criée.' },
  ])
  const card = { title: 't', hypothesis: 'h', owner: 'me', referent: 'me', criterion: 'c', stopRule: 's', corpus: { articles }, judgeFirst }
  const { id } = await client.experiments.create({ ...card, task, engines: ['builtin', model] })
  await client.experiments.approve({ id })
  for (const run of await client.runs.start({ experiment: id })) await client.runs.wait({ id: run.id })
  return { room, id }
}

describe('two engines that really ran', () => {
  it.each(['key-points', 'tags', 'moderation'] as const)('are compared on %s, unnamed', async (task) => {
    const { room, id } = await ranBoth(task)
    const { client } = room
    const { runs } = await client.experiments.show({ id })
    expect(runs.map((run) => [run.state, run.failed])).toEqual(runs.map(() => ['finished', 0]))
    const { pairs, comparable } = await client.comparisons.draw({ experiment: id })
    expect(comparable).toBe(task === 'moderation' ? 2 : 3)
    expect(pairs).toHaveLength(comparable)
    const shown = await Promise.all(pairs.map((pair) => client.comparisons.pair({ id: pair.id })))
    for (const word of ['builtin', 'ollama', 'ministral', 'neighbour', '"rule"', 'probability', 'digest', 'score'])
      expect(JSON.stringify(shown)).not.toContain(word)
    const voted = await client.comparisons.vote({ id: pairs[0]!.id, choice: 'a' })
    expect(new Set([voted.reveal?.a, voted.reveal?.b])).toEqual(new Set(['builtin', model]))
  })

  it('keep their opinions back where a card asks to judge first', async () => {
    const { room, id } = await ranBoth('moderation', true)
    expect(await room.client.comparisons.show({ experiment: id })).toMatchObject({ comparable: 0 })
    expect(await refusal(room.client.comparisons.draw({ experiment: id }))).toBe('not-found')
    await room.client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
    await room.client.reviews.decideComment({ comment: 'c1', decision: 'publish', as: 'lena' })
    const { pairs } = await room.client.comparisons.draw({ experiment: id })
    expect(pairs.map((pair) => [pair.item, pair.informed])).toEqual([['c1', null]])
    expect((await room.client.comparisons.show({ experiment: id, as: 'lena' })).pairs[0]?.informed).toBe('reviewed')
  })
})

it('outputs of other tools come in under an approved card, if its engines, task and corpus are theirs', async () => {
  const room = await openNewsroom()
  await room.bring(
    'articles',
    'a.jsonl',
    ['x0', 'x1'].map((id) => ({ id, ...harbour, title: id })),
  )
  const { id } = await room.client.experiments.create(duelCard(['x0'], engines.slice(0, 2)))
  const output = (article: string, engine: string, task = 'key-points', value: unknown = { text: 'La flottille compte 14 bateaux.' }) =>
    JSON.stringify({ article, task, engine, value })
  const lines = [
    output('x0', engines[0]),
    output('x0', engines[1]),
    output('x0', engines[2]),
    output('x1', engines[0]),
    output('x0', engines[0], 'tags', { concept: 'peche', label: 'Pêche' }),
  ]
  const source = { paths: [room.file('o.jsonl', lines.join('\n'))] }
  const run = () => room.client.imports.run({ kind: 'outputs', source, experiment: id })
  expect(await refusal(run())).toBe('not-approved')
  await room.client.experiments.approve({ id })
  const { imported, rejected } = await run()
  expect(imported).toBe(2)
  expect(rejected.map(({ reason }) => reason.replace(/^.*: /, ''))).toEqual([
    'its engine is not one of the card’s',
    'its article is not in the card’s corpus',
    'its task is not the card’s',
  ])
  expect(await room.client.comparisons.show({ experiment: id })).toMatchObject({ comparable: 1 })
})

it('links are shown by their target, date and anchor', async () => {
  const { room, id } = await drawn(2)
  const rows = await room.desk.store.read.selectFrom('suggestions').select('id').where('item', '=', 'a0').execute()
  const value = JSON.stringify({ article: 'a1', anchor: null, type: 'context' })
  await room.desk.store.write((db) =>
    db
      .updateTable('suggestions')
      .set({ task: 'links', value })
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute(),
  )
  const pair = (await room.client.comparisons.show({ experiment: id })).pairs.find((one) => one.item === 'a0')
  const { a } = await room.client.comparisons.pair({ id: pair!.id })
  expect(a).toEqual([{ kind: 'link', article: 'a1', title: 'Kerlouan, épisode 2', date: harbour.date, type: 'context', anchor: null }])
})

it('a purge of old comments takes what was said of them in a comparison', async () => {
  const { room, id } = await ranBoth('moderation')
  const [pair] = (await room.client.comparisons.draw({ experiment: id })).pairs
  await room.client.comparisons.vote({ id: pair!.id, choice: 'both', note: 'canari vert' })
  await room.desk.store.write((db) => db.updateTable('comments').set({ date: '2020-01-01T00:00:00Z' }).execute())
  await room.client.safekeeping.purgeComments({ olderThanDays: 30 })
  expect(await room.desk.store.read.selectFrom('comparison_votes').selectAll().execute()).toEqual([])
  expect(JSON.stringify((await room.client.ledger.list({ subject: pair!.id })).entries)).not.toContain('canari')
  expect(await room.client.ledger.verify({})).toMatchObject({ intact: true })
})

it('a purge of everything leaves no note behind', async () => {
  const { room, pairs } = await drawn(1)
  await room.client.comparisons.vote({ id: pairs[0]!, choice: 'a', note: 'canari jaune' })
  await room.client.safekeeping.purgeAll({ desk: room.desk.pen.desk })
  for (const table of ['comparisons', 'comparison_pairs', 'comparison_votes'] as const)
    expect(await room.desk.store.read.selectFrom(table).selectAll().execute(), table).toEqual([])
  const { entries } = await room.client.ledger.list({ subject: pairs[0]! })
  expect(JSON.stringify(entries)).not.toContain('canari')
  expect(await room.client.ledger.verify({})).toMatchObject({ intact: true })
})
