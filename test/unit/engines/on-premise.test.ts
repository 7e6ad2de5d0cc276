// One model of an on-premise server in OpenAI's form, under the same guards.
import { expect, it, onTestFinished } from 'vitest'
import { isCutReply, type LanguageModel } from '../../../electron/core/engines/language-model.ts'
import type { ModelPolicy } from '../../../electron/core/engines/model-policy.ts'
import { onPremiseModel } from '../../../electron/core/engines/on-premise-model.ts'
import { openAiServer } from '../../../electron/core/engines/openai-compatible.ts'
import { createServerTurns } from '../../../electron/core/engines/server-turns.ts'
import { parseOnPremiseHost } from '../../../electron/core/guard/loopback.ts'
import { startOpenAiServer, type OpenAiServerOptions, type OpenAiTestServer } from '../../ollama-server/openai-server.ts'
import { failureOf, openPolicy, prose, question, schema, shortPatience, signal } from './a-model.ts'

async function rig(
  options: OpenAiServerOptions = {},
  more: { policy?: Partial<ModelPolicy>; name?: string; key?: string; patience?: typeof shortPatience } = {},
): Promise<{ server: OpenAiTestServer; model: LanguageModel }> {
  const server = await startOpenAiServer(options)
  onTestFinished(() => server.close())
  const model = onPremiseModel({
    host: server.host,
    name: more.name ?? 'mistral-small',
    server: openAiServer(parseOnPremiseHost(server.host)!, {
      patience: more.patience ?? shortPatience,
      ...(more.key ? { key: more.key } : {}),
    }),
    policy: { ...openPolicy, ...more.policy },
    turns: createServerTurns(),
    pauses: [5, 10],
  })
  return { server, model }
}

it('asks for a repeatable reply of the schema and for the proof of what was read', async () => {
  const { server, model } = await rig()
  const reply = await model.complete(question, { signal: signal() })
  expect(JSON.parse(reply.text)).toEqual({ tags: [], unsure: false })
  expect(reply.readTokens).toBeGreaterThan(25)
  expect(server.requests.at(-1)).toMatchObject({
    path: '/v1/chat/completions',
    authorization: '',
    body: {
      temperature: 0,
      seed: 0,
      max_tokens: 200,
      stream: true,
      stream_options: { include_usage: true },
      response_format: { type: 'json_schema', json_schema: { strict: true, schema } },
    },
  })
  expect(model.id).toBe(`on-premise:${server.host}/mistral-small`)
})

it('takes a reply that comes whole where a stream was asked', async () => {
  const { model } = await rig({ behaviour: { answersWhole: true } })
  const reply = await model.complete(question, { signal: signal() })
  expect(JSON.parse(reply.text)).toEqual({ tags: [], unsure: false })
  const { model: cut } = await rig({ behaviour: { answersWhole: true, ignoresSchema: 'x'.repeat(4000) } })
  expect(isCutReply(await failureOf(cut.complete(question, { signal: signal() })))).toBe(true)
})

