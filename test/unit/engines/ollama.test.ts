// One local model under guard, against a server that speaks Ollama's protocol; the protocol's part against a real one too, where one answers.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isCutReply } from '../../../electron/core/engines/language-model.ts'
import { ollamaServer } from '../../../electron/core/engines/ollama.ts'
import { demandFullRead } from '../../../electron/core/engines/full-read.ts'
import { modelRefusal, type ModelPolicy } from '../../../electron/core/engines/model-policy.ts'
import { ollamaModel } from '../../../electron/core/engines/ollama-model.ts'
import { createServerTurns } from '../../../electron/core/engines/server-turns.ts'
import type { Behaviour } from '../../ollama-server/behaviour.ts'
import type { OllamaServerOptions } from '../../ollama-server/ollama-server.ts'
import { failureOf, openPolicy, prose, question, rig, shortPatience, signal } from './a-model.ts'

// The package writes to the console what it cannot read; nothing a model says may get there.
const spoken: unknown[] = []
beforeEach(() => {
  for (const way of ['log', 'warn', 'error', 'info'] as const)
    vi.spyOn(console, way).mockImplementation((...words) => void spoken.push(words))
})
afterEach(() => {
  expect(spoken.splice(0)).toEqual([])
  vi.restoreAllMocks()
})

async function failing(behaviour: Partial<Behaviour>, options: OllamaServerOptions = {}, policy: Partial<ModelPolicy> = {}) {
  const made = await rig({ ...options, behaviour }, policy)
  return { ...made, error: await failureOf(made.model.complete(question, { signal: signal() })) }
}

describe('a completion', () => {
  it('asks for a whole read and a repeatable reply of the schema', async () => {
    const { server, model } = await rig()
    const reply = await model.complete(question, { signal: signal() })
    expect(JSON.parse(reply.text)).toEqual({ tags: [], unsure: false })
    expect(reply.readTokens).toBeGreaterThan(25)
    expect(reply.writtenTokens).toBeGreaterThan(0)
    expect(server.to('/api/chat')[0]?.body).toMatchObject({
      model: 'ministral-3:3b',
      stream: true,
      truncate: false,
      shift: false,
      think: false,
      format: question.schema,
      options: { temperature: 0, seed: 0, num_predict: 200, num_ctx: 1024 },
      messages: [
        { role: 'system', content: question.system },
        { role: 'user', content: question.user },
      ],
    })
  })

  it('sizes the window to the text', async () => {
    const { server, model } = await rig()
    for (const words of [10, 1000, 4000]) await model.complete({ ...question, user: prose(words) }, { signal: signal() })
    const windows = server.to('/api/chat').map(({ body }) => (body['options'] as { num_ctx: number }).num_ctx)
    expect(windows.every((window) => window % 1024 === 0)).toBe(true)
    expect(windows.map((window) => window >= 1000)).toEqual([true, true, true])
    expect(windows[2]).toBeGreaterThan(windows[1]!)
  })

  it('is refused before anything is sent when the model cannot hold it', async () => {
    const { server, model } = await rig({ models: [{ name: 'small:1b', contextLength: 2048 }] })
    const error = await failureOf(model.complete({ ...question, user: prose(3000) }, { signal: signal() }))
    expect(error).toMatchObject({ code: 'truncated-read', details: { side: 'prompt', window: 2048 } })
    expect(server.to('/api/chat')).toEqual([])
  })

  it('takes only what comes after the thinking', async () => {
    for (const inline of [true, false]) {
      const { model } = await rig({ behaviour: { thinks: { text: 'Voyons {"tags":[9]}', inline } } })
      expect(JSON.parse((await model.complete(question, { signal: signal() })).text)).toEqual({ tags: [], unsure: false })
    }
  })

  it('hands on a reply that ignores the schema or the language as it is: judging it is the task’s', async () => {
    const { model } = await rig({ behaviour: { ignoresSchema: 'Here are the tags you asked for!' } })
    expect((await model.complete(question, { signal: signal() })).text).toBe('Here are the tags you asked for!')
  })

  it('of one server wait for each other, and one who gives up leaves the queue', async () => {
    const { server, model, named } = await rig({ behaviour: { tokenDelay: 5 } })
    let [inside, most] = [0, 0]
    server.reply = () => '{"tags":[],"unsure":false}'
    const leaving = new AbortController()
    const watch = async (call: Promise<unknown>): Promise<unknown> => call
    const calls = [
      watch(model.complete(question, { signal: signal() })),
      failureless(named('ministral-3:3b').complete(question, { signal: leaving.signal })),
      watch(named('ministral-3:3b').complete(question, { signal: signal() })),
    ]
    const timer = setInterval(() => {
      inside = server.to('/api/chat').length
      most = Math.max(most, inside)
    }, 1)
    leaving.abort(new Error('enough'))
    const [, left] = await Promise.all(calls)
    clearInterval(timer)
    expect(left).toBe('enough')
    expect(server.to('/api/chat')).toHaveLength(2)
    expect(server.requests.filter(({ gone }) => gone)).toEqual([])
  })
})

