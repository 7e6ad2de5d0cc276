// The printed Bilan tells second readings, blind votes and EBU forms as totals of the experiment, and ours by its name.
import { expect, it } from 'vitest'
import { rubricAxes, type RubricLevel, type RubricScores } from '../../../shared/domain/rubric.ts'
import { totalsParts } from '../../../electron/core/services/documents/totals-parts.ts'
import { engineName, type Telling } from '../../../electron/core/services/documents/telling.ts'
import { reportWords } from '../../../electron/core/services/documents/report-words.ts'
import { checks, openNewsroom, type Newsroom } from './newsroom.ts'
import { openDuel } from './two-engines.ts'

const scores = (level: RubricLevel) => Object.fromEntries(rubricAxes.map((axis) => [axis, { level, note: '' }])) as RubricScores

async function textOf(room: Newsroom, id: string, lang: 'fr' | 'en' = 'fr'): Promise<string> {
  const { html } = await room.client.experiments.document({ id, kind: 'report', lang })
  return html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

/** Six articles of two engines: every output validated, read again, voted, filled in. */
async function readAgain(): Promise<{ room: Newsroom; id: string }> {
  const room = await openNewsroom()
  const { client } = room
  const { id } = await openDuel(room, 6)
  await client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist', 'referent'] })
  for (const { id: output } of await client.reviews.list({ experiment: id }))
    await client.reviews.accept({ id: output, checks, as: 'lena' })
  return { room, id }
}

it('says nothing of what was not done', async () => {
  const { room, id } = await readAgain()
  const text = await textOf(room, id)
  for (const title of ['Seconde lecture', 'Comparaison à l’aveugle', 'Grille EBU']) expect(text).not.toContain(title)
})

it('adds up second readings, blind votes and forms, and names nobody who gave them', async () => {
  const { room, id } = await readAgain()
  const { client } = room
  await client.people.add({ id: 'votante', name: 'Votante Inconnue', roles: ['journalist'] })
  await client.readings.setPlan({ experiment: id, every: 1 })
  const { lines } = await client.readings.queue({ experiment: id })
  for (const [at, { suggestion }] of lines.entries())
    await client.readings.record({ suggestion, verdict: at === 0 ? 'reject' : 'accept', reason: at === 0 ? 'trompeur' : '' })
  const { pairs } = await client.comparisons.draw({ experiment: id })
  const [first, ...rest] = pairs
  await client.comparisons.vote({ id: first!.id, choice: 'both', as: 'votante' })
  expect(await textOf(room, id)).toContain(`1 sur ${pairs.length} pour l’instant`)
  for (const pair of rest) await client.comparisons.vote({ id: pair.id, choice: 'neither', as: 'votante' })
  await client.rubrics.save({ experiment: id, item: 'a0', scores: scores('significant') })
  await client.rubrics.save({ experiment: id, item: 'a1', scores: scores('none') })

  const n = lines.length
  expect(n).toBeGreaterThanOrEqual(5)
  const text = await textOf(room, id)
  for (const said of [
    `${n} sorties relues sur ${n} (plan : une sur 1).`,
    `(${n - 1} sur ${n})`,
    '1 désaccord à trancher',
    'moteur-lin ou moteur-sel',
    'Trop peu de votes pour conclure. Textes départagés : 0 ; il en faut au moins 10.',
    '1 personne a voté.',
    'Au moins un problème important dans 50 % des grilles (1 sur 2',
    'Articles lus avec la grille : 2 sur 6.',
    'Exactitude 1 0 1 0 50 %',
  ])
    expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(said)
  expect(text).not.toContain('Votante Inconnue')
  expect(text).not.toMatch(/undefined|\[object|NaN|\{\w+\}/)
  const english = await textOf(room, id, 'en')
  expect(english).toContain('outputs read again of')
  expect(english).not.toMatch(/undefined|\[object|NaN|\{\w+\}/)
})

it('calls ours by its name, with the id it has elsewhere', () => {
  expect(engineName('builtin', reportWords.fr)).toBe('moteur intégré (builtin)')
  expect(engineName('builtin', reportWords.en)).toBe('built-in engine (builtin)')
  expect(engineName('ollama:qwen3:4b', reportWords.fr)).toBe('ollama:qwen3:4b')
})

it('prints readings of an unverified signer apart from the share', () => {
  const counts = { decided: 2, drawn: 0, read: 0, n: 0, doubts: 0, own: 0, again: 0, agreed: 0, open: 0, arbitrated: 0 }
  const readings = { ...counts, every: null, elsewhere: 2, unverified: 2, tooFew: true, agreement: null, kappa: null, crossing: [] }
  const telling = { totals: { readings, blind: null, rubric: null }, words: reportWords.fr, lang: 'fr' } as unknown as Telling
  expect(totalsParts(telling).join('')).toContain('2 lectures d’un signataire non vérifié, hors des chiffres')
})
