import { describe, expect, test } from 'vitest'
import { tasks } from '../../../shared/domain/suggestion.ts'
import { proposalSchema } from '../../../shared/domain/suggestion.ts'
import { engineInfoSchema } from '../../../shared/domain/engine.ts'
import { builtinEngine } from '../../../electron/core/tasks/builtin-engine.ts'
import { registry } from '../../../electron/core/tasks/registry.ts'
import { trainModerator } from '../../../electron/core/tasks/moderation/train-moderator.ts'
import { article, comment, concept, lexicons, sha256, stamp, taskPorts } from '../tasks/task-desk.ts'

const concepts = [concept('port', ['port'])]
const body = [
  'Le port de Port-Aven rouvre lundi après trois mois de travaux.',
  'Les pêcheurs ont retrouvé leurs places le long du quai nord.',
  'La mairie promet une criée rénovée pour la fin de l’année.',
].join(' ')
const one = { kind: 'article', article: article({ id: 'a', title: 'Le port rouvre', body }) } as const
const other = { kind: 'comment', comment: comment('Quel connard.'), article: null, parents: [] } as const
const signal = new AbortController().signal

describe('the built-in engine', () => {
  test('does the four tasks, and its proposals fit the schema', async () => {
    const engine = builtinEngine(taskPorts({ concepts }))
    expect(Object.keys(registry).sort()).toEqual([...tasks].sort())
    for (const task of tasks) {
      const outcome = await engine.propose(task, task === 'moderation' ? other : one, { signal })
      for (const proposal of outcome.proposals) expect(() => proposalSchema.parse(proposal)).not.toThrow()
      expect(outcome.proposals.length > 0).toBe(outcome.abstained === null)
    }
  })

  test.each(tasks)('%s refuses the other kind of item', async (task) => {
    const outcome = await builtinEngine(taskPorts({ concepts })).propose(task, task === 'moderation' ? one : other, { signal })
    expect(outcome).toEqual({ proposals: [], abstained: 'wrong-item' })
  })

  test('stops when asked to', async () => {
    const stopped = AbortSignal.abort(new Error('enough'))
    await expect(builtinEngine(taskPorts({ concepts })).propose('tags', one, { signal: stopped })).rejects.toThrow('enough')
  })

  test('its identity changes with what decides the outcome, and only then', async () => {
    const digest = async (task: (typeof tasks)[number], parts: Parameters<typeof taskPorts>[0]) =>
      (await builtinEngine(taskPorts(parts)).identity(task)).digest
    expect(await digest('tags', { concepts })).toBe(await digest('tags', { concepts, charter: null }))
    expect(await digest('tags', { concepts })).not.toBe(await digest('tags', { concepts: [] }))
    expect(await digest('moderation', {})).not.toBe(await digest('moderation', { charter: null }))
    const examples = Array.from({ length: 40 }, (_, at) => ({
      body: at % 2 ? `non ${at}` : `oui ${at}`,
      label: at % 2 ? (1 as const) : (0 as const),
    }))
    const moderator = trainModerator({ examples, lexicons }, stamp, sha256)!
    expect(await digest('moderation', { models: { moderator } })).not.toBe(await digest('moderation', {}))
    expect(await digest('links', { models: { moderator } })).toBe(await digest('links', {}))
    const info = engineInfoSchema.parse(await builtinEngine(taskPorts({ models: { moderator } })).info())
    expect(info).toMatchObject({ id: 'builtin', state: 'ready', trained: { 'moderator.examples': 40, 'tagger.examples': null } })
    expect((await builtinEngine(taskPorts({})).info()).state).toBe('untrained')
  })
})
