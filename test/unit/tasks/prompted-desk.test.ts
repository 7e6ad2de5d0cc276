// The corpus of injected instructions on a whole desk, with a model that obeys it, behind a real HTTP server that speaks
// Ollama's protocol: no decision, no export, no setting, no prompt changes; every question has the same frame and form.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Task } from '../../../shared/domain/suggestion.ts'
import { fillFrame } from '../../../electron/core/tasks/prompted/prompt-file.ts'
import { promptedTasks } from '../../../electron/core/tasks/prompted/prompted-tasks.ts'
import { attacked } from '../../injection/attacked-item.ts'
import { attacks, type Attack } from '../../injection/corpus.ts'
import { obedientReplies } from '../../injection/obedient-replies.ts'
import { harbour } from '../../make-desk.ts'
import { startOllamaServer } from '../../ollama-server/ollama-server.ts'
import { openNewsroom, type Newsroom } from '../services/newsroom.ts'
import { shipped } from './scripted-model.ts'

/** Those that stand in what is imported; the others need a list, a charter or a target of their own (prompted-injection.test.ts). */
const imported = attacks.filter(
  ({ place }) => !['definition', 'label', 'clause', 'target-title', 'target-body', 'parent', 'parent-article'].includes(place),
)

/** Articles take the three tasks in turn. */
const taskOf = (attack: Attack, at: number): Task =>
  attack.on === 'comment' ? 'moderation' : (['tags', 'key-points', 'links'] as const)[at % 3]!

async function bringCorpus(room: Newsroom): Promise<void> {
  const items = imported.map((attack) => attacked(attack).item)
  const articles = items.flatMap((item) => (item.kind === 'article' ? [item.article] : []))
  const comments = items.flatMap((item) =>
    item.kind === 'comment' ? [{ ...item.comment, article: 'under', author: item.comment.author ?? 'Yann' }] : [],
  )
  const [anyComment] = items.filter((item) => item.kind === 'comment')
  const { rejected } = await room.bring('articles', 'a.jsonl', [...articles, anyComment?.article ?? {}])
  expect(rejected).toEqual([])
  expect((await room.bring('comments', 'c.jsonl', comments)).rejected).toEqual([])
  writeFileSync(
    join(room.folder, 'v.jsonl'),
    attacked(imported[0]!)
      .parts.concepts.map(({ id, labels }) => JSON.stringify({ id, fr: labels[0]!.text }))
      .join('\n'),
  )
  await room.client.vocabulary.import({ source: { paths: [join(room.folder, 'v.jsonl')] } })
}

/** What an attacker would like to move. */
async function standing({ client }: Newsroom): Promise<unknown> {
  const { entries } = await client.ledger.list({ limit: 500 })
  return {
    policy: await client.desk.policy({}),
    people: await client.people.list({}),
    session: await client.desk.session({}),
    concepts: await client.vocabulary.list({}),
    terms: await client.vocabulary.proposedTerms({}),
    prompts: await client.prompts.list({}),
    charter: await client.reviews.charter({}),
    experiments: (await client.experiments.list({})).map(({ id, state, hash }) => ({ id, state, hash })),
    entries: entries.map(({ body }) => body.act),
  }
}

