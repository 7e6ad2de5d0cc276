// Language models on a desk: seen, refused, fetched; and runs that outlive their servers.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { DeskEvent } from '../../../shared/contract/events.ts'
import type { Run } from '../../../shared/domain/experiment.ts'
import { firstSentence } from '../../ollama-server/first-sentence.ts'
import { startOllamaServer, type OllamaServerOptions, type TestOllamaServer } from '../../ollama-server/ollama-server.ts'
import { startOpenAiServer } from '../../ollama-server/openai-server.ts'
import { harbour } from '../../make-desk.ts'
import { tempFolder } from '../../temp-folder.ts'
import { openNewsroom, refusal, type Newsroom } from './newsroom.ts'

async function serving(options: OllamaServerOptions = {}): Promise<TestOllamaServer> {
  const server = await startOllamaServer({ reply: firstSentence, ...options })
  onTestFinished(() => server.close())
  vi.stubEnv('OLLAMA_HOST', server.url)
  onTestFinished(() => void vi.unstubAllEnvs())
  return server
}

/** A desk under this policy. */
async function under(policy: object): Promise<Newsroom> {
  const file = join(tempFolder(), 'policy.json')
  writeFileSync(file, JSON.stringify({ version: 1, ...policy }))
  vi.stubEnv('MARBRE_POLICY', file)
  return openNewsroom()
}

const places = ['Kerlouan', 'Roscoff', 'Cancale', 'Paimpol', 'Douarnenez', 'Concarneau', 'Lorient', 'Loctudy', 'Erquy', 'Binic']

async function archive(room: Newsroom, count: number): Promise<string[]> {
  const ids = places.slice(0, count).map((_, at) => `a${at}`)
  const records = ids.map((id, at) => ({
    ...harbour,
    id,
    title: `Le port de ${places[at]}`,
    body: harbour.body.replaceAll('Kerlouan', places[at]!),
  }))
  await room.bring('articles', 'a.jsonl', records)
  return ids
}

async function approved(room: Newsroom, articles: string[], engine = 'ollama:ministral-3:3b'): Promise<string> {
  const { client } = room
  const card = { title: 't', hypothesis: 'h', task: 'key-points' as const, owner: 'me', referent: 'me', criterion: 'c', stopRule: 's' }
  const { id } = await client.experiments.create({ ...card, engines: [engine], corpus: { articles } })
  await client.experiments.approve({ id })
  return id
}

async function settled(room: Newsroom, experiment: string): Promise<Run> {
  const [run] = await room.client.runs.list({ experiment })
  return room.client.runs.wait({ id: run!.id })
}

async function pointsOf(room: Newsroom, items: readonly string[]): Promise<number[]> {
  return Promise.all(items.map(async (item) => (await room.client.suggestions.ofItem({ item })).length))
}

it('lists what is installed: what it is, whether it fits, whether it may be used', async () => {
  await serving({
    models: [
      { name: 'ministral-3:3b' },
      { name: 'huge:70b', size: 4_000_000_000_000, license: 'Gemma Terms of Use' },
      { name: 'bge-m3:latest', capabilities: ['embedding'] },
      { name: 'gpt-oss:120b-cloud', remoteHost: 'https://ollama.com:443', remoteModel: 'gpt-oss:120b', size: 384 },
      { name: 'alias:1b', remoteModel: 'gpt-oss:120b' },
    ],
    behaviour: { cloudDisabled: false },
  })
  const room = await openNewsroom()
  const [builtin, small, huge, vectors, cloud, alias] = await room.client.engines.list({})
  expect(builtin?.id).toBe('builtin')
  expect(small).toMatchObject({
    id: 'ollama:ministral-3:3b',
    state: 'ready',
    reason: null,
    license: 'Apache-2.0',
    tasks: ['tags', 'key-points', 'moderation', 'links'],
    size: 2_900_000_000,
    model: { family: 'mistral3', parameters: '3.4B', quantisation: 'Q4_K_M', contextLength: 131_072 },
    warnings: ['cloud-switched-on'],
  })
  expect(huge).toMatchObject({ license: 'Gemma', model: { fits: 'no' } })
  expect(vectors).toMatchObject({ state: 'unavailable', reason: 'embeddings-only', tasks: [] })
  expect(cloud).toMatchObject({ state: 'refused', reason: 'cloud', tasks: [] })
  expect(alias).toMatchObject({ state: 'refused', reason: 'remote' })
})

