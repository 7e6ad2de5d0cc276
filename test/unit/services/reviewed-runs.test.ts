// Found in review: two people at once on one card or one run, signs alone as a query, comments as a corpus.
import { expect, it } from 'vitest'
import type { Desk } from '../../../electron/core/desk.ts'
import type { InferenceEngine } from '../../../electron/core/engines/inference-engine.ts'
import { createRunWorker } from '../../../electron/core/services/run-worker.ts'
import { resumeRun, startRuns } from '../../../electron/core/services/runs.ts'
import { harbour } from '../../make-desk.ts'
import { openNewsroom, refusal, type Newsroom } from './newsroom.ts'

const card = { title: 't', hypothesis: 'h', task: 'key-points' as const, owner: 'me', referent: 'me', criterion: 'c', stopRule: 's' }

async function approved(room: Newsroom, more: object): Promise<string> {
  const { id } = await room.client.experiments.create({ ...card, corpus: { query: '' }, ...more })
  await room.client.experiments.approve({ id })
  return id
}

async function archive(): Promise<Newsroom> {
  const room = await openNewsroom()
  await room.bring(
    'articles',
    'a.jsonl',
    ['a', 'b'].map((id) => ({ ...harbour, id })),
  )
  return room
}

it('started twice at once, a card has one run for each engine', async () => {
  const room = await archive()
  const id = await approved(room, {})
  await Promise.allSettled([room.client.runs.start({ experiment: id }), room.client.runs.start({ experiment: id })])
  const runs = await room.client.runs.list({ experiment: id })
  expect(runs).toHaveLength(1)
  await room.client.runs.wait({ id: runs[0]!.id })
})

it('a card changed while it is being approved keeps its change', async () => {
  const room = await archive()
  const { experiments } = room.client
  const { id } = await experiments.create({ ...card, corpus: { query: '' } })
  await Promise.allSettled([
    experiments.change({ id, card: { ...card, title: 'autre', corpus: { query: '' } } }),
    experiments.approve({ id }),
  ])
  const after = await experiments.show({ id })
  if (after.approval) expect(after.approval.hash).toBe(after.hash)
  else expect(after.card.title).toBe('autre')
})

it('a query of signs alone finds nothing rather than everything', async () => {
  const room = await archive()
  expect(await refusal(room.client.runs.start({ experiment: await approved(room, { corpus: { query: '!!! …' } }) }))).toBe('not-cleared')
})

it('an opinion run takes the comments of the articles it names, or comments by name', async () => {
  const room = await archive()
  await room.bring('comments', 'c.jsonl', [
    { id: 'c1', article: 'a', body: 'Bien.' },
    { id: 'c2', article: 'b', body: 'Non.' },
    { id: 'c3', body: 'Seul.' },
  ])
  const total = async (corpus: object) => {
    const [run] = await room.client.runs.start({ experiment: await approved(room, { task: 'moderation', corpus }) })
    return (await room.client.runs.wait({ id: run!.id })).total
  }
  expect(await total({ query: '' })).toBe(3)
  expect(await total({ articles: ['a', 'c1', 'c3'] })).toBe(2)
  expect(await refusal(total({ articles: ['absent'] }))).toBe('not-found')
})

/** An engine whose items end when told, whatever its signal says. */
function slow(desk: Desk): { engineOf: () => Promise<InferenceEngine>; end: () => void; begun: Promise<void> } {
  const [gate, begun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const engineOf = async (): Promise<InferenceEngine> => {
    const builtin = await desk.engine('builtin')
    return {
      ...builtin,
      propose: async (task, item, options) => {
        begun.resolve()
        await gate.promise
        return builtin.propose(task, item, options)
      },
    }
  }
  return { engineOf, end: gate.resolve, begun: begun.promise }
}

it('resumed before its pause has taken hold, a run goes on', async () => {
  const room = await archive()
  const engine = slow(room.desk)
  const worker = createRunWorker(room.desk, engine.engineOf)
  const [run] = await startRuns(room.desk, worker, engine.engineOf, await approved(room, {}))
  await engine.begun
  const paused = worker.pause(run!.id)
  while ((await room.client.runs.list({}))[0]?.state !== 'paused') await new Promise((resolve) => setImmediate(resolve))
  await resumeRun(room.desk, worker, run!.id)
  engine.end()
  await paused
  await worker.settled(run!.id)
  expect((await room.client.runs.list({}))[0]).toMatchObject({ state: 'finished', done: 2, total: 2 })
  await worker.stop()
})

it('a text that changes while an engine reads it gives nothing to review', async () => {
  const room = await archive()
  const engine = slow(room.desk)
  const worker = createRunWorker(room.desk, engine.engineOf)
  const [run] = await startRuns(room.desk, worker, engine.engineOf, await approved(room, { corpus: { articles: ['a'] } }))
  await engine.begun
  await room.client.articles.save({ ...harbour, id: 'a', body: `${harbour.body}\n\nErratum.` })
  engine.end()
  await worker.settled(run!.id)
  expect((await room.client.runs.list({}))[0]?.failures).toEqual([{ item: 'a', code: 'stale' }])
  expect(await room.client.suggestions.ofItem({ item: 'a' })).toEqual([])
  await worker.stop()
})
