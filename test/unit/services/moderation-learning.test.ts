// The learning curve and the constructive lane, over a real desk.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run } from '../../../electron/core/workers/learning-curve.ts'
import { aucInterval } from '../../../electron/core/workers/auc-interval.ts'
import { usualCosts } from '../../../electron/core/tasks/moderation/decide-hold.ts'
import { harbour } from '../../make-desk.ts'
import { lexicons } from '../tasks/task-desk.ts'
import { openNewsroom, type Newsroom } from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.desk.close())

/** This house holds talk of its rival, which no shipped rule knows. */
const decision = (at: number) => ({
  id: `c${at}`,
  body: at % 2 ? `Allez plutôt lire le Phare concurrent ${at}` : `La réunion du quartier était intéressante ${at}`,
  decision: at % 2 ? 'refuse' : 'publish',
  date: new Date(Date.UTC(2026, 0, 1) + at * 86_400_000).toISOString().slice(0, 10),
})

it('the more was decided, the better it orders what comes after', { timeout: 60_000 }, async () => {
  await room.bring(
    'comments',
    'c.jsonl',
    Array.from({ length: 130 }, (_, at) => decision(at)),
  )
  const { decisions, points } = await room.client.moderation.learningCurve({})
  expect(decisions).toBe(130)
  expect(points.map((point) => [point.n, point.judged, point.trained])).toEqual([
    [10, 120, false],
    [20, 110, true],
    [50, 80, true],
    [100, 30, true],
  ])
  expect(points[0]!.auc).toBe(0.5)
  expect(points.at(-1)!.auc).toBe(1)
  expect(points.at(-1)!.abstained).toBeLessThan(points[0]!.abstained)
  expect(points.at(-1)!.agreement).toBe(1)
  // Nothing decided since: the same curve, not drawn anew.
  expect(await room.client.moderation.learningCurve({})).toEqual({ decisions, points })
})

it('is empty before there are enough, and follows the order of the decisions, not of arrival', async () => {
  expect(await room.client.moderation.learningCurve({})).toEqual({ decisions: 0, points: [] })
  const decisions = Array.from({ length: 60 }, (_, at) => ({ body: `texte ${at}`, label: at < 40 ? (0 as const) : (1 as const) }))
  const points = run({ decisions, lexicons, costs: usualCosts, seed: 0 })
  // After the first 20 both kinds are still to come; the rest of a longer start is of one kind and judges no order.
  expect(points.map((point) => [point.n, point.judged, point.auc === null])).toEqual([
    [10, 50, false],
    [20, 40, false],
  ])
})

it('Hanley and McNeil’s interval, worked by hand', () => {
  // AUC .8, 10 + 10: Q1 = .8/1.2 = .6667, Q2 = 1.28/1.8 = .7111; (.16 + 9·.0267 + 9·.0711) / 100 = .0104; ±1.96·.10198.
  const [low, high] = aucInterval(0.8, 10, 10)
  expect(low).toBeCloseTo(0.6001, 3)
  expect(high).toBeCloseTo(0.9999, 3)
  expect(aucInterval(1, 5, 5)).toEqual([1, 1])
})

it('constructive comments first, with their words; refused and hostile ones stay out; nothing is written', async () => {
  const { client } = room
  const { id } = await client.articles.save(harbour)
  const argued = `Je travaille au port depuis 12 ans. La flottille compte 14 bateaux, mais selon le rapport les quotas baisseront, parce que la ressource manque : pourquoi ne pas aider les pêcheurs à changer d’engins, puisque le port a de la place à Kerlouan ?`
  await room.bring('comments', 'c.jsonl', [
    { id: 'short', article: id, body: 'Bravo !' },
    { id: 'argued', article: id, body: argued },
    { id: 'hostile', article: id, body: `${argued} Bande de connards, espèce d’abrutis, fermez vos gueules.` },
    { id: 'refused', article: id, body: argued, decision: 'refuse' },
    { id: 'elsewhere', body: argued },
  ])
  await room.acts()
  const lane = await client.moderation.constructive({ article: id })
  expect(lane.map((one) => one.id)).toEqual(['argued'])
  expect(lane[0]!.title).toBe(harbour.title)
  for (const { places } of lane[0]!.merits) for (const { start, end } of places) expect(argued.slice(start, end).trim()).not.toBe('')
  expect((await client.moderation.constructive({})).map((one) => one.id).toSorted()).toEqual(['argued', 'elsewhere'])
  expect(await client.moderation.constructive({ limit: 1 })).toHaveLength(1)
  expect(await room.acts()).toEqual([])
})
