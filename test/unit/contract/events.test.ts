// Events reach whoever watches, whichever way they came in, and stop when they go.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Desk } from '../../../electron/core/desk.ts'
import type { DeskEvent } from '../../../shared/contract/events.ts'
import { makeDesk } from '../../make-desk.ts'
import { threeWays } from './three-ways.ts'

/** The desk, counting how many watch it. */
function counting(desk: Desk): { desk: Desk; watching: () => number } {
  let watching = 0
  return {
    desk: {
      ...desk,
      watch: async function* (signal) {
        watching += 1
        try {
          yield* desk.watch(signal)
        } finally {
          watching -= 1
        }
      },
    },
    watching: () => watching,
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await wait(10)
  expect(holds()).toBe(true)
}

for (const [index, name] of ['direct', 'port', 'socket'].entries()) {
  it(`are typed, in order, and end with the client (${name})`, async () => {
    const { desk: real } = await makeDesk()
    const { desk, watching } = counting(real)
    const way = (await threeWays(desk))[index]!
    const controller = new AbortController()
    const stream = await way.client.events.watch({}, { signal: controller.signal })
    const heard: DeskEvent[] = []
    const listening = (async () => {
      for await (const event of stream) heard.push(event)
    })().catch(() => undefined)
    await until(() => watching() === 1)

    real.emit({ type: 'article.changed', ids: ['a', 'b'] })
    await way.client.desk.changeSettings({ newsroom: 'Le Courrier' })
    real.emit({ type: 'index.progressed', done: 1, total: 2 })
    await until(() => heard.length === 3)
    expect(heard).toEqual([
      { type: 'article.changed', ids: ['a', 'b'] },
      { type: 'settings.changed' },
      { type: 'index.progressed', done: 1, total: 2 },
    ])

    controller.abort()
    await listening
    await until(() => watching() === 0)
    real.emit({ type: 'vocabulary.changed' })
    await wait(20)
    expect(heard).toHaveLength(3)
  })
}

for (const [index, name] of [
  [1, 'port'],
  [2, 'socket'],
] as const) {
  it(`stop being made when the connection drops (${name})`, async () => {
    const { desk: real } = await makeDesk()
    const { desk, watching } = counting(real)
    const way = (await threeWays(desk))[index]!
    const stream = await way.client.events.watch({})
    const listening = (async () => {
      for await (const _event of stream);
    })().catch(() => undefined)
    await until(() => watching() === 1)
    way.leave()
    await until(() => watching() === 0)
    await listening
  })
}

it('of one desk reach two watchers, and a slow one holds nobody up', async () => {
  const { desk } = await makeDesk()
  const [direct, port] = await threeWays(desk)
  const quick = await port!.client.events.watch({})
  const slow = desk.watch()
  const first = slow.next()
  const next = quick.next()
  await wait(50)
  for (let count = 1; count <= 3000; count += 1) desk.emit({ type: 'index.progressed', done: count, total: 3000 })
  expect((await first).value).toMatchObject({ type: 'index.progressed' })
  expect((await next).value).toMatchObject({ type: 'index.progressed' })
  // The oldest were dropped for the slow one: it goes on with what is recent.
  const later = (await slow.next()).value
  expect(later).toMatchObject({ total: 3000 })
  expect(later?.type === 'index.progressed' ? later.done : 0).toBeGreaterThan(1000)
  await slow.return()
  await quick.return?.()
  expect((await direct!.client.desk.session({})).person.id).toBe('me')
})
