// Half-written words survive a reload, in every window of the review desk; Enter gives a reason.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient } from '../../electron/core/router/router.ts'
import { articlePage } from './pages/article-page.ts'
import { reviewPage } from './pages/review-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

const article = 'digue-report-2026'

describe.skipIf(noBrowser)('half-written words', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ first: 'sample' })
  })
  afterAll(async () => stage?.close())

  const propose = async (task: 'tags' | 'links') => {
    await stage.goTo(`#/articles/${article}`)
    const shown = articlePage(stage.page)
    await shown.suggest(task).click()
    await shown.review(task).click()
    await reviewPage(stage.page).cards.first().waitFor()
  }
  /** What the ledger wrote last, and the decision it was about. */
  const last = async () => {
    const client = await directClient(stage.desk.current(), 'host')
    const body = (await client.ledger.list({ limit: 1 })).entries[0]?.body
    const decided = (await client.suggestions.ofItem({ item: article })).find(({ id }) => id === body?.subject)
    return { act: body?.act, decision: decided?.decision }
  }

  test.each([
    ['tags', 'review.addTag.title', 'conchyl'],
    ['links', 'review.addLink.title', 'maternité'],
  ] as const)('a search for what is missing among %s', async (task, title, words) => {
    const { page } = stage
    await propose(task)
    const review = reviewPage(page)
    const box = review.dialog(title).getByRole('combobox').and(page.locator('input'))
    await review.press('KeyT')
    await box.fill(words)
    await page.reload()
    await review.cards.first().waitFor()
    await review.press('KeyT')
    expect(await box.inputValue()).toBe(words)
    await review.dialog(title).locator('[role=option][aria-disabled=false]').first().click()
    await page.getByText(say('review.addedByYou')).first().waitFor()
    await review.press('KeyT')
    expect(await box.inputValue(), 'what was used is forgotten').toBe('')
    await page.keyboard.press('Escape')
  })

  test('a refusal: the reasons chosen and the words', async () => {
    const { page } = stage
    await stage.goTo('#/review/key-points')
    const review = reviewPage(page)
    await review.focused.waitFor()
    const dialog = review.dialog('review.refuse.title')
    await review.press('KeyR')
    await page.keyboard.press('Digit2')
    await dialog.getByLabel(say('review.refuse.free')).fill('La mairie dit autre chose')
    await page.reload()
    await review.focused.waitFor()
    await review.press('KeyR')
    expect(await dialog.getByLabel(say('review.refuse.free')).inputValue()).toBe('La mairie dit autre chose')
    expect(await dialog.getByRole('button', { pressed: true }).count()).toBe(1)
    await dialog.getByLabel(say('review.refuse.free')).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect
      .poll(last)
      .toMatchObject({ act: 'suggestion.rejected', decision: { reason: expect.stringMatching(/ · La mairie dit autre chose$/) } })
  })

  test('what is said against a finding: a reload keeps it, Enter confirms it, Shift and Enter is a new line', async () => {
    const { page } = stage
    const review = reviewPage(page)
    const why = review.dialog('review.override.title').getByLabel(say('review.override.label'))
    const validate = async () => {
      await expect.poll(() => review.checks(review.focused).count()).toBe(3)
      await review.press('Digit1', 'Digit2', 'Digit3', 'KeyV')
      await why.waitFor()
    }
    await review.press('KeyE')
    await review.editor.waitFor()
    await review.editor.press('Control+End')
    await page.keyboard.type(' Le chantier coûte 98 765 euros.')
    await review.focused.locator('li strong').first().waitFor()
    await page.keyboard.press('Enter')
    await validate()
    await why.fill('Trop court')
    await page.keyboard.press('Enter')
    expect(await why.isVisible(), 'fifteen characters first').toBe(true)
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('mais vu au carnet.')
    await page.reload()
    await review.focused.waitFor()
    await validate()
    expect(await why.inputValue()).toBe('Trop court\nmais vu au carnet.')
    await page.screenshot({ path: 'test-results/kept-words-override.png' })
    await page.keyboard.press('Enter')
    await why.waitFor({ state: 'detached' })
    await expect.poll(last).toMatchObject({ act: 'suggestion.edited', decision: { override: 'Trop court\nmais vu au carnet.' } })
  })

  test('a purge takes what was half-written about what went, and nothing else', async () => {
    const { page } = stage
    const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.draft.')))
    const client = await directClient(stage.desk.current(), 'host')
    // As if typed in the windows of refusal, about a comment that is old and one that is not.
    const { items: comments } = await client.comments.list({ limit: 500 })
    const ids = comments.toSorted((a, b) => String(a.date).localeCompare(String(b.date))).map(({ id }) => id)
    const [old = '', recent = ''] = [ids[0], ids.at(-1)]
    await page.evaluate(
      (kept) => kept.forEach((key) => localStorage.setItem(`marbre.sample.draft.${key}`, 'Votre commentaire')),
      [`publicReason.${old}`, `note.${recent}`, `refuse.${article}`],
    )
    await page.evaluate(() => localStorage.setItem('marbre.draft.edit.own', 'Sur mon propre bureau'))
    const oldest = Math.min(...comments.map(({ date }) => Date.parse(String(date))))
    await client.safekeeping.purgeComments({ olderThanDays: Math.floor((Date.now() - oldest) / 86_400_000) - 1 })
    await expect.poll(drafts).not.toContain(`marbre.sample.draft.publicReason.${old}`)
    expect(await drafts()).toEqual(expect.arrayContaining([`marbre.sample.draft.note.${recent}`, `marbre.sample.draft.refuse.${article}`]))
    // From the command line no page is open: the next one forgets.
    await page.goto('about:blank')
    const { desk } = await client.safekeeping.preview({ olderThanDays: 0 })
    await client.safekeeping.purgeAll({ desk })
    await page.goto(stage.desk.newLink())
    await page.getByRole('main').waitFor()
    await expect
      .poll(drafts, { message: 'what is half-written on one’s own desk is none of its business' })
      .toEqual(['marbre.draft.edit.own'])
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
