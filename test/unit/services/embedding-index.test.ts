// Search by meaning on a real desk, real LanceDB and a real server: what is sent, what is kept, what is found, what is not.
import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createDeskMeaning, type DeskMeaning } from '../../../electron/core/services/desk-meaning.ts'
import { passagesOf } from '../../../electron/core/services/embedding-passages.ts'
import { fuseRanks } from '../../../electron/core/services/fused-search.ts'
import { createLanguageModels } from '../../../electron/core/services/language-models.ts'
import { linkCandidates, searchRelated } from '../../../electron/core/tasks/links/candidates.ts'
import { readLsa, trainLsa } from '../../../electron/core/tasks/links/lsa-model.ts'
import { estimateTokens } from '../../../electron/core/engines/token-estimate.ts'
import { startOllamaServer, type OllamaServerOptions, type TestOllamaServer } from '../../ollama-server/ollama-server.ts'
import { startOpenAiServer } from '../../ollama-server/openai-server.ts'
import { harbour } from '../../make-desk.ts'
import { tempFolder } from '../../temp-folder.ts'
import { article, sha256, stamp, taskPorts } from '../tasks/task-desk.ts'
import { openNewsroom, refusal, type Newsroom } from './newsroom.ts'

const model = 'ollama:embeddinggemma:300m'
const documentPrefix = 'title: none | text: '
const queryPrefix = 'task: search result | query: '

/** Three meanings no word of which the questions below share with the articles. */
const meanings = [/bateau|ligneur|pêche|navire|marin/i, /école|lycée|élève|enseign/i, /stade|match|but|ballon/i]
const vector = (text: string): number[] => [...meanings.map((meaning) => (meaning.test(text) ? 1 : 0.01)), 0.01 * (text.length % 7)]

async function serving(options: OllamaServerOptions = {}): Promise<TestOllamaServer> {
  const server = await startOllamaServer({
    models: [
      { name: 'embeddinggemma:300m', capabilities: ['embedding'], contextLength: 2048 },
      { name: 'ministral-3:3b', capabilities: ['completion'] },
      { name: 'gpt-oss:120b-cloud', remoteHost: 'https://ollama.com:443', remoteModel: 'gpt-oss:120b', size: 384 },
      { name: 'alias:1b', remoteModel: 'gpt-oss:120b', capabilities: ['embedding'] },
    ],
    ...options,
    behaviour: { vector, ...options.behaviour },
  })
  onTestFinished(() => server.close())
  vi.stubEnv('OLLAMA_HOST', server.url)
  onTestFinished(() => void vi.unstubAllEnvs())
  return server
}

const sent = (server: TestOllamaServer): string[] => server.to('/api/embed').flatMap(({ body }) => body['input'] as string[])
const documents = (server: TestOllamaServer): string[] => sent(server).filter((text) => text.startsWith(documentPrefix))

const pieces = [
  { id: 'port', title: 'Deux bateaux de moins', body: 'La flottille perd deux ligneurs ce printemps.', date: '2026-03-04', section: 'Mer' },
  { id: 'school', title: 'Une classe ferme', body: 'Les élèves iront dans la commune voisine.', date: '2026-03-05', section: 'Ville' },
  { id: 'match', title: 'Victoire', body: 'Le match s’achève par un but au stade.', date: '2026-03-06', section: 'Sport' },
]

async function archive(room: Newsroom, more: readonly object[] = []): Promise<void> {
  await room.bring('articles', 'a.jsonl', [...pieces, ...more])
  await room.desk.background.prepare([])
}

async function chosen(room: Newsroom): Promise<void> {
  await room.client.engines.setSearchModel({ engine: model })
  await room.desk.meaning.idle()
}

/** The index a second time over the same desk, as a process started anew has it. */
function anew(room: Newsroom, options: { patienceMs?: number } = {}): DeskMeaning {
  const { open } = createLanguageModels({ policy: room.desk.policy, env: process.env, pauses: [] })
  const meaning = createDeskMeaning({ desk: room.desk, open, ...options })
  onTestFinished(() => meaning.stop())
  return meaning
}

