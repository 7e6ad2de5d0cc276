// When the built-in models are trained, and when they wait.
import { expect, it } from 'vitest'
import type { Desk } from '../../../electron/core/desk.ts'
import { changeRun } from '../../../electron/core/store/experiment-rows.ts'
import { harbour } from '../../make-desk.ts'
import { openNewsroom } from './newsroom.ts'

const trainedAt = async (desk: Desk) => (await desk.engineInfos()).find(({ id }) => id === 'builtin')?.trained['tagger.trainedAt'] ?? null

it('a model in use by a run is not replaced under it', async () => {
  const room = await openNewsroom()
  const { client, desk } = room
  const articles = Array.from({ length: 12 }, (_, n) => ({ ...harbour, id: `n${n}`, tags: [n % 2 === 0 ? 'pêche' : 'port'] }))
  await room.bring('articles', 'a.jsonl', articles)
  await client.vocabulary.makeFromTags({ min: 3 })
  const { id } = await client.experiments.create({
    title: 'Tags en locale',
    hypothesis: 'Les tags tiennent.',
    task: 'tags',
    owner: 'me',
    referent: 'me',
    criterion: 'Huit sur dix.',
    stopRule: 'Un nom faux.',
    engines: ['builtin'],
    corpus: { articles: ['n0'] },
  })
  await client.experiments.approve({ id })
  const [run] = await client.runs.start({ experiment: id })
  await desk.runWorker.settled(run!.id)
  // As it stands while its items are being read.
  await desk.store.write((db) => changeRun(db, run!.id, { state: 'running' }))
  await desk.prepare('tags')
  expect(await trainedAt(desk)).toBeNull()
  await desk.store.write((db) => changeRun(db, run!.id, { state: 'finished' }))
  await desk.prepare('tags')
  expect(await trainedAt(desk)).not.toBeNull()
})
