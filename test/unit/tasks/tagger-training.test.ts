import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { withPieces } from '../../../electron/core/services/training-pieces.ts'
import { rankTags } from '../../../electron/core/tasks/tags/candidates.ts'
import { explainTag } from '../../../electron/core/tasks/tags/explain-tag.ts'
import { labelMatcher } from '../../../electron/core/tasks/tags/label-matcher.ts'
import { fusionSplits } from '../../../electron/core/tasks/tags/learn-fusion.ts'
import { chooseThresholds } from '../../../electron/core/tasks/tags/tag-thresholds.ts'
import { readTagger } from '../../../electron/core/tasks/tags/tagger-model.ts'
import { learnTagger, trainTagger } from '../../../electron/core/tasks/tags/train-tagger.ts'
import { rememberPieces, trainingFingerprint } from '../../../electron/core/tasks/tags/training-pieces.ts'
import { workerPool } from '../../../electron/core/workers/pool.ts'
import { article, concept, sha256, stamp } from './task-desk.ts'

const scenes = [
  { tag: 'peche', words: ['chalutier', 'filets', 'quota', 'bar', 'soles', 'marins', 'pêche'] },
  { tag: 'hopital', words: ['soignants', 'urgences', 'lits', 'patients', 'chirurgie', 'infirmières', 'hôpital'] },
  { tag: 'ecole', words: ['élèves', 'classes', 'rentrée', 'cantine', 'professeurs', 'collège', 'école'] },
]
const concepts = [
  concept('peche', ['pêche']),
  concept('hopital', ['hôpital']),
  concept('ecole', ['école']),
  concept('velo', ['vélo'], { definition: 'Pistes cyclables, cyclistes et bicyclettes en ville.' }),
]
function examplesOf(count: number, lang: string | null = 'fr') {
  return Array.from({ length: count }, (_, at) => {
    const { tag, words } = scenes[at % 3]!
    const text = [0, 1, 2, 3].map((offset) => words[(at + 2 * offset) % 7]).join(' ')
    const date = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10)
    return { id: `e${at}`, lang, title: `Nouvelle du jour ${at}`, body: `On parle de ${text} ici.`, date, tags: [tag] }
  })
}
const examples = examplesOf(90)
const training = { examples, concepts }
const matcher = labelMatcher(concepts)
const best = (text: { title: string; body: string; lang?: string | null }, using = learnTagger(training, 0)!.tagger, labels = matcher) =>
  rankTags(article({ id: 'x', ...text }), labels, using).ranked[0]?.signal.concept

describe('a training cut short', () => {
  const whole = trainTagger(training, stamp, sha256)!
  const fingerprint = trainingFingerprint(training, stamp.seed, sha256)

  /** Records of a training that dies after `pieces` of them. */
  function cutAfter(pieces: number): Buffer {
    const records: Uint8Array[] = []
    const remember = rememberPieces(new Uint8Array(0), fingerprint, sha256, (record) => {
      records.push(record)
      if (records.length === pieces) throw new Error('the app was closed')
    })
    expect(() => trainTagger(training, stamp, sha256, remember)).toThrow('the app was closed')
    return Buffer.concat(records)
  }
  const resume = (earlier: Uint8Array) => {
    const added: Uint8Array[] = []
    const remember = rememberPieces(earlier, fingerprint, sha256, (record) => added.push(record))
    return { bytes: Buffer.from(trainTagger(training, stamp, sha256, remember)!), added: added.length }
  }

  test('goes on where it was, and ends in the very same model', () => {
    expect(resume(cutAfter(2))).toEqual({ bytes: Buffer.from(whole), added: 2 })
    expect(resume(cutAfter(3))).toEqual({ bytes: Buffer.from(whole), added: 1 })
  })

  test('a record torn in the middle is trained again, and so is everything after an altered one', () => {
    const three = cutAfter(3)
    expect(resume(three.subarray(0, three.length - 5))).toEqual({ bytes: Buffer.from(whole), added: 2 })
    const altered = Buffer.from(three)
    altered[altered.length - 1]! ^= 1
    expect(resume(altered)).toEqual({ bytes: Buffer.from(whole), added: 2 })
    expect(resume(Buffer.from('not a partial file'))).toEqual({ bytes: Buffer.from(whole), added: 4 })
  })

  test('pieces of other texts, tags, concepts or seeds are of no use', () => {
    const [first, ...rest] = examples
    const others = [
      trainingFingerprint({ concepts, examples: [{ ...first!, body: 'Autre chose.' }, ...rest] }, 0, sha256),
      trainingFingerprint({ concepts, examples: [{ ...first!, tags: [] }, ...rest] }, 0, sha256),
      trainingFingerprint({ examples, concepts: concepts.slice(1) }, 0, sha256),
      trainingFingerprint(training, 1, sha256),
    ]
    expect(new Set([fingerprint, ...others]).size).toBe(5)
    const remember = rememberPieces(cutAfter(3), others[0]!, sha256, () => undefined)
    let trained = 0
    remember('trial 0/0', () => {
      trained += 1
      return []
    })
    expect(trained).toBe(1)
  })

  describe('in the app', () => {
    const folder = mkdtempSync(join(tmpdir(), 'marbre-pieces-'))
    const pool = workerPool({ maxThreads: 1 })
    afterAll(async () => {
      await pool.close()
      rmSync(folder, { recursive: true })
    })
    const file = join(folder, 'tagger.partial')

    test('pieces stay on the disk when the training fails, and go when it ends', async () => {
      const record = new Uint8Array([1, 2, 3])
      const failing = withPieces(folder, 'tagger', async ({ port }) => {
        port.postMessage(record)
        await new Promise((resolve) => setTimeout(resolve, 50))
        throw new Error('the worker was stopped')
      })
      await expect(failing).rejects.toThrow('the worker was stopped')
      expect([...readFileSync(file)]).toEqual([1, 2, 3])

      writeFileSync(file, cutAfter(3))
      const bytes = await withPieces(folder, 'tagger', (pieces) => {
        expect(pieces.earlier.length).toBeGreaterThan(100)
        return pool.run('train-tagger', { ...training, ...stamp, pieces }, { ports: [pieces.port] })
      })
      expect(Buffer.from(bytes!)).toEqual(Buffer.from(whole))
      expect(existsSync(file)).toBe(false)
    })
  })
})

