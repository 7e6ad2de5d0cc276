// The editorial referent: the sample newsroom, a card framed and approved, a run, its review, the bilan on one page, and home again.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimOf } from './journeys/first-ten-minutes.ts'
import { experimentPage } from './pages/experiment-page.ts'
import { framePage } from './pages/frame-page.ts'
import { homePage } from './pages/home-page.ts'
import { reviewPage } from './pages/review-page.ts'
import { say } from './say.ts'
import { noBrowser, openStage, type Stage } from './stage.ts'

const corpus = [
  'digue-report-2026',
  'maternite-fermeture-nuits',
  'conserverie-scop',
  'corvellec-mis-en-examen',
  'corvellec-renvoi',
  'corvellec-proces',
  'corvellec-relaxe',
  'corvellec-pas-appel',
  'erratum-maternite',
  'maternite-reouverture',
]

/** How many pages a PDF has. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

describe.skipIf(noBrowser)('the referent', () => {
  let stage: Stage
  let address = ''
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(async () => stage?.close())

  test('opens the sample newsroom in one click; a banner says what it is', async () => {
    const frame = framePage(stage.page)
    expect(await frame.sampleBanner.count()).toBe(0)
    await frame.changeDesk(homePage(stage.page).openSample)
    await frame.sampleBanner.waitFor()
    await frame.open('frame.articles')
    await stage.page
      .getByRole('main')
      .getByText(say('common.articles', { count: 66 }), { exact: true })
      .waitFor()
  })

  test('says who they are: a referent of the newsroom', async () => {
    const { page } = stage
    await page.getByRole('banner').getByRole('button').last().click()
    const dialog = page.getByRole('dialog', { name: say('frame.who') })
    const me = dialog.getByRole('button', { name: new RegExp('Hélène Tassel') })
    await dialog.getByText('Hélène Tassel').waitFor()
    if ((await me.count()) > 0) await me.click()
    else await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page
      .getByRole('banner')
      .getByText(/Hélène Tassel · référente éditoriale/)
      .waitFor()
  })

  test('writes a card: what is missing is said in place, a reload loses nothing', async () => {
    const { page } = stage
    await framePage(page).open('frame.experiments')
    const card = experimentPage(page)
    await card.write.click()
    await card.field('title').fill('Points à retenir sur dix articles suivis')
    await card.save.click()
    await page.getByRole('alert').filter({ hasText: /\d/ }).first().waitFor()
    await page.reload()
    expect(await card.field('title').inputValue()).toBe('Points à retenir sur dix articles suivis')
    await card.field('hypothesis').fill('Deux points sur trois peuvent être repris sans y toucher.')
    await card.field('referent').selectOption({ label: 'Hélène Tassel' })
    await card.field('editorialResponsibility').fill('la rédactrice en chef adjointe')
    await card.field('desk').fill('Locale')
    await card.field('from').fill('2026-11-16')
    await card.field('to').fill('2026-11-30')
    await card.field('peopleConcerned').fill('deux secrétaires de rédaction volontaires')
    await card.field('dataConcerned').fill('articles publiés ; aucune donnée de lecteur')
    await card.field('stopRule').fill('on arrête si un point validé contient un fait faux')
    await card.main.getByRole('radio', { name: say('experiments.card.corpusKind.articles') }).check()
    await card.main.getByLabel(say('experiments.card.ids')).fill(corpus.join('\n'))
    await card.main.getByRole('radio', { name: say('experiments.card.worksCouncil.not-needed') }).check()
    await card.main
      .getByRole('textbox', { name: say('experiments.card.worksCouncil.not-needed') })
      .fill('essai sur volontaires, sans effet sur l’organisation du travail')
    await card.save.click()
    await card.approve.waitFor()
    address = new URL(page.url()).hash
  })

  test('approves it: its own card is said to be so, and its hash is frozen', async () => {
    const { page } = stage
    const card = experimentPage(page)
    await card.main.getByText(say('experiments.approveOwn')).waitFor()
    await card.tab('runs').click()
    await card.main.getByText(say('experiments.notApproved')).waitFor()
    expect(await card.start.count()).toBe(0)
    await card.tab('card').click()
    await card.approve.click()
    await card.main.getByText(/Approuvée par Hélène Tassel/).waitFor()
    expect(await card.main.getByText(/^[0-9a-f]{64}$|^sha256/).count()).toBe(1)
  })

  test('runs it over ten articles, pauses, resumes, and sees it finish', async () => {
    const card = experimentPage(stage.page)
    await card.tab('runs').click()
    await card.start.click()
    // a fast machine may finish before the hand is on the button
    const paused = await card.pause.click({ timeout: 3000 }).then(
      () => true,
      () => false,
    )
    if (
      paused &&
      (await Promise.race([
        card.resume.waitFor().then(() => true),
        card.main
          .getByText(say('runState.finished'))
          .first()
          .waitFor()
          .then(() => false),
      ]))
    ) {
      await card.main.getByText(say('runState.paused')).first().waitFor()
      await card.resume.click()
    }
    await card.main.getByText(say('runState.finished')).first().waitFor({ timeout: 60_000 })
    expect(await card.main.textContent()).toContain(say('experiments.run.progress', { done: 10, total: 10 }))
    await card.main.getByText(say('experiments.run.manifest')).click()
    await card.main.getByText(say('experiments.run.corpusHash')).waitFor()
  })

  test('reviews some: keeps, edits, refuses, doubts', async () => {
    const { page } = stage
    await experimentPage(page).review.click()
    const review = reviewPage(page)
    await review.focused.waitFor()
    for (const act of ['keep', 'refuse', 'doubt', 'keep', 'edit'] as const) {
      const before = await claimOf(review.focused)
      const digits = Array.from({ length: await review.checks(review.focused).count() }, (_, index) => `Digit${index + 1}`)
      if (act === 'keep') await review.press(...digits, 'KeyV')
      else if (act === 'doubt') await review.press('KeyD')
      else if (act === 'refuse') {
        await review.press('KeyR')
        await review.dialog('review.refuse.title').waitFor()
        await page.keyboard.press('Digit1')
        await page.keyboard.press('Enter')
      } else {
        await review.press('KeyE')
        await review.editor.fill(`${before.replace(/\.$/, '')}, d’après nos informations.`)
        await review.editor.press('Enter')
        await page.waitForFunction(() => document.querySelectorAll('aside li[aria-current=true] [role=group] button').length === 3)
        await review.press('Digit1', 'Digit2', 'Digit3', 'KeyV')
        const anyway = review.dialog('review.override.title')
        if (
          await anyway.waitFor({ timeout: 1000 }).then(
            () => true,
            () => false,
          )
        ) {
          await anyway.getByRole('textbox').fill('Vérifié au téléphone auprès de la source citée.')
          await anyway.getByRole('button', { name: say('review.override.confirm') }).click()
        }
      }
      await expect.poll(() => claimOf(review.focused)).not.toBe(before)
    }
  })

  test('concludes with a verdict and its reason', async () => {
    const { page, goTo } = stage
    await goTo(`${address}/report`)
    const card = experimentPage(page)
    await card.conclude.click()
    const confirm = card.conclusion.getByRole('button', { name: say('experiments.conclude.confirm') })
    expect(await confirm.isDisabled()).toBe(true)
    await card.conclusion.getByRole('radio', { name: say('experiments.verdict.change') }).check()
    await card.conclusion.getByRole('textbox').fill('Trop peu de points relus pour poursuivre tel quel ; on reprend sur vingt articles.')
    await confirm.click()
    await card.main.getByText(/Conclu par Hélène Tassel/).waitFor()
    await card.main.getByText(`${say('common.seeTable')} (${say('experiments.report.figures')})`).click()
    const figures = card.main.getByRole('table', { name: say('experiments.report.figures') })
    for (const [word, count] of [
      ['kept', 2],
      ['edited', 1],
      ['refused', 1],
      ['doubt', 1],
    ] as const) {
      expect(await figures.getByRole('row', { name: say(`experiments.report.${word}`) }).textContent()).toMatch(
        new RegExp(`${say(`experiments.report.${word}`)}\\s*${count}`),
      )
    }
  })

  test.each(['report', 'works-council'] as const)('prints the %s on a few pages, without the frame', async (kind) => {
    const { page, goTo } = stage
    await goTo(`${address}/print/${kind}`)
    await page.getByRole('heading', { level: 1, name: 'Points à retenir sur dix articles suivis' }).waitFor()
    const text = (await page.getByRole('main').textContent()) ?? ''
    expect(text).toContain('on arrête si un point validé contient un fait faux')
    if (kind === 'report')
      for (const part of ['Modifier', 'Trop peu de points relus', 'Hélène Tassel', 'moteur intégré (builtin)']) expect(text).toContain(part)
    else for (const part of ['Aucun texte ne quitte la machine', 'essai sur volontaires']) expect(text).toContain(part)
    const pages = pagesOf(await page.pdf({ format: 'A4', path: `test-results/${kind}.pdf` }))
    expect(pages).toBeGreaterThanOrEqual(kind === 'report' ? 2 : 1)
    expect(pages).toBeLessThanOrEqual(kind === 'report' ? 4 : 1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: say('experiments.report.printNow') }).isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
  })

  test('keeps the bilan as a file that reads alone, on the same pages', async () => {
    const { page, browser, goTo } = stage
    await goTo(`${address}/report`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('experiments.report.saveHtml') }).click(),
    ])
    const kept = join(stage.folder, 'bilan.html')
    await download.saveAs(kept)
    const elsewhere = await browser.newContext({ offline: true, javaScriptEnabled: false })
    const paper = await elsewhere.newPage()
    await paper.goto(pathToFileURL(kept).href)
    expect(await paper.locator('body').textContent()).toContain('Trop peu de points relus')
    expect(pagesOf(await paper.pdf({ format: 'A4', path: 'test-results/bilan-file.pdf' }))).toBeLessThanOrEqual(4)
    await elsewhere.close()
  })

  test('goes back to their own newsroom, empty and apart', async () => {
    const { page, goTo } = stage
    const frame = framePage(page)
    await frame.changeDesk(frame.sampleBanner.getByRole('button'))
    await homePage(page).start.waitFor()
    expect(await frame.sampleBanner.count()).toBe(0)
    await goTo('#/articles')
    await page.getByText(say('articles.empty')).waitFor()
    await goTo('#/experiments')
    await page.getByText(say('experiments.empty.title')).waitFor()
    await page.getByRole('banner').getByText('Hélène Tassel').waitFor({ state: 'detached' })
  })

  test('the page broke none of its rules', () => {
    expect(stage.witness.strangers).toEqual([])
    expect(stage.witness.errors).toEqual([])
  })
})
