// A run at work must not keep a person waiting.
import { expect, it } from 'vitest'
import { harbour } from '../../make-desk.ts'
import { openNewsroom } from './newsroom.ts'

it('a decision taken while a run works is written before the run ends', async () => {
  const room = await openNewsroom()
  const { client } = room
  const ids = Array.from({ length: 150 }, (_, number) => `n${number}`)
  await room.bring(
    'articles',
    'a.jsonl',
    ids.map((id) => ({ ...harbour, id })),
  )
  const [first] = (await client.suggestions.suggest({ task: 'key-points', item: 'n0' })).suggestions
  const { id } = await client.experiments.create({
    title: 't',
    hypothesis: 'h',
    task: 'key-points',
    owner: 'me',
    referent: 'me',
    corpus: { articles: ids },
    criterion: 'c',
    stopRule: 's',
  })
  await client.experiments.approve({ id })
  const [run] = await client.runs.start({ experiment: id })
  while ((await client.runs.list({}))[0]!.done < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  await client.reviews.accept({ id: first!.id, checks: ['stands-alone'] })
  const [during] = await client.runs.list({})
  expect(during?.state).toBe('running')
  expect(during?.done).toBeLessThan(75)
  await client.runs.cancel({ id: run!.id })
})
