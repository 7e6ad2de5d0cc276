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
  })

  /** The button of Réglages that changes the key of voting. */
  const voteKey = () => stage.page.getByRole('button', { name: new RegExp(say('keys.act.blind-vote')) }).first()
  const vote = () => stage.page.getByRole('main').getByRole('button', { name: say('blind.vote') })
  const choice = () => stage.page.getByRole('button', { name: say('blind.choice.both') })

  test('its keys stand first in the list of keys there, and can be changed', async () => {
    const { page } = stage
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: say('keys.title') })
    expect(await list.getByRole('heading', { level: 3 }).first().textContent()).toBe(say('keys.group.blind'))
    await shoot('keys')
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await stage.goTo('#/settings/keys')
    await voteKey().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('KeyN')
    await page.getByText(say('keys.section.taken', { key: 'N', action: say('keys.act.blind-note') })).waitFor()
    await page.keyboard.press('KeyR')
    await page.getByText(say('keys.section.bound', { action: say('keys.act.blind-vote'), key: 'R' })).waitFor()
    await stage.goTo(`#/experiments/${id}/blind`)
    await vote().waitFor()
    expect(await vote().locator('kbd').textContent()).toBe('R')
    await page.keyboard.press('Digit3')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(200)
    expect(await vote().isVisible(), 'the old key is deaf').toBe(true)
    await page.keyboard.press('KeyR')
    await page.getByRole('heading', { name: /^A : moteur-/ }).waitFor()
    await page.keyboard.press('KeyZ')
    await vote().waitFor()
  })

  test('a pane that takes the keyboard shows a line at its edge, not a ring; in forced colours too', async () => {
    const { page } = stage
    const text = page.getByRole('region', { name: say('blind.text') })
    const panel = page.getByRole('tabpanel')
    for (const pane of [text, panel]) {
      await pane.focus()
      await page.keyboard.press('Shift')
      const look = () =>
        pane.evaluate((one) => {
          const { outlineStyle, boxShadow, borderInlineStartWidth, borderInlineStartColor } = getComputedStyle(one)
          return { outlineStyle, boxShadow, border: `${borderInlineStartWidth} ${borderInlineStartColor}` }
        })
      await page.emulateMedia({ forcedColors: 'none' })
      expect(await look()).toMatchObject({ outlineStyle: 'none', boxShadow: expect.stringContaining('inset') })
      if (pane === text) await shoot('pane')
      await page.emulateMedia({ forcedColors: 'active' })
      const lit = await look()
      expect(lit.border).toMatch(/^2px /)
      await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null))
      expect((await look()).border).not.toBe(lit.border)
    }
    await page.emulateMedia({ forcedColors: 'none' })
  })

  test('with single letters off, no digit is heard nor shown', async () => {
    const { page } = stage
    await choice().waitFor()
    expect(await choice().locator('kbd').textContent()).toBe('3')
    await stage.goTo('#/settings/keys')
    await page.getByLabel(say('keys.section.single')).click()
    await stage.goTo(`#/experiments/${id}/blind`)
    await choice().waitFor()
    expect(await choice().locator('kbd').count()).toBe(0)
    expect(await vote().locator('kbd').count()).toBe(0)
    await page.getByRole('main').getByPlaceholder(say('blind.noteAsk'), { exact: true }).waitFor()
    await page.keyboard.press('Digit3')
    await page.waitForTimeout(100)
    expect(await choice().getAttribute('aria-pressed')).toBe('false')
    expect(stage.witness).toMatchObject({ errors: [], strangers: [] })
  })
})
