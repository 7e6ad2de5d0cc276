// Two rulings at the same moment on one disagreement: the first settles it, the second changes nothing.
import { expect, it } from 'vitest'
import { checks, openNewsroom, propose, saveHarbour, stateOf } from './newsroom.ts'

it('is settled once, however fast a second ruling comes', async () => {
  const room = await openNewsroom()
  const { client, acts } = room
  await client.people.add({ id: 'omar', name: 'Omar', roles: ['referent'], form: 'm' })
  const item = await saveHarbour(room)
  const [point] = await propose(room, item, ['La flottille de Kerlouan compte désormais 14 bateaux.'])
  const suggestion = point!.id
  await client.reviews.accept({ id: suggestion, checks })
  await client.readings.setPlan({ experiment: point!.experiment, every: 1 })
  await client.readings.record({ suggestion, verdict: 'reject', reason: 'secondaire', as: 'omar' })
  await acts()
  const ruling = { suggestion, keep: 'second' as const, reason: 'd’accord' }
  const told = await Promise.allSettled([client.readings.arbitrate(ruling), client.readings.arbitrate(ruling)])
  expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await acts()).toEqual(['suggestion.undone', 'suggestion.rejected', 'reading.arbitrated'])
  expect((await stateOf(room, item, suggestion)).state).toBe('rejected')
})
