// The comments side of the desk: a refusal whose letter is edited, survives a reload and is copied; past decisions one key
// away; harsh texts blurred until asked for, and counted for the person alone.
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framePage } from './pages/frame-page.ts'
import { reviewPage } from './pages/review-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

describe.skipIf(noBrowser)('the comments desk', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ first: 'sample' })
  })
  afterAll(async () => stage?.close())

  const harsh = 'c-095'
  const open = async (id: string) => {
    await stage.goTo(`#/review/moderation/${id}`)
    const review = reviewPage(stage.page)
    await review.side.getByRole('heading', { name: say('review.comment.opinion') }).waitFor()
    return review
  }
  const letterOf = () => {
    const dialog = reviewPage(stage.page).dialog('review.refuseComment.title')
    return { dialog, letter: dialog.getByLabel(say('review.refuseComment.publicReason')) }
  }

  /** What axe finds on the page as it stands. */
  const violations = async () => {
    const found = await new AxeBuilder({ page: stage.page }).setLegacyMode(true).analyze()
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
  }

  test('the machine is asked by a gesture; a harsh text and the letter that quotes it stay blurred until asked for', async () => {
    const { page } = stage
    const review = await open(harsh)
    await review.side.getByRole('button', { name: say('review.comment.ask') }).click()
    await page.getByText(say('review.comment.blurred')).waitFor()
    await review.press('KeyR')
    const { dialog, letter } = letterOf()
    await dialog.getByText(say('statement.window.blurred')).waitFor()
    expect(await letter.isEditable()).toBe(false)
    expect(await violations()).toEqual([])
    await dialog.getByRole('button', { name: say('statement.window.reveal') }).click()
    expect(await letter.isEditable()).toBe(true)
    await page
      .getByText(say('commentDesk.exposure.count', { count: 1 }))
      .first()
      .waitFor()
  })

  test('the letter follows the clause until somebody types, keeps the words, and survives a reload', async () => {
    const { page } = stage
    const { dialog, letter } = letterOf()
    const first = await letter.inputValue()
    expect(first).toContain(say('statement.automation.shown'))
    expect(first).toContain(say('statement.redress'))
    expect(first, 'the words at issue, not the charter’s').toContain('bande de vendus')
    expect(await violations()).toEqual([])
    await dialog.getByRole('radio').nth(2).check()
    expect(await letter.inputValue()).not.toBe(first)
    await dialog.getByLabel(say('statement.window.notice')).check()
    expect(await letter.inputValue()).toContain(say('statement.facts.notice'))
    await dialog.getByRole('radio').first().check()
    await letter.fill(`${await letter.inputValue()}\n\nMerci de nous lire. DES-MOTS-A-MOI`)
    await dialog.getByLabel(say('review.refuseComment.note')).fill('NOTE-INTERNE')
    await dialog.getByRole('radio').nth(1).check()
    expect(await letter.inputValue()).toContain('DES-MOTS-A-MOI')
    await dialog.getByText(say('statement.window.yours')).waitFor()
    await dialog.getByRole('radio').first().check()
    await page.reload()
    const review = await open(harsh)
    await review.press('Space', 'KeyR')
    expect(await letter.inputValue()).toContain('DES-MOTS-A-MOI')
    expect(await dialog.getByRole('radio').first().isChecked()).toBe(true)
    expect(await dialog.getByLabel(say('statement.window.notice')).isChecked()).toBe(true)
    expect(await dialog.getByLabel(say('review.refuseComment.note')).inputValue()).toBe('NOTE-INTERNE')
  })

  test('refused with the edited letter, which is what is kept and copied; the note is not in it', async () => {
    const { page } = stage
    const { dialog } = letterOf()
    await dialog.getByRole('radio').first().focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const toast = framePage(page).toast(say('review.said.refuse'))
    await toast.getByRole('button', { name: say('statement.window.copy') }).click()
    await framePage(page).toast(say('statement.window.copied')).first().waitFor()
    const review = await open(harsh)
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await review.side.getByRole('button', { name: say('statement.window.copy') }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('DES-MOTS-A-MOI')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(say('statement.facts.notice'))
    expect(copied).not.toContain('NOTE-INTERNE')
  })

  test('Z gives the comment back with its letter', async () => {
    const { page } = stage
    const review = await open(harsh)
    await page.keyboard.press('KeyZ')
    await framePage(page).toast(say('review.undone')).first().waitFor()
    await expect.poll(() => review.button('review.act.refuse').isDisabled()).toBe(false)
    await review.press('KeyR')
    const { dialog, letter } = letterOf()
    expect(await letter.inputValue()).toContain('DES-MOTS-A-MOI')
    await dialog.getByRole('button', { name: say('statement.window.again') }).click()
    expect(await letter.inputValue()).not.toContain('DES-MOTS-A-MOI')
    await page.keyboard.press('Escape')
  })

  test('S shows what people decided on similar comments, without names, and stays open', async () => {
    const { page } = stage
    const review = await open(harsh)
    await review.press('KeyS')
    const panel = review.side.getByRole('region', { name: say('commentDesk.similar.title') })
    await panel.getByText(say('commentDesk.similar.help')).waitFor()
    await page.keyboard.press('KeyJ')
    await panel.waitFor()
    expect(await violations()).toEqual([])
    expect(await panel.textContent()).not.toMatch(/lecteur-/)
    await page.keyboard.press('KeyS')
    await panel.waitFor({ state: 'detached' })
  })

  test('the list of comments names articles and blurs what was refused as harsh', async () => {
    const { page } = stage
    await stage.goTo('#/comments')
    const list = page.getByRole('region', { name: say('comments.listLabel') })
    await list.getByRole('link').first().waitFor()
    await expect.poll(() => list.getByText('Digue de Porsaven', { exact: false }).count()).toBeGreaterThan(0)
    await expect.poll(() => list.getByText(say('commentDesk.blur.text')).count()).toBeGreaterThan(0)
    expect(await violations()).toEqual([])
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
