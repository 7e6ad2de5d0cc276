// A morning by keyboard alone in the sample newsroom, from the palette to the conclusion of an experiment: no pointer, and the
// keyboard always somewhere one can see.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimOf } from './journeys/first-ten-minutes.ts'
import { articlePage } from './pages/article-page.ts'
import { experimentPage } from './pages/experiment-page.ts'
import { framePage } from './pages/frame-page.ts'
import { countPointers, keyboard } from './pages/keyboard.ts'
import { reviewPage } from './pages/review-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

describe.skipIf(noBrowser)('by keyboard alone', () => {
  let stage: Stage
  let hands: ReturnType<typeof keyboard>
  let pointers = () => 0
  const main = () => stage.page.getByRole('main')
  const strip = () => stage.page.getByRole('region', { name: say('guide.name') })
  const heading = (name: string | RegExp) => stage.page.getByRole('heading', { level: 1, name })
  const goBy = async (letter: string) => {
    await stage.page.keyboard.press('KeyG')
    await stage.page.keyboard.press(letter)
  }

  beforeAll(async () => {
    stage = await openStage({ first: 'sample' })
    pointers = await countPointers(stage.context)
    await stage.page.reload()
    await main().getByRole('heading').first().waitFor()
    hands = keyboard(stage.page)
  })
  afterAll(async () => stage?.close())

  test('Tab first offers to skip the frame, and every stop of Accueil can be seen', async () => {
    const { page } = stage
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say('frame.skip'))
    await hands.look()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    await hands.to(
      page
        .getByRole('region', { name: say('home.waiting') })
        .getByRole('link')
        .first(),
    )
  })

  test('an article is found and opened; its tags are asked for, and the keyboard stays beside them', async () => {
    const { page } = stage
    await goBy('KeyA')
    await heading(say('frame.articles')).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('digue report')
    const row = page.getByRole('list', { name: say('articles.listLabel') }).getByRole('link', { name: /digue/i })
    await hands.use(row.first())
    const article = articlePage(page)
    await article.suggest('tags').waitFor()
    await hands.use(article.suggest('tags'))
    await article.review('tags').waitFor()
    await hands.look()
    await hands.to(article.review('tags'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await reviewPage(page).cards.first().waitFor()
    await page.waitForFunction(() => document.activeElement !== document.body)
  })

  test('tags: digits keep, T adds one, Enter decides, Z takes back', async () => {
    const { page } = stage
    const review = reviewPage(page)
    const ticks = review.side.getByRole('checkbox')
    const mine = page.url()
    await review.press('Digit1', 'Digit2')
    expect(await ticks.nth(1).isChecked()).toBe(true)
    await review.press('KeyT')
    await review.dialog('review.addTag.title').waitFor()
    await hands.look()
    await page.keyboard.type('conchyl')
    await review.dialog('review.addTag.title').getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await hands.back()
    await review.press('Enter')
    await expect.poll(() => page.url() !== mine || review.side.getByText(/^Validé par/).count()).toBeTruthy()
    await page.keyboard.press('KeyZ')
    await framePage(page).toast(say('review.undone')).first().waitFor()
    await page.waitForTimeout(150)
    await hands.look()
  })

  test('key points: one refused with a reason, one edited, one validated', async () => {
    const { page } = stage
    await framePage(page).run(say('task.key-points'))
    const review = reviewPage(page)
    await review.focused.waitFor()
    const first = await claimOf(review.focused)
    await review.press('KeyR')
    await review.dialog('review.refuse.title').waitFor()
    await hands.look()
    await page.keyboard.press('Digit3')
    await page.keyboard.press('Tab')
    await hands.look()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await hands.back()
    await expect.poll(() => claimOf(review.focused)).not.toBe(first)
    const machine = await claimOf(review.focused)
    await review.press('KeyE')
    await review.editor.waitFor()
    await hands.look()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    await review.focused.getByText(say('review.edit.yours')).waitFor()
    await page.waitForFunction(() => document.activeElement !== document.body)
    await hands.look()
    expect(`${await claimOf(review.focused)}.`).toBe(machine)
    // words of one’s own ask the three checks
    await expect.poll(() => review.checks(review.focused).count()).toBe(3)
    for (const round of ['edited', 'as proposed']) {
      const claim = await claimOf(review.focused)
      const there = page.url()
      const digits = Array.from({ length: await review.checks(review.focused).count() }, (_, index) => `Digit${index + 1}`)
      await review.press(...digits, 'KeyV')
      // against a finding, the desk asks why
      if (await review.dialog('review.override.title').isVisible()) {
        await hands.look()
        await page.keyboard.type('Relu avec la mairie ce matin, le carnet fait foi.')
        await hands.use(review.dialog('review.override.title').getByRole('button', { name: say('review.override.confirm') }))
        await hands.back()
      }
      // none is pointed at once the article has no more
      const next = async () => (await review.focused.locator('p').first().allTextContents()).join('').trim()
      await expect.poll(async () => page.url() !== there || (await next()) !== claim, { message: round }).toBe(true)
      if ((await review.focused.count()) === 0) break
    }
  })

  test('comments: one published, one refused with its letter, S shows what was decided on like ones', async () => {
    const { page } = stage
    await goBy('KeyH')
    await hands.use(page.getByRole('region', { name: say('home.waiting') }).locator('a[href*=moderation]'))
    const review = reviewPage(page)
    await review.current.waitFor()
    const at = () => page.url()
    const first = at()
    if (await review.button('review.act.publish').isDisabled()) await review.press('Space')
    await review.press('KeyP')
    await expect.poll(at).not.toBe(first)
    const second = at()
    await review.press('KeyR')
    const dialog = review.dialog('review.refuseComment.title')
    await dialog.waitFor()
    await hands.look()
    await page.keyboard.press('Space')
    const letter = dialog.getByLabel(say('review.refuseComment.publicReason'))
    await expect.poll(() => letter.inputValue()).not.toBe('')
    if (!(await letter.isEditable())) await hands.use(dialog.getByRole('button', { name: say('statement.window.reveal') }))
    await hands.to(letter)
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Merci de nous lire.')
    await page.keyboard.press('Control+Enter')
    await hands.back()
    await expect.poll(at).not.toBe(second)
    await review.press('KeyS')
    const panel = review.side.getByRole('region', { name: say('commentDesk.similar.title') })
    await panel.waitFor()
    await hands.look()
    await page.keyboard.press('KeyS')
    await panel.waitFor({ state: 'detached' })
  })

  test('the guided experiment: an article read, a card made, approved, run', async () => {
    const { page } = stage
    await goBy('KeyH')
    await hands.use(page.getByRole('button', { name: say('guide.start') }))
    await strip().waitFor()
    await page.waitForFunction(() => document.activeElement !== document.body)
    await hands.look()
    await hands.use(strip().getByRole('link', { name: say('guide.go') }))
    await heading(say('frame.articles')).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.type('marché couvert')
    await hands.use(
      main()
        .getByRole('link', { name: /marché couvert/ })
        .first(),
    )
    await strip()
      .getByRole('button', { name: say('guide.make') })
      .waitFor()
    await hands.use(strip().getByRole('button', { name: say('guide.make') }))
    const card = experimentPage(page)
    await card.approve.waitFor()
    await hands.use(card.approve)
    await hands.use(strip().getByRole('link', { name: say('guide.go') }))
    await hands.use(card.start)
    await card.main.getByText(say('runState.finished')).first().waitFor({ timeout: 60_000 })
    await page.waitForFunction(() => document.activeElement !== document.body)
    await hands.look()
  })

  test('its points decided, and concluded in its window', async () => {
    const { page } = stage
    await hands.use(strip().getByRole('link', { name: say('guide.go') }))
    const review = reviewPage(page)
    await review.focused.waitFor()
    for (let guard = 0; guard < 40 && (await strip().getByText(say('guide.step.verdict')).count()) < 2; guard++) {
      const doubt = page.getByRole('button', { name: say('review.act.doubt') })
      await review.press((await doubt.count()) === 0 || (await doubt.isDisabled()) ? 'KeyJ' : 'KeyD')
    }
    await hands.use(strip().getByRole('link', { name: say('guide.go') }))
    const card = experimentPage(page)
    await hands.use(card.conclude)
    await card.conclusion.waitFor()
    await hands.look()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await hands.to(card.conclusion.getByRole('textbox'))
    await page.keyboard.type('Essai au clavier, on s’arrête là.')
    await hands.use(card.conclusion.getByRole('button', { name: say('experiments.conclude.confirm') }))
    await hands.back()
    await hands.use(strip().getByRole('button', { name: say('guide.leave') }))
    await strip().waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement !== document.body)
    await hands.look()
  })

  test('validated tags are copied from the article', async () => {
    const { page } = stage
    await stage.goTo('#/review/tags/digue-report-2026')
    const review = reviewPage(page)
    await review.cards.first().waitFor()
    await review.press('Digit1', 'Enter')
    await stage.goTo('#/articles/digue-report-2026')
    const article = articlePage(page)
    await hands.use(article.copy('tags', 'comma'))
    await expect.poll(() => article.clipboard()).toMatch(/^[^\n]+$/)
  })

  test('the language, every key, and a window closed: the keyboard is where it was', async () => {
    const { page } = stage
    await goBy('KeyS')
    await heading(say('settings.title')).waitFor()
    await framePage(page).run(say('frame.actLang'))
    await heading(say('settings.title', {}, 'en')).waitFor()
    await hands.back()
    await framePage(page).run(say('frame.actLang', {}, 'en'))
    await heading(say('settings.title')).waitFor()
    await hands.back()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: say('keys.title') }).waitFor()
    await hands.look()
    await page.keyboard.press('Escape')
    await hands.back()
    const seal = framePage(page).seal
    await hands.to(seal, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await hands.look()
    await page.keyboard.press('Escape')
    await hands.back()
    expect(await seal.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  test('the sample newsroom is left', async () => {
    const { page } = stage
    const leave = framePage(page).sampleBanner.getByRole('button').last()
    await hands.to(leave, 'Tab')
    const reloaded = page.waitForEvent('load')
    await page.keyboard.press('Enter')
    await reloaded
    await page.getByRole('region', { name: say('home.start') }).waitFor()
  })

  test('no pointer was ever pressed, and the page broke none of its rules', () => {
    expect(pointers()).toBe(0)
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