it('describes the model by what does not change by itself', async () => {
  const { model } = await rig()
  const first = await model.describe()
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect(await model.describe()).toEqual(first)
  expect(first).toMatchObject({ contextLength: 8192, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const { model: pinned } = await rig({}, { policy: { allowedModelDigests: [first.digest] } })
  await pinned.describe()
  const { model: other } = await rig({ window: 4096 }, { policy: { allowedModelDigests: [first.digest] } })
  expect(await failureOf(other.describe())).toMatchObject({ code: 'engine-refused', details: { reason: 'digest-not-allowed' } })
})

it.each<[string, OpenAiServerOptions]>([
  ['the server says so', { window: 4096 }],
  ['the server says so in the stream (LM Studio)', { window: 4096, behaviour: { overflow: 'event' } }],
  ['the server keeps half in silence', { window: 4096, behaviour: { overflow: 'halve' } }],
  ['the model is too small anyway', { window: 1024 }],
  ['nothing says how much was read', { behaviour: { noUsage: true } }],
])('a read that is not whole is refused: %s', async (_what, options) => {
  const { model } = await rig(options)
  expect(await failureOf(model.complete({ ...question, user: prose(3200) }, { signal: signal() }))).toMatchObject({
    code: 'truncated-read',
    details: { side: 'prompt' },
  })
})

it('a reply without room to end is told apart', async () => {
  const { model } = await rig({ behaviour: { ignoresSchema: 'x'.repeat(4000) } })
  expect(isCutReply(await failureOf(model.complete(question, { signal: signal() })))).toBe(true)
})

it('what fails is unavailable, what is forbidden refused', async () => {
  const failure = async (options: OpenAiServerOptions, more: Parameters<typeof rig>[1] = {}) =>
    failureOf((await rig(options, more)).model.complete(question, { signal: signal() }))
  expect(await failure({ behaviour: { diesAfter: 2 } })).toMatchObject({ code: 'engine-unavailable', details: { reason: 'died' } })
  expect(await failure({ behaviour: { busy: 9 } })).toMatchObject({ code: 'engine-unavailable', details: { reason: 'busy' } })
  expect(await failure({}, { name: 'absent' })).toMatchObject({ code: 'engine-unavailable', details: { reason: 'not-installed' } })
  expect(await failure({ behaviour: { redirectsTo: 'http://192.0.2.1/' } })).toMatchObject({ code: 'engine-refused' })
  expect(await failure({ behaviour: { remoteReply: { host: 'https://ollama.com', model: 'x' } } })).toMatchObject({
    code: 'engine-refused',
    details: { reason: 'remote' },
  })
  expect(await failure({}, { policy: { engines: ['builtin', 'ollama'] } })).toMatchObject({ details: { reason: 'not-allowed' } })
  expect(await failure({ model: 'gpt-oss:120b-cloud' }, { name: 'gpt-oss:120b-cloud' })).toMatchObject({ details: { reason: 'cloud' } })
})

it('a key goes to the server that wants it, and into no error', async () => {
  const key = 'sk-tres-secret'
  const { server, model } = await rig({ behaviour: { key } }, { key })
  await model.complete(question, { signal: signal() })
  expect(server.requests.every(({ authorization }) => authorization === `Bearer ${key}`)).toBe(true)
  const { model: without } = await rig({ behaviour: { key } }, { key: 'sk-autre' })
  const error = await failureOf(without.complete(question, { signal: signal() }))
  expect(error.code).toBe('engine-refused')
  expect(JSON.stringify([error.message, error.details])).not.toContain('sk-')
})

it('vectors come back in order and of length 1', async () => {
  const { model } = await rig()
  const [short, long] = await model.embed(['a', 'un texte plus long'], 'document', { signal: signal() })
  expect(short!.length).toBe(3)
  expect(Math.hypot(...short!)).toBeCloseTo(1, 6)
  expect(long![0]).toBeGreaterThan(short![0]!)
})

it('that reads for long after its headers is waited for as long as one that sends none', async () => {
  const patience = { ...shortPatience, long: { ...shortPatience.long, idleMs: 100 } }
  const { model } = await rig({ behaviour: { readsFor: 400 } }, { patience })
  await model.complete(question, { signal: signal() })
  const hurried = { ...patience, long: { ...patience.long, firstByteMs: 100 } }
  const { model: slow } = await rig({ behaviour: { readsFor: 400 } }, { patience: hurried })
  expect(await failureOf(slow.complete(question, { signal: signal() }))).toMatchObject({ details: { reason: 'slow' } })
})

it('is left at once when told to stop', async () => {
  const { server, model } = await rig({ behaviour: { tokenDelay: 20, ignoresSchema: 'mot '.repeat(100) } })
  const stopping = new AbortController()
  const call = model.complete(question, { signal: stopping.signal })
  while (server.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 2))
  stopping.abort(new Error('enough'))
  await expect(call).rejects.toThrow('enough')
})