it('sends questions and articles under the prefixes of the model, and finds what no word brings', async () => {
  const server = await serving()
  const room = await openNewsroom()
  await archive(room)
  expect(await room.client.engines.searchModel({})).toEqual({ engine: null, done: 0, total: 0, state: 'off' })
  expect((await room.client.articles.list({ query: 'navire' })).total).toBe(0)
  expect(sent(server)).toEqual([])

  await chosen(room)
  expect(await room.client.engines.searchModel({})).toEqual({ engine: model, done: 3, total: 3, state: 'ready' })
  expect(documents(server).toSorted()).toEqual(pieces.map(({ title, body }) => `${documentPrefix}${title}\n${body}`).toSorted())

  const found = await room.client.articles.list({ query: 'navire' })
  expect(sent(server).at(-1)).toBe(`${queryPrefix}navire`)
  expect(found.items[0]).toMatchObject({ id: 'port', byMeaning: true })
  const both = await room.client.articles.list({ query: 'ligneurs' })
  expect(both.items[0]).toMatchObject({ id: 'port' })
  expect(both.items[0]).not.toHaveProperty('byMeaning')
  expect((await room.client.articles.list({ query: 'navire', section: 'Sport' })).items.map(({ id }) => id)).toEqual(['match'])
  const pages = await Promise.all([0, 1, 2].map((offset) => room.client.articles.list({ query: 'navire', offset, limit: 1 })))
  expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(found.items.map(({ id }) => id))
  expect(pages.map(({ total }) => total)).toEqual([3, 3, 3])
})

it('never sends nor finds what its rights keep from AI, then or later', async () => {
  const server = await serving()
  const room = await openNewsroom()
  await archive(room, [{ id: 'agency', title: 'Dépêche', body: 'Un navire secret accoste.', rights: 'agency', aiUse: false }])
  await chosen(room)
  expect(documents(server).join()).not.toContain('secret')
  expect((await room.client.engines.searchModel({})).total).toBe(3)
  const show = await room.client.articles.show({ id: 'port' })
  await room.client.articles.save({ ...show, aiUse: false })
  expect((await room.client.articles.list({ query: 'navire' })).items.map(({ id }) => id)).not.toContain('port')
  expect(await room.desk.meaning.nearestTo({ ...show, aiUse: false }, { limit: 5 })).toEqual([])
  room.desk.meaning.wake()
  await room.desk.meaning.idle()
  expect(await room.client.engines.searchModel({})).toMatchObject({ done: 2, total: 2, state: 'ready' })
  expect((await room.desk.meaning.search('navire')).map(({ id }) => id)).not.toContain('port')
})