async function failureless(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) => (error instanceof Error ? error.message : error))
}

describe('a model is refused', () => {
  it.each(['gpt-oss:20b-cloud', 'glm-4.6:cloud', 'GPT-OSS:120B-CLOUD', 'gpt-oss-cloud:latest', 'team/qwen3:Cloud'])(
    'by its name, without a word to the server: %s',
    async (name) => {
      const { server, named } = await rig({ models: [{ name }] })
      const error = await failureOf(named(name).complete(question, { signal: signal() }))
      expect(error).toMatchObject({ code: 'engine-refused', details: { reason: 'cloud' } })
      expect(server.requests).toEqual([])
    },
  )

  it.each<[string, OllamaServerOptions['models'], Partial<ModelPolicy>, string]>([
    [
      'a stub of a remote one',
      [{ name: 'm:1b', remoteHost: 'https://ollama.com:443', remoteModel: 'gpt-oss:120b', size: 384 }],
      {},
      'remote',
    ],
    ['a large alias of a remote one', [{ name: 'm:1b', remoteModel: 'gpt-oss:120b' }], {}, 'remote'],
    ['one without weights', [{ name: 'm:1b', size: 384, format: '' }], {}, 'stub'],
    ['one without a digest', [{ name: 'm:1b', digest: '' }], {}, 'no-digest'],
    [
      'one whose digest the policy does not name',
      [{ name: 'm:1b', digest: 'a'.repeat(64) }],
      { allowedModelDigests: ['b'.repeat(64)] },
      'digest-not-allowed',
    ],
    [
      'one whose digest only begins like an allowed one',
      [{ name: 'm:1b', digest: 'a'.repeat(64) }],
      { allowedModelDigests: ['a'.repeat(12)] },
      'digest-not-allowed',
    ],
    ['any, by the policy', [{ name: 'm:1b' }], { engines: ['builtin'] }, 'not-allowed'],
    ['one made for vectors', [{ name: 'm:1b', capabilities: ['embedding'] }], {}, 'embeddings-only'],
  ])('%s', async (_what, models, policy, reason) => {
    const { server, model } = await rig({ models: models ?? [] }, policy)
    const error = await failureOf(model.complete(question, { signal: signal() }))
    expect(error).toMatchObject({ code: 'engine-refused', details: { reason } })
    expect(server.to('/api/chat')).toEqual([])
    expect(server.wentOut()).toBe(0)
  })

  it('a small one with weights of its own is none of these', async () => {
    const { model } = await rig({ models: [{ name: 'm:1b', size: 384 }] })
    expect(await model.describe()).toMatchObject({ size: 384 })
  })

  it('allowed digests are read with and without their prefix', async () => {
    for (const allowed of ['a'.repeat(64), `sha256:${'A'.repeat(64)}`]) {
      const { model } = await rig({ models: [{ name: 'm:1b', digest: 'a'.repeat(64) }] }, { allowedModelDigests: [allowed] })
      expect((await model.describe()).digest).toBe('a'.repeat(64))
    }
  })

  it('when its reply says that another machine wrote it, after a clean description', async () => {
    const { error } = await failing({ remoteReply: { host: 'https://ollama.com:443', model: 'gpt-oss:120b' } })
    expect(error).toMatchObject({ code: 'engine-refused', details: { reason: 'remote' } })
  })

  it('when it is no longer the one it was', async () => {
    const { server, model } = await rig()
    await model.complete(question, { signal: signal() })
    server.models.set('ministral-3:3b', { name: 'ministral-3:3b', digest: 'd'.repeat(64) })
    expect(await failureOf(model.complete(question, { signal: signal() }))).toMatchObject({
      code: 'engine-refused',
      details: { reason: 'digest-changed' },
    })
  })
})