it('says in one quiet line that no server answers, and lists none the policy forbids', async () => {
  const server = await serving()
  await server.close()
  const room = await openNewsroom()
  expect((await room.client.engines.list({})).slice(1)).toMatchObject([
    { id: 'ollama', state: 'unavailable', reason: 'no-server', tasks: [] },
  ])
  expect((await (await under({ engines: ['builtin'] })).client.engines.list({})).map(({ id }) => id)).toEqual(['builtin'])
  vi.stubEnv('OLLAMA_HOST', 'http://192.0.2.7:11434')
  const elsewhere = await under({})
  expect((await elsewhere.client.engines.list({}))[1]).toMatchObject({ id: 'ollama', state: 'refused', reason: 'not-allowed' })
})

it('a policy’s forbidden engines and digests are refused wherever they are asked for', async () => {
  const server = await serving()
  const forbidding = await under({ engines: ['ollama'] })
  const [item] = await archive(forbidding, 1)
  const ask = (room: Newsroom, engine: string) => refusal(room.client.suggestions.suggest({ task: 'key-points', item: item!, engine }))
  expect(await ask(forbidding, 'builtin')).toBe('engine-refused')
  expect(await ask(forbidding, 'ollama:ministral-3:3b')).toBeNull()
  const pinned = await under({ allowedModelDigests: ['f'.repeat(64)] })
  await archive(pinned, 1)
  for (const engine of ['ollama:ministral-3:3b', 'ollama:gpt-oss:20b-cloud', 'ollama:../x', 'on-premise:127.0.0.1:1/m', 'openai:gpt'])
    expect({ engine, code: await ask(pinned, engine) }).toEqual({ engine, code: 'engine-refused' })
  expect(server.to('/api/chat').length).toBe(1)
})

it('an on-premise server is one the policy names', async () => {
  const server = await startOpenAiServer({ window: 32_768, reply: firstSentence })
  onTestFinished(() => server.close())
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('OLLAMA_HOST', 'http://127.0.0.1:9')
  const room = await under({ engines: ['builtin', 'on-premise'], onPremiseHosts: [server.host, '127.0.0.1:9'] })
  const engine = `on-premise:${server.host}/mistral-small`
  expect((await room.client.engines.list({})).slice(1)).toMatchObject([
    { id: engine, kind: 'on-premise', state: 'ready', model: { contextLength: 32_768, fits: null } },
    { id: 'on-premise:127.0.0.1:9', state: 'unavailable', reason: 'no-server' },
  ])
  const ids = await archive(room, 3)
  const experiment = await approved(room, ids, engine)
  await room.client.runs.start({ experiment })
  expect(await settled(room, experiment)).toMatchObject({ state: 'finished', done: 3, failed: 0 })
  expect(await pointsOf(room, ids)).toEqual([1, 1, 1])
  const other = await under({ engines: ['builtin', 'on-premise'], onPremiseHosts: ['llm.intra:8000'] })
  await archive(other, 1)
  expect(await refusal(other.client.suggestions.suggest({ task: 'key-points', item: 'a0', engine }))).toBe('engine-refused')
})

