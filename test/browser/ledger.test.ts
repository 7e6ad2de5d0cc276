// The Journal narrowed by choosing: act, person, thing, period; kept in the address; a row is one sentence. And the Bilan as one sheet.
import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient, type DirectClient } from '../../electron/core/router/router.ts'
import { importOutputs } from '../../electron/core/services/import-outputs.ts'
import { harbour } from '../make-desk.ts'
import { drafts, duelCard, engines } from '../unit/services/two-engines.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

const pictures = join(import.meta.dirname, '..', '..', 'test-results', 'screens')
const titles = ['Kerlouan perd deux ligneurs', 'La criée vend moins'] as const

describe.skipIf(noBrowser)('the Journal', () => {
  let stage: Stage
  let client: DirectClient
  let experiment = ''
  const items: string[] = []
  const main = () => stage.page.getByRole('main')
  const rows = () =>
    main()
      .getByRole('listitem')
      .filter({ has: stage.page.locator('time') })
  const clean = async () => {
    const { violations } = await new AxeBuilder({ page: stage.page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
  }
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    stage = await openStage({ viewport: { width: 1280, height: 720 } })
    const desk = stage.desk.current()
    client = await directClient(desk, 'host')
    for (const title of titles) items.push((await client.articles.save({ ...harbour, title, body: `${harbour.body}\n\n${title}.` })).id)
    experiment = (await client.experiments.create(duelCard(items, engines.slice(0, 2)))).id
    await client.experiments.approve({ id: experiment })
    await importOutputs(desk, drafts(items, engines.slice(0, 2)), experiment)
    const [first, second, third] = await client.reviews.list({ experiment })
    await client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'], form: 'f' })
    await client.reviews.accept({ id: first!.id, checks: ['accuracy', 'plausibility', 'sources'], as: 'lena' })
    await client.reviews.reject({ id: second!.id, reason: 'Hors sujet' })
    await client.reviews.accept({ id: third!.id, checks: ['accuracy', 'plausibility', 'sources'] })
    const { pairs } = await client.comparisons.draw({ experiment })
    await client.comparisons.vote({ id: pairs[0]!.id, choice: 'a', note: 'canari', as: 'lena' })
  })
  afterAll(async () => stage?.close())

  test('says who did what, on what, when, in a sentence; the vote of another is there without its choice', async () => {
    await stage.goTo('#/ledger')
    await rows().first().waitFor()
    const vote = await rows().first().innerText()
    expect(vote.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(/^Léna a voté à l’aveugle sur « .+ », le \d+(er)? \p{L}+ \d{4}, \d+ h \d\d\./u)
    expect(vote).toContain(say('ledger.choiceWithheld'))
    expect(vote).not.toContain('canari')
    expect(await main().innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
    await clean()
    await stage.page.screenshot({ path: join(pictures, 'ledger-sentences.png') })
  })

  test('is narrowed by act and by oneself, never by somebody else', async () => {
    const { page } = stage
    await main()
      .getByLabel(say('ledger.filter.kind'))
      .selectOption({ label: say('ledger.kind.kept') })
    await expect.poll(() => rows().count()).toBe(2)
    const who = main().getByLabel(say('ledger.filter.who'))
    expect((await who.getByRole('option').allInnerTexts()).join()).not.toContain('Léna')
    await who.selectOption({ label: say('ledger.who.me') })
    await expect.poll(() => rows().count()).toBe(1)
    expect(new URL(page.url()).hash).toBe('#/ledger?kind=kept&who=me')
    await page.reload()
    await expect.poll(() => rows().count()).toBe(1)
  })

  test('is narrowed to an article found by its title, by keyboard, and widened again by its chips', async () => {
    const { page } = stage
    await main()
      .getByRole('button', { name: say('ledger.filter.clear') })
      .click()
    await expect.poll(() => rows().count()).toBeGreaterThan(5)
    await main()
      .getByRole('combobox', { name: say('ledger.filter.about') })
      .pressSequentially('deux moteurs')
    await main()
      .getByRole('option', { name: /Deux moteurs/ })
      .waitFor()
    await clean()
    await page.keyboard.press('Enter')
    const chip = main()
      .getByRole('list', { name: say('ledger.filter.active') })
      .getByRole('button')
    await expect.poll(() => chip.allInnerTexts()).toEqual([expect.stringContaining('Deux moteurs')])
    expect(page.url()).toContain(`experiment=${experiment}`)
    await expect.poll(async () => (await rows().allInnerTexts()).some((text) => text.includes('approuvé la carte'))).toBe(true)
    await chip.click()
    await chip.waitFor({ state: 'detached' })
    await rows()
      .filter({ hasText: titles[1] })
      .first()
      .getByRole('link', { name: say('ledger.filter.only.article') })
      .click()
    await expect.poll(() => page.url()).toContain('article=')
    await expect.poll(async () => (await rows().allInnerTexts()).every((text) => text.includes(titles[1]))).toBe(true)
    await main().getByLabel(say('ledger.filter.to'), { exact: true }).fill('2001')
    await page.keyboard.press('Enter')
    await main().getByText(say('ledger.empty.filtered')).waitFor()
  })

  test('leads to a Bilan that is one sheet: criterion first, verdict last, no table open', async () => {
    await stage.goTo(`#/experiments/${experiment}/report`)
    await main()
      .getByRole('heading', { level: 2, name: say('experiments.report.criterion') })
      .waitFor()
    const headings = await main().getByRole('heading', { level: 2 }).allInnerTexts()
    expect(headings[0]).toBe(say('experiments.report.criterion'))
    expect(headings.at(-1)).toBe(say('experiments.report.verdict'))
    expect(
      await main()
        .getByRole('table', { name: say('experiments.report.figures') })
        .count(),
    ).toBe(0)
    await clean()
    expect({ ...stage.witness, requests: 0 }).toEqual({ errors: [], strangers: [], requests: 0 })
  })
})
