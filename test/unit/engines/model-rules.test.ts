// Names, places, licences, memory, bounds of tokens: what the guards rest on.
import { describe, expect, it } from 'vitest'
import { demandFullRead, planReading } from '../../../electron/core/engines/full-read.ts'
import { licenseName } from '../../../electron/core/engines/license-name.ts'
import { fitOf, memoryPerToken } from '../../../electron/core/engines/machine-fit.ts'
import { isCloudName, isModelName, parseEngineId, sameModel } from '../../../electron/core/engines/model-names.ts'
import { embeddingProfile } from '../../../electron/core/engines/model-profiles.ts'
import { ollamaPlace } from '../../../electron/core/engines/ollama-host.ts'
import { createServerTurns } from '../../../electron/core/engines/server-turns.ts'
import { estimateTokens } from '../../../electron/core/engines/token-estimate.ts'
import { parseOnPremiseHost } from '../../../electron/core/guard/loopback.ts'
import { countTokens } from '../../ollama-server/behaviour.ts'
import { prose, question } from './a-model.ts'

describe('names', () => {
  it('of models that run on ollama.com are known in every spelling', () => {
    for (const name of ['a:cloud', 'a:20b-cloud', 'A:20B-CLOUD', 'a-cloud', 'a-cloud:latest', 'n/a:Cloud', 'h.io/n/a-cloud', ' a:cloud '])
      expect({ name, cloud: isCloudName(name) }).toEqual({ name, cloud: true })
    for (const name of ['cloudy:1b', 'a:1b', 'nimbus-clouds:2b', 'my-cloud/llama:1b', 'acloud'])
      expect({ name, cloud: isCloudName(name) }).toEqual({ name, cloud: false })
  })

  it('of models and engines are read strictly', () => {
    for (const name of ['', '../x', 'a b', 'a\n', 'à:1b', 'a::b', '/a', 'a?x=1', 'a'.repeat(300)])
      expect({ name, ok: isModelName(name) }).toEqual({ name, ok: false })
    for (const name of ['ministral-3:3b', 'hf.co/bartowski/Llama-3.2-1B-GGUF:Q4_K_M', 'x']) expect(isModelName(name)).toBe(true)
    expect(parseEngineId('ollama:qwen3.5:4b')).toEqual({ kind: 'ollama', model: 'qwen3.5:4b' })
    expect(parseEngineId('on-premise:llm.intra:8000/org/model@q4')).toEqual({
      kind: 'on-premise',
      host: 'llm.intra:8000',
      model: 'org/model@q4',
    })
    for (const id of ['ollama:', 'ollama:a b', 'on-premise:llm/model', 'on-premise:llm:0/m', 'openai:gpt', '', 'Builtin'])
      expect(parseEngineId(id)).toBeNull()
    expect([sameModel('a', 'A:latest'), sameModel('a:1b', 'a'), sameModel('h:80/a', 'h:80/a:latest')]).toEqual([true, false, true])
  })
})

