// Evaluation on the desk's own gold: made of validated outputs, run in a worker, its figures kept.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { harbour, makeDesk } from '../../make-desk.ts'

const lines = (records: readonly object[]): string => records.map((record) => JSON.stringify(record)).join('\n')

it('measures key points on what was validated, and keeps the figures', async () => {
  const { client, folder } = await makeDesk()
  const path = join(folder, 'a.jsonl')
  const ids = Array.from({ length: 6 }, (_, at) => `n${at}`)
  writeFileSync(path, lines(ids.map((id) => ({ id, ...harbour, title: `Titre ${id}` }))))
  await client.imports.run({ source: { paths: [path] } })
  const points: string[][] = []
  for (const item of ids) {
    const { suggestions } = await client.suggestions.suggest({ task: 'key-points', item })
    points.push(suggestions.map((suggestion) => suggestion.id))
    expect(suggestions.length).toBeGreaterThan(1)
  }
  // All validated but in the first, where one is refused, and in the last, where one still waits.
  for (const [at, own] of points.entries()) {
    for (const id of own.slice(at === 0 || at === 5 ? 1 : 0)) await client.reviews.accept({ id, checks: ['stands-alone'] })
  }
  await client.reviews.reject({ id: points[0]![0]!, reason: 'redite' })
  const counts = await client.evaluations.gold({})
  const outputs = points.slice(0, 5).flat().length - 1
  expect(counts.find((one) => one.task === 'key-points')).toEqual({ task: 'key-points', items: 5, outputs, need: 5 })

  const found = await client.evaluations.run({ task: 'key-points' })
  expect(found).toMatchObject({ task: 'key-points', engine: 'builtin', items: 5, gold: outputs, folds: null, seed: 0 })
  // What was validated as it stands is found again in all but the article where one was refused.
  expect(found.metrics['rouge1']).toBeGreaterThan(79)
  expect(Object.keys(found.baselines)).toEqual(['lead'])
  await client.evaluations.run({ task: 'key-points', limit: 2 })
  const kept = await client.evaluations.list({})
  expect(kept.map((one) => one.items)).toEqual([2, 5])
  expect(await client.evaluations.list({ task: 'tags' })).toEqual([])
}, 60_000)

it('cross-validates moderation on the newsroom’s decisions', async () => {
  const { client, folder } = await makeDesk()
  const path = join(folder, 'c.jsonl')
  const comment = (at: number) => ({
    id: `c${at}`,
    lang: 'fr',
    body: at % 2 ? `Pauvre connard, ferme ta gueule ${at}` : `Merci beaucoup pour cette belle analyse numéro ${at}`,
    label: at % 2,
  })
  writeFileSync(path, lines(Array.from({ length: 48 }, (_, at) => comment(at))))
  await client.imports.run({ kind: 'comments', source: { paths: [path] } })
  const found = await client.evaluations.run({ task: 'moderation', folds: 4 })
  expect(found).toMatchObject({ items: 48, gold: 48, folds: 4 })
  expect(found.metrics['rocAuc']).toBeGreaterThan(0.95)
}, 60_000)

it('refuses to measure on too little', async () => {
  const { client } = await makeDesk()
  await expect(client.evaluations.run({ task: 'tags' })).rejects.toMatchObject({ code: 'bad-input' })
  expect(await client.evaluations.list({})).toEqual([])
})