describe('a read that is not whole is refused', () => {
  const long = { ...question, user: prose(2500) }
  it.each<[string, Partial<Behaviour>, number | undefined]>([
    ['the server drops the front and keeps half', { overflow: 'halve', window: 2048 }, undefined],
    ['the server cuts to its window', { overflow: 'fill', window: 2048 }, undefined],
    ['the server says so, as 0.40 does', { overflow: 'refuse', window: 2048 }, undefined],
    ['the server says so, as 0.12 does', { overflow: 'refuse-plain', window: 2048 }, undefined],
    ['the model itself is the limit', { overflow: 'fill' }, 3600],
    ['the count is missing', { counts: { read: null } }, undefined],
    ['the count is too small to be true', { counts: { read: 40 } }, undefined],
    ['the count is too large to be true', { counts: { read: 9_000_000 } }, undefined],
    ['the count is the window', { counts: { read: 8192 } }, 8192],
  ])('%s', async (_what, behaviour, contextLength) => {
    const { model } = await rig({ models: [{ name: 'm:1b', ...(contextLength ? { contextLength } : {}) }], behaviour })
    expect(await failureOf(model.complete(long, { signal: signal() }))).toMatchObject({
      code: 'truncated-read',
      details: { side: 'prompt' },
    })
  })

  it('also where the window is only a little too small', async () => {
    for (const overflow of ['halve', 'fill'] as const) {
      for (const window of [2048, 3000, 3300, 3500, 4096]) {
        const { server, model } = await rig({ behaviour: { overflow, window } })
        let seen = ''
        server.reply = (asked) => ((seen = asked.seen), '{}')
        const whole = `${question.system}\n${long.user}`
        const call = await model.complete(long, { signal: signal() }).catch((error: unknown) => error)
        if (seen === whole) continue
        expect({ overflow, window, call }).toMatchObject({ call: { code: 'truncated-read' } })
      }
    }
  })

  it('counts without the cached prefix are no proof (0.30.0)', async () => {
    const { server, model } = await rig({ behaviour: { forgetsCached: true } })
    const framed = { ...question, system: prose(300) }
    await model.complete(framed, { signal: signal() })
    expect(await failureOf(model.complete(framed, { signal: signal() }))).toMatchObject({ code: 'truncated-read' })
    server.behaviour.forgetsCached = false
    await model.complete(framed, { signal: signal() })
  })

  it('a reply without room to end is told apart', async () => {
    const { model } = await rig({ behaviour: { ignoresSchema: 'x'.repeat(4000) } })
    const error = await failureOf(model.complete(question, { signal: signal() }))
    expect(isCutReply(error)).toBe(true)
    const { error: other } = await failing({ counts: { read: 1 } })
    expect(isCutReply(other)).toBe(false)
  })
})

