// A new user's first ten minutes in the built page against the real core: paste, propose, refuse, edit, validate, copy.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  askForPoints,
  claimOf,
  copyValidated,
  editPoint,
  itemOf,
  pasteArticle,
  refusePoint,
  validatePoint,
} from './journeys/first-ten-minutes.ts'
import { title } from './journeys/unseen-article.ts'
import { framePage } from './pages/frame-page.ts'
import { homePage } from './pages/home-page.ts'
import { reviewPage } from './pages/review-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

describe.skipIf(noBrowser)('the first ten minutes', () => {
  let stage: Stage
  let item = ''
  let points = 0
  const words = { refused: '', edited: '', validated: '' }
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(async () => stage?.close())

  test('the home of an empty desk says how to begin, and the seal says nothing left', async () => {
    const home = homePage(stage.page)
    await home.start.waitFor()
    expect(await home.start.getByRole('heading').allTextContents()).toEqual([
      say('home.pasteTitle'),
      say('home.dropTitle'),
      say('home.sampleTitle'),
    ])
    expect(await framePage(stage.page).seal.textContent()).toContain(say('frame.sealHost', { outs: say('frame.outs', { count: 0 }) }))
  })

  test('a pasted article is cleaned, its title, date and section guessed, and nothing typed is lost on the way', async () => {
    const { page } = stage
    const home = homePage(page)
    await home.pasteAnywhere(
      '<p>Un brouillon assez long pour être pris pour un article.</p><p>Suite du brouillon.</p>',
      'Un brouillon assez long pour être pris pour un article.\n\nSuite du brouillon.',
    )
    await home.title.fill('Titre à moitié écr')
    await page.reload()
    await home.pasteAnywhere('', '')
    await page
      .getByRole('button', { name: say('home.pasteAct') })
      .first()
      .click()
    await expect.poll(() => home.title.inputValue()).toBe('Titre à moitié écr')
    await home.dialog.getByRole('button', { name: say('home.pasteOther') }).click()
    await home.dialog.getByRole('button', { name: say('common.close') }).click()
    await pasteArticle(stage)
  })

  test('key points are proposed and wait in À relire', async () => {
    points = await askForPoints(stage)
    item = itemOf(stage)
    expect(item).not.toBe('')
    expect(await reviewPage(stage.page).place.textContent()).toContain(say('review.place.point', { at: 1, of: points }))
  })

  test('the keys hold back: nothing before the checks, nothing in the first 400 ms, nothing held down', async () => {
    const { page } = stage
    const review = reviewPage(page)
    const checks = review.checks(review.focused)
    const first = await claimOf(review.focused)
    await review.press('KeyV')
    expect(await claimOf(review.focused)).toBe(first)
    expect(await checks.evaluateAll((all) => all.map((one) => one.getAttribute('aria-pressed')))).not.toContain('true')
    // walking to the next point starts the wait anew
    await page.keyboard.press('KeyJ')
    await page.keyboard.press('Digit1')
    expect(await claimOf(review.focused)).not.toBe(first)
    expect(await checks.first().getAttribute('aria-pressed')).toBe('false')
    // held: the first press ticks, the repeats do nothing
    await page.waitForTimeout(450)
    for (let press = 0; press < 4; press += 1) await page.keyboard.down('Digit1')
    await page.keyboard.up('Digit1')
    expect(await checks.first().getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Digit1')
    expect(await checks.first().getAttribute('aria-pressed')).toBe('false')
    await page.keyboard.press('KeyK')
    expect(await claimOf(review.focused)).toBe(first)
  })

  test('a proposal selected and copied by hand carries its warning', async () => {
    const { page } = stage
    const claim = page.locator('[data-unvalidated]').first()
    const text = await claim.innerText()
    await claim.selectText()
    await page.keyboard.press('Control+C')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`[PROPOSITION NON VALIDÉE] ${text}`)
    await page.evaluate(() => getSelection()?.removeAllRanges())
  })

  test('one point is refused with a reason', async () => {
    words.refused = await refusePoint(stage)
    expect(await claimOf(reviewPage(stage.page).focused)).not.toBe(words.refused)
  })

  test('one point is edited: findings live, difference shown, and a reload keeps place and words', async () => {
    const { page } = stage
    words.edited = await editPoint(stage, async () => {
      const before = page.url()
      await page.reload()
      await reviewPage(page).focused.waitFor()
      expect(page.url()).toBe(before)
    })
    await expect.poll(() => reviewPage(page).side.getByText(sign()).count()).toBeGreaterThan(0)
  })

  test('one point is validated with its checks, undone with Z, and validated again', async () => {
    const review = reviewPage(stage.page)
    const signed = review.side.getByText(sign())
    const before = await signed.count()
    words.validated = await validatePoint(stage)
    await expect.poll(() => signed.count()).toBe(before + 1)
    await stage.page.keyboard.press('KeyZ')
    await framePage(stage.page).toast(say('review.undone')).waitFor()
    await expect.poll(() => signed.count()).toBe(before)
    await review.side.locator('li', { hasText: words.validated }).getByRole('button').first().click()
    expect(await validatePoint(stage)).toBe(words.validated)
    await expect.poll(() => signed.count()).toBe(before + 1)
  })

  test('only what is validated is copied', async () => {
    const copied = await copyValidated(stage, item)
    expect(copied.split('\n').toSorted()).toEqual([words.edited, words.validated].toSorted())
    expect(copied).not.toContain(words.refused)
  })

  test('what left is no longer undone but withdrawn', async () => {
    const { page, goTo } = stage
    await goTo(`#/review/key-points/${item}`)
    await page.reload()
    const review = reviewPage(page)
    await review.side.locator('li', { hasText: words.validated }).getByRole('button').first().click()
    await page.getByRole('button', { name: say('review.act.withdraw') }).waitFor()
  })

  test('the ledger holds each act, and verifies', async () => {
    const { page, goTo } = stage
    await goTo('#/ledger')
    await page.getByRole('button', { name: say('ledger.verify.run') }).click()
    await page.getByText(/^Intact/).waitFor()
    expect(await page.getByRole('main').textContent()).toContain(say('ledger.task.key-points'))
  })

  test('the home now counts one article and says what tags and links need', async () => {
    await stage.goTo('#/home')
    await stage.page.getByText(say('home.few')).waitFor()
    await stage.page.getByRole('link', { name: title }).waitFor()
  })

  test('nothing was asked of another machine, and the page broke no rule', () => {
    expect(stage.witness.requests).toBeGreaterThan(10)
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})

/** `Validé par …, …` in the words of the page. */
function sign(): RegExp {
  return new RegExp(`^${say('review.signedBy', { name: '@', time: '@' }).split('@')[0]}`)
}