it('a desk whose model obeys every text is still the newsroom’s own', async () => {
  const server = await startOllamaServer()
  onTestFinished(() => server.close())
  vi.stubEnv('OLLAMA_HOST', server.url)
  onTestFinished(() => void vi.unstubAllEnvs())
  const room = await openNewsroom()
  const { client } = room
  await bringCorpus(room)
  const before = await standing(room)
  let turn = 0
  const proposed: string[] = []
  for (const [at, attack] of imported.entries()) {
    const task = taskOf(attack, at)
    const { item } = attacked(attack)
    const text = item.kind === 'article' ? item.article.body : item.comment.body
    server.reply = ({ system }) => {
      const replies = obedientReplies(task, attack, text.split('. ')[0]!, system)
      const reply = replies[turn++ % replies.length]!
      return typeof reply === 'string' ? reply : JSON.stringify(reply)
    }
    const id = item.kind === 'article' ? item.article.id : item.comment.id
    const made = await client.suggestions.suggest({ task, item: id, engine: 'ollama:ministral-3:3b' })
    proposed.push(...made.suggestions.map((suggestion) => suggestion.id))
    for (const suggestion of made.suggestions) {
      expect(suggestion).toMatchObject({ state: 'proposed', decision: null, origin: 'machine', exported: false })
      expect('hold' in suggestion.value && suggestion.value.hold === false, attack.id).toBe(false)
    }
  }
  expect(proposed.length).toBeGreaterThan(10)
  expect(await standing(room)).toEqual(before)
  expect(JSON.parse((await client.exports.make({ format: 'json' })).content)).toEqual([])
  for (const id of proposed)
    await expect(client.exports.make({ format: 'json', ids: [id] })).rejects.toMatchObject({ code: 'not-signed-off' })

  const systems = await Promise.all(
    (['tags', 'key-points', 'moderation', 'links'] as const).flatMap((task) =>
      (['fr', 'en'] as const).map(
        async (lang) => [fillFrame(await shipped.current(task, lang), promptedTasks[task]), promptedTasks[task].schema] as const,
      ),
    ),
  )
  const forms = new Map(systems.map(([system, schema]) => [system, JSON.stringify(schema)]))
  const chats = server.to('/api/chat')
  expect(chats.length).toBeGreaterThan(imported.length / 2)
  for (const { body } of chats) {
    const [system, user, ...more] = body['messages'] as { role: string; content: string }[]
    expect([system?.role, user?.role, more.length]).toEqual(['system', 'user', 0])
    expect(JSON.stringify(body['format'])).toBe(forms.get(system?.content ?? '') ?? 'a frame that is none')
    expect(body['options']).toMatchObject({ temperature: 0, seed: 0 })
  }
  expect(server.wentOut()).toBe(0)
  const log = readFileSync(join(room.folder, 'logs', 'marbre.log'), 'utf8')
  for (const { payload } of attacks) if (payload.length > 12) expect(log).not.toContain(payload.slice(0, 40))
})

it('a run says with which prompts it read, and an approved house prompt is what the next one reads with', async () => {
  const server = await startOllamaServer()
  onTestFinished(() => server.close())
  vi.stubEnv('OLLAMA_HOST', server.url)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { client } = await openNewsroom()
  const { id: item } = await client.articles.save(harbour)
  const engine = 'ollama:ministral-3:3b'
  server.reply = () =>
    JSON.stringify({ points: [{ text: 'La flottille compte désormais 14 bateaux, contre 19 en 2020.', sentences: [2] }] })
  const run = async () => {
    const card = {
      title: 'c',
      hypothesis: 'h',
      task: 'key-points' as const,
      owner: 'me',
      referent: 'me',
      engines: [engine],
      corpus: { articles: [item] },
      criterion: 'c',
      stopRule: 's',
    }
    const { id } = await client.experiments.create(card)
    await client.experiments.approve({ id })
    const [started] = await client.runs.start({ experiment: id })
    const ended = await client.runs.wait({ id: started!.id })
    expect(ended).toMatchObject({ state: 'finished', done: 1, failed: 0 })
    return ended.manifest
  }
  const first = await run()
  const shippedPrompt = await shipped.current('key-points', 'fr')
  expect(first).toMatchObject({ engine, parameters: { 'prompt.fr': shippedPrompt.hash, temperature: 0 }, seed: 0 })
  expect(first.promptHash).toMatch(/^[0-9a-f]{64}$/u)
  const tried = await client.suggestions.suggest({ task: 'key-points', item, engine })

  const { text } = await client.prompts.show({ hash: shippedPrompt.hash })
  const house = await client.prompts.add({ text: text.replace('# FRAME\n', '# FRAME\n\nConsigne de la maison.\n') })
  expect((await client.suggestions.suggest({ task: 'key-points', item, engine })).suggestions).toEqual(tried.suggestions)
  expect((await run()).promptHash).toBe(first.promptHash)
  await client.prompts.approve({ hash: house.hash })
  const second = await run()
  expect(second.promptHash).not.toBe(first.promptHash)
  expect(second.parameters['prompt.fr']).toBe(house.hash)
  const [system] = server.to('/api/chat').at(-1)!.body['messages'] as { content: string }[]
  expect(system!.content).toMatch(/^Consigne de la maison\./u)
  const again = await client.suggestions.suggest({ task: 'key-points', item, engine })
  expect(again.suggestions.map(({ id }) => id)).not.toEqual(tried.suggestions.map(({ id }) => id))
})
