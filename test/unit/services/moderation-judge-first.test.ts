// Where a card asks to judge first, no shell gets the opinion before the judgement; and a queue keeps to its experiment.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ModerationValue } from '../../../shared/domain/suggestion.ts'
import { moderationCard, openNewsroom, type Newsroom } from './newsroom.ts'

const bodies = ['Le maire est un connard.', 'Merci pour cet article.', 'Je sais où tu habites.']

let room: Newsroom
let experiment: string
const ofItem = (item: string) => room.client.suggestions.ofItem({ item, task: 'moderation' })
const valueOf = (one: { value: unknown } | null | undefined) => one?.value as ModerationValue

async function runCard(judgeFirst: boolean): Promise<string> {
  const { client } = room
  const { id } = await client.experiments.create(moderationCard(judgeFirst ? 'À l’aveugle' : 'Ouverte', judgeFirst))
  await client.experiments.approve({ id, as: 'me' })
  for (const run of await client.runs.start({ experiment: id })) await client.runs.wait({ id: run.id })
  return id
}

beforeEach(async () => {
  room = await openNewsroom()
  await room.bring(
    'comments',
    'c.jsonl',
    bodies.map((body, at) => ({ id: `c${at}`, body })),
  )
  experiment = await runCard(true)
}, 60_000)
afterEach(() => room.desk.close())

describe('a card that asks to judge first', () => {
  it('hides the opinion everywhere until the comment is decided, and shows it then', async () => {
    const { client } = room
    const hidden = await ofItem('c0')
    expect(hidden).toHaveLength(1)
    expect(hidden[0]).toMatchObject({ experiment, score: 0, evidence: [], flags: [] })
    expect(valueOf(hidden[0])).toEqual({ hold: null, probability: null, clauses: [] })
    expect(valueOf((await client.comments.show({ id: 'c0' })).opinion)).toEqual({ hold: null, probability: null, clauses: [] })
    for (const one of await client.reviews.list({ task: 'moderation' })) expect(one.evidence).toEqual([])
    // A free try would give it away.
    const tried = await client.suggestions.suggest({ task: 'moderation', item: 'c0' })
    expect(tried.suggestions.map((one) => valueOf(one).hold)).toEqual([null])

    await client.reviews.decideComment({ comment: 'c0', decision: 'publish' })
    const shown = (await ofItem('c0')).find((one) => one.experiment === experiment)
    expect(valueOf(shown).hold).toBe(true)
    expect(shown!.evidence).not.toEqual([])
    expect(shown!.state).toBe('rejected')
    expect(valueOf((await ofItem('c2'))[0])).toEqual({ hold: null, probability: null, clauses: [] })
    await client.reviews.undoComment({ comment: 'c0' })
    expect((await ofItem('c0')).map((one) => valueOf(one).hold)).toEqual([null, null])
  })

  it('takes nothing from other comments', async () => {
    const { client } = room
    await room.bring('comments', 'd.jsonl', [{ id: 'd0', body: 'Le maire est un abruti.' }])
    const tried = await client.suggestions.suggest({ task: 'moderation', item: 'd0' })
    expect(tried.suggestions.map((one) => valueOf(one).hold)).toEqual([true])
  })
})

it('the moderation queue keeps to its experiment', async () => {
  const { client } = room
  await room.bring('comments', 'd.jsonl', [{ id: 'd0', body: 'Arrivé après la fin de l’essai.' }])
  expect((await client.reviews.queue({ task: 'moderation' })).total).toBe(4)
  const queue = await client.reviews.queue({ task: 'moderation', experiment })
  expect(queue.total).toBe(3)
  expect(queue.items.map((one) => one.item)).toEqual(['c0', 'c1', 'c2'])
  expect((await client.reviews.queue({ task: 'moderation', experiment: 'essai-libre' })).total).toBe(0)
})
