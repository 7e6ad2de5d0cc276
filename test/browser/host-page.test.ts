// What only a real browser can say of the loopback host: the link serves once, a reload stays in, helpers that send text away are off.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

describe.skipIf(noBrowser)('the page on the loopback host', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(async () => stage?.close())

  test('the secret of the link is gone from the address, and a reload stays in', async () => {
    const { page, desk } = stage
    expect(new URL(page.url()).origin).toBe(desk.origin)
    expect(page.url()).not.toMatch(/token|[?&]/)
    await page.reload()
    await page.getByRole('navigation', { name: say('frame.nav') }).waitFor()
    await page.goto(`${desk.origin}/#/settings`)
    await page.getByRole('heading', { level: 1, name: say('settings.title') }).waitFor()
  })

  test('a second use of a link, and a browser without one, read a refusal in French', async () => {
    const { browser, desk } = stage
    const link = desk.newLink()
    const other = await browser.newContext()
    const page = await other.newPage()
    expect((await page.goto(link))?.status()).toBe(200)
    const third = await browser.newContext()
    const late = await third.newPage()
    expect((await late.goto(link))?.status()).toBe(403)
    expect(await late.locator('main').textContent()).toContain('Ce lien a déjà servi')
    expect((await late.goto(desk.origin))?.status()).toBe(403)
    expect(await late.locator('main').textContent()).toContain('n’a pas ouvert ce bureau')
    await other.close()
    await third.close()
  })

  test('spellcheck, translation and writing suggestions are off where text is shown or typed', async () => {
    const { page, goTo } = stage
    expect(await page.locator('html').getAttribute('translate')).toBe('no')
    await goTo('#/experiments/new')
    const fields = page.getByRole('main').locator('input:not([type=checkbox], [type=radio]), textarea')
    await fields.first().waitFor()
    const settings = await fields.evaluateAll((all) =>
      all.map((one) => ({
        spell: one instanceof HTMLElement && one.spellcheck,
        translate: one instanceof HTMLElement && one.translate,
        complete: one.getAttribute('autocomplete'),
      })),
    )
    expect(settings.length).toBeGreaterThan(2)
    expect(settings.every((one) => !one.spell && !one.translate && one.complete === 'off')).toBe(true)
    expect(await page.evaluate(() => document.documentElement.getAttribute('writingsuggestions'))).toBe('false')
  })

  test('the session is a cookie no script can read', async () => {
    const { page, context } = stage
    await page.reload()
    await page.getByRole('navigation', { name: say('frame.nav') }).waitFor()
    expect(await context.cookies()).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })])
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    // the one 403 above belongs to other contexts
    expect(stage.witness.errors).toEqual([])
  })
})
