// Cards, approval, runs: what may start, what stops it, and that nothing is made twice.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/core/desk.ts'
import type { InferenceEngine } from '../../../electron/core/engines/inference-engine.ts'
import { createRunWorker } from '../../../electron/core/services/run-worker.ts'
import { startRuns, viewRuns, pauseRun, cancelRun } from '../../../electron/core/services/runs.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { harbour } from '../../make-desk.ts'
import { tempFolder } from '../../temp-folder.ts'
import { openNewsroom, refusal, type Newsroom } from './newsroom.ts'

const bare = {
  title: 'Points à retenir en locale',
  hypothesis: 'Les points tiennent.',
  task: 'key-points' as const,
  owner: 'lena',
  referent: 'me',
  criterion: 'Rien de faux.',
  stopRule: 'Une citation fausse.',
}

async function archive(count: number, more: (number: number) => object = () => ({})): Promise<{ room: Newsroom; ids: string[] }> {
  const room = await openNewsroom()
  const ids = Array.from({ length: count }, (_, number) => `n${number}`)
  await room.bring(
    'articles',
    'a.jsonl',
    ids.map((id, number) => ({ ...harbour, id, title: `Le port, épisode ${number}`, ...more(number) })),
  )
  await room.client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] })
  await room.client.people.add({ id: 'ifig', name: 'Ifig', roles: ['referent'] })
  await room.acts()
  return { room, ids }
}

async function approved(room: Newsroom, articles: string[], engines = ['builtin']): Promise<string> {
  const { id } = await room.client.experiments.create({ ...bare, corpus: { articles }, engines })
  await room.client.experiments.approve({ id })
  return id
}

afterEach(() => {
  delete process.env['MARBRE_POLICY']
})

function policy(rules: object): void {
  const path = join(tempFolder(), 'policy.json')
  writeFileSync(path, JSON.stringify({ version: 1, ...rules }))
  process.env['MARBRE_POLICY'] = path
}

describe('a card', () => {
  it('names people of the desk, and a referent who is one', async () => {
    const { room } = await archive(1)
    const { experiments } = room.client
    const card = { ...bare, corpus: { query: '' } }
    expect(await refusal(experiments.create({ ...card, owner: 'absent' }))).toBe('unknown-person')
    expect(await refusal(experiments.create({ ...card, referent: 'lena' }))).toBe('role-required')
    expect(await refusal(experiments.create({ ...card, title: '' }))).toBe('bad-input')
    const { id } = await experiments.create(card)
    expect(await refusal(experiments.change({ id, card: { ...card, referent: 'lena' } }))).toBe('role-required')
    expect(await refusal(experiments.change({ id, card: { ...card, owner: 'absent' } }))).toBe('unknown-person')
  })

  it('is approved by a referent only, one’s own card being recorded as such', async () => {
    const { room, ids } = await archive(1)
    const { experiments, ledger } = room.client
    const { id } = await experiments.create({ ...bare, corpus: { articles: ids } })
    expect(await refusal(experiments.approve({ id, as: 'lena' }))).toBe('role-required')
    expect(await refusal(experiments.approve({ id: 'essai-libre' }))).toBe('bad-transition')
    expect((await experiments.approve({ id, as: 'ifig' })).approval).toMatchObject({ by: 'ifig', ownCard: false })
    const own = await experiments.create({ ...bare, owner: 'me', corpus: { articles: ids } })
    expect((await experiments.approve({ id: own.id })).approval).toMatchObject({ by: 'me', ownCard: true, hash: own.hash })
    expect((await ledger.list({ subject: own.id })).entries[0]?.body.facts).toMatchObject({ ownCard: true, hash: own.hash })
    // Approving again what is approved writes nothing.
    await experiments.approve({ id: own.id })
    expect(await room.acts()).toEqual(['card.approved', 'card.approved'])
  })

  it('may not be approved by its owner where the policy says so', async () => {
    policy({ allowSelfApproval: false })
    const { room, ids } = await archive(1)
    const { id } = await room.client.experiments.create({ ...bare, owner: 'me', corpus: { articles: ids } })
    expect(await refusal(room.client.experiments.approve({ id }))).toBe('role-required')
    await room.client.experiments.approve({ id, as: 'ifig' })
  })

  it('does not run before it is approved, nor after it changed', async () => {
    const { room, ids } = await archive(2)
    const { experiments, runs } = room.client
    const { id, hash } = await experiments.create({ ...bare, corpus: { articles: ids } })
    expect(await refusal(runs.start({ experiment: id }))).toBe('not-approved')
    await experiments.approve({ id })
    const changed = await experiments.change({ id, card: { ...bare, corpus: { articles: ids }, stopRule: 'Deux erreurs.' } })
    expect(changed).toMatchObject({ approval: null, state: 'proposed' })
    expect(changed.hash).not.toBe(hash)
    expect(await refusal(runs.start({ experiment: id }))).toBe('not-approved')
    expect(await room.acts()).toEqual(['card.approved', 'card.voided'])
    expect((await runs.list({})).length).toBe(0)
    expect(await refusal(runs.start({ experiment: 'essai-libre' }))).toBe('bad-input')
  })

  it('is concluded once, by a referent, when nothing runs', async () => {
    const { room, ids } = await archive(1)
    const { experiments, runs } = room.client
    const draft = await experiments.create({ ...bare, corpus: { articles: ids } })
    expect(await refusal(experiments.conclude({ id: draft.id, verdict: 'stop', reason: 'r' }))).toBe('not-approved')
    const id = await approved(room, ids)
    const [run] = await runs.start({ experiment: id })
    await runs.wait({ id: run!.id })
    expect((await experiments.show({ id })).state).toBe('in-review')
    expect(await refusal(experiments.conclude({ id, verdict: 'stop', reason: 'r', as: 'lena' }))).toBe('role-required')
    expect(await experiments.conclude({ id, verdict: 'change', reason: 'Deux contresens' })).toMatchObject({
      state: 'concluded',
      conclusion: { verdict: 'change', reason: 'Deux contresens' },
    })
    expect(await refusal(experiments.conclude({ id, verdict: 'stop', reason: 'r' }))).toBe('bad-transition')
    expect(await refusal(experiments.change({ id, card: { ...bare, corpus: { articles: ids }, title: 'Autre' } }))).toBe('bad-transition')
    expect(await refusal(runs.start({ experiment: id }))).toBe('bad-transition')
    expect(await refusal(experiments.conclude({ id: 'essai-libre', verdict: 'stop', reason: 'r' }))).toBe('bad-transition')
  })
})

