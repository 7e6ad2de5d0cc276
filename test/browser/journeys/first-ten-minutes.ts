// A new user's first ten minutes, step by step, for the browser test and for the run without a network.
// It must not know which of them walks it: it asserts with Node's own assert.
import assert from 'node:assert/strict'
import { articlePage } from '../pages/article-page.ts'
import { framePage } from '../pages/frame-page.ts'
import { homePage } from '../pages/home-page.ts'
import { reviewPage } from '../pages/review-page.ts'
import { say } from '../say.ts'
import type { Stage } from '../stage.ts'
import { html, plain, section, title } from './unseen-article.ts'

/** From the empty home to the article saved under its guessed title, date and section. */
export async function pasteArticle({ page }: Stage): Promise<void> {
  const home = homePage(page)
  await home.start.waitFor()
  await home.pasteAnywhere(html, plain)
  await home.title.waitFor()
  assert.equal(await home.title.inputValue(), title)
  assert.equal(await home.date.inputValue(), '09/11/2026')
  assert.equal(await home.section.inputValue(), section)
  const body = await home.body.inputValue()
  assert.match(body, /1,8 million d’euros, contre 650 000 euros/)
  assert.doesNotMatch(body, /alert|MsoNormal|</)
  await home.save.click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Asks for key points and goes to review them. Resolves to how many there are. */
export async function askForPoints({ page }: Stage): Promise<number> {
  const article = articlePage(page)
  await article.suggest('key-points').click()
  await article.review('key-points').waitFor()
  const count = await article.lines('key-points').count()
  assert.ok(count >= 3, `${count} points proposed`)
  await article.review('key-points').click()
  const review = reviewPage(page)
  await review.focused.waitFor()
  assert.equal(await review.cards.count(), count)
  return count
}

/** Refuses the focused point, by keyboard, with a reason from the chips. Resolves to its words. */
export async function refusePoint({ page }: Stage): Promise<string> {
  const review = reviewPage(page)
  const words = await claimOf(review.focused)
  await review.press('KeyR')
  await review.dialog('review.refuse.title').waitFor()
  await page.keyboard.press('Digit3')
  await page.keyboard.press('Enter')
  await review.dialog('review.refuse.title').waitFor({ state: 'detached' })
  await review.side.getByText(say('review.reasonGiven', { reason: say('review.refuse.chips.secondary') })).waitFor()
  return words
}

/** Validates the focused point after its checks, by keyboard. Resolves to its words. */
export async function validatePoint({ page }: Stage): Promise<string> {
  const review = reviewPage(page)
  const words = await claimOf(review.focused)
  assert.ok(await review.button('review.act.validate').isDisabled(), 'nothing is ticked beforehand')
  const checks = await review.checks(review.focused).count()
  const digits = Array.from({ length: checks }, (_, index) => `Digit${index + 1}`)
  await review.press(...digits, 'KeyV')
  await review.side.locator('p', { hasText: words }).and(review.side.locator('li:not([aria-current]) p, li p')).first().waitFor()
  return words
}

/** Edits the focused point: a wrong figure is found at once, then taken out; the difference is shown; validated. */
export async function editPoint({ page }: Stage, half: () => Promise<void>): Promise<string> {
  const review = reviewPage(page)
  const machine = await claimOf(review.focused)
  const edited = `${machine.replace(/\.$/, '')}, selon la ville.`
  await review.press('KeyE')
  await review.editor.fill(`${machine.replace(/\.$/, '')}, soit 98 765 personnes.`)
  await review.side.getByText(say('flag.number-absent')).first().waitFor()
  assert.match((await review.side.locator('ins').first().textContent()) ?? '', /98 765 personnes/)
  await review.editor.fill(edited)
  await review.side.getByText(say('flag.number-absent')).first().waitFor({ state: 'detached' })
  await review.editor.press('Enter')
  await review.side.getByText(say('review.edit.yours')).waitFor()
  await half()
  await review.focused.getByText(say('review.edit.yours')).waitFor()
  const card = review.focused
  await page.waitForFunction(() => document.querySelectorAll('aside li[aria-current=true] [role=group] button').length === 3)
  assert.equal(await review.checks(card).count(), 3, 'words of one’s own ask the three checks')
  await review.press('Digit1', 'Digit2', 'Digit3', 'KeyV')
  return edited
}

/** Copies what is validated from the article. Resolves to the clipboard. */
export async function copyValidated({ page, goTo }: Stage, item: string): Promise<string> {
  await goTo(`#/articles/${item}`)
  const article = articlePage(page)
  await article.copy('key-points', 'plain').click()
  await framePage(page)
    .toast(say('article.copied', { count: 2 }))
    .first()
    .waitFor()
  return article.clipboard()
}

/** The words of a claim's card, without its notes. */
export async function claimOf(card: ReturnType<typeof reviewPage>['focused']): Promise<string> {
  return ((await card.locator('p').first().textContent()) ?? '').trim()
}

/** The item looked at in À relire, read from the address. */
export function itemOf({ page }: Stage): string {
  return decodeURIComponent(/#\/review\/[^/]+\/([^?]+)/.exec(page.url())?.[1] ?? '')
}