describe('a server that fails', () => {
  it.each<[string, Partial<Behaviour>, string]>([
    ['breaks off in the middle', { errorAfter: 2 }, 'server-error'],
    ['dies in the middle', { diesAfter: 2 }, 'died'],
    ['dies before the first word', { diesAfter: 0 }, 'died'],
    ['writes what is no JSON', { garbles: true }, 'garbled'],
    ['answers with a page', { page: true }, 'server-error'],
    ['never ends its line', { floods: true }, 'server-error'],
    ['has no room in memory', { noMemory: true }, 'no-memory'],
    ['stays busy', { busy: 99 }, 'busy'],
  ])('%s: unavailable', async (_what, behaviour, reason) => {
    const { error } = await failing(behaviour)
    expect(error).toMatchObject({ code: 'engine-unavailable', details: { reason } })
    expect(`${error.what} ${error.why} ${JSON.stringify(error.details)}`).not.toMatch(/témoin|Connectez|encountered/)
  })

  it('is waited for when it is busy', async () => {
    const { server, model } = await rig({ behaviour: { busy: 2, tooMany: 1 } })
    await model.complete(question, { signal: signal() })
    expect(server.to('/api/chat')).toHaveLength(4)
  })

  it('is not followed elsewhere', async () => {
    const { server: other } = await rig()
    const { error } = await failing({ redirectsTo: `${other.url}/api/chat` })
    expect(error).toMatchObject({ code: 'engine-refused', details: { reason: 'not-allowed' } })
    expect(other.requests).toEqual([])
  })

  it('that is not there is unavailable, and so is a model that is not installed', async () => {
    const { server, model, named } = await rig()
    expect(await failureOf(named('absent:7b').complete(question, { signal: signal() }))).toMatchObject({
      code: 'engine-unavailable',
      details: { reason: 'not-installed', model: 'absent:7b' },
    })
    await server.close()
    expect(await failureOf(model.complete(question, { signal: signal() }))).toMatchObject({
      code: 'engine-unavailable',
      details: { reason: 'no-server' },
    })
  })

  it('that goes silent is given up, early or late', async () => {
    const patience = { ...shortPatience, long: { ...shortPatience.long, firstByteMs: 80, idleMs: 80 } }
    for (const behaviour of [{ hangs: true }, { hangsAfter: 2 }]) {
      const { model } = await rig({ behaviour }, {}, patience)
      expect(await failureOf(model.complete(question, { signal: signal() }))).toMatchObject({
        code: 'engine-unavailable',
        details: { reason: 'slow' },
      })
    }
  })

  it('that is slow but alive is waited for, up to the whole time', async () => {
    const patient = { ...shortPatience, long: { ...shortPatience.long, idleMs: 200 } }
    const { model } = await rig({ behaviour: { tokenDelay: 40 } }, {}, patient)
    await model.complete(question, { signal: signal() })
    const hurried = { ...shortPatience, long: { ...shortPatience.long, idleMs: 200, totalMs: 100 } }
    const { model: late } = await rig({ behaviour: { tokenDelay: 40 } }, {}, hurried)
    expect(await failureOf(late.complete(question, { signal: signal() }))).toMatchObject({ details: { reason: 'slow' } })
  })

  it.each<[string, Partial<Behaviour>]>([
    ['before the first word', { hangs: true }],
    ['between words', { tokenDelay: 20 }],
    ['while it is busy', { busy: 99 }],
  ])('is left at once when told to stop, %s', async (_what, behaviour) => {
    const { server, model } = await rig({ behaviour: { ignoresSchema: 'mot '.repeat(100), ...behaviour } })
    const stopping = new AbortController()
    const call = model.complete(question, { signal: stopping.signal })
    while (server.to('/api/chat').length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    stopping.abort(new Error('enough'))
    await expect(call).rejects.toThrow('enough')
    if (!behaviour.busy) while (!server.to('/api/chat')[0]!.gone) await new Promise((resolve) => setTimeout(resolve, 2))
    const asked = server.to('/api/chat').length
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(server.to('/api/chat')).toHaveLength(asked)
  })
})

describe('vectors', () => {
  it('are of length 1, one for each text, asked in batches with the model’s own prefixes', async () => {
    const { server, named } = await rig({ models: [{ name: 'embeddinggemma-2:270m-q8_0-text', capabilities: ['embedding'] }] })
    const model = named('embeddinggemma-2:270m-q8_0-text')
    const texts = Array.from({ length: 70 }, (_, at) => `Le port numéro ${at}`)
    const vectors = await model.embed(texts, 'document', { signal: signal() })
    expect(vectors).toHaveLength(70)
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    const asked = server.to('/api/embed').map(({ body }) => body)
    expect(asked.map(({ input }) => (input as string[]).length)).toEqual([32, 32, 6])
    expect(asked[0]).toMatchObject({ truncate: false })
    expect((asked[0]!['input'] as string[])[0]).toBe('title: none | text: Le port numéro 0')
    await model.embed(['port'], 'query', { signal: signal() })
    expect(server.to('/api/embed').at(-1)?.body['input']).toEqual(['task: search result | query: port'])
  })

  it('of a text that was not read whole, or made elsewhere, are refused', async () => {
    const models = [{ name: 'bge-m3', capabilities: ['embedding'], contextLength: 512 }]
    const { server, model } = await rig({ models })
    expect(await failureOf(model.embed([prose(900)], 'document', { signal: signal() }))).toMatchObject({ code: 'truncated-read' })
    server.behaviour.counts = { read: 2 }
    expect(await failureOf(model.embed([prose(100)], 'document', { signal: signal() }))).toMatchObject({ code: 'truncated-read' })
    server.behaviour.counts = {}
    server.behaviour.remoteReply = { host: 'https://ollama.com', model: 'x' }
    expect(await failureOf(model.embed(['a'], 'document', { signal: signal() }))).toMatchObject({ code: 'engine-refused' })
  })
})

// What the scripted server claims, asked of a real one where one answers on its usual port.
const real = ollamaServer('http://127.0.0.1:11434')
const answering = await real.version(AbortSignal.timeout(1000)).catch(() => null)
/** The smallest model that writes, if any is installed. */
const installed = answering === null ? [] : await real.models(AbortSignal.timeout(5000)).catch(() => [])
const writing = installed
  .filter((model) => modelRefusal(model.name, model, null, openPolicy) === null && !/embed|bge|minilm/i.test(model.name))
  .toSorted((a, b) => (a.size ?? 0) - (b.size ?? 0))[0]?.name

describe.skipIf(answering === null)('a real Ollama (skipped: none answers on 127.0.0.1:11434)', () => {
  it('lists and describes its models in the form we read', async () => {
    for (const model of installed) {
      expect(model.digest).toMatch(/^[0-9a-f]{64}$/)
      if (modelRefusal(model.name, model, null, openPolicy) === null) await real.show(model.name, signal())
    }
    await real.running(signal())
    await real.cloudOn(signal())
  })

  it.skipIf(writing === undefined)(
    'reads whole, answers in the schema’s form, and refuses what is too long',
    { timeout: 900_000 },
    async () => {
      const model = ollamaModel({ name: writing!, server: real, policy: openPolicy, turns: createServerTurns() })
      const reply = await model.complete(question, { signal: signal() })
      expect(Object.keys(JSON.parse(reply.text) as object).toSorted()).toEqual(['tags', 'unsure'])
      const long = { ...question, user: prose(1500) }
      expect((await model.complete(long, { signal: signal() })).readTokens).toBeGreaterThan(1500)
      const chat = {
        model: writing!,
        system: question.system,
        user: prose(1500),
        schema: question.schema,
        seed: 0,
        window: 1024,
        maxTokens: 50,
      }
      // Asked with a window too small for it, the server says so, or its count does.
      const listen = async (): Promise<void> => {
        let read: number | null = null
        for await (const part of real.chat(chat, signal())) read = part.prompt_eval_count ?? read
        demandFullRead({ window: 1024, least: 1500, most: 3000 }, { read }, 'model')
      }
      expect(await failureOf(listen())).toMatchObject({ code: 'truncated-read' })
    },
  )
})
