// Two engines compared blind, by keyboard alone: every pair voted, names only after each vote, the totals at the end.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient } from '../../electron/core/router/router.ts'
import { importOutputs } from '../../electron/core/services/import-outputs.ts'
import { harbour } from '../make-desk.ts'
import { drafts, duelCard, engines } from '../unit/services/two-engines.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

const pictures = join(import.meta.dirname, '..', '..', 'test-results', 'screens')
const names = engines.slice(0, 2)

/** An approved card, two engines' outputs on four articles. */
async function prepare(stage: Stage): Promise<string> {
  const desk = stage.desk.current()
  const client = await directClient(desk, 'host')
  const articles: string[] = []
  for (const title of ['Kerlouan perd deux ligneurs', 'La criée vend moins', 'Une relève introuvable', 'Le port attend avril'])
    articles.push((await client.articles.save({ ...harbour, title, body: `${harbour.body}\n\n${title}.` })).id)
  const { id } = await client.experiments.create(duelCard(articles, names))
  await client.experiments.approve({ id })
  const { imported } = await importOutputs(desk, drafts(articles, names), id)
  expect(imported).toBe(8)
  return id
}

describe.skipIf(noBrowser)('a blind comparison', () => {
  let stage: Stage
  let id = ''
  const shoot = (name: string) => stage.page.screenshot({ path: join(pictures, `blind-${name}.png`) })
  const shown = () => stage.page.getByRole('main').innerText()
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    stage = await openStage()
    id = await prepare(stage)
    await stage.goTo(`#/experiments/${id}/blind`)
  })
  afterAll(async () => stage?.close())

  test('begins with a draw', async () => {
    const { page } = stage
    const begin = page.getByRole('button', { name: say('blind.start.run') })
    await begin.waitFor()
    await shoot('begin')
    await begin.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: say('blind.sideLabel.a') }).waitFor()
    await page.getByRole('button', { name: say('blind.vote') }).waitFor()
    for (const name of names) expect(await shown()).not.toContain(name)
  })

  test('is voted text after text by keyboard; names come after the vote only', async () => {
    const { page } = stage
    for (const [at, key] of ['1', '2', '3', '4'].entries()) {
      await page.getByText(`texte ${at + 1} sur 4`, { exact: false }).waitFor()
      await page.getByRole('heading', { name: 'A', exact: true }).waitFor()
      for (const name of names) expect(await shown()).not.toContain(name)
      await page.keyboard.press(key)
      if (at === 0) {
        await page.keyboard.press('n')
        await page.keyboard.type('Plus net.')
        await shoot('chosen')
      }
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: /^A : moteur-/ }).waitFor()
      if (at === 0) await shoot('revealed')
      for (const name of names) expect(await shown()).toContain(name)
      await page.keyboard.press('Enter')
    }
  })

  test('ends on the totals, which say that four texts conclude nothing', async () => {
    const { page } = stage
    await page.getByText(/Trop peu de votes pour conclure/).waitFor()
    await shoot('totals')
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id: rule, nodes }) => `${rule} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([])
  })

  test('lets a vote be taken back with Z', async () => {
    const { page } = stage
    await page.getByRole('button', { name: say('blind.again') }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^A : moteur-/ }).waitFor()
    await page.keyboard.press('z')
    await page.getByRole('note').getByText(say('blind.informed.revealed')).waitFor()
    await page.getByRole('heading', { name: 'A', exact: true }).waitFor()
    const client = await directClient(stage.desk.current(), 'host')
    expect(await client.comparisons.show({ experiment: id })).toMatchObject({ left: 1 })
    expect((await client.comparisons.totals({ experiment: id })).figures).toBeNull()
    expect(stage.witness).toMatchObject({ errors: [], strangers: [] })
  })
})