/** Reads the archive of `folder` in a process of its own, until that is killed. */
function reader(folder: string): ChildProcess {
  const root = join(import.meta.dirname, '..', '..', '..')
  const script = `
    import { openDesk } from '${root}/electron/core/desk.ts'
    const desk = await openDesk({ dataDir: ${JSON.stringify(folder)}, shell: 'host', resources: '${root}/resources', background: false })
    await desk.meaning.choose('${model}')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore', env: process.env })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

it('goes on after a kill where it stopped', async () => {
  const server = await serving()
  const first = await openNewsroom()
  const many = Array.from({ length: 90 }, (_, at) => ({ id: `a${at}`, title: `Le match ${at}`, body: `Un ballon, le numéro ${at}.` }))
  await archive(first, many)
  await first.desk.close()
  let answered = 0
  server.behaviour.vector = (text) => {
    if (text.startsWith(documentPrefix)) answered += 1
    server.behaviour.hangs = answered >= 40
    return vector(text)
  }
  const child = reader(first.folder)
  // The question whether it makes vectors, ten batches of four, and the one it is killed in.
  await vi.waitUntil(() => server.to('/api/embed').length === 12, { timeout: 20_000 })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended

  Object.assign(server.behaviour, { hangs: false, vector })
  server.requests.length = 0
  const { desk, client } = await openNewsroom({ dataDir: first.folder })
  expect(await client.engines.searchModel({})).toEqual({ engine: model, done: 32, total: 93, state: 'paused' })
  desk.meaning.wake()
  await desk.meaning.idle()
  expect(await client.engines.searchModel({})).toMatchObject({ done: 93, state: 'ready' })
  expect(documents(server).length).toBe(93 - 32)
})

it('reads a corrected article again, and it alone; nothing at all when nothing changed', async () => {
  const server = await serving()
  const room = await openNewsroom()
  await archive(room)
  await chosen(room)
  server.requests.length = 0
  const again = async (): Promise<void> => {
    room.desk.meaning.wake()
    await room.desk.meaning.idle()
  }
  await again()
  expect(sent(server)).toEqual([])
  await room.client.articles.save({ ...(await room.client.articles.show({ id: 'match' })), body: 'Une école, plutôt.' })
  await again()
  expect(documents(server)).toEqual([`${documentPrefix}Victoire\nUne école, plutôt.`])
  expect(
    (await room.desk.meaning.search('lycée'))
      .slice(0, 2)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['match', 'school'])
})

it('passes over a text the model cannot read, and reads the others', async () => {
  const server = await serving()
  // No direction: what a model that made NaN of a text comes to.
  server.behaviour.vector = (text) => (text.includes('Victoire') ? [0, 0, 0, 0] : vector(text))
  const room = await openNewsroom()
  await archive(room)
  await chosen(room)
  expect(await room.client.engines.searchModel({})).toEqual({ engine: model, done: 2, total: 3, state: 'ready' })
  const asked = sent(server).length
  room.desk.meaning.wake()
  await room.desk.meaning.idle()
  expect(sent(server).length).toBe(asked)
})

it('pauses without a word when the server goes, and searches by words meanwhile', async () => {
  const server = await serving()
  const room = await openNewsroom()
  await archive(room)
  await chosen(room)
  await server.close()
  await room.bring('articles', 'b.jsonl', [{ id: 'late', title: 'Lycée', body: 'Un bateau au lycée.' }])
  await room.desk.background.prepare([])
  room.desk.meaning.wake()
  await room.desk.meaning.idle()
  expect(await room.client.engines.searchModel({})).toMatchObject({ done: 3, total: 4, state: 'paused' })
  expect((await room.client.articles.list({ query: 'ligneurs' })).items.map(({ id }) => id)).toEqual(['port'])
  expect((await room.client.articles.list({ query: 'navire' })).total).toBe(0)

  const back = await startOllamaServer({ models: [...server.models.values()], port: server.port, behaviour: { vector } })
  onTestFinished(() => back.close())
  room.desk.meaning.wake()
  await room.desk.meaning.idle()
  expect(await room.client.engines.searchModel({})).toMatchObject({ done: 4, state: 'ready' })
  expect((await room.client.articles.list({ query: 'navire' })).items.map(({ id }) => id)).toContain('late')
})

it('waits for no server that does not answer', async () => {
  const server = await serving()
  const room = await openNewsroom()
  await archive(room)
  await chosen(room)
  const meaning = anew(room, { patienceMs: 50 })
  server.behaviour.hangs = true
  expect(await meaning.search('navire')).toEqual([])
  const asked = server.to('/api/embed').length
  // One question waits; others are not piled upon it.
  expect(await meaning.search('bateau')).toEqual([])
  expect(server.to('/api/embed').length).toBe(asked)
})

it('refuses what the policy forbids, what lives elsewhere, what makes no vectors and what does not answer', async () => {
  const server = await serving()
  const room = await openNewsroom()
  const set = (engine: string) => refusal(room.client.engines.setSearchModel({ engine }))
  for (const engine of ['ollama:gpt-oss:120b-cloud', 'ollama:alias:1b', 'on-premise:127.0.0.1:1/m', 'openai:ada', 'builtin'])
    expect({ engine, code: await set(engine) }).toEqual({ engine, code: 'engine-refused' })
  expect(await set('ollama:ministral-3:3b')).toBe('bad-input')
  expect(await set('ollama:absent:1b')).toBe('engine-unavailable')
  expect(sent(server)).toEqual([])
  expect((await room.client.engines.searchModel({})).engine).toBeNull()
  await server.close()
  expect(await set(model)).toBe('engine-unavailable')

  const file = join(tempFolder(), 'policy.json')
  writeFileSync(file, JSON.stringify({ version: 1, engines: ['builtin'] }))
  vi.stubEnv('MARBRE_POLICY', file)
  const strict = await openNewsroom()
  expect(await refusal(strict.client.engines.setSearchModel({ engine: model }))).toBe('engine-refused')
})

it('stops, and says so, when the policy or the model no longer allow it', async () => {
  const server = await serving()
  const room = await openNewsroom()
  await archive(room)
  await chosen(room)
  server.models.set('embeddinggemma:300m', { name: 'embeddinggemma:300m', remoteModel: 'far', capabilities: ['embedding'] })
  room.desk.meaning.wake()
  await room.desk.meaning.idle()
  expect(await room.client.engines.searchModel({})).toMatchObject({ state: 'refused' })
  const asked = sent(server).length
  expect(await room.desk.meaning.search('navire')).toEqual([])
  expect(sent(server).length).toBe(asked)
})

it('reads everything again with a model fetched anew under its name', async () => {
  const server = await serving()
  const room = await openNewsroom()
  await archive(room)
  await chosen(room)
  server.requests.length = 0
  server.models.set('embeddinggemma:300m', {
    name: 'embeddinggemma:300m',
    capabilities: ['embedding'],
    contextLength: 2048,
    digest: 'e'.repeat(64),
  })
  // Of another model: no meaning is read into it until the archive was read with it.
  room.desk.meaning.wake()
  await room.desk.meaning.idle()
  expect(documents(server).length).toBe(3)
  expect(await room.client.engines.searchModel({})).toMatchObject({ done: 3, state: 'ready' })
  expect((await room.desk.meaning.search('navire'))[0]?.id).toBe('port')
})

it('takes the vectors of an on-premise server the policy names', async () => {
  const server = await startOpenAiServer({ model: 'multilingual-e5-large', window: 512 })
  onTestFinished(() => server.close())
  const file = join(tempFolder(), 'policy.json')
  writeFileSync(file, JSON.stringify({ version: 1, engines: ['builtin', 'on-premise'], onPremiseHosts: [server.host] }))
  vi.stubEnv('MARBRE_POLICY', file)
  onTestFinished(() => void vi.unstubAllEnvs())
  const room = await openNewsroom()
  await archive(room)
  await room.client.engines.setSearchModel({ engine: `on-premise:${server.host}/multilingual-e5-large` })
  await room.desk.meaning.idle()
  expect(await room.client.engines.searchModel({})).toMatchObject({ done: 3, state: 'ready' })
  await room.client.articles.list({ query: 'navire' })
  const inputs = server.requests.filter(({ path }) => path === '/v1/embeddings').flatMap(({ body }) => body['input'] as string[])
  expect(inputs.at(-1)).toBe('query: navire')
  expect(inputs.filter((text) => text.startsWith('passage: ')).length).toBe(3)
})

it('leaves the latent space alone, adds candidates to it, and goes with everything else when all is purged', async () => {
  await serving()
  const room = await openNewsroom()
  const words = 'criée marée chalut glace quai phare digue balise écluse bouée filet casier vivier drague treuil ancre voile mât'.split(' ')
  const varied = Array.from({ length: 40 }, (_, at) => ({
    ...harbour,
    id: `h${at}`,
    title: `${words[at % 18]} et ${words[(at * 5 + 3) % 18]}`,
    body: Array.from({ length: 12 }, (__, line) => `Le bateau ${words[(at + line * line) % 18]} ${words[(at * line) % 18]}.`).join(' '),
  }))
  await archive(room, varied)
  await room.desk.prepare('links')
  // LanceDB keeps folders of its own beside the tables.
  const tables = async (): Promise<string[]> => (await readdir(join(room.folder, 'vectors'))).filter((name) => /^[a-z]/.test(name))
  const kinds = async (): Promise<string[]> => (await tables()).map((name) => name.split('_')[0]!).toSorted()
  const latent = await tables()
  expect(await kinds()).toEqual(['vectors'])
  await chosen(room)
  expect(await kinds()).toEqual(['embeddings', 'vectors'])
  await room.desk.prepare('links')
  expect(await tables()).toEqual(expect.arrayContaining(latent))

  const show = await room.client.articles.show({ id: 'h3' })
  const near = (await room.desk.meaning.nearestTo(show, { limit: 5, before: '2026-12-31' })).map(({ id }) => id)
  expect(near.length).toBe(5)
  expect(near).not.toContain('h3')
  expect(await room.desk.meaning.nearestTo(show, { limit: 5, before: '2020-01-01' })).toEqual([])
  await room.client.suggestions.suggest({ task: 'links', item: 'h3' })
  await room.client.engines.setSearchModel({ engine: null })
  expect(await room.desk.meaning.nearestTo(show, { limit: 5 })).toEqual([])

  await room.client.engines.setSearchModel({ engine: model })
  await room.desk.meaning.idle()
  await room.client.safekeeping.purgeAll({ desk: room.desk.pen.desk })
  expect(await kinds()).toEqual([])
})

it('adds to the candidates of links, which rank them by their own measure and keep their bars', async () => {
  const criee = 'La criée de Port-Aven attend sa rénovation depuis dix ans, et les mareyeurs du bassin s’impatientent.'
  const sports = Array.from({ length: 24 }, (_, at) =>
    article({
      id: `f${at}`,
      title: `Le club ${at}`,
      body: `Le match numéro ${at} a été gagné par l’équipe locale devant ${at} spectateurs.`,
      date: '2026-01-11',
    }),
  )
  const target = article({ id: 'criee', title: 'La criée de Port-Aven', body: criee, date: '2026-01-10' })
  const barred = article({ ...target, id: 'relaxe', doNotLink: { reason: 'acquittal' } })
  const lsa = trainLsa([target, barred, ...sports], stamp, sha256)!
  const source = article({
    id: 's',
    title: 'Le conseil vote',
    body: 'Lundi, le conseil a voté pour la rénovation de la criée de Port-Aven, attendue par les mareyeurs.',
    date: '2026-03-01',
  })
  const ports = taskPorts({ articles: [target, barred, ...sports, source], models: { lsa } })
  const deaf = { ...ports.archive, searchTerms: async () => [], nearest: async () => [] }
  const asked: string[] = []
  const meaning = {
    ...deaf,
    nearestByMeaning: async (one: { id: string }, { before }: { before?: string }) => {
      asked.push(`${one.id} ${before}`)
      return ['f3', 'relaxe', 'criee'].map((id) => ({ id, score: 1 }))
    },
  }
  const known = readLsa(lsa, sha256).lsa
  expect((await searchRelated(source, known, { archive: deaf })).fused).toEqual([])
  expect((await searchRelated(source, known, { archive: meaning })).fused.map(({ id }) => id).toSorted()).toEqual(['criee', 'f3', 'relaxe'])
  const found = await linkCandidates({ kind: 'article', article: source }, { ...ports, archive: meaning })
  expect('found' in found && found.found.candidates.map((one) => one.target.id)).toEqual(['criee', 'f3'])
  expect(asked).toEqual(['s 2026-03-01', 's 2026-03-01'])
})

it('cuts an article into passages that surely fit, under its title, whole sentences first', () => {
  const body = Array.from({ length: 400 }, (_, at) => `La phrase numéro ${at} parle du port de Kerlouan.`).join(' ')
  for (const window of [null, 128, 512, 8192]) {
    const passages = passagesOf({ title: 'Le port', body, lang: 'fr' }, window)
    expect(passages.length).toBe(4)
    for (const passage of passages) {
      expect(passage.startsWith('Le port\n')).toBe(true)
      expect(passage.endsWith('.')).toBe(true)
      expect(estimateTokens(passage).most).toBeLessThanOrEqual(Math.min(window ?? 512, 1024) - 64)
    }
  }
  const odd = passagesOf({ title: '題'.repeat(900), body: `${'漢'.repeat(3000)} https://example.org/${'x'.repeat(3000)}`, lang: 'zh' }, 256)
  for (const passage of odd) expect(estimateTokens(passage).most).toBeLessThanOrEqual(192)
  expect(passagesOf({ title: 'Seul', body: '', lang: null }, null)).toEqual(['Seul'])
  expect(passagesOf({ title: '', body: ' ', lang: null }, null)).toEqual([])
})

it('fuses ranks: found twice before found once, words before meaning on a tie', () => {
  expect(
    fuseRanks([
      ['a', 'b', 'c'],
      ['c', 'd', 'a'],
    ]),
  ).toEqual(['a', 'c', 'b', 'd'])
  expect(fuseRanks([[], ['x', 'y']])).toEqual(['x', 'y'])
})
