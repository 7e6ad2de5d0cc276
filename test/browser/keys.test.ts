// The keyboard of the page: a key changed and used, all keys listed, Ctrl-K by keyboard alone, single letters off, messages reached by a key.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyGroups } from '../../renderer/ui/key-defaults.ts'
import type { WordKey } from '../../renderer/words/book.ts'
import { framePage } from './pages/frame-page.ts'
import { reviewPage } from './pages/review-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

describe.skipIf(noBrowser)('the keys of the page', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ first: 'sample' })
  })
  afterAll(async () => stage?.close())

  const keyList = () => stage.page.getByRole('dialog', { name: say('keys.title') })
  /** The button that changes the key of an action, whatever the key is now. */
  const keyOf = (action: WordKey) => {
    const words = say('keys.section.bind', { action: say(action), key: 'HOLE' })
    const pattern = words
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace('HOLE', '.+')
      .replace(/\s/g, '\\s')
    return stage.page.getByRole('button', { name: new RegExp(`^${pattern}$`) })
  }

  test('G and a letter go to a screen, / goes to its search, and ? lists every key there', async () => {
    const { page } = stage
    await page.keyboard.press('KeyG')
    await page.keyboard.press('KeyA')
    await page.getByRole('heading', { level: 1, name: say('frame.articles') }).waitFor()
    await page.keyboard.press('/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
    await page.keyboard.type('?g')
    expect(await keyList().count(), 'typing is not a key').toBe(0)
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.press('Backspace')
    await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null))
    await page.keyboard.press('?')
    const text = (await keyList().textContent()) ?? ''
    for (const group of keyGroups) expect(text).toContain(say(`keys.group.${group}`))
    expect(text).toContain(say('keys.brake'))
    await page.keyboard.press('Escape')
    await keyList().waitFor({ state: 'detached' })
  })

  test('a wait after G swallows another letter: nothing is decided by mistake', async () => {
    const { page } = stage
    await stage.goTo('#/review/moderation')
    const review = reviewPage(page)
    await review.current.waitFor()
    const there = page.url()
    await review.press('KeyG', 'KeyD')
    await page.waitForTimeout(200)
    expect(page.url()).toBe(there)
    await review.press('KeyG', 'KeyH')
    await page
      .getByRole('heading', { level: 1, name: say('frame.home') })
      .or(page.getByRole('region', { name: say('home.waiting') }))
      .first()
      .waitFor()
  })

  test('a key is changed by keyboard, a conflict names who has it, the bar and the list show it, and it works', async () => {
    const { page } = stage
    await stage.goTo('#/settings/keys')
    const button = keyOf('keys.act.points-doubt')
    await button.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('KeyE')
    await page.getByText(say('keys.section.taken', { key: 'E', action: say('keys.act.points-edit') })).waitFor()
    await page.keyboard.press('KeyX')
    await framePage(page)
      .toast(say('keys.section.bound', { action: say('keys.act.points-doubt'), key: 'X' }))
      .waitFor()
    await page.reload()
    await stage.goTo('#/review/key-points')
    const review = reviewPage(page)
    await review.focused.waitFor()
    expect(await review.button('review.act.doubt').textContent()).toContain('X')
    await page.keyboard.press('?')
    await keyList().getByText(say('keys.act.points-doubt')).waitFor()
    await page.keyboard.press('Escape')
    await keyList().waitFor({ state: 'detached' })
    const claim = await review.focused.textContent()
    await review.press('KeyD')
    expect(await review.focused.textContent(), 'the old key is deaf').toBe(claim)
    await review.press('KeyX')
    await expect.poll(() => review.focused.textContent()).not.toBe(claim)
    await review.press('KeyZ')
    await framePage(page).toast(say('review.undone')).first().waitFor()
  })

  test('Escape keeps the old key; resetting all can be undone from the message, reached and left by a key', async () => {
    const { page } = stage
    await stage.goTo('#/settings/keys')
    const button = keyOf('keys.act.points-doubt')
    await button.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    expect(await button.locator('[aria-hidden]').textContent()).toBe('X')
    const all = page.getByRole('button', { name: say('keys.section.resetAll') })
    await all.focus()
    await page.keyboard.press('Enter')
    await framePage(page).toast(say('keys.section.restored')).waitFor()
    expect(await button.locator('[aria-hidden]').textContent()).toBe('D')
    expect(await all.isDisabled()).toBe(true)
    await page.keyboard.press('F6')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(say('frame.undo'))
    await page.keyboard.press('Enter')
    await expect.poll(() => button.locator('[aria-hidden]').textContent()).toBe('X')
    expect(await page.evaluate(() => document.activeElement?.closest('#messages')), 'the focus left the message').toBeNull()
  })

  test('Ctrl-K by keyboard alone: rank, End and Home, an article, a part of Réglages, then the recent one first', async () => {
    const { page } = stage
    await page.keyboard.press('Control+KeyK')
    const box = page.getByRole('dialog').getByRole('combobox')
    await box.waitFor()
    const chosen = () => page.getByRole('option', { selected: true })
    await page.keyboard.press('End')
    const last = await page.getByRole('option').last().textContent()
    expect(await chosen().textContent()).toBe(last)
    await page.keyboard.press('Home')
    expect(await chosen().textContent()).toBe(await page.getByRole('option').first().textContent())
    await page.keyboard.type('zzzz')
    await page.getByText(say('frame.paletteNothing')).waitFor()
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.type(say('keys.section.title').toLowerCase().slice(0, 4))
    await expect.poll(() => chosen().textContent()).toContain(say('keys.section.title'))
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('#/settings/keys')
    await page.keyboard.press('Control+KeyK')
    await page.keyboard.type('digue')
    await page
      .getByRole('group', { name: say('frame.paletteArticles') })
      .getByRole('option')
      .first()
      .waitFor()
    while (
      !(await chosen().evaluate((one, name) => one.closest('[role=group]')?.textContent?.startsWith(name), say('frame.paletteArticles')))
    )
      await page.keyboard.press('ArrowDown')
    const title = (await chosen().locator('span').first().textContent()) ?? ''
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.keyboard.press('Control+KeyK')
    await expect
      .poll(() =>
        page
          .getByRole('group', { name: say('frame.paletteRecent') })
          .getByRole('option')
          .first()
          .textContent(),
      )
      .toContain(title)
    await page.keyboard.press('Escape')
  })

  test('single letters switched off are deaf everywhere; Ctrl-K and F1 remain', async () => {
    const { page } = stage
    await stage.goTo('#/settings/keys')
    await page.getByLabel(say('keys.section.single')).click()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('?')
    await page.keyboard.press('KeyG')
    await page.keyboard.press('KeyA')
    await page.waitForTimeout(200)
    expect(page.url()).toContain('#/settings')
    await page.keyboard.press('F1')
    await keyList().getByText(say('keys.singleOff')).waitFor()
    await page.keyboard.press('Escape')
    await stage.goTo('#/review/moderation')
    const review = reviewPage(page)
    await review.current.waitFor()
    const there = page.url()
    expect(await review.button('review.act.doubtComment').locator('kbd').count()).toBe(0)
    await review.press('KeyJ', 'KeyD')
    await page.waitForTimeout(200)
    expect(page.url()).toBe(there)
    await page.keyboard.press('Control+KeyK')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
