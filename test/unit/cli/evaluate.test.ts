// The command line's `evaluate` as the contract writes it: named files in, one JSON document out, no desk.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Evaluation } from '../../../shared/domain/evaluation.ts'
import { startOllamaServer } from '../../ollama-server/ollama-server.ts'
import { answer, freshFolder, marbre } from './run-marbre.ts'
import { jsonLines } from './news.ts'

const topics = {
  Ports: 'le port accueille des navires et des pêcheurs débarquent la criée au quai',
  Écoles: 'la classe reçoit les élèves et les professeurs ouvrent un collège pour la rentrée',
  Budget: 'le conseil vote les impôts et les dépenses de la commune pour l’année',
}
type Topic = keyof typeof topics

function news(number: number): Record<string, unknown> {
  const topic = (Object.keys(topics) as Topic[])[number % 3]!
  const body = `${topics[topic]} dossier ${number}. Une phrase complète dit que ${topics[topic]}. La mairie annonce encore ${number} mesures pour demain.`
  const date = `2020-${String(1 + (number % 12)).padStart(2, '0')}-10`
  return {
    id: `n${number}`,
    lang: 'fr',
    title: null,
    body,
    tags: number % 2 ? [topic] : [topic.toLowerCase()],
    date,
    split: number < 30 ? 'train' : 'test',
    extra: { any: 1 },
  }
}
const archive = Array.from({ length: 42 }, (_, number) => news(number))

function place(): { data: string; file: (name: string, records: readonly unknown[] | string) => string } {
  const { folder, data } = freshFolder()
  const file = (name: string, records: readonly unknown[] | string): string => {
    const path = join(folder, name)
    writeFileSync(path, typeof records === 'string' ? records : jsonLines(records))
    return path
  }
  return { data, file }
}