it('a server killed in mid-run pauses the run; resumed, it makes each item exactly once', async () => {
  const server = await serving({ behaviour: { tokenDelay: 1 } })
  const room = await openNewsroom()
  const ids = await archive(room, 8)
  const experiment = await approved(room, ids)
  let asked = 0
  server.reply = (question) => {
    asked += 1
    if (asked === 4) void server.close()
    return firstSentence(question)
  }
  await room.client.runs.start({ experiment })
  const paused = await settled(room, experiment)
  expect(paused).toMatchObject({ state: 'paused', done: 3, failed: 0, total: 8, failures: [{ item: 'a3', code: 'engine-unavailable' }] })
  expect(await pointsOf(room, ids)).toEqual([1, 1, 1, 0, 0, 0, 0, 0])

  // Resumed too early, it pauses again and loses nothing.
  await room.client.runs.resume({ id: paused.id })
  expect(await settled(room, experiment)).toMatchObject({ state: 'paused', done: 3, failed: 0 })

  const again = await startOllamaServer({ port: server.port, reply: firstSentence })
  onTestFinished(() => again.close())
  await room.client.runs.resume({ id: paused.id })
  expect(await settled(room, experiment)).toMatchObject({ state: 'finished', done: 8, failed: 0, failures: [] })
  expect(await pointsOf(room, ids)).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
  expect(again.to('/api/chat')).toHaveLength(5)
})

it('a model replaced during a pause is not taken for the one the run began with', async () => {
  const server = await serving()
  const room = await openNewsroom()
  const experiment = await approved(room, await archive(room, 4))
  let asked = 0
  server.reply = (question) => {
    asked += 1
    if (asked === 2) server.models.set('ministral-3:3b', { name: 'ministral-3:3b', digest: 'e'.repeat(64) })
    return firstSentence(question)
  }
  await room.client.runs.start({ experiment })
  const paused = await settled(room, experiment)
  expect(paused).toMatchObject({ state: 'paused', failures: [{ code: 'engine-refused' }] })
  await room.client.runs.resume({ id: paused.id })
  expect(await settled(room, experiment)).toMatchObject({ state: 'paused', done: paused.done, failed: 0 })
  server.models.set('ministral-3:3b', { name: 'ministral-3:3b' })
  await room.client.runs.resume({ id: paused.id })
  expect(await settled(room, experiment)).toMatchObject({ state: 'finished', done: 4, failed: 0 })
})

it('an item that cannot be read whole fails with its reason, the others go on', async () => {
  const server = await serving({ models: [{ name: 'ministral-3:3b', contextLength: 4096 }] })
  const room = await openNewsroom()
  const ids = await archive(room, 3)
  await room.bring('articles', 'long.jsonl', [{ ...harbour, id: 'long', body: harbour.body.repeat(60) }])
  const experiment = await approved(room, ['a0', 'long', 'a1', 'a2'])
  await room.client.runs.start({ experiment })
  expect(await settled(room, experiment)).toMatchObject({
    state: 'finished',
    done: 3,
    failed: 1,
    failures: [{ item: 'long', code: 'truncated-read' }],
  })
  expect(await pointsOf(room, ids)).toEqual([1, 1, 1])
  expect(server.to('/api/chat').length).toBe(3)
})

it('an item at which the server breaks down every time lets the others through', async () => {
  const server = await serving()
  const room = await openNewsroom()
  const experiment = await approved(room, await archive(room, 3))
  server.reply = (question) => {
    server.behaviour.diesAfter = question.user.includes(places[1]!) ? 1 : null
    return firstSentence(question)
  }
  await room.client.runs.start({ experiment })
  const paused = await settled(room, experiment)
  expect(paused).toMatchObject({ state: 'paused', done: 1, failed: 0 })
  await room.client.runs.resume({ id: paused.id })
  expect(await settled(room, experiment)).toMatchObject({
    state: 'finished',
    done: 2,
    failed: 1,
    failures: [{ item: 'a1', code: 'engine-unavailable' }],
  })
})

