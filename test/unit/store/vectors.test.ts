import { rmSync, writeFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openVectors } from '../../../electron/core/store/vectors.ts'
import { tempFolder } from '../../temp-folder.ts'

function vectorOf(...values: number[]): Float32Array {
  return Float32Array.from([...values, 0, 0, 0, 0, 0, 0, 0, 0].slice(0, 8))
}

test('nearest by cosine, on or before a day, replaced by id', async () => {
  const vectors = await openVectors(tempFolder())
  const index = await vectors.open('m1', 8)
  await index.put([
    { id: 'a', day: 20250101, lang: 'fr', vector: vectorOf(1, 0) },
    { id: 'b', day: 20260101, lang: 'fr', vector: vectorOf(0.9, 0.1) },
    { id: "c'", day: 20250601, lang: 'en', vector: vectorOf(0, 1) },
  ])
  const all = await index.nearest(vectorOf(1, 0), { limit: 3 })
  expect(all.map((hit) => hit.id)).toEqual(['a', 'b', "c'"])
  expect(all[0]?.score).toBeCloseTo(1, 5)
  expect((await index.nearest(vectorOf(1, 0), { limit: 3, before: 20250701 })).map((hit) => hit.id)).toEqual(['a', "c'"])
  expect((await index.nearest(vectorOf(1, 0), { limit: 3, lang: 'en' })).map((hit) => hit.id)).toEqual(["c'"])
  await index.put([{ id: 'a', day: 20250101, lang: 'fr', vector: vectorOf(0, 1) }])
  expect(await index.count()).toBe(3)
  expect((await index.nearest(vectorOf(1, 0), { limit: 1 }))[0]?.id).toBe('b')
  await index.remove(["c'"])
  expect(await index.count()).toBe(2)
  vectors.close()
})

test('a damaged table comes back empty, for its owner to fill again', async () => {
  const folder = tempFolder()
  const first = await openVectors(folder)
  await (await first.open('m1', 8)).put([{ id: 'a', day: 1, lang: 'fr', vector: vectorOf(1) }])
  first.close()
  const data = join(folder, 'vectors_m1.lance', 'data')
  for (const name of readdirSync(data)) writeFileSync(join(data, name), 'not a lance file')
  const again = await openVectors(folder)
  const index = await again.open('m1', 8)
  expect(await index.count()).toBe(0)
  await index.put([{ id: 'a', day: 1, lang: 'fr', vector: vectorOf(1) }])
  expect(await index.count()).toBe(1)
  again.close()
})

test('a folder that is no vector store is replaced', async () => {
  const folder = join(tempFolder(), 'vectors')
  writeFileSync(folder, 'a file where a folder should be')
  const vectors = await openVectors(folder)
  const index = await vectors.open('m1', 8)
  await index.put([{ id: 'a', day: 1, lang: 'fr', vector: vectorOf(1) }])
  expect(await index.count()).toBe(1)
  vectors.close()
})

test('a missing folder comes back empty, other models are dropped', async () => {
  const folder = tempFolder()
  rmSync(folder, { recursive: true })
  const vectors = await openVectors(folder)
  await (await vectors.open('old', 8)).put([{ id: 'a', day: 1, lang: 'fr', vector: vectorOf(1) }])
  await vectors.open('new', 8)
  await vectors.keepOnly('new')
  expect(await (await vectors.open('old', 8)).count()).toBe(0)
  vectors.close()
  await expect(openVectors('db')).rejects.toThrow('absolute')
})