describe('marbre evaluate', () => {
  it('tags: splits a file named for both, and gives the same figures twice', async () => {
    const { data, file } = place()
    const path = file('a.jsonl', archive)
    const ask = () => answer<Evaluation>(data, 'evaluate', 'tags', '--train', path, '--test', path)
    const first = await ask()
    expect(first).toMatchObject({ task: 'tags', engine: 'builtin', items: 12, reachable: 1 })
    expect(Object.keys(first.metrics)).toEqual(['f1@5', 'ndcg@5', 'ndcg@10', 'precision@1', 'microF1', 'macroF1'])
    expect(Object.keys(first.baselines)).toEqual(['labelMatch', 'knn'])
    expect(first.metrics['precision@1']).toBeGreaterThan(0.9)
    expect(first.itemsPerSecond).toBeGreaterThan(0)
    expect(first.peakMemoryMb).toBeGreaterThan(0)
    const second = await ask()
    expect([second.metrics, second.baselines]).toEqual([first.metrics, first.baselines])
    expect(existsSync(data), 'a desk was opened').toBe(false)
  })

  it('tags: an untrained engine with a named vocabulary; gold outside it is dropped, articles without gold skipped', async () => {
    const { data, file } = place()
    const test = file('t.jsonl', [
      { id: 'a', lang: 'en', title: 'The harbour opens', body: 'Ships came.', tags: ['HARBOUR', 'unknown'] },
      { id: 'b', lang: 'en', title: 'Nothing', body: 'Nothing.', tags: ['unknown'] },
    ])
    const vocabulary = file('v.jsonl', [
      { slug: 'harbour', title: 'Harbour' },
      { slug: 'school', title: 'School', aliases: ['college'] },
    ])
    const found = await answer<Evaluation>(data, 'evaluate', 'tags', '--test', test, '--vocabulary', vocabulary)
    expect(found).toMatchObject({ items: 1, metrics: { 'precision@1': 1, 'ndcg@10': 1 } })
    expect(found.reachable).toBeCloseTo(1 / 3, 5)
    expect(Object.keys(found.baselines)).toEqual(['labelMatch'])
  })

  it('key points: as many as the reference, beside the lead', async () => {
    const { data, file } = place()
    const test = file('k.jsonl', [
      { ...news(1), summary_points: ['Une phrase complète dit que la classe reçoit les élèves.'] },
      { ...news(2), summary: 'Le conseil vote les impôts et les dépenses de la commune.' },
      { ...news(3), summary: null },
    ])
    const found = await answer<Evaluation>(data, 'evaluate', 'key-points', '--test', test)
    expect(found.items).toBe(2)
    expect(Object.keys(found.metrics)).toEqual(['rouge1', 'rouge2', 'rougeL', 'grounded'])
    expect(Object.keys(found.baselines)).toEqual(['lead'])
    expect(found.metrics['rouge1']).toBeGreaterThan(0)
    expect(found.metrics['grounded']).toBeLessThanOrEqual(1)
  })

  it('moderation: labels as numbers or strings, --lang and its own body, training copies of the test left out', async () => {
    const { data, file } = place()
    const rude = ['espèce de connard', 'ferme ta gueule', 'pauvre con va', 'sale merde', 'gros débile']
    const kind = ['merci pour cet article', 'très bon sujet', 'je partage votre avis', 'une belle analyse', 'bonne question']
    const comment = (at: number, label: unknown) => ({
      id: `c${at}`,
      lang: 'en+fr',
      body: `${(Number(label) === 1 ? rude : kind)[at % 5]!} numéro ${at}`,
      body_en: Number(label) === 1 ? `you idiot number ${at}` : `thank you number ${at}`,
      label,
    })
    const train = Array.from({ length: 60 }, (_, at) => comment(at, at % 2 === 0 ? 1 : '0'))
    const test = Array.from({ length: 20 }, (_, at) => comment(100 + at, at % 2 === 0 ? '1' : 0))
    const copy = { ...test[0]!, id: 'copy', body: `${String(test[0]!.body).toUpperCase()} !!` }
    const other = { id: 'de', lang: 'de', body: 'Danke', label: 0 }
    const paths = ['--train', file('tr.jsonl', [...train, copy, other]), '--test', file('te.jsonl', [...test, other])]
    const ran = await marbre(['evaluate', 'moderation', ...paths, '--lang', 'fr', '--json', '--data', data])
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('1 training items left out')
    const found = JSON.parse(ran.out) as Evaluation
    expect(found.items).toBe(20)
    expect(Object.keys(found.metrics)).toEqual(['rocAuc', 'averagePrecision', 'macroF1', 'ece', 'abstained'])
    expect(found.metrics['rocAuc']).toBeGreaterThan(0.95)
    expect(Object.keys(found.baselines)).toEqual(['tfidfLogistic'])
    const folded = await answer<Evaluation>(
      data,
      'evaluate',
      'moderation',
      '--test',
      file('f.jsonl', train),
      '--folds',
      '3',
      '--limit',
      '40',
    )
    expect(folded.items).toBe(40)
    expect(folded.metrics['rocAuc']).toBeGreaterThan(0.9)
  })

  it('links: later gold is missed, a resource is not, and the anchor is no help', async () => {
    const { data, file } = place()
    const corpus = file('c.jsonl', [...archive, { ...news(50), id: 'guide', date: '2030-01-01', kind: 'resource' }])
    const links = file('l.jsonl', [
      { source: 'n1', target: 'n13', anchor: 'dossier 1' },
      { source: 'n1', target: 'n11' },
      { source: 'n5', target: 'guide', anchor: null },
      { source: 'stranger', target: 'n1' },
    ])
    const found = await answer<Evaluation>(data, 'evaluate', 'links', '--test', links, '--corpus', corpus)
    // n13 is of February as n1 is; n11 of December is later
    expect(found.items).toBe(2)
    expect(found.reachable).toBeCloseTo(2 / 3, 5)
    expect(Object.keys(found.metrics)).toEqual(['ndcg@5', 'ndcg@10', 'recall@10', 'mrr', 'p95Milliseconds'])
    expect(Object.keys(found.baselines)).toEqual(['bm25', 'lsa200'])
    expect(found.metrics['recall@10']).toBeLessThanOrEqual(0.75)
  })

  it('puts the same items to a language model', async () => {
    const { data, file } = place()
    const server = await startOllamaServer({
      reply: ({ seen }) => JSON.stringify({ opinion: /idiot/i.test(seen) ? 'hold' : 'publish', clause: null, quote: '' }),
    })
    onTestFinished(() => server.close())
    const test = file('te.jsonl', [
      { id: 'a', lang: 'en', body: 'What an idiot this man is', label: 1 },
      { id: 'b', lang: 'en', body: 'Thank you for this piece', label: 0 },
    ])
    const args = ['evaluate', 'moderation', '--test', test, '--engine', 'ollama:ministral-3:3b', '--json', '--data', data]
    const ran = await marbre(args, { OLLAMA_HOST: server.url })
    expect([ran.code, ran.code === 0 ? '' : ran.err]).toEqual([0, ''])
    expect(JSON.parse(ran.out)).toMatchObject({ engine: 'ollama:ministral-3:3b', items: 2 })
    expect(server.to('/api/chat').length).toBeGreaterThanOrEqual(2)
    await server.close()
    const dead = await marbre(args, { OLLAMA_HOST: server.url })
    expect([dead.code, dead.out, dead.lastLine.endsWith('[engine-unavailable]')]).toEqual([1, '', true])
  })

  it('tells broken lines by file and line, and wrong usage apart', async () => {
    const { data, file } = place()
    const broken = file('broken.jsonl', '{"id":"a","body":"x","label":1}\n{"id":')
    const ran = await marbre(['evaluate', 'moderation', '--test', broken, '--json', '--data', data])
    expect([ran.code, ran.out, ran.lastLine]).toEqual([1, '', 'marbre: broken.jsonl: line 2 is not JSON [bad-input]'])
    const label = await marbre([
      'evaluate',
      'moderation',
      '--test',
      file('label.jsonl', '\n{"id":"a","body":"x","label":"maybe"}\n'),
      '--json',
    ])
    expect(label.lastLine).toBe('marbre: label.jsonl: line 2: its label is neither 0 nor 1 [bad-input]')
    const missing = await marbre(['evaluate', 'tags', '--test', join(data, 'none.jsonl')])
    expect([missing.code, missing.lastLine]).toEqual([1, 'marbre: none.jsonl: no such file [not-found]'])
    const usage = await Promise.all(
      [['tags'], ['links', '--test', broken], ['key-points', '--test', broken, '--folds', '3']].map((args) =>
        marbre(['evaluate', ...args]),
      ),
    )
    expect(usage.map((one) => one.code)).toEqual([2, 2, 2])
    const gold = await marbre(['evaluate', 'key-points', '--gold', '--json', '--data', data])
    expect([gold.code, gold.out, gold.lastLine.endsWith('[bad-input]')]).toEqual([1, '', true])
    const engine = await marbre(['evaluate', 'tags', '--test', broken, '--engine', 'nobody'])
    expect([engine.code, engine.lastLine.endsWith('[engine-refused]')]).toEqual([1, true])
  })
})