describe('OLLAMA_HOST', () => {
  it.each([
    [undefined, 'http://127.0.0.1:11434'],
    ['', 'http://127.0.0.1:11434'],
    ['127.0.0.1', 'http://127.0.0.1:11434'],
    ['localhost:8080', 'http://localhost:8080'],
    [':1234', 'http://127.0.0.1:1234'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['[::1]:11434', 'http://[::1]:11434'],
    ['::1', 'http://[::1]:11434'],
    ['0.0.0.0', 'http://127.0.0.1:11434'],
    ['http://0.0.0.0:9000/', 'http://127.0.0.1:9000'],
    ['"127.0.0.2:5"', 'http://127.0.0.2:5'],
  ])('%s is this machine', (named, origin) => {
    expect(ollamaPlace(named, []).origin).toBe(origin)
  })

  it.each([
    '192.168.1.4',
    'ollama.com',
    'https://ollama.com',
    'http://u:p@127.0.0.1',
    '127.0.0.1/x',
    'ftp://127.0.0.1',
    '127.0.0.1.evil.fr',
    '2130706433.x',
    'http://',
  ])('%s is not, and is refused', (named) => {
    expect(() => ollamaPlace(named, [])).toThrow(expect.objectContaining({ code: 'engine-refused' }))
  })

  it('may be a machine the policy names, on that port alone', () => {
    expect(ollamaPlace('llm.intra:11434', ['llm.intra:11434']).origin).toBe('http://llm.intra:11434')
    expect(() => ollamaPlace('llm.intra:11435', ['llm.intra:11434'])).toThrow('policy')
  })

  it('on all networks is this machine, and said', () => {
    expect([
      ollamaPlace('0.0.0.0', []).onAllNetworks,
      ollamaPlace('::', []).onAllNetworks,
      ollamaPlace('127.0.0.1', []).onAllNetworks,
    ]).toEqual([true, true, false])
  })
})

it('on-premise hosts are named with their port, over TLS where said or on 443', () => {
  expect(parseOnPremiseHost('llm.intra:8000')).toEqual({ host: 'llm.intra', port: 8000, tls: false })
  expect(parseOnPremiseHost('https://LLM.intra:8443')).toEqual({ host: 'llm.intra', port: 8443, tls: true })
  expect(parseOnPremiseHost('llm.intra:443')).toMatchObject({ tls: true })
  for (const text of ['https://llm.intra', 'http://llm.intra:80', 'https://llm.intra:8443/v1', '*:80'])
    expect(parseOnPremiseHost(text)).toBeNull()
})

describe('bounds of tokens', () => {
  const texts = {
    french: 'L’« affaire » n’est pas close : d’après M. Le Goff, 1 200,5 tonnes — soit 8 % de moins — ont été débarquées aujourd’hui.',
    english: 'The council (10 of 19) didn’t vote; "wait and see", it said.',
    'a frame with its schema': `${prose(80)} {"type":"object","properties":{"tags":{"type":"array","items":{"type":"integer"}}},"required":["tags"]}`,
    prose: prose(500),
  }
  it.each(Object.entries(texts))('enclose what a vocabulary makes of %s', (_name, text) => {
    const { least, most } = estimateTokens(text)
    expect(least).toBeLessThanOrEqual(countTokens(text))
    expect(most).toBeGreaterThanOrEqual(countTokens(text))
    // Half of the text must never pass for all of it.
    expect(least).toBeGreaterThan(countTokens(text.slice(text.length / 2)) * 0.9)
  })

  it('grow with the text, also without spaces', () => {
    expect(estimateTokens('').least).toBe(0)
    expect(estimateTokens('東京都知事は記者会見で述べた'.repeat(100)).least).toBeGreaterThan(300)
    expect(estimateTokens('a'.repeat(8000)).most).toBeGreaterThanOrEqual(4000)
    expect(estimateTokens('👍🏽'.repeat(100)).most).toBeGreaterThan(400)
  })

  it('size a window in steps, never above the model’s', () => {
    const { window } = planReading({ ...question, user: prose(3000) }, null, 'm')
    expect(window % 1024).toBe(0)
    expect(planReading({ ...question, user: prose(3000) }, 5000, 'm').window).toBe(5000)
    expect(() => planReading({ ...question, user: prose(3000) }, 3000, 'm')).toThrow(expect.objectContaining({ code: 'truncated-read' }))
  })

  it('tell a text cut to a window that the server set itself, also where the count is above the text’s words', () => {
    const plan = planReading({ ...question, user: prose(1800) }, null, 'm')
    expect(plan.least).toBeLessThan(2048)
    expect(() => demandFullRead(plan, { read: 2048 }, 'm')).toThrow(expect.objectContaining({ code: 'truncated-read' }))
    for (const read of [2047, 2049]) expect(demandFullRead(plan, { read }, 'm')).toBe(read)
  })
})

it('licences get their short names', () => {
  expect(licenseName('                                 Apache License\n                           Version 2.0, January 2004')).toBe(
    'Apache-2.0',
  )
  expect(licenseName('MIT License\n\nCopyright (c) 2024')).toBe('MIT')
  expect(licenseName('Gemma Terms of Use\n\nLast modified: February 21, 2024')).toBe('Gemma')
  expect(licenseName('LLAMA 3.2 COMMUNITY LICENSE AGREEMENT\nLlama 3.2 Version Release Date: September 25, 2024')).toBe('Llama')
  expect(licenseName('')).toBeNull()
})

it('a model’s memory is its weights and its window’s', () => {
  const gigabyte = 1024 ** 3
  const figures: Readonly<Record<string, number>> = {
    block_count: 26,
    'attention.head_count': 32,
    'attention.head_count_kv': 8,
    'attention.key_length': 128,
  }
  const perToken = memoryPerToken((name) => figures[name] ?? null)
  expect(perToken).toBe(2 * 26 * 8 * 128 * 2)
  const small = { weights: 2.9 * gigabyte, perToken }
  expect([4, 8, 16].map((size) => fitOf(small, size * gigabyte))).toEqual(['no', 'tightly', 'comfortably'])
  expect(fitOf({ weights: 6 * gigabyte, perToken: null }, 16 * gigabyte)).toBe('comfortably')
  expect(fitOf({ weights: 40 * gigabyte, perToken: null }, 32 * gigabyte)).toBe('no')
})

it('embedding models get the words their cards ask for', () => {
  expect(embeddingProfile('embeddinggemma-2:270m-q8_0-text').query).toBe('task: search result | query: ')
  expect(embeddingProfile('nomic-embed-text-v2-moe').document).toBe('search_document: ')
  expect(embeddingProfile('jeffh/intfloat-multilingual-e5-large:f16').document).toBe('passage: ')
  expect(embeddingProfile('intfloat/multilingual-e5-large-instruct').query).toMatch(/^Instruct: /)
  expect(embeddingProfile('qwen3-embedding:0.6b').document).toBe('')
  expect([embeddingProfile('bge-m3'), embeddingProfile('unknown')]).toEqual([
    { query: '', document: '' },
    { query: '', document: '' },
  ])
})

it('turns are taken in order, one at a time, by server', async () => {
  const turns = createServerTurns()
  const never = new AbortController().signal
  const order: string[] = []
  const first = await turns.take('a', never)
  const elsewhere = await turns.take('b', never)
  const leaving = new AbortController()
  const waiting = ['2', '3', '4'].map(async (name) => {
    const give = await turns.take('a', name === '3' ? leaving.signal : never)
    order.push(name)
    give()
    give()
  })
  leaving.abort(new Error('left'))
  await expect(waiting[1]).rejects.toThrow('left')
  expect(order).toEqual([])
  elsewhere()
  first()
  await Promise.all([waiting[0], waiting[2]])
  expect(order).toEqual(['2', '4'])
  const again = await turns.take('a', never)
  again()
  await expect(turns.take('a', AbortSignal.abort(new Error('late')))).rejects.toThrow('late')
})