describe('a run', () => {
  it('takes only what its rights allow, says so when nothing is left, and names what is missing', async () => {
    const { room, ids } = await archive(4, (number) => (number % 2 === 0 ? {} : { rights: 'agency', aiUse: false }))
    const { runs, experiments, suggestions } = room.client
    const id = await approved(room, ids)
    const [run] = await runs.start({ experiment: id })
    expect(await runs.wait({ id: run!.id })).toMatchObject({ state: 'finished', done: 2, total: 2, failed: 0 })
    expect(await suggestions.ofItem({ item: 'n1' })).toEqual([])
    expect(
      (await suggestions.ofItem({ item: 'n0' })).every((suggestion) => suggestion.run === run!.id && suggestion.experiment === id),
    ).toBe(true)
    expect(await refusal(runs.start({ experiment: await approved(room, ['n1', 'n3']) }))).toBe('not-cleared')
    expect(await refusal(runs.start({ experiment: await approved(room, ['n0', 'absent']) }))).toBe('not-found')
    expect(await refusal(suggestions.suggest({ task: 'key-points', item: 'n1' }))).toBe('not-cleared')
    expect((await experiments.show({ id })).runs[0]?.manifest).toMatchObject({
      engine: 'builtin',
      cardHash: (await experiments.show({ id })).hash,
      seed: 0,
    })
  })

  it('does not start at all when one of its engines is refused', async () => {
    const { room, ids } = await archive(2)
    const start = async (engine: string) => refusal(room.client.runs.start({ experiment: await approved(room, ids, ['builtin', engine]) }))
    expect(await start('ollama:gpt-oss:120b-cloud')).toBe('engine-refused')
    expect(await start('on-premise:llm.intra:8000/mistral')).toBe('engine-refused')
    expect(await start('ollama:absent')).toBe('engine-unavailable')
    expect(await room.client.runs.list({})).toEqual([])
  })
})

/** An engine that waits to be let through, item by item, and fails where told. */
function gated(
  desk: Desk,
  fails: Readonly<Record<string, unknown>> = {},
): { engineOf: () => Promise<InferenceEngine>; let: (items: number) => void; asked: string[] } {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  let passes = 0
  const pass = (): Promise<void> => {
    if (passes > 0) passes -= 1
    else return new Promise((resolve) => waiting.push(resolve))
    return Promise.resolve()
  }
  const engineOf = async (): Promise<InferenceEngine> => {
    const builtin = await desk.engine('builtin')
    return {
      ...builtin,
      propose: async (task, item, options) => {
        const id = item.kind === 'article' ? item.article.id : item.comment.id
        asked.push(id)
        await Promise.race([
          pass(),
          new Promise((_, reject) => options.signal.addEventListener('abort', () => reject(new Error('aborted')))),
        ])
        if (id in fails) throw fails[id]
        return builtin.propose(task, item, options)
      },
    }
  }
  const letThrough = (items: number): void => {
    passes += items
    while (passes > 0 && waiting.length > 0) {
      passes -= 1
      waiting.shift()?.()
    }
  }
  return { engineOf, let: letThrough, asked }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('it never came')
}