it('pausing a run leaves the server at once, and the item is made later', async () => {
  const server = await serving({ behaviour: { tokenDelay: 30 } })
  const room = await openNewsroom()
  const ids = await archive(room, 2)
  const experiment = await approved(room, ids)
  const [run] = await room.client.runs.start({ experiment })
  while (server.to('/api/chat').length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
  await room.client.runs.pause({ id: run!.id })
  while (!server.to('/api/chat')[0]!.gone) await new Promise((resolve) => setTimeout(resolve, 2))
  server.behaviour.tokenDelay = 0
  await room.client.runs.resume({ id: run!.id })
  expect(await settled(room, experiment)).toMatchObject({ state: 'finished', done: 2, failed: 0, failures: [] })
  expect(await pointsOf(room, ids)).toEqual([1, 1])
})

it('a model that takes longer than it was given is told as slow', async () => {
  await serving({ behaviour: { hangs: true } })
  const room = await openNewsroom()
  await archive(room, 1)
  const engine = await room.desk.engine('ollama:ministral-3:3b')
  const article = await room.client.articles.show({ id: 'a0' })
  const call = engine.propose('key-points', { kind: 'article', article }, { signal: AbortSignal.timeout(100) })
  await expect(call).rejects.toMatchObject({ code: 'engine-unavailable', details: { reason: 'slow' } })
})

async function pulled(room: Newsroom, act: () => Promise<unknown>): Promise<DeskEvent[]> {
  const heard: DeskEvent[] = []
  const controller = new AbortController()
  const listening = (async () => {
    for await (const event of room.desk.watch(controller.signal)) {
      heard.push(event)
      if (event.type === 'engine.changed') break
    }
  })()
  await act()
  await listening
  controller.abort()
  return heard
}

it('a model is fetched when a person asks, its progress told; it can be stopped; cloud models are not fetched', async () => {
  const server = await serving()
  const room = await openNewsroom()
  expect(server.wentOut()).toBe(0)
  const events = await pulled(room, async () =>
    expect(await room.client.engines.pull({ model: 'qwen3.5:4b' })).toMatchObject({ state: 'pulling', leavesMachine: true }),
  )
  const steps = events.flatMap((event) => (event.type === 'engine.pulled' ? [event.pull] : []))
  expect(steps.map(({ completed }) => completed)).toEqual([250_000, 500_000, 750_000, 1_000_000, 1_000_000])
  expect(steps.at(-1)).toMatchObject({ state: 'pulled', failure: null })
  expect((await room.client.engines.list({})).map(({ id }) => id)).toContain('ollama:qwen3.5:4b')

  server.behaviour.pull = { ...server.behaviour.pull, stepDelay: 50 }
  const stopped = await pulled(room, async () => {
    await room.client.engines.pull({ model: 'gemma4:e4b' })
    while (server.to('/api/pull').length < 2) await new Promise((resolve) => setTimeout(resolve, 2))
    expect(await room.client.engines.cancelPull({ model: 'gemma4:e4b' })).toMatchObject({ state: 'cancelled' })
  })
  expect(stopped.some((event) => event.type === 'engine.pulled' && event.pull.state === 'cancelled')).toBe(true)
  while (!server.to('/api/pull')[1]!.gone) await new Promise((resolve) => setTimeout(resolve, 2))
  expect(server.models.has('gemma4:e4b')).toBe(false)

  server.behaviour.pull = { ...server.behaviour.pull, stepDelay: 0, fails: true }
  await pulled(room, () => room.client.engines.pull({ model: 'absent:1b' }))
  expect((await room.client.engines.pulls({})).map(({ model, state }) => `${model} ${state}`)).toEqual([
    'qwen3.5:4b pulled',
    'gemma4:e4b cancelled',
    'absent:1b failed',
  ])
  expect(await refusal(room.client.engines.pull({ model: 'gpt-oss:120b-cloud' }))).toBe('engine-refused')
  expect(await refusal(room.client.engines.cancelPull({ model: 'nothing' }))).toBe('not-found')
  const forbidding = await under({ engines: ['builtin'] })
  expect(await refusal(forbidding.client.engines.pull({ model: 'qwen3.5:4b' }))).toBe('engine-refused')
  expect(server.to('/api/pull')).toHaveLength(3)
})