describe('what the tagger learned', () => {
  test('the past teaches and the time after it judges', () => {
    for (const size of [60, 200, 2_000, 5_000]) {
      for (const { train, judge } of fusionSplits(size)) expect(Math.max(...train)).toBeLessThan(Math.min(...judge))
    }
    const few = fusionSplits(10).map(({ judge }) => judge)
    expect(few.flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('can be looked at: words for and against, spellings, shares', () => {
    const { tagger } = learnTagger(training, 0)!
    const found = explainTag(tagger, 'peche')!
    expect(found.examples).toBe(30)
    expect(found.prior).toBeCloseTo(1 / 3, 5)
    expect(found.towards.slice(0, 6).map(({ term }) => term)).toContain('chaluti')
    expect(found.against.map(({ term }) => term)).toContain('urgenc')
    expect(found.spellings).toEqual([{ key: 'peche', precision: expect.closeTo(0.92, 1) }])
    expect(explainTag(tagger, 'velo')).toBeNull()
    // The same after a journey through bytes.
    expect(explainTag(readTagger(trainTagger(training, stamp, sha256)!, sha256).tagger, 'peche')).toEqual(found)
  })

  test('a concept without examples is found by its label and its definition; one added later counts for more', () => {
    const { tagger } = learnTagger(training, 0)!
    const news = { title: 'Du neuf pour le vélo', body: 'Le vélo gagne : les cyclistes auront des pistes cyclables.' }
    expect(best(news, { ...tagger, offered: new Set() })).toBe('velo')
    const scoreOf = (offered: ReadonlySet<string>) =>
      rankTags(article({ id: 'x', ...news }), matcher, { ...tagger, offered }).ranked.find(({ signal }) => signal.concept === 'velo')!.score
    expect(scoreOf(new Set())).toBeGreaterThan(scoreOf(tagger.offered))
    const byDefinition = rankTags(article({ id: 'x', title: '', body: 'Des pistes pour les cyclistes en ville.' }), matcher, tagger).ranked
    expect(byDefinition.find(({ signal }) => signal.concept === 'velo')!.signal.likeness).toBeGreaterThan(0)
  })

  test.each([['de'], ['es'], ['en'], ['br'], [null]])('learns in language %s', (lang) => {
    const { tagger } = learnTagger({ examples: examplesOf(24, lang), concepts }, 0)!
    expect(best({ lang, title: 'Colère', body: 'Les patients attendent aux urgences, faute de lits.' }, tagger)).toBe('hopital')
  })

  test('eight articles are enough to begin, and an endless text is no trouble', () => {
    const { tagger } = learnTagger({ examples: examplesOf(8), concepts }, 0)!
    const body = `Le chalutier et ses filets, quota de soles atteint. ${'mot '.repeat(400_000)}`
    expect(best({ title: 'Colère', body }, tagger)).toBe('peche')
    expect(learnTagger({ examples: examplesOf(7), concepts }, 0)).toBeNull()
  })
})

test('thresholds by hand: micro and macro need not agree', () => {
  const scored = [
    { concept: 'a', score: 0.9, right: true },
    { concept: 'a', score: 0.8, right: true },
    { concept: 'a', score: 0.7, right: false },
    { concept: 'a', score: 0.6, right: false },
    { concept: 'b', score: 0.5, right: true },
  ]
  const wanted = new Map([
    ['a', 2],
    ['b', 1],
  ])
  // At 0.8: micro 2·2/(2+3) = 0.8, macro (1 + 0)/2. At 0.5: micro 2·3/(5+3) = 0.75, macro (4/6 + 1)/2 = 0.83.
  expect(chooseThresholds(scored, wanted)).toEqual({ micro: 0.8, macro: 0.5 })
})