describe('a run at work', () => {
  it('pauses, goes on and makes every item once; its speed is unknown until five', async () => {
    const { room, ids } = await archive(9)
    const { desk, client } = room
    const gate = gated(desk)
    const worker = createRunWorker(desk, gate.engineOf)
    const experiment = await approved(room, ids)
    const [run] = await startRuns(desk, worker, gate.engineOf, experiment)
    const view = async () => (await viewRuns(desk, { experiment }))[0]!
    gate.let(4)
    await until(async () => (await view()).done === 4)
    expect(await view()).toMatchObject({ state: 'running', itemsPerSecond: null, secondsLeft: null })
    // Asked to start again, a run that works goes on as it is.
    await startRuns(desk, worker, gate.engineOf, experiment)
    expect(await view()).toMatchObject({ state: 'running' })
    gate.let(2)
    await until(async () => (await view()).done === 6)
    expect((await view()).itemsPerSecond).toBeGreaterThan(0)
    expect((await view()).secondsLeft).toBeGreaterThanOrEqual(0)

    expect(await pauseRun(desk, worker, run!.id)).toMatchObject({ state: 'paused', done: 6, itemsPerSecond: null })
    expect(await refusal(client.experiments.conclude({ id: experiment, verdict: 'stop', reason: 'r' }))).toBe('bad-transition')
    const askedWhenPaused = gate.asked.length
    gate.let(100)
    await startRuns(desk, worker, gate.engineOf, experiment)
    await worker.settled(run!.id)
    expect(await view()).toMatchObject({ state: 'finished', done: 9, failed: 0 })
    // The item under way at the pause was asked again, and stored once.
    expect(gate.asked.length - askedWhenPaused).toBe(3)
    const reference = (await client.suggestions.ofItem({ item: 'n0' })).length
    for (const item of ids) expect((await client.suggestions.ofItem({ item })).length, item).toBe(reference)
    await worker.stop()
  })

  it('records failures with their code, goes on, and tries them again when asked', async () => {
    const { room, ids } = await archive(4)
    const { desk } = room
    const secret = new Error('« le témoin » n’a pas plu')
    const fails: Record<string, unknown> = { n1: new DeskError('truncated-read', 'engine', 'read too little'), n2: secret }
    const gate = gated(desk, fails)
    const worker = createRunWorker(desk, gate.engineOf)
    const experiment = await approved(room, ids)
    gate.let(100)
    const [run] = await startRuns(desk, worker, gate.engineOf, experiment)
    await worker.settled(run!.id)
    const [after] = await viewRuns(desk, { experiment })
    expect(after).toMatchObject({
      state: 'finished',
      done: 2,
      failed: 2,
      failures: [
        { item: 'n1', code: 'truncated-read' },
        { item: 'n2', code: 'internal' },
      ],
    })
    expect(JSON.stringify(after)).not.toContain('témoin')
    for (const id of Object.keys(fails)) delete fails[id]
    await room.client.runs.resume({ id: run!.id })
    expect(await room.client.runs.wait({ id: run!.id })).toMatchObject({ state: 'finished', done: 4, failed: 0 })
    await worker.stop()
  })

  it('that waits its turn can be paused or cancelled at once, and one that cannot go on holds up nobody', async () => {
    const { room, ids } = await archive(2)
    const { desk } = room
    const gate = gated(desk)
    let broken = false
    const engineOf = async (): Promise<InferenceEngine> => {
      if (broken) throw new DeskError('engine-unavailable', 'engine', 'is gone')
      return gate.engineOf()
    }
    const worker = createRunWorker(desk, engineOf)
    const starts = async () => (await startRuns(desk, worker, engineOf, await approved(room, ids))).at(-1)!
    const first = await starts()
    const second = await starts()
    const third = await starts()
    await until(async () => gate.asked.length === 1)
    // Neither waits for the first one's turn to end.
    expect(await pauseRun(desk, worker, second.id)).toMatchObject({ state: 'paused', done: 0 })
    expect(await cancelRun(desk, worker, third.id)).toMatchObject({ state: 'cancelled', done: 0 })
    expect(await refusal(room.client.runs.resume({ id: third.id }))).toBe('bad-transition')
    expect(await refusal(room.client.runs.pause({ id: third.id }))).toBe('bad-transition')
    gate.let(100)
    await worker.settled(first.id)
    const states = async () => Object.fromEntries((await viewRuns(desk, {})).map((run) => [run.id, run.state]))
    expect(await states()).toMatchObject({ [first.id]: 'finished', [second.id]: 'paused', [third.id]: 'cancelled' })

    const fourth = await starts()
    await worker.settled(fourth.id)
    broken = true
    await startRuns(desk, worker, gate.engineOf, second.experiment)
    await worker.settled(second.id)
    const [stuck] = await viewRuns(desk, { experiment: second.experiment })
    expect(stuck).toMatchObject({ state: 'paused', failures: [{ code: 'engine-unavailable' }] })
    broken = false
    const fifth = await starts()
    await worker.settled(fifth.id)
    expect(await states()).toMatchObject({ [fourth.id]: 'finished', [fifth.id]: 'finished' })
    await worker.stop()
  })
})

it('the same free try asked twice at once is made once', async () => {
  const { room } = await archive(1)
  const ask = () => room.client.suggestions.suggest({ task: 'key-points', item: 'n0' })
  const [one, two, three] = await Promise.all([ask(), ask(), ask()])
  expect(two.suggestions).toEqual(one.suggestions)
  expect(three.suggestions).toEqual(one.suggestions)
  expect(await room.client.suggestions.ofItem({ item: 'n0' })).toEqual(one.suggestions)
  expect((await ask()).suggestions).toEqual(one.suggestions)
})
