import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readManifest } from '../../../electron/core/learning/model-file.ts'
import { decodeProfile } from '../../../electron/core/tasks/links/profile-bytes.ts'
import { trainTagger } from '../../../electron/core/tasks/tags/train-tagger.ts'
import { workerPool } from '../../../electron/core/workers/pool.ts'
import { workerFile, workerNames } from '../../../electron/core/workers/worker-files.ts'
import { concept, lexicons, sha256, stamp } from './task-desk.ts'

const scenes = ['Le chalutier rentre au port avec ses soles.', 'Le tribunal juge le voleur de vélos.']
const texts = Array.from({ length: 30 }, (_, at) => ({
  id: `e${at}`,
  lang: 'fr',
  title: `Nouvelle ${at}`,
  body: scenes[at % 2]!,
  date: null,
  tags: at % 2 ? [] : ['port'],
}))
const concepts = [concept('port', ['port'])]

describe('workers', () => {
  const pool = workerPool({ maxThreads: 1 })
  afterAll(() => pool.close())

  test('every worker is a file in a checkout and a bundle in the package', () => {
    for (const name of workerNames) {
      expect(existsSync(workerFile(name))).toBe(true)
      expect(workerFile(name, true).pathname).toMatch(new RegExp(`/workers/${basename(name)}\\.js$`, 'u'))
    }
  })

  test('models come back as bytes, the same as made here', async () => {
    const tagger = await pool.run('train-tagger', { examples: texts, concepts, ...stamp })
    expect(Buffer.from(tagger!)).toEqual(Buffer.from(trainTagger({ examples: texts, concepts }, stamp, sha256)!))
    const lsa = await pool.run('train-lsa', { texts, ...stamp })
    expect(readManifest(lsa!)).toMatchObject({ kind: 'lsa', examples: 30 })
    const [extract] = await pool.run('extract', { articles: texts, lsa: { digest: readManifest(lsa!).digest, bytes: lsa! } })
    expect(extract).toMatchObject({ id: 'e0', lang: 'fr' })
    expect(Math.hypot(...extract!.vector!)).toBeCloseTo(1, 5)
    expect(decodeProfile(extract!.profile!).lead.length).toBeGreaterThan(0)
    expect(await pool.run('train-moderator', { examples: [], lexicons, ...stamp })).toBeNull()
  })
})
