// Hostile lengths: what is read of a comment, and that its places stay its own.
import { expect, it } from 'vitest'
import { legible } from '../../../electron/core/tasks/moderation/legible.ts'

it('leaves what people write as it is', () => {
  const body = 'Anticonstitutionnellement, https://www.example.org/a/b?c=d '.repeat(40)
  expect(legible(body)).toBe(body)
})

it('blanks the rest of an endless word, whatever its letters, and keeps the places of what follows', () => {
  for (const letter of ['a', 'É', '𝐀', '1', '*']) {
    const body = `${letter.repeat(5_000)} ferme ta gueule`
    const read = legible(body)
    expect(read).toHaveLength(body.length)
    expect(read.indexOf('ferme')).toBe(body.indexOf('ferme'))
    expect(Math.max(...read.split(/\s+/u).map((word) => word.length))).toBeLessThanOrEqual(200)
  }
})

it('reads a comment of a book’s length by its beginning', () => {
  expect(legible('mot '.repeat(200_000)).length).toBeLessThanOrEqual(20_000)
})
