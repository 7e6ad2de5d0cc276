// Tags, links and comments decided by keyboard in the sample newsroom, with the keys every queue shares.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articlePage } from './pages/article-page.ts'
import { framePage } from './pages/frame-page.ts'
import { reviewPage } from './pages/review-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

describe.skipIf(noBrowser)('the four queues by keyboard', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ first: 'sample' })
  })
  afterAll(async () => stage?.close())

  /** Has tags or links proposed on an article, and opens the queue on it. */
  const propose = async (task: 'tags' | 'links', id: string) => {
    await stage.goTo(`#/articles/${id}`)
    const article = articlePage(stage.page)
    await article.suggest(task).click()
    await article.review(task).click()
    await reviewPage(stage.page).cards.first().waitFor()
  }

  test('tags: all unticked, digits keep, Enter decides the article', async () => {
    const { page } = stage
    await propose('tags', 'digue-report-2026')
    const review = reviewPage(page)
    const ticks = review.side.getByRole('checkbox')
    const count = await ticks.count()
    expect(count).toBeGreaterThan(2)
    expect(await ticks.evaluateAll((all) => all.some((one) => one instanceof HTMLInputElement && one.checked))).toBe(false)
    await review.press('Digit1', 'Digit3', 'Digit2', 'Digit2')
    expect(await ticks.nth(0).isChecked()).toBe(true)
    expect(await ticks.nth(1).isChecked()).toBe(false)
    expect(await ticks.nth(2).isChecked()).toBe(true)
    await page.getByText(say('review.kept', { count: 2, of: count })).waitFor()
    await page.keyboard.press('Enter')
    await stage.goTo('#/review/tags/digue-report-2026')
    await expect.poll(() => review.side.getByText(/^Validé par/).count()).toBe(2)
    expect(await ticks.count()).toBe(0)
  })

  test('tags: T adds one from the thesaurus, and a term out of it goes to the proposed terms', async () => {
    const { page } = stage
    const review = reviewPage(page)
    const before = await review.cards.count()
    await review.press('KeyT')
    const dialog = review.dialog('review.addTag.title')
    await dialog.getByRole('combobox').fill('conchyl')
    await dialog.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => review.cards.count()).toBe(before + 1)
    await page.getByText(say('review.addedByYou')).first().waitFor()
    await review.press('KeyT')
    await dialog.getByRole('combobox').fill('zonage exploratoire')
    await dialog.getByRole('button', { name: say('review.addTag.propose', { term: 'zonage exploratoire' }) }).click()
    await dialog.getByText(say('review.addTag.proposed', { term: 'zonage exploratoire' })).waitFor()
    await page.keyboard.press('Escape')
    await stage.goTo('#/vocabulary')
    await page.getByText('zonage exploratoire').first().waitFor()
  })

  test('tags: the article’s validated tags are copied with commas', async () => {
    const { page } = stage
    await stage.goTo('#/articles/digue-report-2026')
    const article = articlePage(page)
    await article.copy('tags', 'comma').click()
    await framePage(page)
      .toast(say('article.copied', { count: 3 }))
      .waitFor()
    expect((await article.clipboard()).split(', ')).toHaveLength(3)
  })

  test('links: kept by digit with their target, date and anchor; Z gives the article back', async () => {
    const { page } = stage
    await propose('links', 'corvellec-proces')
    const review = reviewPage(page)
    expect(await review.cards.first().textContent()).toMatch(/\d{4}/)
    await review.press('Digit1', 'Enter')
    await stage.goTo('#/review/links/corvellec-proces')
    await expect.poll(() => review.side.getByText(/^Validé par/).count()).toBe(1)
    await page.keyboard.press('KeyZ')
    await framePage(page).toast(say('review.undone')).first().waitFor()
    await expect.poll(() => review.side.getByRole('checkbox').count()).toBeGreaterThan(0)
    await review.press('KeyT')
    const dialog = review.dialog('review.addLink.title')
    await dialog.getByRole('combobox', { name: say('review.addLink.label') }).fill('maternité')
    await dialog.locator('[role=option][aria-disabled=false]').first().click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(say('review.addedByYou')).first().waitFor()
  })

  test('comments: P publishes, R refuses on the quoted clause, D doubts, Z takes back', async () => {
    const { page } = stage
    await stage.goTo('#/review/moderation')
    const review = reviewPage(page)
    await review.current.waitFor()
    const at = async () => /sur \d+/.exec((await review.place.textContent()) ?? '')?.[0]
    expect(await at()).toBeDefined()
    const comment = async () => decodeURIComponent(page.url().split('/').at(-1) ?? '')
    const first = await comment()
    if (await review.button('review.act.publish').isDisabled()) await review.press('Space')
    await review.press('KeyP')
    await expect.poll(comment).not.toBe(first)
    const second = await comment()
    await review.press('KeyR')
    const dialog = review.dialog('review.refuseComment.title')
    await dialog.getByRole('radio').first().check()
    expect(await dialog.getByLabel(say('review.refuseComment.publicReason')).inputValue(), 'the clause brings its reason').not.toBe('')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(comment).not.toBe(second)
    const third = await comment()
    await review.press('KeyD')
    await expect.poll(comment).not.toBe(third)
    await page.keyboard.press('KeyZ')
    await framePage(page).toast(say('review.undone')).first().waitFor()
    await expect.poll(comment).toBe(third)
    await stage.goTo(`#/comments/${second}`)
    await page
      .getByText(/^Refusé par/)
      .first()
      .waitFor()
  })

  test('comments: a harsh text is blurred until Space', async () => {
    const { page } = stage
    await stage.goTo('#/review/moderation/c-095')
    const review = reviewPage(page)
    const blurred = page.getByText(say('review.comment.blurred'))
    await review.side.getByRole('button', { name: say('review.comment.ask') }).click()
    await blurred.waitFor()
    expect(await review.button('review.act.publish').isDisabled()).toBe(true)
    await review.press('Space')
    await blurred.waitFor({ state: 'detached' })
    expect(await review.button('review.act.publish').isDisabled()).toBe(false)
  })

  test('J and K walk, ? shows every key, each queue remembers its place', async () => {
    const { page } = stage
    await stage.goTo('#/review/key-points')
    const review = reviewPage(page)
    await review.focused.waitFor()
    const place = async () => (await review.place.textContent()) ?? ''
    const start = await place()
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('KeyJ')
    const there = await place()
    expect(there).not.toBe(start)
    const address = page.url()
    await page.keyboard.press('KeyK')
    await page.keyboard.press('KeyJ')
    expect(await place()).toBe(there)
    await page.keyboard.press('?')
    const keys = review.dialog('keys.title')
    expect(await keys.textContent()).toContain(say('keys.brake'))
    await page.keyboard.press('Escape')
    await stage.goTo('#/review/tags')
    await stage.goTo('#/review/key-points')
    await expect.poll(() => page.url() === address || review.current.getAttribute('href')).toBeTruthy()
    await expect.poll(() => review.current.getAttribute('href')).toBe(new URL(address).hash)
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
