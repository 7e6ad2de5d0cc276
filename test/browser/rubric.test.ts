// The EBU form by keyboard alone: five answers, a remark, saved; the totals follow.
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

describe.skipIf(noBrowser)('the EBU form', () => {
  let stage: Stage
  let id = ''
  const shoot = (name: string) => stage.page.screenshot({ path: join(pictures, `rubric-${name}.png`) })
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    stage = await openStage({ viewport: { width: 1280, height: 720 } })
    const desk = stage.desk.current()
    const client = await directClient(desk, 'host')
    const articles: string[] = []
    for (const title of ['Kerlouan perd deux ligneurs', 'La criée vend moins'])
      articles.push((await client.articles.save({ ...harbour, title, body: `${harbour.body}\n\n${title}.` })).id)
    id = (await client.experiments.create(duelCard(articles, engines.slice(0, 2)))).id
    await client.experiments.approve({ id })
    await importOutputs(desk, drafts(articles, engines.slice(0, 2)), id)
    for (const item of articles)
      for (const { id: output } of await client.suggestions.ofItem({ item }))
        await client.reviews.accept({ id: output, checks: ['accuracy', 'plausibility', 'sources'] })
    await stage.goTo(`#/experiments/${id}/rubric`)
  })
  afterAll(async () => stage?.close())

  test('is answered with digits, and saved with Enter', async () => {
    const { page } = stage
    await page.getByText(say('rubric.question.accuracy')).waitFor()
    for (const key of ['1', '3', '2', '1']) await page.keyboard.press(key)
    await page.keyboard.press('n')
    await page.keyboard.type('Pas un mot de la région.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('4')
    await shoot('filled')
    await page.keyboard.press('Enter')
    await page.getByText(say('rubric.saved')).waitFor()
    const client = await directClient(stage.desk.current(), 'host')
    const [item] = await client.rubrics.items({ experiment: id })
    expect(item?.form?.scores).toMatchObject({
      accuracy: { level: 'none' },
      sourcing: { level: 'significant' },
      opinion: { level: 'some' },
      editorialisation: { level: 'none' },
      context: { level: 'unknown', note: 'Pas un mot de la région.' },
    })
  })

  test('shows its totals, and axe finds nothing', async () => {
    const { page } = stage
    await page.getByText(/Au moins un problème important dans 100/).waitFor()
    await page.getByText(/Au moins un problème important dans 100/).scrollIntoViewIfNeeded()
    await shoot('totals')
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id: rule, nodes }) => `${rule} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([])
    expect(stage.witness).toMatchObject({ errors: [], strangers: [] })
  })

  test('goes to the next article with J, and is taken back with Z', async () => {
    const { page } = stage
    await page.keyboard.press('j')
    await page.getByRole('region', { name: 'La criée vend moins' }).waitFor()
    await page.keyboard.press('k')
    await page.getByRole('region', { name: 'Kerlouan perd deux ligneurs' }).waitFor()
    await page
      .getByRole('main')
      .getByRole('button', { name: say('rubric.saveAgain') })
      .waitFor()
    await page.keyboard.press('z')
    await page.getByText(say('rubric.withdrawn')).waitFor()
    const client = await directClient(stage.desk.current(), 'host')
    expect(await client.rubrics.totals({ experiment: id })).toMatchObject({ forms: 0 })
  })

  test('is saved by the key somebody chose, shown on the button and in the line of keys; answers survive a reload', async () => {
    const { page } = stage
    await stage.goTo('#/settings/keys')
    await page
      .getByRole('button', { name: new RegExp(say('keys.act.rubric-save')) })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('KeyB')
    await page.getByText(say('keys.section.bound', { action: say('keys.act.rubric-save'), key: 'B' })).waitFor()
    await stage.goTo(`#/experiments/${id}/rubric`)
    const save = page.getByRole('main').getByRole('button', { name: say('rubric.save') })
    await save.waitFor()
    expect(await save.locator('kbd').textContent()).toBe('B')
    const line = page.getByRole('list', { name: say('rubric.keyLine') })
    expect(await line.getByRole('listitem').allInnerTexts()).toContain(`B ${say('keys.act.rubric-save')}`)
    for (const key of ['Digit1', 'Digit1', 'Digit2', 'Backspace', 'Digit4', 'Digit1', 'Digit1']) await page.keyboard.press(key)
    await page.reload()
    await expect.poll(() => save.isEnabled(), { timeout: 5000 }).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(200)
    const client = await directClient(stage.desk.current(), 'host')
    expect(await client.rubrics.totals({ experiment: id }), 'the old key is deaf').toMatchObject({ forms: 0 })
    await page.keyboard.press('KeyB')
    await page.getByText(say('rubric.saved')).first().waitFor()
    expect(await client.rubrics.totals({ experiment: id })).toMatchObject({ forms: 1 })
    expect(stage.witness).toMatchObject({ errors: [], strangers: [] })
  })
})
