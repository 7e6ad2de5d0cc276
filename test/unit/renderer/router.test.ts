// Addresses of screens go round: what is written is read back, whatever the ids hold.
import { expect, test } from 'vitest'
import { hrefTo, readRoute } from '../../../renderer/ui/router.ts'

test('ids with slashes, accents and signs come back whole', () => {
  const route = readRoute(hrefTo('review', ['key-points', 'wp/12?a=1#é'], { experiment: 'x 1', none: undefined }))
  expect(route.screen).toBe('review')
  expect(route.rest).toEqual(['key-points', 'wp/12?a=1#é'])
  expect([...route.query]).toEqual([['experiment', 'x 1']])
})

test('an unknown or broken address is home', () => {
  expect(readRoute('').screen).toBe('home')
  expect(readRoute('#/nowhere/1').screen).toBe('home')
  expect(readRoute('#/articles/%E0%A4').rest).toEqual(['%E0%A4'])
})
