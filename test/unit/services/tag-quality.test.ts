// Precision and recall per tag, from decisions, and drift.
import { expect, it } from 'vitest'
import { wilsonInterval } from '../../../electron/core/evaluation/wilson-interval.ts'
import { openNewsroom } from './newsroom.ts'

it('gives the interval of Wilson', () => {
  // Worked examples of Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  const rounded = (hits: number, of: number) => Object.values(wilsonInterval(hits, of)).map((end) => Number(end.toFixed(4)))
  expect(rounded(81, 263)).toEqual([0.2553, 0.3662])
  expect(rounded(15, 148)).toEqual([0.0624, 0.1605])
  expect(rounded(0, 20)).toEqual([0, 0.1611])
  expect(rounded(1, 29)).toEqual([0.0061, 0.1718])
})

it('counts a tag from what was kept, refused and added, and says nothing under five decisions', async () => {
  const room = await openNewsroom()
  const { client } = room
  await client.vocabulary.import({
    source: { paths: [room.file('v.jsonl', '{"id":"port","fr":"Port"}\n{"id":"mer","fr":"Mer"}\n{"id":"vide","fr":"Vide"}')] },
  })
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  await room.bring(
    'articles',
    'a.jsonl',
    ids.map((id, index) => ({
      id,
      title: id,
      body: `Le port et la mer, numéro ${id}.`,
      date: index < 2 ? '2024-05-01' : '2026-05-01',
      tags: index < 2 ? ['Port'] : index === 2 ? ['Mer'] : [],
    })),
  )
  const outputs = ids.slice(0, 5).flatMap((article) =>
    ['port', ...(article === 'a' ? ['mer'] : [])].map((concept) => ({
      article,
      task: 'tags',
      value: { concept, label: concept },
      engine: 'autre',
    })),
  )
  await room.bring('outputs', 'o.jsonl', outputs)
  for (const item of ids.slice(0, 5)) {
    const kept = (await client.suggestions.ofItem({ item, task: 'tags' })).filter(() => item !== 'e').map((one) => one.id)
    await client.reviews.decideItem({ item, task: 'tags', kept })
  }
  await client.reviews.add({ item: 'f', task: 'tags', value: { concept: 'port', label: 'Port' } })
  const quality = await client.vocabulary.quality({})
  expect(quality[0]).toMatchObject({
    concept: 'port',
    accepted: 4,
    rejected: 1,
    added: 1,
    articles: 2,
    recent: 0,
    last: '2024-05-01',
    drift: 'asleep',
  })
  expect(quality[0]?.precision).toMatchObject({ value: 0.8, of: 5 })
  expect(quality[0]?.precision?.low).toBeCloseTo(0.3755, 3)
  expect(quality[0]?.recall).toMatchObject({ value: 0.8, of: 5 })
  expect(quality[1]).toMatchObject({ concept: 'mer', accepted: 1, precision: null, recall: null, drift: 'new' })
  expect(quality[2]).toMatchObject({ concept: 'vide', drift: 'unused' })
  expect(JSON.stringify(quality)).not.toContain('"me"')
  expect((await client.vocabulary.latest({ concept: 'port', limit: 3 })).map((one) => one.id)).toEqual(['f', 'd', 'c'])
})
