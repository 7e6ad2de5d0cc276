// The lists: a gap of the health sheet leads to its articles, filters stand in the address and come back, by keyboard alone.
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

const rows = '[role=listitem]'

describe.skipIf(noBrowser)('the lists', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ first: 'sample' })
  }, 90_000)
  afterAll(() => stage.close())

  const address = () => stage.page.evaluate(() => location.hash)
  const found = () => stage.page.locator(`main ${rows}`).first().getAttribute('aria-setsize')

  it('lead from what the health sheet counts to the very articles', async () => {
    const { page } = stage
    await stage.goTo('#/articles?sheet=health')
    const short = page.getByRole('listitem').filter({ hasText: /de moins de 500 signes/ })
    const count = /^\d+/.exec((await short.textContent())?.trim() ?? '')?.[0]
    await short.getByRole('link', { name: say('health.see') }).click()
    await page.getByRole('button', { name: say('articles.dropFilter', { what: 'Moins de 500 signes' }) }).waitFor()
    expect(await address()).toBe('#/articles?lengthTo=500')
    await expect.poll(found).toBe(count)
  })

  it('keep several filters in the address, through a reload, and drop them one by one from the keyboard', async () => {
    const { page } = stage
    await page.getByRole('button', { name: say('articles.reset') }).press('Enter')
    // Nothing of them narrows any more: they can be put away.
    await page.getByRole('button', { name: say('articles.moreFilters') }).press('Enter')
    await page.getByLabel(say('articles.aiUse'), { exact: true }).selectOption('no')
    const seen = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(seen.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
    const drop = page.getByRole('button', { name: say('articles.dropFilter', { what: say('articles.aiNo') }) })
    await drop.waitFor()
    await expect.poll(address).toBe('#/articles?aiUse=false')
    await page.reload()
    await drop.waitFor()
    const closed = Number(await found())
    expect(closed).toBeGreaterThan(0)
    await drop.press('Enter')
    await expect.poll(async () => Number(await found())).toBeGreaterThan(closed)
    await expect.poll(address).toBe('#/articles')
  })

  it('find as one types, and begin at the top again', async () => {
    const { page } = stage
    await page.locator(`main ${rows}`).first().waitFor()
    const all = await found()
    await page.mouse.move(700, 600)
    await page.mouse.wheel(0, 1500)
    await page.getByLabel(say('articles.search')).fill('digue')
    await expect.poll(found).not.toBe(all)
    await expect.poll(() => page.locator(`main ${rows}`).first().getAttribute('aria-posinset')).toBe('1')
    expect(Number(await found())).toBeLessThan(Number(all))
    await page.getByLabel(say('articles.search')).fill('')
    await expect.poll(found).toBe(all)
  })

  it('keep comments to a state and a decision, beside the one that is read', async () => {
    const { page } = stage
    await stage.goTo('#/comments')
    await page.getByLabel(say('comments.state')).selectOption('before')
    await page.getByLabel(say('comments.verdict')).selectOption('refuse')
    await expect.poll(address).toBe('#/comments?state=before&verdict=refuse')
    const refused = await found()
    await page.locator(`main ${rows} a`).first().press('Enter')
    await page.getByRole('link', { name: say('comments.review') }).waitFor()
    expect(await address()).toMatch(/^#\/comments\/.+\?state=before&verdict=refuse$/)
    await page.reload()
    await expect.poll(found).toBe(refused)
    // What waits has no decision to choose from.
    await page.getByLabel(say('comments.state')).selectOption('waiting')
    await expect.poll(() => page.getByLabel(say('comments.verdict')).count()).toBe(0)
  })

  it('find the filter of comments again, even left at once, and do not search the most constructive', async () => {
    const { page } = stage
    const state = page.getByLabel(say('comments.state'))
    const search = page.getByLabel(say('comments.search'))
    await stage.goTo('#/comments')
    await state.selectOption('')
    await search.fill('digue')
    await state.selectOption('before')
    // Sooner than the address is written.
    await stage.goTo('#/articles')
    await page.getByLabel(say('articles.search')).waitFor()
    await stage.goTo('#/comments')
    await expect.poll(() => state.inputValue()).toBe('before')
    expect(await search.inputValue()).toBe('digue')
    await state.selectOption('constructive')
    await expect.poll(address).toBe('#/comments?state=constructive')
    expect([await search.count(), await page.getByRole('heading', { level: 1 }).getByRole('status').textContent()]).toEqual([0, ''])
    expect(stage.witness.errors).toEqual([])
  })
})
