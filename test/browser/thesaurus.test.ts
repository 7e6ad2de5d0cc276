// The thesaurus by keyboard alone in the sample newsroom: found, corrected, merged, given back, counted, taken away as a file.
import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framePage } from './pages/frame-page.ts'
import { vocabularyPage } from './pages/vocabulary-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

describe.skipIf(noBrowser)('the thesaurus by keyboard', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ first: 'sample' })
    await stage.goTo('#/vocabulary')
    await vocabularyPage(stage.page).tree.waitFor()
  })
  afterAll(async () => stage?.close())

  const clean = async () => {
    const { violations } = await new AxeBuilder({ page: stage.page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  }

  test('says at a glance what there is and what wants care', async () => {
    const screen = vocabularyPage(stage.page)
    await screen.main.getByText(say('vocabulary.overview.title', { count: 145 })).waitFor()
    await screen.main.getByRole('heading', { name: say('vocabulary.overview.newest') }).waitFor()
    await clean()
  })

  test('the tree: arrows, Home and End, first letters, folding, Enter', async () => {
    const { page } = stage
    const screen = vocabularyPage(page)
    await screen.search.focus()
    await page.keyboard.press('ArrowDown')
    expect(await screen.focused()).toBe('Culture')
    await page.keyboard.press('ArrowRight')
    expect(await screen.focused()).toBe('Festivals')
    // Festivals folds, then its parent has the focus, then that folds.
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await screen.focused()).toBe('Culture')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => screen.item('Culture').getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    expect(await screen.focused()).toBe('Économie')
    await page.keyboard.press('End')
    const last = await screen.focused()
    await page.keyboard.press('Home')
    expect(await screen.focused()).toBe('Culture')
    expect(last).not.toBe('Culture')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('pech')
    expect(await screen.focused()).toBe('Pêche à pied')
    await page.keyboard.press('Enter')
    await screen.main.getByRole('heading', { name: 'Pêche à pied' }).waitFor()
    expect(await screen.item('Pêche à pied').getAttribute('aria-selected')).toBe('true')
    await screen.main.getByRole('heading', { name: say('vocabulary.latest') }).waitFor()
    await clean()
  })

  test('the search shows where a match stands and lights it up; a filter narrows it', async () => {
    const { page } = stage
    const screen = vocabularyPage(page)
    await screen.search.fill('coquillages')
    await expect.poll(() => screen.item('Pêche à pied').locator('mark').textContent()).toBe('coquillages')
    await screen.item('Mer et littoral').waitFor()
    await page.getByLabel(say('vocabulary.filter.label')).selectOption('retired')
    await page.getByText(say('vocabulary.noMatch', { query: 'coquillages' })).waitFor()
    await screen.search.focus()
    await page.keyboard.press('Escape')
    await page.getByText(say('vocabulary.found', { count: 5, of: '150' })).waitFor()
    await page.getByLabel(say('vocabulary.filter.label')).selectOption('all')
  })

  test('what is typed survives another screen and a reload, and is saved', async () => {
    const { page } = stage
    const screen = vocabularyPage(page)
    const alternates = screen.field('vocabulary.edit.alternatesIn', { lang: say('vocabulary.edit.lang.fr') })
    await stage.goTo('#/vocabulary/peche-pied')
    await alternates.fill('grande marée')
    await page.keyboard.press('Enter')
    await alternates.fill('estr')
    await stage.goTo('#/articles')
    await stage.goTo('#/vocabulary/peche-pied')
    await page.reload()
    await alternates.waitFor()
    await expect.poll(() => alternates.inputValue(), { timeout: 10_000 }).toBe('estr')
    await screen.main.getByText(say('vocabulary.edit.unsaved')).waitFor()
    await alternates.fill('estran')
    await screen.button('vocabulary.edit.save').focus()
    await page.keyboard.press('Enter')
    await framePage(page)
      .toast(say('vocabulary.edit.saved', { label: 'Pêche à pied' }))
      .waitFor()
    for (const name of ['grande marée', 'estran'])
      await screen.main.getByRole('button', { name: say('vocabulary.edit.removeAlternate', { name }) }).waitFor()
  })

  test('a tag without a label is refused beside the field', async () => {
    const { page } = stage
    const screen = vocabularyPage(page)
    const label = screen.field('vocabulary.edit.preferredIn', { lang: say('vocabulary.edit.lang.fr') })
    await label.fill('')
    await screen.field('vocabulary.edit.preferredIn', { lang: say('vocabulary.edit.lang.en') }).fill('')
    await page.keyboard.press('Enter')
    await screen.main.getByText(say('vocabulary.edit.needLabel')).waitFor()
    expect(await label.getAttribute('aria-invalid')).toBe('true')
    await screen.button('vocabulary.edit.discard').click()
    expect(await label.inputValue()).toBe('Pêche à pied')
  })

  test('a merge says first what it does, and is given back from the message', async () => {
    const { page } = stage
    const screen = vocabularyPage(page)
    await screen.button('vocabulary.leave.open.merge').focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').pressSequentially('peche prof')
    await dialog.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByText(say('vocabulary.leave.articles', { count: 2 })).waitFor()
    await dialog.getByText(/gagne comme variantes.*ramassage de coquillages/).waitFor()
    await clean()
    await dialog.getByRole('button', { name: say('vocabulary.leave.do.merge'), exact: true }).focus()
    await page.keyboard.press('Enter')
    const toast = framePage(page).toast(say('vocabulary.leave.done.merge', { from: 'Pêche à pied', into: 'Pêche professionnelle' }))
    await toast.waitFor()
    await screen.main.getByRole('heading', { name: 'Pêche professionnelle' }).waitFor()
    await page.getByRole('button', { name: say('common.undo') }).focus()
    await page.keyboard.press('Enter')
    await screen.main.getByRole('heading', { name: 'Pêche à pied' }).waitFor()
    await screen.button('vocabulary.leave.open.merge').waitFor()
    await expect.poll(() => screen.main.getByText(say('vocabulary.leave.retired')).count()).toBe(0)
  })

  test('a tag retired is brought back later from its own page', async () => {
    const { page } = stage
    const screen = vocabularyPage(page)
    await screen.button('vocabulary.leave.open.retire').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('vocabulary.leave.do.retire'), exact: true })
      .click()
    await screen.main.getByText(say('vocabulary.leave.retired')).waitFor()
    await page.reload()
    await screen.button('vocabulary.leave.restore').focus()
    await page.keyboard.press('Enter')
    await screen.button('vocabulary.leave.open.merge').waitFor()
  })

  test('the quality of the tags: sorted as asked', async () => {
    const { page } = stage
    const screen = vocabularyPage(page)
    await stage.goTo('#/vocabulary?view=quality')
    const first = screen.main.getByRole('rowheader').first()
    await expect.poll(() => first.textContent()).toBe('Porsaven')
    const sorted = () => screen.main.locator('th[aria-sort=ascending], th[aria-sort=descending]').allInnerTexts()
    expect((await sorted()).join()).toContain(say('vocabulary.quality.decisions'))
    await screen.button('vocabulary.quality.tag').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => first.textContent()).toBe('Abus de confiance')
    expect((await sorted()).join()).toContain(say('vocabulary.quality.tag'))
    expect(await screen.main.locator('th[aria-sort=ascending]').count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => screen.main.locator('th[aria-sort=descending]').count()).toBe(1)
    await clean()
  })

  test('the thesaurus leaves as a file', async () => {
    const { page } = stage
    await stage.goTo('#/vocabulary')
    await page.getByRole('button', { name: say('vocabulary.export.open') }).click()
    const saved = page.waitForEvent('download')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('vocabulary.export.save') })
      .click()
    const file = await saved
    expect(file.suggestedFilename()).toMatch(/^thesaurus-\d{4}-\d{2}-\d{2}\.ttl$/)
    expect(await readFile(await file.path(), 'utf8')).toContain('skos:prefLabel "Pêche à pied"@fr')
  })

  test('nothing went wrong in the page', () =>
    expect({ ...stage.witness, requests: 0 }).toEqual({ errors: [], strangers: [], requests: 0 }))
})
