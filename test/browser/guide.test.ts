// The guided first experiment on the sample newsroom, from the offer on Accueil to the conclusion: each step ticks itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { experimentPage } from './pages/experiment-page.ts'
import { framePage } from './pages/frame-page.ts'
import { reviewPage } from './pages/review-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

describe.skipIf(noBrowser)('the guided first experiment', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ first: 'sample' })
  })
  afterAll(async () => stage?.close())
  const strip = () => stage.page.getByRole('region', { name: say('guide.name') })
  const at = (step: Parameters<typeof say>[0], place: number) =>
    strip()
      .getByText(`${say('guide.place', { at: place, of: 6 })} · ${say(step)}`)
      .waitFor()
  const goThere = () =>
    strip()
      .getByRole('link', { name: say('guide.go') })
      .click()

  test('is offered on Accueil and begins with an article', async () => {
    const { page } = stage
    const offer = page.getByRole('region', { name: say('guide.offerTitle') })
    await offer.getByRole('button', { name: say('guide.start') }).click()
    await offer.waitFor({ state: 'detached' })
    await at('guide.step.read', 1)
    await goThere()
    await page
      .getByRole('main')
      .getByRole('link', { name: /marché couvert/ })
      .click()
    await at('guide.step.card', 2)
  })

  test('makes a card of real articles, which the person approves', async () => {
    const { page } = stage
    await strip()
      .getByRole('button', { name: say('guide.make') })
      .click()
    await at('guide.step.approve', 3)
    const card = experimentPage(page)
    await card.main.getByText(say('guide.card.stopRule')).waitFor()
    await card.approve.click()
    await at('guide.step.run', 4)
  })

  test('survives a reload, and the run of three articles ends', async () => {
    const { page } = stage
    await page.reload()
    await at('guide.step.run', 4)
    await goThere()
    const card = experimentPage(page)
    await card.start.click()
    await card.main.getByText(say('runState.finished')).first().waitFor({ timeout: 60_000 })
    await at('guide.step.review', 5)
  })

  test('every point is decided on the desk of this experiment, and the review ticks itself', async () => {
    const { page } = stage
    await goThere()
    const review = reviewPage(page)
    await review.focused.waitFor()
    for (let guard = 0; guard < 40 && (await strip().getByText(say('guide.step.verdict')).count()) < 2; guard++) {
      const doubt = page.getByRole('button', { name: say('review.act.doubt') })
      if ((await doubt.count()) === 0 || (await doubt.isDisabled())) await review.press('KeyJ')
      else await review.press('KeyD')
      await page.waitForTimeout(450)
    }
    await at('guide.step.verdict', 6)
  })

  test('a conclusion ends it; leaving it then offers it no more', async () => {
    const { page } = stage
    await goThere()
    const card = experimentPage(page)
    await card.conclude.click()
    await card.conclusion.getByRole('radio', { name: say('experiments.verdict.stop') }).check()
    await card.conclusion.getByRole('textbox').fill('Essai guidé : tout est en doute, on s’arrête là.')
    await card.conclusion.getByRole('button', { name: say('experiments.conclude.confirm') }).click()
    await strip().getByText(say('guide.allDone')).waitFor()
    await strip()
      .getByRole('button', { name: say('guide.leave') })
      .click()
    await strip().waitFor({ state: 'detached' })
    await framePage(page).open('frame.home')
    await page.getByRole('heading', { name: say('home.waiting') }).waitFor()
    expect(await page.getByRole('region', { name: say('guide.offerTitle') }).count()).toBe(0)
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
