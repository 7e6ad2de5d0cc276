// The note to the works council says where texts go, as the card's engines make it.
import { expect, it } from 'vitest'
import { worksCouncilPage } from '../../../electron/core/services/documents/works-council-page.ts'
import { openNewsroom } from './newsroom.ts'
import { duelCard } from './two-engines.ts'

it.each([
  [['builtin'], true],
  [['builtin', 'ollama:qwen3:4b'], true],
  [['builtin', 'on-premise:ia.journal.lan:8000/mistral'], false],
])('with %j', async (engines, onlyHere) => {
  const { client } = await openNewsroom()
  const { id } = await client.experiments.create(duelCard(['a0'], ['builtin']))
  const experiment = await client.experiments.show({ id })
  const card = { ...experiment.card, engines }
  const pages = (['fr', 'en'] as const).map((lang) => worksCouncilPage({ ...experiment, card }, lang, (name) => name, new Date()))
  expect(pages.map((page) => /quitte la machine\.|leaves the machine\./.test(page))).toEqual([onlyHere, onlyHere])
  expect(pages.map((page) => /machines que la rédaction a désignées|machines the newsroom designated/.test(page))).toEqual([
    !onlyHere,
    !onlyHere,
  ])
})
